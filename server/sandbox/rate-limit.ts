import { SandboxError } from './errors.ts';

const minute = 60_000;

/** Counts the requests of each minute; beyond `perMinute` (0: no limit) it throws the 429 with `Retry-After`. */
export function rateLimiter(perMinute: number, now: () => Date): () => void {
  let started = 0;
  let count = 0;
  return () => {
    if (perMinute === 0) return;
    const time = now().getTime();
    // A clock that was set back would keep its minute for an hour.
    if (time < started || time - started >= minute) {
      started = time;
      count = 0;
    }
    count += 1;
    if (count <= perMinute) return;
    const seconds = Math.ceil((started + minute - time) / 1000);
    throw new SandboxError(429, `More than ${perMinute} requests in a minute.`, {
      headers: { 'Retry-After': String(seconds) },
    });
  };
}
