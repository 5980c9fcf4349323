import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { recordOwnAct } from './acts/record.ts';
import { openDatabase } from './db/open.ts';
import { acts } from './db/schema.ts';
import {
  answerJson,
  knownAs,
  openUpstream,
  pageHeaders,
  portOf,
  sendChange,
  sendRaw,
  setUp,
  signIn,
} from './gateway/gateway.testing.ts';
import { startPostgres } from './testing/postgres.ts';
import { canMount, mountVolume } from './testing/volume.ts';

const Widgets = z.object({
  data: z.array(z.object({ id: z.number(), url: z.string() })),
});
const Made = z.looseObject({ outcome: z.enum(['not_sent', 'unknown']).optional() });
const Created = z.object({ hasError: z.literal(false), data: z.object({ id: z.number() }) });

const create = '/api/v1/external/widgets/create';
let template = '';

/** PGlite takes seconds to make a folder, and copies of one none: where the first start is not what a test is about. */
beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'console-'));
  const { close } = await openDatabase({ dataDir: template });
  await close();
});
afterAll(() => rm(template, { recursive: true, force: true }));

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'console-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(template, folder, { recursive: true });
  return folder;
}

/** The real server in a process of its own, with nothing of this process's environment but what it needs to run. */
function spawnServer(environment: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, PORT: '0', SANDBOX_PORT: '0', SANDBOX_SEED: 'empty', ...environment },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk) => (printed.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (printed.stderr += chunk));
  const ended = once(child, 'close').then(([code]: unknown[]) => code);
  return { child, printed, ended };
}

/** Starts the server, waits until it prints its address, and comes in: by the one click, or as the first operator. */
async function start(environment: Record<string, string>, cookie?: string) {
  const server = spawnServer({ DATA_DIR: await temporaryFolder(), ...environment });
  const { child, printed, ended } = server;
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const address = / is at (http:\S+)\n/.exec(printed.stdout)?.[1];
      if (address) resolve(address);
    });
    ended.then(() => reject(new Error(`The server ended before it listened: ${printed.stderr}`)), reject);
  });
  if (cookie) return { ...server, origin, cookie: knownAs(origin, cookie) };
  if (environment.CALLPAGE_API_KEY === undefined) return { ...server, origin, cookie: await signIn(origin) };
  await expect.poll(() => printed.stdout).toMatch(/\/link#\S+\n/);
  const token = /\/link#(\S+)\n/.exec(printed.stdout)?.[1] ?? '';
  return { ...server, origin, cookie: await setUp(origin, token) };
}

async function readWidgets(origin: string) {
  const { body } = await sendRaw(origin, { path: '/api/v1/external/widgets/all?limit=1000' });
  return Widgets.parse(JSON.parse(body.toString())).data;
}

/** Resolves with the id that the server acknowledged, or undefined where it did not. */
async function createWidget(origin: string, url: string): Promise<number | undefined> {
  const answer = await sendChange(origin, create, { url }).catch(() => undefined);
  const created = answer && Created.safeParse(JSON.parse(answer.body.toString()));
  return created?.success ? created.data.data.id : undefined;
}

test('killed in the middle of 500 writes, it comes back with every acknowledged one, once', async () => {
  const environment = { DATA_DIR: await temporaryFolder() };
  const { origin, child, ended } = await start(environment);
  const acknowledged = new Map<string, number>();
  let next = 0;
  const write = async () => {
    while (next < 500) {
      const url = `https://shop-${next++}.example`;
      const id = await createWidget(origin, url);
      if (id !== undefined) acknowledged.set(url, id);
      if (acknowledged.size === 200) child.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: 20 }, write));
  await ended;
  expect(acknowledged.size).toBeGreaterThanOrEqual(200);
  expect(acknowledged.size).toBeLessThan(500);

  const again = await start(environment);
  const widgets = await readWidgets(again.origin);
  const found = new Map(widgets.map(({ url, id }) => [url, id]));
  expect(found.size).toBe(widgets.length);
  for (const [url, id] of acknowledged) expect(found.get(url)).toBe(id);

  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
}, 120_000);

