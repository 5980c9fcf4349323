import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Db } from '#server/db/open.ts';
import { Failure } from './failure.ts';
import { findOperation } from './operations.ts';
import type { Upstream } from './upstream.ts';

interface Part {
  ok: boolean;
  /** Milliseconds. */
  ms: number;
  /** Why not, in words without addresses or secrets. */
  reason?: string;
}

interface Ready {
  ready: boolean;
  database: Part;
  upstream: Part;
}

/** Milliseconds for which an answer holds: whoever asks in a loop costs database and CallPage nothing. */
const keptFor = 5_000;
const patience = 4_000;

/** `GET /ready`: whether database and CallPage answer, 200 or 503; `/health` says that the process lives, no more. */
export function addReady(app: FastifyInstance, db: Db, upstream: Upstream): void {
  let kept: { at: number; ready: Promise<Ready> } | undefined;
  app.get('/ready', async (_request, reply) => {
    const now = performance.now();
    if (!kept || now - kept.at > keptFor) kept = { at: now, ready: look(db, upstream) };
    const ready = await kept.ready;
    return reply.code(ready.ready ? 200 : 503).send(ready);
  });
}

async function look(db: Db, upstream: Upstream): Promise<Ready> {
  const [database, callpage] = await Promise.all([
    timed(() => db.execute(sql`select 1`), 'The database does not answer.'),
    timed(() => askRoot(upstream), 'CallPage does not answer.'),
  ]);
  return { ready: database.ok && callpage.ok, database, upstream: callpage };
}

async function askRoot(upstream: Upstream): Promise<void> {
  const path = '/api/v1/external';
  const root = findOperation('GET', path);
  if (!root) throw new Error('There is no root operation.');
  const { status } = await upstream(root, {
    target: path,
    headers: {},
    body: undefined,
    signal: AbortSignal.timeout(patience),
  });
  if (status >= 400) throw new Failure(status, `CallPage answers with ${status}.`);
}

async function timed(work: () => Promise<unknown>, reason: string): Promise<Part> {
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  try {
    await work();
    return { ok: true, ms: ms() };
  } catch (error) {
    return { ok: false, ms: ms(), reason: error instanceof Failure ? error.message : reason };
  }
}
