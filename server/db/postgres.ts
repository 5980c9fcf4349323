import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { OpenDatabase } from './open.ts';
import { waitFor } from './patience.ts';
import * as schema from './schema.ts';
import { DatabaseAway } from './unavailable.ts';

/**
 * Milliseconds for one step; a request may wait for less (`patience`). PostgreSQL keeps those of the session; `answer` is ours,
 * for a server that is stopped or gone without a word.
 */
const limits = { connection: 2_000, answer: 3_000 };
const session = { lock_timeout: 2_000, statement_timeout: 2_500, idle_in_transaction_session_timeout: 20_000 };

const ignore = () => undefined;

/** Opens PostgreSQL by URL. @throws Error one sentence, without the password, where it cannot be reached */
export async function openPostgres(connectionString: string, migrationsFolder: string): Promise<OpenDatabase> {
  await migrateAlone(connectionString, migrationsFolder);
  const pool = new pg.Pool({
    connectionString,
    keepAlive: true,
    connectionTimeoutMillis: limits.connection,
    ...session,
  });
  // A connection that breaks is replaced by the pool; without listeners it would end the process. The pool's own hears
  // those that are idle alone.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return { db: onPool(pool), close: () => pool.end() };
}

/**
 * The pool as drizzle's database. Every connection is given back, or closed where it broke: drizzle keeps one where the very
 * `begin` fails, and gives one back that still waits for an answer.
 */
function onPool(pool: pg.Pool) {
  const withClient = async <Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> => {
    const client = await waitFor(limits.connection, (ms) => connect(pool, ms));
    const asked = patient(client);
    try {
      return await work(asked.client);
    } finally {
      client.release(asked.isBroken());
    }
  };
  const query: Ask = (config, values) => withClient((client) => client.query(config, values));
  const db = drizzle({ client: asking(pool, query), schema });
  const transaction: typeof db.transaction = (work, config) =>
    withClient((client) => drizzle({ client, schema }).transaction(work, config));
  return Object.assign(db, { transaction });
}

type Ask = (config: pg.QueryConfig, values?: unknown[]) => Promise<unknown>;

function asking<Client extends pg.Pool | pg.PoolClient>(client: Client, ask: Ask): Client {
  return new Proxy(client, { get: (target, name) => (name === 'query' ? ask : Reflect.get(target, name, target)) });
}

/** A connection on which no answer is waited for longer than one may, and to which nothing is said after it broke. */
function patient(client: pg.PoolClient) {
  let broken: DatabaseAway | undefined;
  const ask: Ask = async (config, values) => {
    if (broken) throw broken;
    // What is no word of PostgreSQL's came from the connection.
    const lost = (error: unknown) => {
      throw error instanceof pg.DatabaseError ? error : away(error, config.text === 'commit');
    };
    try {
      return await waitFor(limits.answer, (ms) =>
        client.query({ ...config, ...(ms && { query_timeout: ms }) }, values).catch(lost),
      );
    } catch (error) {
      if (error instanceof DatabaseAway) broken = error;
      throw error;
    }
  };
  return { client: asking(client, ask), isBroken: () => broken !== undefined };
}

/** The next connection of the pool, which goes back where it comes too late. */
function connect(pool: pg.Pool, ms = limits.connection): Promise<pg.PoolClient> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new DatabaseAway('No connection in time.'));
    }, ms);
    pool
      .connect()
      .then(
        (client) => (isLate ? client.release() : resolve(client)),
        (error: unknown) => reject(away(error)),
      )
      .finally(() => clearTimeout(timer));
  });
}

const away = (cause: unknown, isUnsure = false) =>
  new DatabaseAway(cause instanceof Error ? cause.message : 'The connection was lost.', { isUnsure, cause });

/** Of several processes that start at once on one PostgreSQL, one migrates and the others wait, however long it takes. */
async function migrateAlone(connectionString: string, migrationsFolder: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', ignore);
  try {
    await client.connect();
  } catch (cause) {
    await client.end().catch(ignore);
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