test('killed while acts are under way, it says of them that nobody knows, and does none of them again', async () => {
  const held: ServerResponse[] = [];
  const { baseUrl, requests } = await openUpstream((response, { method }) =>
    method === 'GET' ? answerJson(response) : held.push(response),
  );
  const environment = {
    DATA_DIR: await temporaryFolder(),
    CALLPAGE_API_KEY: 'of-no-account',
    CALLPAGE_BASE_URL: baseUrl,
  };
  const { origin, child, ended, cookie } = await start(environment);
  const call = (at: string, key: string, more: object = {}) =>
    sendRaw(at, {
      method: 'POST',
      path: '/api/v1/external/widgets/call',
      headers: { ...pageHeaders(at), 'Idempotency-Key': key },
      body: JSON.stringify({ id: 1, tel: '+48600100200', ...more }),
    }).catch(() => undefined);
  const sent = Promise.all([call(origin, 'the-first-key'), call(origin, 'another-key', { id: 2 })]);
  await expect.poll(() => held.length).toBe(2);
  child.kill('SIGKILL');
  await ended;
  expect(await sent).toEqual([undefined, undefined]);

  const again = await start(environment, cookie);
  const reply = (got?: { status: number; body: Buffer }) =>
    got && { status: got.status, ...JSON.parse(got.body.toString()) };
  const trail = await sendRaw(again.origin, { path: '/activity/acts?entity=widgets' });
  expect(JSON.parse(trail.body.toString()).data).toMatchObject([{ state: 'unknown' }, { state: 'unknown' }]);
  expect(reply(await call(again.origin, 'the-first-key'))).toMatchObject({ status: 409, reason: 'outcome_unknown' });
  expect(reply(await call(again.origin, 'a-third-key'))).toMatchObject({ status: 409, reason: 'call_repeated' });
  expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
}, 180_000);

test('killed when CallPage has answered and nothing is recorded yet, it says that nobody knows, and calls nobody again', async () => {
  const { baseUrl, requests } = await openUpstream((response) => answerJson(response, { data: { id: 1 } }));
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  const databaseUrl = await postgres.createDatabase();
  const { db, close } = await openDatabase({ databaseUrl });
  const environment = {
    DATA_DIR: await temporaryFolder(),
    DATABASE_URL: databaseUrl,
    CALLPAGE_API_KEY: 'of-no-account',
    CALLPAGE_BASE_URL: baseUrl,
  };
  const { origin, child, ended, cookie } = await start(environment);
  const call = (at: string, id: number) => sendChange(at, '/api/v1/external/widgets/call', { id, tel: '+48600100200' });
  expect((await call(origin, 2)).status).toBe(200);
  await db.transaction(async (tx) => {
    // Whoever finishes an act waits for this lock.
    await recordOwnAct(tx, { id: null, name: 'Somebody else' }, { operation: 'people.update', subject: 'X' });
    const calling = call(origin, 1).catch(() => 'no answer');
    await expect.poll(() => db.$count(sql`pg_locks`, sql`locktype = 'advisory' and not granted`)).toBe(1);
    child.kill('SIGKILL');
    expect(await calling).toBe('no answer');
  });
  await ended;
  // As if it had been long enough ago: another process might be at work.
  await db.execute(sql`alter table act disable trigger act_append_only`);
  await db.update(acts).set({ at: sql`now() - interval '2 minutes'` });
  await db.execute(sql`alter table act enable trigger act_append_only`);
  await close();

  const again = await start(environment, cookie);
  const trail = await sendRaw(again.origin, { path: '/activity/acts?entity=widgets' });
  expect(JSON.parse(trail.body.toString()).data).toMatchObject([
    { widget_id: 1, state: 'unknown', status: null, call_id: null },
    { widget_id: 2, state: 'done', status: 200, call_id: 1 },
  ]);
  expect(JSON.parse((await call(again.origin, 1)).body.toString())).toMatchObject({ reason: 'call_repeated' });
  expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
}, 120_000);

