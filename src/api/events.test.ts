// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type EventHandlers, listenToEvents } from './events.ts';

/** A connection that never leaves this process: the test says what comes over it. */
class FakeSource extends EventTarget {
  static readonly opened: FakeSource[] = [];
  readonly url: string;
  open = true;
  constructor(url: string) {
    super();
    this.url = url;
    FakeSource.opened.push(this);
  }
  close() {
    this.open = false;
  }
  tell(name: string, data: unknown = null, lastEventId = '') {
    if (this.open) this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data), lastEventId }));
  }
}

const urls = () => FakeSource.opened.map(({ url }) => url);
const latest = () => {
  const source = FakeSource.opened.at(-1);
  if (!source) throw new Error('Nothing was opened.');
  return source;
};
const longestPause = 5_000;
let stop: () => void;

/** Whether the person comes back or leaves is the test's to say. */
function pending() {
  const settle = { back: () => undefined, leave: () => undefined };
  const promise = new Promise<void>((resolve, reject) => Object.assign(settle, { back: resolve, leave: reject }));
  return { promise, settle };
}

function listen(handlers: Partial<EventHandlers> = {}) {
  const heard: string[] = [];
  stop = listenToEvents({
    after: 12,
    onOpen: ({ version }) => heard.push(`hello ${version}`),
    onChange: ({ entity, ids }) => heard.push(`${entity} ${ids}`),
    onRefresh: () => heard.push('refresh'),
    onSignedOut: () => Promise.resolve(),
    onLost: () => Promise.resolve(),
    ...handlers,
  });
  return heard;
}

beforeEach(() => {
  FakeSource.opened.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('tells what was changed, and asks after a break for what came after the last of it', async () => {
  const heard = listen();
  latest().tell('hello', { version: '1' });
  latest().tell('change', { entity: 'widgets', operation: 'widgets.update', ids: [3], user_ids: [], key: null }, '17');
  latest().tell('error');
  await vi.advanceTimersByTimeAsync(longestPause);
  latest().tell('refresh');
  expect(heard).toEqual(['hello 1', 'widgets 3', 'refresh']);
  expect(urls()).toEqual(['/events?after=12', '/events?after=17']);
});

test('takes a connection without a sign of life for lost', async () => {
  listen();
  await vi.advanceTimersByTimeAsync(39_000);
  latest().tell('beat');
  await vi.advanceTimersByTimeAsync(39_000);
  expect(urls()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(urls()).toHaveLength(2);
});

test('tries again in growing pauses, and in short ones once it was heard', async () => {
  const tries = async (milliseconds: number) => {
    const before = FakeSource.opened.length;
    for (let passed = 0; passed < milliseconds; passed += 50) {
      await vi.advanceTimersByTimeAsync(50);
      latest().tell('error');
    }
    return FakeSource.opened.length - before;
  };
  vi.spyOn(Math, 'random').mockReturnValue(1);
  listen();
  latest().tell('error');
  // After 1, 2, 4 and 5 seconds, and every 5 from then on.
  expect(await tries(12_500)).toBe(4);
  expect(await tries(60_000)).toBe(12);
  await vi.advanceTimersByTimeAsync(longestPause);
  latest().tell('hello', { version: '1' });
  latest().tell('error');
  expect(await tries(7_500)).toBe(3);
});

test('waits for a new sign-in where the session has ended', async () => {
  const { promise, settle } = pending();
  listen({ onSignedOut: () => promise });
  latest().tell('signed-out');
  await vi.advanceTimersByTimeAsync(longestPause);
  expect(urls()).toHaveLength(1);
  settle.back();
  await vi.advanceTimersByTimeAsync(0);
  expect(urls()).toHaveLength(2);
});

// A rejection that nobody heeds would fail the run.
test.each([
  ['at once', 0],
  ['while the pause lasts', 100],
  ['later', longestPause],
])('listens no more where the person leaves %s instead of signing in', async (_when, milliseconds) => {
  const { promise, settle } = pending();
  listen({ onLost: () => promise });
  latest().tell('error');
  await vi.advanceTimersByTimeAsync(milliseconds);
  settle.leave();
  await vi.advanceTimersByTimeAsync(longestPause);
  expect(urls()).toHaveLength(1);
});

test('listens only while the page can be seen', () => {
  const see = (state: DocumentVisibilityState) => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  listen();
  see('hidden');
  expect(latest().open).toBe(false);
  see('visible');
  expect(latest().open).toBe(true);
  expect(urls()).toHaveLength(2);
});
