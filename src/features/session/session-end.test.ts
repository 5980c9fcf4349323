import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { ApiError } from '#src/api/errors.ts';
import { onSignedOut, send } from '#src/api/http.ts';
import { sessionQueries } from './queries.ts';
import { sessionEnd } from './session-end.ts';

const refusal = () => new ApiError({ operation: 'root', status: 401, message: 'Ended.', reason: 'signed_out' });

/** Answers that come when the test says so, in the order in which they were asked for. */
function openServer() {
  const asked: ((response: Response) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise<Response>((answer) => asked.push(answer)));
  const answer = (index: number, body: object, status = 200) =>
    asked[index]?.(new Response(JSON.stringify(body), { status }));
  return { asked, answer };
}

const person = { id: 'ada', name: 'Ada', email: 'ada@console.example', role: 'operator', user_id: null };
const session = (who: typeof person | null) => ({
  hasError: false,
  data: { person: who, can: [], demo: [], set_up: false, seq: 0, time_zone: 'UTC', version: '1' },
});

/** A page of Ada's, which has looked once who is signed in. */
async function openPage() {
  const server = openServer();
  const client = new QueryClient();
  const look = () => client.fetchQuery({ ...sessionQueries.current(), staleTime: 0 });
  const opened = look();
  server.answer(0, session(person));
  await opened;
  return { ...server, look };
}

beforeEach(() => onSignedOut(sessionEnd.wait));
afterEach(() => {
  sessionEnd.goOn();
  vi.unstubAllGlobals();
});

describe('a session that has ended', () => {
  test('has what was refused wait, until the person is back or leaves', async () => {
    const ends: string[] = [];
    const waiting = [1, 2].map((n) => sessionEnd.wait(refusal()).then(() => ends.push(`on ${n}`)));
    expect([sessionEnd.isOver(), ends]).toEqual([true, []]);
    sessionEnd.goOn();
    await Promise.all(waiting);
    expect([sessionEnd.isOver(), ends]).toEqual([false, ['on 1', 'on 2']]);
    const left = sessionEnd.wait(refusal());
    sessionEnd.leave();
    await expect(left).rejects.toThrow('Ended.');
  });

  test('is not ended once more by a refusal of what was sent before the person was back', async () => {
    const { asked, answer } = openServer();
    const read = () => send({ operation: 'root', path: '/api/v1/external', data: z.unknown() });
    const [first, late] = [read(), read()];
    answer(0, { hasError: true, message: 'Ended.', reason: 'signed_out' }, 401);
    await expect.poll(sessionEnd.isOver).toBe(true);
    sessionEnd.goOn();
    answer(1, { hasError: true, message: 'Ended.', reason: 'signed_out' }, 401);
    // Both are sent again, and nobody is asked.
    await expect.poll(() => asked.length).toBe(4);
    expect(sessionEnd.isOver()).toBe(false);
    for (const index of [2, 3]) answer(index, { hasError: false, data: 'here' });
    expect((await Promise.all([first, late])).map(({ data }) => data)).toEqual(['here', 'here']);
  });

  test('lets nothing that was sent before somebody left go on for whoever comes next', async () => {
    const { asked, answer } = openServer();
    const read = () => send({ operation: 'root', path: '/api/v1/external', data: z.unknown() });
    const [waiting, late] = [read(), read()];
    answer(0, { hasError: true, message: 'Ended.', reason: 'signed_out' }, 401);
    await expect.poll(sessionEnd.isOver).toBe(true);
    sessionEnd.leave();
    await expect(waiting).rejects.toThrow('Ended.');
    // Somebody else is in, and may do more.
    sessionEnd.goOn();
    answer(1, { hasError: true, message: 'Ended.', reason: 'signed_out' }, 401);
    await expect(late).rejects.toThrow('Ended.');
    expect([asked.length, sessionEnd.isOver()]).toEqual([2, false]);
  });

  test('is over for good where a look finds somebody else: their pages begin anew', async () => {
    const reload = vi.fn<() => void>();
    vi.stubGlobal('window', { location: { reload } });
    const { asked, answer, look } = await openPage();
    const waiting = sessionEnd.wait(refusal());
    const next = look();
    await expect.poll(() => asked.length).toBe(2);
    answer(1, session({ ...person, id: 'ben' }));
    expect((await next).person).toBeNull();
    await expect(waiting).rejects.toThrow('Ended.');
    await expect.poll(() => reload.mock.calls.length).toBe(1);
  });

  test('is not ended once more by an older look at who is signed in', async () => {
    const { asked, answer, look } = await openPage();
    const older = look();
    await expect.poll(() => asked.length).toBe(2);
    sessionEnd.goOn();
    answer(1, session(null));
    await older;
    expect(sessionEnd.isOver()).toBe(false);
    const newer = look();
    await expect.poll(() => asked.length).toBe(3);
    answer(2, session(null));
    await newer;
    expect(sessionEnd.isOver()).toBe(true);
  });

  test('goes on as soon as the server says that the same person is there', async () => {
    const { asked, answer, look } = await openPage();
    const older = look();
    await expect.poll(() => asked.length).toBe(2);
    const waiting = sessionEnd.wait(refusal());
    answer(1, session(person));
    await older;
    expect(sessionEnd.isOver(), 'by a look from before it ended').toBe(true);
    const again = look();
    await expect.poll(() => asked.length).toBe(3);
    answer(2, session(person));
    await Promise.all([again, waiting]);
    expect(sessionEnd.isOver()).toBe(false);
  });
});