describe('a change has a row that claims no more than happened when the server is killed', () => {
  const steps = [
    { when: 'while its target is read', forwarded: 0, states: ['unknown'] },
    { when: 'while it is at CallPage', forwarded: 1, states: ['unknown'] },
    { when: 'as CallPage answers', forwarded: 1, states: ['unknown', 'done'] },
    { when: 'after the page was answered', forwarded: 1, states: ['done'] },
  ] as const;
  test.each(steps)(
    '$when',
    async ({ when, forwarded, states }) => {
      let kill = (): unknown => undefined;
      const { baseUrl, requests } = await openUpstream(
        (response, { method }) => {
          if (method === 'POST' && when === 'while it is at CallPage') return kill();
          answerJson(response, { hasError: false, data: { id: 1 } });
          if (method === 'POST' && when === 'as CallPage answers') response.once('finish', () => kill());
        },
        (response) => (when === 'while its target is read' ? kill() : answerJson(response)),
      );
      const environment = {
        DATA_DIR: await temporaryFolder(),
        CALLPAGE_API_KEY: 'of-no-account',
        CALLPAGE_BASE_URL: baseUrl,
      };
      const { origin, child, ended, cookie } = await start(environment);
      kill = () => void child.kill('SIGKILL');
      const body = { id: 1, url: 'https://one.example', enabled: false };
      const answer = await sendChange(origin, '/api/v1/external/widgets/update', body).catch(() => undefined);
      kill();
      await ended;

      const again = await start(environment, cookie);
      const trail = await sendRaw(again.origin, { path: '/activity/acts?entity=widgets' });
      const rows: { state: (typeof states)[number] }[] = JSON.parse(trail.body.toString()).data;
      expect(rows).toHaveLength(1);
      expect(states).toContain(rows[0]?.state);
      expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(forwarded);
      // Whoever was told that it is done finds it done.
      if (answer) expect({ status: answer.status, state: rows[0]?.state }).toEqual({ status: 200, state: 'done' });
      expect(answer !== undefined).toBe(when === 'after the page was answered');
    },
    120_000,
  );
});

