/**
 * Milliseconds from the page's own count (`performance.now()`, which nobody can set) to the server's time: they lie
 * between these two.
 */
let least = Number.NEGATIVE_INFINITY;
let most = Number.POSITIVE_INFINITY;
const listeners = new Set<() => void>();

/**
 * Learns the server's time from an answer. The `Date` header tells whole seconds, so each answer narrows it down; one
 * that contradicts the others begins anew, as the server's clock was set or the device has slept.
 * @param sentAt `performance.now()` when it was asked
 */
export function learnServerTime({ headers }: Response, sentAt: number): void {
  const told = Date.parse(headers.get('Date') ?? '');
  if (Number.isNaN(told)) return;
  const [from, to] = [told - performance.now(), told + 1000 - sentAt];
  const agrees = from <= most && to >= least;
  least = agrees ? Math.max(least, from) : from;
  most = agrees ? Math.min(most, to) : to;
  if (!agrees) for (const listener of listeners) listener();
}

/**
 * The server's time as epoch milliseconds: never ahead of it, and behind by no more than a second and the way of an
 * answer. Until one came, the device's.
 */
export const serverNow = () => (Number.isFinite(least) ? performance.now() + least : Date.now());

/** Tells when the clock was set. Returns the way to stop. */
export function onServerClockSet(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
