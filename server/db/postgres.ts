import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { OpenDatabase } from './open.ts';
import * as schema from './schema.ts';
import { isUnavailable } from './unavailable.ts';

/**
 * Milliseconds. Whoever waits for a connection, runs into the limit and takes back what was begun has waited for 9.5 s: no
 * request waits for the database longer than 10. PostgreSQL keeps its own limits; `query_timeout` is ours, for a server
 * that is stopped or gone without a word.
 */
const limits = {
  connectionTimeoutMillis: 2_500,
  lock_timeout: 2_500,
  statement_timeout: 3_000,
  query_timeout: 3_500,
  idle_in_transaction_session_timeout: 20_000,
};

/** Opens PostgreSQL by URL. @throws Error one sentence, without the password, where it cannot be reached */
export async function openPostgres(connectionString: string, migrationsFolder: string): Promise<OpenDatabase> {
  await migrateAlone(connectionString, migrationsFolder);
  const pool = new pg.Pool({ connectionString, keepAlive: true, ...limits });
  // A connection that breaks is replaced by the pool; without listeners it would end the process. The pool's own hears
  // those that are idle alone.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { db: onPool(pool), close: () => pool.end() };
}

/**
 * The pool as drizzle's database, with transactions that give every connection back: drizzle keeps one where the very
 * `begin` fails, and gives one back that still waits for an answer.
 */
function onPool(pool: pg.Pool) {
  const db = drizzle({ client: pool, schema });
  const transaction: typeof db.transaction = async (work, config) => {
    const client = await pool.connect();
    let isBroken = false;
    try {
      return await drizzle({ client, schema }).transaction(work, config);
    } catch (error) {
      isBroken = isUnavailable(error);
      throw error;
    } finally {
      client.release(isBroken);
    }
  };
  return Object.assign(db, { transaction });
}

/** Of several processes that start at once on one PostgreSQL, one migrates and the others wait, however long it takes. */
async function migrateAlone(connectionString: string, migrationsFolder: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    await client.end().catch(() => undefined);
    const reason = cause instanceof Error && cause.message !== '' ? cause.message : 'no answer';
    throw new Error(`PostgreSQL cannot be reached: ${reason}. Check DATABASE_URL and that the server runs.`, { cause });
  }
  try {
    await client.query("select pg_advisory_lock(hashtext('callpage-console migrations'))");
    await migrate(drizzle({ client }), { migrationsFolder });
  } finally {
    // Closing the connection lets go of the lock.
    await client.end();
  }
}
