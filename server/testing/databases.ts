import { type OpenDatabase, openDatabase } from '#server/db/open.ts';
import { startPostgres } from './postgres.ts';

export interface TestDatabase extends OpenDatabase {
  /** The same database by connections of its own, as another process has them. PGlite has one for all. */
  again(): Promise<OpenDatabase>;
}

export const databaseKinds = ['PGlite', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

/** An empty database of this kind, gone when it is closed. */
export async function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  if (kind === 'PGlite') {
    const database = await openDatabase({ memory: true });
    return { ...database, again: async () => ({ db: database.db, close: async () => undefined }) };
  }
  const postgres = await startPostgres();
  try {
    const databaseUrl = await postgres.createDatabase();
    const { db, close } = await openDatabase({ databaseUrl });
    return { db, close: () => close().finally(() => postgres.stop()), again: () => openDatabase({ databaseUrl }) };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
