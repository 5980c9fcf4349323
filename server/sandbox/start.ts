import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { openDatabase } from '#server/db/open.ts';
import { buildSandbox } from './app.ts';
import type { SandboxConfig } from './config.ts';
import { seedIfEmpty } from './seed/index.ts';

export interface RunningSandbox {
  url: string;
  /** The secret alone, without the scopes that it may be limited to. */
  apiKey: string;
  /** Lets requests that are being answered end, then closes the database. */
  close(): Promise<void>;
}

/**
 * Opens the database, seeds it where it is empty and listens, on loopback only.
 * Throws one sentence where the port or the data folder is in use or PostgreSQL cannot be reached.
 */
export async function startSandbox(config: SandboxConfig, logger?: FastifyBaseLogger): Promise<RunningSandbox> {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, SANDBOX_PORT: port } = config;
  const database = await openDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl });
  try {
    const apiKey = config.SANDBOX_API_KEY ?? (await keptKey(dataDir));
    await seedIfEmpty(database.db, config.SANDBOX_SEED, new Date());
    const app = buildSandbox({
      db: database.db,
      apiKey,
      rateLimit: config.SANDBOX_RATE_LIMIT,
      ...(logger === undefined ? {} : { logger }),
    });
    app.addHook('onClose', () => database.close());
    const url = await app.listen({ port, host: '127.0.0.1' }).catch((error: unknown) => {
      throw explained(error, port);
    });
    return { url, apiKey: apiKey.split(':', 1)[0] ?? '', close: () => app.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The key of this data folder: made at the first start, readable by its owner alone. */
async function keptKey(dataDir: string): Promise<string> {
  const path = join(dataDir, 'sandbox-api-key');
  const whole = `${path}.${process.pid}`;
  await mkdir(dataDir, { recursive: true });
  // Linked when it is whole, and only where there is none: a start that is cut short leaves no half of a key.
  await writeFile(whole, `sandbox_${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  try {
    await link(whole, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(whole);
  }
  return (await readFile(path, 'utf8')).trim();
}

function explained(error: unknown, port: number): unknown {
  if (!hasCode(error, 'EADDRINUSE')) return error;
  return new Error(`Port ${port} is in use. Stop what listens there, or set SANDBOX_PORT to another port.`, {
    cause: error,
  });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
