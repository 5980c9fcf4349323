import type { ApiError } from '#src/api/errors.ts';

/** Requests that wait for the person to be back; undefined while the session is open. */
let waiting: { goOn: () => void; leave: () => void }[] | undefined;
const listeners = new Set<() => void>();

function set(next: typeof waiting): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/**
 * A session that ended under an open page. Requests wait here until the same person is signed in again and then go on,
 * so that the page, and what was typed into it, stays as it is.
 */
export const sessionEnd = {
  begin(): void {
    if (!waiting) set([]);
  },
  /** Resolves when the person is back; rejects with the refusal where they leave. */
  wait(refusal?: ApiError): Promise<void> {
    return new Promise((resolve, reject) => {
      set([...(waiting ?? []), { goOn: resolve, leave: () => reject(refusal) }]);
    });
  },
  goOn(): void {
    const requests = waiting ?? [];
    set(undefined);
    for (const request of requests) request.goOn();
  },
  leave(): void {
    const requests = waiting ?? [];
    set(undefined);
    for (const request of requests) request.leave();
  },
  isOver: () => waiting !== undefined,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
