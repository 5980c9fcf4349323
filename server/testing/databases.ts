import { type OpenDatabase, openDatabase } from '#server/db/open.ts';
import { startPostgres } from './postgres.ts';

export const databaseKinds = ['PGlite', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

/** An empty database of this kind, gone when it is closed. */
export async function openTestDatabase(kind: DatabaseKind): Promise<OpenDatabase> {
  if (kind === 'PGlite') return openDatabase({ memory: true });
  const postgres = await startPostgres();
  try {
    const { db, close } = await openDatabase({ databaseUrl: await postgres.createDatabase() });
    return { db, close: () => close().finally(() => postgres.stop()) };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
