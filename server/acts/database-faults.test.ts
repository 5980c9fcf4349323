import { setTimeout as wait } from 'node:timers/promises';
import { eq, gt } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import * as z from 'zod';
import { makeLink } from '#server/access/links.ts';
import { type OpenDatabase, openDatabase } from '#server/db/open.ts';
import { acts, attempts, invitations } from '#server/db/schema.ts';
import {
  answerJson,
  type Got,
  openGateway,
  openUpstream,
  sendChange,
  sendRaw,
} from '#server/gateway/gateway.testing.ts';
import { startPostgres, type TestPostgres } from '#server/testing/postgres.ts';
import { demoAccess } from '#server/testing/session.ts';

const update = '/api/v1/external/widgets/update';
const Envelope = z.looseObject({
  hasError: z.boolean(),
  message: z.string().optional(),
  outcome: z.string().optional(),
});
/** Milliseconds within which every request is answered. */
const patience = 10_000;

let postgres: TestPostgres;
let database: OpenDatabase;
beforeAll(async () => {
  postgres = await startPostgres();
  database = await openDatabase({ databaseUrl: await postgres.createDatabase() });
});
afterAll(async () => {
  await database.close();
  await postgres.stop();
});

async function openConsole() {
  const { baseUrl, requests } = await openUpstream((response) => answerJson(response, { hasError: false, data: {} }));
  const { origin } = await openGateway(baseUrl, { access: { ...demoAccess(database.db), alone: false } });
  return { origin, requests, change: (id = 1) => sendChange(origin, update, { id, url: 'https://one.example' }) };
}

/** The answer, which has to come in time. */
async function inTime<Answer>(work: Promise<Answer>): Promise<Answer> {
  const started = performance.now();
  const answer = await work;
  expect(performance.now() - started).toBeLessThan(patience);
  return answer;
}

const isWell = (change: () => Promise<{ status: number }>) =>
  expect.poll(async () => (await change()).status, { timeout: 5_000 }).toBe(200);

/** A refusal of a change in words, of which nothing left. */
function expectNotSent({ status, body }: { status: number; body: Buffer }) {
  expect(status).toBe(503);
  expect(Envelope.parse(JSON.parse(body.toString()))).toMatchObject({
    hasError: true,
    message: /again in a moment\.$/,
  });
}

test('a restart of PostgreSQL ends nothing but what was under way', async () => {
  const { origin, requests, change } = await openConsole();
  expect((await change()).status).toBe(200);
  await postgres.down();
  for (const answer of [await inTime(change()), await inTime(sendRaw(origin, { path: '/auth/session' }))]) {
    expectNotSent(answer);
  }
  expect(requests).toHaveLength(1);
  await postgres.up();
  await isWell(change);
});

test('while PostgreSQL is stopped where it stands, everything is answered in time and nothing is sent', async () => {
  const { requests, change } = await openConsole();
  const goOn = await postgres.freeze();
  try {
    for (const answer of await Promise.all([1, 2, 3].map((id) => inTime(change(id))))) expectNotSent(answer);
    expect(requests).toEqual([]);
  } finally {
    goOn();
  }
  await isWell(change);
});

test('a lock that somebody else holds on the trail is waited for no longer either', async () => {
  const { requests, change } = await openConsole();
  const { db, close } = await openDatabase({ databaseUrl: await databaseUrl() });
  onTestFinished(close);
  await db
    .transaction(async (tx) => {
      await tx.execute('lock table act in access exclusive mode');
      expectNotSent(await inTime(change()));
      tx.rollback();
    })
    .catch(() => undefined);
  expect(requests).toEqual([]);
  await isWell(change);
});

/** The one that this file's console works on. */
async function databaseUrl(): Promise<string> {
  const [{ url }] = z
    .tuple([z.object({ url: z.string() })])
    .parse(await postgres.query("select current_setting('unix_socket_directories') as url"));
  return `postgres://postgres@localhost/test_1?host=${encodeURIComponent(url)}`;
}

