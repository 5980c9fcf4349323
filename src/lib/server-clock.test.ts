import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** What the device counts, and what the server's clock says: both move only where a test says so. */
let count = 0;
let server = 0;

const noon = Date.UTC(2026, 10, 26, 12);
const hour = 3_600_000;

beforeEach(() => {
  vi.resetModules();
  count = 1000;
  server = noon;
  vi.spyOn(performance, 'now').mockImplementation(() => count);
});
afterEach(() => vi.restoreAllMocks());

function pass(milliseconds: number): void {
  count += milliseconds;
  server += milliseconds;
}

/** An answer that took its time there and back. */
function ask({ learnServerTime }: typeof import('./server-clock.ts'), there = 0, back = 0): void {
  const sentAt = count;
  pass(there);
  const told = new Date(server).toUTCString();
  pass(back);
  learnServerTime(new Response(null, { headers: { Date: told } }), sentAt);
}

test('before an answer the device’s time is all there is, and an answer without a date changes nothing', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(noon + hour);
  const clock = await import('./server-clock.ts');
  clock.learnServerTime(new Response(null), 0);
  expect(clock.serverNow()).toBe(noon + hour);
});

test('no change of the device’s clock matters once an answer came', async () => {
  const clock = await import('./server-clock.ts');
  ask(clock);
  for (const wrong of [-hour, hour, 1000 * hour]) {
    vi.spyOn(Date, 'now').mockReturnValue(noon + wrong);
    expect(clock.serverNow()).toBe(server);
    pass(1000);
  }
});

test('whatever answers come, it is never ahead of the server, and behind by a second and the shortest way at most', async () => {
  const way = fc.integer({ min: 0, max: 5000 });
  const answers = fc.array(fc.record({ pause: fc.integer({ min: 0, max: 90_000 }), there: way, back: way }), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 999 }), answers, async (start, all) => {
      vi.resetModules();
      const clock = await import('./server-clock.ts');
      server = noon + start;
      let shortest = Number.POSITIVE_INFINITY;
      for (const { pause, there, back } of all) {
        pass(pause);
        ask(clock, there, back);
        shortest = Math.min(shortest, back);
        const behind = server - clock.serverNow();
        expect(behind).toBeGreaterThanOrEqual(0);
        expect(behind).toBeLessThanOrEqual(999 + shortest);
      }
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['the server’s clock was set forward', hour],
  ['the server’s clock was set back', -hour],
])('an answer that contradicts the others is believed, and told: %s', async (_what, step) => {
  const clock = await import('./server-clock.ts');
  const heard = vi.fn();
  const stop = clock.onServerClockSet(heard);
  ask(clock);
  pass(400);
  ask(clock);
  expect(heard).not.toHaveBeenCalled();
  server += step;
  ask(clock, 100, 100);
  expect(heard).toHaveBeenCalledOnce();
  expect(Math.abs(clock.serverNow() - server)).toBeLessThanOrEqual(1100);
  stop();
  server += step;
  ask(clock);
  expect(heard).toHaveBeenCalledOnce();
});
