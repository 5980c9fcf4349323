import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDatabase } from '#server/db/open.ts';
import { demoAccess } from '#server/testing/session.ts';
import { answerJson, apiKey, openGateway, openUpstream, sendRaw } from './gateway.testing.ts';

const read = async (origin: string) => {
  const { status, body } = await sendRaw(origin, { path: '/ready', headers: { Cookie: '' } });
  return { status, text: body.toString(), parts: JSON.parse(body.toString()) };
};

test('tells whether database and CallPage answer, to anybody, and asks them once in five seconds', async () => {
  const { baseUrl, requests } = await openUpstream();
  const { origin } = await openGateway(baseUrl);
  const answers = await Promise.all([read(origin), read(origin), read(origin)]);
  for (const { status, parts } of answers) {
    expect(status).toBe(200);
    expect(parts).toEqual({
      ready: true,
      database: { ok: true, ms: expect.any(Number) },
      upstream: { ok: true, ms: expect.any(Number) },
    });
  }
  expect(requests).toHaveLength(1);
});

test('is not ready where CallPage refuses the key, and says no secret', async () => {
  const { baseUrl } = await openUpstream((response) => answerJson(response, { hasError: true, message: apiKey }, 401));
  const { status, text, parts } = await read((await openGateway(baseUrl)).origin);
  expect(status).toBe(503);
  expect(parts).toMatchObject({
    ready: false,
    upstream: { ok: false, reason: expect.stringMatching(/does not accept the API key/) },
  });
  expect(text).not.toContain(apiKey);
});

test('is not ready where CallPage or the database is away, while the process lives', async () => {
  const { baseUrl } = await openUpstream((_response, { socket }) => socket.destroy());
  const { db, close } = await openDatabase({ memory: true });
  const { origin } = await openGateway(baseUrl, { access: demoAccess(db) });
  await db.execute(sql`select 1`);
  await close();
  expect(await read(origin)).toMatchObject({
    status: 503,
    parts: {
      database: { ok: false, reason: 'The database does not answer.' },
      upstream: { ok: false, reason: expect.stringMatching(/^CallPage closed the connection/) },
    },
  });
  expect((await sendRaw(origin, { path: '/health' })).status).toBe(200);
});
