import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { eq } from 'drizzle-orm';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordOwnAct } from '#server/acts/record.ts';
import { startPostgres } from '#server/testing/postgres.ts';
import type { Db } from './open.ts';
import { openDatabase } from './open.ts';
import { acts } from './schema.ts';

const migrations = join(import.meta.dirname, 'migrations');
let before = '';

/** The migrations as they were before the do-not-call list. */
beforeAll(async () => {
  before = await mkdtemp(join(tmpdir(), 'migrations-'));
  await cp(migrations, before, { recursive: true });
  const journal = JSON.parse(await readFile(join(migrations, 'meta/_journal.json'), 'utf8'));
  const entries = journal.entries.slice(0, 2);
  await writeFile(join(before, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
});
afterAll(() => rm(before, { recursive: true, force: true }));

const old = `insert into person (id, name, email, role) values ('p', 'Ada', 'ada@console.example', 'operator');
  insert into act (person_id, person_name, operation, entity, state, contact)
  values ('p', 'Ada', 'widgets.call', 'widgets', 'done', 'hashed')`;

async function expectUpToDate(db: Db) {
  expect(await db.select().from(acts)).toMatchObject([{ personName: 'Ada', operation: 'widgets.call', reason: null }]);
  await recordOwnAct(db, { id: 'p', name: 'Ada' }, { operation: 'doNotCall.add', subject: '+48600100200' });
  expect(await db.$count(acts, eq(acts.entity, 'doNotCall'))).toBe(1);
}

test('what an earlier version wrote is brought up to date, on PGlite', async () => {
  const client = await PGlite.create();
  await migrate(drizzle({ client }), { migrationsFolder: before });
  await client.exec(old);
  const dump = await client.dumpDataDir('none');
  await client.close();
  const { db, close } = await openDatabase({ memory: true, dump });
  await expectUpToDate(db);
  await close();
});

test('what an earlier version wrote is brought up to date, on PostgreSQL', async () => {
  const postgres = await startPostgres();
  const databaseUrl = await postgres.createDatabase();
  const pool = new pg.Pool({ connectionString: databaseUrl });
  await migratePostgres(drizzlePostgres({ client: pool }), { migrationsFolder: before });
  await pool.query(old);
  await pool.end();
  const { db, close } = await openDatabase({ databaseUrl });
  await expectUpToDate(db);
  await close();
  await postgres.stop();
});
