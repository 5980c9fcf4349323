import * as z from 'zod/mini';
import { Change, type EventName, Hello } from './wire/events.ts';

export interface EventHandlers {
  /** What the page knows already; it is told what came after it. */
  after: number;
  /** Connected. */
  onOpen: (hello: Hello) => void;
  onChange: (change: Change) => void;
  /** What was changed meanwhile cannot be told one by one. */
  onRefresh: () => void;
  /** The session has ended, or is another one. Resolves when somebody is signed in. */
  onSignedOut: () => Promise<void>;
  /** No connection. Another try follows once this has resolved. */
  onLost: () => Promise<void>;
}

/** Milliseconds. The server gives a sign of life every 15 s. */
const deadAfter = 40_000;
const firstPause = 1000;
const longestPause = 5_000;

/**
 * Listens to `GET /events` for as long as the page can be seen, so that tabs in the background leave the browser's few
 * connections to the one in front. A connection that is lost comes back with growing pauses, and is told what it
 * missed. Returns the way to stop.
 */
export function listenToEvents({ after, onOpen, onChange, onRefresh, onSignedOut, onLost }: EventHandlers): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = String(after);
  let pause = firstPause;
  let stopped = false;

  const close = () => {
    source?.close();
    source = undefined;
    clearTimeout(timer);
  };
  const lose = () => {
    close();
    const next = orNever(onLost());
    // Not all pages at the same moment, when the server is back.
    timer = setTimeout(() => void next.then((go) => go()), pause * (0.5 + Math.random() / 2));
    pause = Math.min(pause * 2, longestPause);
  };
  /** Whoever leaves instead of signing in listens no more; they may leave before anybody waits for them. */
  const orNever = (ready: Promise<void>) =>
    ready.then(
      () => connect,
      () => () => undefined,
    );
  const live = () => {
    clearTimeout(timer);
    timer = setTimeout(lose, deadAfter);
  };

  function connect(): void {
    if (stopped || document.visibilityState !== 'visible') return;
    close();
    const opened = new EventSource(`/events?after=${last}`);
    source = opened;
    const on = (name: EventName, handle: (data: unknown) => void) =>
      opened.addEventListener(name, ({ data, lastEventId }: MessageEvent<string>) => {
        if (lastEventId !== '') last = lastEventId;
        live();
        handle(JSON.parse(data));
      });
    opened.addEventListener('error', lose);
    on('hello', (data) => {
      pause = firstPause;
      onOpen(z.parse(Hello, data));
    });
    on('change', (data) => onChange(z.parse(Change, data)));
    on('refresh', onRefresh);
    on('beat', () => undefined);
    on('signed-out', () => {
      close();
      void orNever(onSignedOut()).then((go) => go());
    });
    live();
  }

  const follow = () => {
    if (document.visibilityState === 'visible') connect();
    else close();
  };
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('online', connect);
  follow();
  return () => {
    stopped = true;
    document.removeEventListener('visibilitychange', follow);
    window.removeEventListener('online', connect);
    close();
  };
}
