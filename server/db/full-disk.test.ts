import { existsSync } from 'node:fs';
import { count, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { answerJson, openGateway, openUpstream, sendChange, sendRaw } from '#server/gateway/gateway.testing.ts';
import { startPostgres, type TestPostgres } from '#server/testing/postgres.ts';
import { demoAccess } from '#server/testing/session.ts';
import { canMount, mountVolume, type Volume } from '#server/testing/volume.ts';
import { type OpenDatabase, openDatabase } from './open.ts';
import { acts } from './schema.ts';

const Refused = z.looseObject({ message: z.string(), outcome: z.string() });
/** Milliseconds within which every request is answered, and after which all is well again. */
const [patience, recovery] = [10_000, 5_000];

describe.runIf(canMount)('PostgreSQL on a disk that is full', () => {
  let volume: Volume;
  let postgres: TestPostgres;
  let database: OpenDatabase;
  beforeAll(async () => {
    volume = await mountVolume(160);
    postgres = await startPostgres(volume.folder);
    database = await openDatabase({ databaseUrl: await postgres.createDatabase() });
  });
  afterAll(async () => {
    await database.close();
    await postgres.stop();
    await volume.remove();
  });

  async function openConsole() {
    const { baseUrl, requests } = await openUpstream((response) => answerJson(response, { hasError: false, data: {} }));
    const { origin } = await openGateway(baseUrl, { access: demoAccess(database.db) });
    const change = async (id: number) => {
      const body = { id, url: `https://${'long.'.repeat(40)}example` };
      const started = performance.now();
      const answer = await sendChange(origin, '/api/v1/external/widgets/update', body);
      expect(performance.now() - started).toBeLessThan(patience);
      return answer;
    };
    return { origin, requests, change };
  }

  test('sends nothing that it cannot record, says so, and goes on when there is room', async () => {
    const { origin, requests, change } = await openConsole();
    expect((await change(1)).status).toBe(200);
    volume.fill();
    const refused: number[] = [];
    for (let id = 2; refused.length < 5; id += 1) {
      const sent = requests.length;
      const { status, body } = await change(id);
      if (status === 200) continue;
      expect(status).toBe(503);
      const { message, outcome } = Refused.parse(JSON.parse(body.toString()));
      if (outcome === 'unknown') continue;
      expect([outcome, requests.length]).toEqual(['not_sent', sent]);
      expect(message).toMatch(/nothing was sent\. Try again in a moment\.$/);
      refused.push(id);
    }
    expect((await sendRaw(origin, { path: '/health' })).status).toBe(200);
    volume.free();
    await expect.poll(async () => (await change(1)).status, { timeout: recovery }).toBe(200);
    const done = database.db.select({ count: count() }).from(acts).where(eq(acts.state, 'done'));
    await expect.poll(async () => (await done)[0]?.count, { timeout: recovery }).toBe(requests.length);
  });

  test('is answered for in words where its own log finds no room and it ends', async () => {
    const { requests, change } = await openConsole();
    volume.fill();
    // A new piece of the log, for which there is no room.
    for (let pieces = 0; pieces < 4; pieces += 1) {
      await postgres.query('select pg_switch_wal(), txid_current()').catch(() => undefined);
    }
    for (let id = 1; id <= 3; id += 1) {
      const { status, body } = await change(id);
      expect([id, status, Refused.parse(JSON.parse(body.toString())).outcome]).toEqual([id, 503, 'not_sent']);
    }
    expect(requests).toEqual([]);
    volume.free();
    // It ends for good where it cannot recover, and whoever runs it starts it again.
    const isWell = async () => {
      if (!existsSync(`${volume.folder}/data/postmaster.pid`)) await postgres.up();
      return (await change(1)).status;
    };
    await expect.poll(isWell, { timeout: recovery }).toBe(200);
  });
});