/** What happens to a statement of the console's before it is sent, counted from 1. */
function before(statement: (this: void, count: number, processId: number | undefined) => Promise<unknown>) {
  const send = pg.Client.prototype.query;
  let count = 0;
  const spied = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(async function (
    this: pg.Client & { processID?: number },
    ...query: Parameters<typeof send>
  ) {
    if (this.database !== 'postgres') await statement(++count, this.processID);
    return Reflect.apply(send, this, query);
  });
  onTestFinished(() => spied.mockRestore());
  return { count: () => count, restore: () => spied.mockRestore() };
}

/** Ends the connection of the n-th statement from now. */
const endAt = (step: number) =>
  before(async (count, id) => count === step && postgres.query('select pg_terminate_backend($1, 5000)', [id]));

/** Does something with the connection of each of its statements ended in turn, until it takes no more of them. */
async function atEveryStep(atLeast: number, act: () => Promise<Got>, check: (answer: Got) => Promise<void>) {
  for (let step = 1; ; step += 1) {
    const ended = endAt(step);
    const answer = await inTime(act()).finally(ended.restore);
    await check(answer);
    if (ended.count() >= step) continue;
    expect(step, 'steps at which a connection was ended').toBeGreaterThan(atLeast);
    return;
  }
}

test('a connection that is ended at any step of an act loses no act and makes none twice', async () => {
  const { requests, change } = await openConsole();
  let [sent, recorded] = [0, await database.db.$count(acts)];
  await atEveryStep(6, change, async ({ status, body }) => {
    const outcome = status === 200 ? 'done' : Envelope.parse(JSON.parse(body.toString())).outcome;
    const arrived = requests.length - sent;
    expect(arrived).toBeLessThanOrEqual(1);
    if (arrived === 1) expect((await database.db.$count(acts)) - recorded, 'what was sent is recorded').toBe(1);
    if (outcome === 'done') expect(arrived).toBe(1);
    else expect(status).toBe(503);
    if (outcome === 'not_sent') expect(arrived).toBe(0);
    await isWell(change);
    [sent, recorded] = [requests.length, await database.db.$count(acts)];
  });
});

test('of an act of the console’s own nobody claims that nothing was done where the answer to its end was lost', async () => {
  const { origin } = await openConsole();
  const nameOf = (n: number) => `Guest ${n}`;
  const invite = (n: number) =>
    sendChange(origin, '/auth/people/invite', {
      email: `guest-${n}@console.example`,
      name: nameOf(n),
      role: 'support',
    });
  const outcomes = new Set<string | undefined>();
  let next = 0;
  await atEveryStep(
    3,
    () => invite(++next),
    async ({ status, body }) => {
      const { outcome } = Envelope.parse(JSON.parse(body.toString()));
      expect(status).toBe(outcome === undefined ? 200 : 503);
      outcomes.add(outcome);
      const made = await database.db.$count(invitations, eq(invitations.name, nameOf(next)));
      expect([outcome, made]).toEqual([outcome, outcome === undefined ? 1 : 0]);
      expect(await database.db.$count(acts, eq(acts.subject, nameOf(next)))).toBe(made);
    },
  );
  expect([...outcomes].toSorted()).toEqual(['not_sent', 'unknown', undefined]);
});

test('a connection that is ended at any step of a sign-in is no wrong password, and no try that counts', async () => {
  const { origin } = await openConsole();
  const [email, password] = ['greta@console.example', 'correct horse battery'];
  const invitation = { kind: 'invitation', role: 'operator', callpageUserId: null, name: 'Greta', email } as const;
  const { token } = await makeLink(database.db, invitation);
  expect((await sendChange(origin, '/auth/link/accept', { token, password })).status).toBe(200);
  const signIn = () => sendChange(origin, '/auth/sign-in', { email, password });
  await atEveryStep(6, signIn, async (answer) => {
    if (answer.status !== 200) expectNotSent(answer);
  });
  await isWell(signIn);
  const counted = () => database.db.$count(attempts, gt(attempts.count, 0));
  await expect.poll(counted, { timeout: 5_000 }).toBe(0);
  expect((await sendChange(origin, '/auth/sign-in', { email, password: 'a wrong password' })).status).toBe(403);
  expect(await counted()).toBe(2);
});

test('a line that takes a second for each statement is not waited for longer, however many there are', async () => {
  const { requests, change } = await openConsole();
  const slow = before(() => wait(1_000));
  expectNotSent(await inTime(change()));
  slow.restore();
  expect(requests).toEqual([]);
  await isWell(change);
});
