import type { FastifyBaseLogger } from 'fastify';
import { type Db, type OpenDatabase, openConfigured } from '#server/db/open.ts';
import { keptSecret } from '#server/db/secret.ts';
import { buildSandbox } from './app.ts';
import type { SandboxConfig } from './config.ts';
import { seedIfEmpty } from './seed/index.ts';

export interface RunningSandbox {
  url: string;
  /** The secret alone, without the scopes that it may be limited to. */
  apiKey: string;
  /** As of the database, where it was opened here. */
  broken?: OpenDatabase['broken'];
  /** Lets requests that are being answered end; then closes the database where it was opened here. */
  close(): Promise<void>;
}

/**
 * Opens the database, seeds it where it is empty and listens, on loopback only.
 * Throws one sentence where the port or the data folder is in use or PostgreSQL cannot be reached.
 */
export async function startSandbox(config: SandboxConfig, logger?: FastifyBaseLogger): Promise<RunningSandbox> {
  const database = await openConfigured(config);
  try {
    const { close, ...sandbox } = await startSandboxOn(database.db, config, logger);
    return { ...sandbox, broken: database.broken, close: () => close().then(database.close) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The same on a database that is open, and stays so. */
export async function startSandboxOn(
  db: Db,
  config: SandboxConfig,
  logger?: FastifyBaseLogger,
): Promise<RunningSandbox> {
  const { DATA_DIR: dataDir, SANDBOX_PORT: port } = config;
  const apiKey = config.SANDBOX_API_KEY ?? (await keptSecret(dataDir, 'sandbox-api-key', 'sandbox_'));
  await seedIfEmpty(db, config.SANDBOX_SEED, new Date());
  const app = buildSandbox({
    db,
    apiKey,
    rateLimit: config.SANDBOX_RATE_LIMIT,
    ...(logger === undefined ? {} : { logger }),
  });
  const url = await app.listen({ port, host: '127.0.0.1' }).catch((error: unknown) => {
    throw explained(error, port);
  });
  return { url, apiKey: apiKey.split(':', 1)[0] ?? '', close: () => app.close() };
}

function explained(error: unknown, port: number): unknown {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) return error;
  return new Error(`Port ${port} is in use. Stop what listens there, or set SANDBOX_PORT to another port.`, {
    cause: error,
  });
}
