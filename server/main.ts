import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DrizzleQueryError } from 'drizzle-orm';
import type { AccessConfig } from './access/access.ts';
import { linkPath, makeSetUpLink } from './access/links.ts';
import { type Config, hasDemo, readConfig } from './config.ts';
import { keepToOwner } from './db/folder.ts';
import { type Db, openConfigured } from './db/open.ts';
import { keptSecret } from './db/secret.ts';
import { buildGateway } from './gateway/app.ts';
import { createScrubber } from './gateway/secrets.ts';
import type { UpstreamConfig } from './gateway/upstream.ts';
import { createLogger } from './log.ts';

type Close = () => Promise<void>;

const dist = join(import.meta.dirname, '..', 'dist');
/** Milliseconds that what is under way is given to end. */
const patience = 10_000;

keepToOwner();
start().catch((error: unknown) => {
  console.error(sentence(error));
  process.exit(1);
});

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const opened = during('Opening the database and bringing its tables up to date');
  const database = await openConfigured(config).finally(opened);
  try {
    const stop = await serve(config, database.db, database.close);
    const failure = await database.broken;
    if (!failure) return;
    console.error(failure.message);
    stop(1);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** @returns the function that ends the process, with this code, when what is under way is answered */
async function serve(config: Config, db: Db, closeDatabase: Close): Promise<(code: number) => void> {
  const { upstream, close: closeUpstream } = await openUpstream(config, db);
  const access = await accessOf(config, db);
  const gateway = await buildGateway({
    upstream,
    access,
    publicOrigins: config.PUBLIC_ORIGIN,
    trustedProxies: config.TRUSTED_PROXIES,
    dist: existsSync(join(dist, 'index.html')) ? dist : undefined,
    timeZone: config.API_TIME_ZONE,
    logger: createLogger(config.LOG_LEVEL, createScrubber(upstream.apiKey)),
  });
  const closeAll = async () => {
    await gateway.close();
    await closeUpstream();
  };
  const stop = stopper(async () => {
    await closeAll();
    await closeDatabase();
  });
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  try {
    await gateway.listen({ host: config.HOST, port: config.PORT });
  } catch (error) {
    await closeAll();
    throw error;
  }
  const address = config.PUBLIC_ORIGIN[0] ?? addressOf(gateway.server.address(), config.HOST);
  console.log(`CallPage Console (${upstream.kind}) is at ${address}`);
  const token = access.demo ? undefined : await makeSetUpLink(db);
  if (token) {
    console.log(
      `Nobody can sign in yet. Become the first operator, once and within 24 hours: ${address}${linkPath(token)}`,
    );
  }
  return stop;
}

async function accessOf(config: Config, db: Db): Promise<AccessConfig> {
  return {
    db,
    // A data folder is locked; on PostgreSQL there may be others.
    alone: config.DATABASE_URL === undefined,
    secret: config.SESSION_SECRET ?? (await keptSecret(config.DATA_DIR, 'session-secret')),
    demo: hasDemo(config),
    idleMinutes: config.SESSION_IDLE_MINUTES,
    maxHours: config.SESSION_MAX_HOURS,
    retentionDays: config.ACTIVITY_RETENTION_DAYS,
    callsPerDay: config.CALLBACKS_PER_PERSON_PER_DAY,
  };
}

async function openUpstream(config: Config, db: Db): Promise<{ upstream: UpstreamConfig; close: Close }> {
  if (config.CALLPAGE_API_KEY !== undefined) {
    const upstream = { kind: 'live', baseUrl: config.CALLPAGE_BASE_URL, apiKey: config.CALLPAGE_API_KEY } as const;
    return { upstream, close: () => Promise.resolve() };
  }
  // Loaded only here: with CallPage itself behind the console, there is no sandbox.
  const { startSandboxOn } = await import('./sandbox/start.ts');
  const seeded = during(`Starting the sandbox; an empty one is filled with the ${config.SANDBOX_SEED} data first`);
  const { url, apiKey, close } = await startSandboxOn(db, config, createLogger(config.LOG_LEVEL)).finally(seeded);
  return { upstream: { kind: 'sandbox', baseUrl: url, apiKey }, close };
}

/** Says what takes so long, while it does. @returns the function that ends it */
function during(what: string): () => void {
  const started = Date.now();
  const say = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`${what}… (${seconds} s)`);
  };
  const first = setTimeout(say, 2_000);
  const timer = setInterval(say, 5_000);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}

/** Ctrl-C arrives more than once, from the terminal and from npm: what is closing goes on closing, for a while. */
function stopper(close: Close): (code: number) => void {
  let closing = false;
  return (code) => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(1), patience).unref();
    close().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(sentence(error));
        process.exit(1);
      },
    );
  };
}

function addressOf(address: AddressInfo | string | null, host: string): string {
  const port = typeof address === 'object' ? address?.port : undefined;
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`).origin;
}

/** What a person at a terminal can act on: the sentence, without the stack. */
function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `Port ${error.port} is in use. Stop what listens there, or set PORT (the sandbox: SANDBOX_PORT) to another one.`;
  }
  if ('code' in error && error.code === 'EADDRNOTAVAIL') {
    return 'HOST is no address of this machine. Set it to one, such as 127.0.0.1, or to 0.0.0.0 for all of them.';
  }
  // The query itself, with all that was to be written, is nothing to read.
  if (error instanceof DrizzleQueryError && error.cause) return `The database refused: ${error.cause.message}`;
  return error.message;
}