describe.runIf(canMount)('with its data on a disk of its own', () => {
  const onDisk = async (megabytes: number) => {
    const volume = await mountVolume(megabytes);
    onTestFinished(volume.remove);
    await cp(template, volume.folder, { recursive: true });
    return volume;
  };

  test('that is full it says that nothing was done, still reads, and goes on when there is room', async () => {
    const volume = await onDisk(160);
    const { origin, child, ended } = await start({ DATA_DIR: volume.folder });
    const urls = { made: [] as string[], unknown: [] as string[], not_sent: [] as string[] };
    const make = async (name: string) => {
      const url = `https://${name}.example`;
      const { status, body } = await sendChange(origin, create, { url });
      const answer = Made.parse(JSON.parse(body.toString()));
      expect(status).toBe(answer.outcome === undefined ? 200 : 503);
      urls[answer.outcome ?? 'made'].push(url);
      return status;
    };
    await make('before');
    volume.fill();
    for (let n = 1; urls.not_sent.length < 3; n += 1) await make(`full-${n}`);
    const there = async () => (await readWidgets(origin)).map(({ url }) => url);
    expect(await there()).toContain('https://before.example');
    volume.free();
    expect(await make('after')).toBe(200);
    expect(await there()).toEqual(expect.arrayContaining(urls.made));
    expect(await there()).not.toEqual(expect.arrayContaining([expect.toBeOneOf(urls.not_sent)]));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('that is full, or can only be read, it refuses to start, in words', async () => {
    const volume = await onDisk(160);
    const refused = async () => {
      const { ended, printed } = spawnServer({ DATA_DIR: volume.folder });
      expect(await ended).toBe(1);
      return printed.stderr.trim();
    };
    volume.fill();
    const folder = `The data folder ${volume.folder}`;
    expect(await refused()).toBe(
      `${folder} is on a disk with less than 64 MB left. Free some room, or set DATA_DIR to another one.`,
    );
    volume.free();
    await volume.readOnly();
    expect(await refused()).toBe(`${folder} is on a disk that can only be read. Set DATA_DIR to another one.`);
  });
});

test('whose log cannot be written any more it ends with 1 and says why; what was acknowledged is there at the next start', async () => {
  const DATA_DIR = await temporaryFolder();
  const { origin, child, printed, ended } = await start({ DATA_DIR });
  const made = await createWidget(origin, 'https://before.example');
  // No file of this process may grow further than this.
  spawnSync('prlimit', ['--pid', String(child.pid), '--fsize=1000:']);
  expect(await createWidget(origin, 'https://full.example')).toBeUndefined();
  expect(await ended).toBe(1);
  expect(printed.stderr).toContain('Is its disk full? What was acknowledged is there at the next start.');
  const again = await start({ DATA_DIR });
  expect((await readWidgets(again.origin)).map(({ id }) => id)).toEqual([made]);
});

describe('the process', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'at %s answers what is under way, then ends, whoever is connected',
    async (signal) => {
      const held: ServerResponse[] = [];
      const { baseUrl } = await openUpstream((response) => held.push(response));
      const { origin, child, ended, cookie } = await start({
        CALLPAGE_API_KEY: 'of-no-account',
        CALLPAGE_BASE_URL: baseUrl,
      });
      // A page that listens, and what a browser opens ahead of need.
      const page = await fetch(`${origin}/events`, { headers: { Cookie: cookie } });
      const ahead = connect(Number(new URL(origin).port), '127.0.0.1');
      await once(ahead, 'connect');
      const change = sendChange(origin, '/api/v1/external/widgets/update');
      await expect.poll(() => held.length).toBe(1);
      // Twice, as a terminal and npm do it together.
      child.kill(signal);
      child.kill(signal);
      await expect.poll(() => sendRaw(origin, { path: '/health' }).catch(() => 'refused')).toBe('refused');
      for (const response of held) answerJson(response);
      expect((await change).status).toBe(200);
      await page.text();
      expect(await ended).toBe(0);
    },
  );

  test('says every bad variable at once and ends with 1, without a stack', async () => {
    const { printed, ended } = spawnServer({ PORT: 'http', HOST: 'intranet.test', SANDBOX_SEED: 'huge' });
    expect(await ended).toBe(1);
    expect(printed.stderr).toMatch(/^The configuration is wrong\. Correct these environment variables:\n/);
    for (const name of ['PORT', 'HOST', 'SANDBOX_SEED']) expect(printed.stderr).toContain(`  ${name}: `);
    expect(printed.stderr).not.toMatch(/^\s+at /m);
    expect(printed.stdout).toBe('');
  });

  test('says in a sentence that a port is in use, and ends with 1', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const port = String(portOf(taken));
    const environment = { CALLPAGE_API_KEY: 'of-no-account', PORT: port, DATA_DIR: await temporaryFolder() };
    const { printed, ended } = spawnServer(environment);
    expect(await ended).toBe(1);
    expect(printed.stderr).toMatch(new RegExp(`^Port ${port} is in use\\. .*PORT`));
    expect(printed.stderr.trim().split('\n')).toHaveLength(1);
  });

  test.each([
    [{ HOST: '192.0.2.7', PUBLIC_ORIGIN: 'https://console.example.com' }, /^HOST is no address of this machine\./],
    [{ DATABASE_URL: 'postgres://me:pass-word@127.0.0.1:1/none' }, /^PostgreSQL cannot be reached: /],
  ])(
    'says in a sentence what is wrong with %j, and ends with 1',
    async (environment: Record<string, string>, words) => {
      const { printed, ended } = spawnServer({
        CALLPAGE_API_KEY: 'of-no-account',
        DATA_DIR: await temporaryFolder(),
        ...environment,
      });
      expect(await ended).toBe(1);
      expect(printed.stderr).toMatch(words);
      expect(printed.stderr.trim().split('\n')).toHaveLength(1);
      expect(printed.stderr).not.toContain('pass-word');
    },
  );

  test('with a key talks to CallPage, opens no sandbox, and prints the key nowhere', async () => {
    const key = randomBytes(24).toString('base64');
    const { baseUrl, requests } = await openUpstream((response, { headers }) =>
      answerJson(response, { hasError: true, message: `Hello ${headers.authorization}` }, 500),
    );
    const environment = { CALLPAGE_API_KEY: key, CALLPAGE_BASE_URL: baseUrl, LOG_LEVEL: 'trace' };
    const { origin, child, printed, ended } = await start(environment);
    const answers = [
      await sendRaw(origin, { path: '/health' }),
      await sendRaw(origin, { path: '/api/v1/external' }),
      await sendChange(origin, '/api/v1/external/widgets/update'),
      await sendRaw(origin, { path: '/api/none' }),
    ];
    child.kill('SIGTERM');
    expect(await ended).toBe(0);

    expect(requests.map(({ headers }) => headers.authorization)).toEqual([key, key]);
    expect(JSON.parse(answers[0]?.body.toString() ?? '')).toMatchObject({ status: 'ok', upstream: 'live' });
    const everything = JSON.stringify([printed, answers.map(({ body, headers }) => [headers, body.toString()])]);
    expect(everything).toContain('Hello [API key]');
    expect(everything).toContain('(live)');
    for (const form of [key, encodeURIComponent(key), Buffer.from(key).toString('base64')]) {
      expect(everything).not.toContain(form);
    }
  });
});
