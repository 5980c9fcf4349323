import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { isRecord } from '#src/api/wire/primitives.ts';
import { explained, ownFolder, requireRoom } from './folder.ts';
import { lockFolder } from './lock.ts';
import { openPostgres } from './postgres.ts';
import * as schema from './schema.ts';
import { DatabaseAway } from './unavailable.ts';

/** What queries are written against: PGlite, PostgreSQL and a transaction of either. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface OpenDatabase {
  db: Db;
  /** Waits for what runs, then lets go of files, connections and the lock. */
  close(): Promise<void>;
  /** Resolves with why, in sentences, when this process can do nothing with it any more. */
  broken?: Promise<Error>;
  /** A copy of an in-memory database, to open another one from. */
  dump?(): Promise<Blob>;
}

export type DatabaseOptions = { databaseUrl: string } | { dataDir: string } | { memory: true; dump?: Blob | undefined };

const migrations = { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) };

/**
 * Opens the database and brings its tables up to date: PostgreSQL by URL, PGlite in `dataDir` (which is locked first:
 * two processes on one PGlite folder silently lose each other's rows), or PGlite in memory.
 * Throws one sentence where the folder is in use or PostgreSQL cannot be reached.
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  if ('databaseUrl' in options) return openPostgres(options.databaseUrl, migrations.migrationsFolder);
  if ('dataDir' in options) return openFolder(resolve(options.dataDir));
  const client = await PGlite.create(options.dump === undefined ? {} : { loadDataDir: options.dump });
  return { ...(await onPglite(client)), dump: () => client.dumpDataDir('none') };
}

/** Opens the one that the environment names: PostgreSQL with `DATABASE_URL`, else PGlite in `DATA_DIR`. */
export function openConfigured({ DATABASE_URL, DATA_DIR }: { DATABASE_URL?: string | undefined; DATA_DIR: string }) {
  return openDatabase(DATABASE_URL === undefined ? { dataDir: DATA_DIR } : { databaseUrl: DATABASE_URL });
}

async function openFolder(folder: string): Promise<OpenDatabase> {
  await ownFolder(folder);
  await requireRoom(folder);
  const unlock = await lockFolder(folder);
  try {
    const { close, ...database } = await onPglite(await PGlite.create(await pgliteFolder(folder)));
    return { ...database, close: () => close().finally(unlock) };
  } catch (error) {
    unlock();
    throw explained(folder, error);
  }
}

/**
 * The folder PGlite works in. A new one is made under another name and renamed when it is whole: a process that
 * is killed while it makes one leaves nothing that a later start would stumble over.
 */
async function pgliteFolder(folder: string): Promise<string> {
  const path = join(folder, 'pglite');
  if (existsSync(path)) return path;
  const unfinished = `${path}.new`;
  await rm(unfinished, { recursive: true, force: true });
  const client = await PGlite.create(unfinished);
  await client.close();
  await rename(unfinished, path);
  return path;
}

async function onPglite(client: PGlite): Promise<OpenDatabase> {
  const { broken, isBroken } = guard(client);
  const db = drizzle({ client, schema });
  await migrate(db, migrations);
  return { db, broken, close: async () => (isBroken() ? undefined : client.close()) };
}

/**
 * After an error of PostgreSQL's own PGlite goes on. After anything else (its log could not be written, as the disk is full) it may
 * spin for ever at the next statement, and hold the whole process: it is asked nothing more, not even to close. What was
 * committed is there for the next process.
 */
function guard(client: PGlite) {
  let failure: DatabaseAway | undefined;
  let tell: (failure: Error) => void;
  const broken = new Promise<Error>((resolve) => {
    tell = resolve;
  });
  const guarded =
    <Args extends unknown[], Result>(ask: (...args: Args) => Promise<Result>) =>
    async (...args: Args) => {
      if (failure) throw failure;
      try {
        return await ask(...args);
      } catch (error) {
        if (client.closed || (isRecord(error) && error.severity === 'ERROR')) throw error;
        const why = error instanceof Error ? error.message : String(error);
        failure = new DatabaseAway(
          `The database cannot write its files any more (${why}). Is its disk full? What was acknowledged is there at the next start.`,
          { cause: error },
        );
        tell(failure);
        throw failure;
      }
    };
  client.execProtocol = guarded(client.execProtocol.bind(client));
  client.execProtocolStream = guarded(client.execProtocolStream.bind(client));
  return { broken, isBroken: () => failure !== undefined };
}
