import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { startPostgres } from '#server/testing/postgres.ts';
import journal from './migrations/meta/_journal.json' with { type: 'json' };
import { openDatabase } from './open.ts';

it('brings a PostgreSQL up to date once, however many processes start on it', async () => {
  const postgres = await startPostgres();
  const databaseUrl = await postgres.createDatabase();
  const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ databaseUrl })));
  const { db } = await openDatabase({ databaseUrl }).then((database) => {
    opened.push(database);
    return database;
  });
  const applied = await db.execute(sql`select count(*)::int as count from drizzle.__drizzle_migrations`);
  expect(applied).toMatchObject({ rows: [{ count: journal.entries.length }] });
  for (const database of opened) await database.close();
  await postgres.stop();
});
