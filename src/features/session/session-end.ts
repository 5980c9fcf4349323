import type { ApiError } from '#src/api/errors.ts';

/** Requests that wait for the person to be back; undefined while the session is open. */
let waiting: { goOn: () => void; leave: () => void }[] | undefined;
/** When the person was back, by `performance.now()`: what was asked for before that tells nothing of the new session. */
let backAt = Number.NEGATIVE_INFINITY;
const listeners = new Set<() => void>();

function set(next: typeof waiting): void {
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
  /** @param askedAt when it was asked whether the session is open, by `performance.now()` */
  begin(askedAt: number): void {
    if (!waiting && askedAt >= backAt) set([]);
  },
  /**
   * Resolves when the person is back, at once where they came back since it was sent; rejects with the refusal where
   * they leave.
   */
  wait(refusal?: ApiError, sentAt = performance.now()): Promise<void> {
    if (!waiting && sentAt < backAt) return Promise.resolve();
    return new Promise((resolve, reject) => {
      set([...(waiting ?? []), { goOn: resolve, leave: () => reject(refusal) }]);
    });
  },
  goOn(): void {
    backAt = performance.now();
    end('goOn');
  },
  leave(): void {
    end('leave');
  },
  isOver: () => waiting !== undefined,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
