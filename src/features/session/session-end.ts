import type { ApiError } from '#src/api/errors.ts';

/** Requests that wait for the person to be back; undefined while the session is open. */
let waiting: { goOn: () => void; leave: () => void }[] | undefined;
/** When it ended, or the person was back, by `performance.now()`: what was asked for before that tells nothing of now. */
let changedAt = Number.NEGATIVE_INFINITY;
/** When they left for good: what was asked for before that is never asked in the name of whoever comes next. */
let leftAt = Number.NEGATIVE_INFINITY;
const listeners = new Set<() => void>();

function set(next: typeof waiting): void {
  if (!waiting || !next) changedAt = performance.now();
  waiting = next;
  for (const listener of listeners) listener();
}

function end(how: 'goOn' | 'leave'): void {
  const requests = waiting ?? [];
  set(undefined);
  for (const request of requests) request[how]();
}

/**
 * A session that ended under an open page. Requests wait here until the same person is signed in again and then go on,
 * so that the page, and what was typed into it, stays as it is.
 */
export const sessionEnd = {
  /** The server says that nobody is there. @param askedAt when it was asked, by `performance.now()` */
  begin(askedAt: number): void {
    if (!waiting && askedAt >= changedAt) set([]);
  },
  /** The server says that the same person is there, by whatever way they came back. */
  isThere(askedAt: number): void {
    if (waiting && askedAt >= changedAt) end('goOn');
  },
  /**
   * Resolves when the person is back, at once where they came back since it was sent; rejects with the refusal where
   * they leave, or left since.
   */
  wait(refusal?: ApiError, sentAt = performance.now()): Promise<void> {
    if (sentAt < leftAt) return Promise.reject(refusal);
    if (!waiting && sentAt < changedAt) return Promise.resolve();
    return new Promise((resolve, reject) => {
      set([...(waiting ?? []), { goOn: resolve, leave: () => reject(refusal) }]);
    });
  },
  goOn(): void {
    end('goOn');
  },
  leave(): void {
    leftAt = performance.now();
    end('leave');
  },
  isOver: () => waiting !== undefined,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
