import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '#server/db/open.ts';
import { spawnSandbox, temporaryFolder } from '#server/testing/process.ts';
import { SandboxConfig } from './config.ts';
import { startSandbox } from './start.ts';

const config = (environment: Record<string, string>) =>
  SandboxConfig.parse({ SANDBOX_PORT: '0', SANDBOX_SEED: 'empty', ...environment });

const greeting = (url: string, Authorization: string) =>
  fetch(`${url}/api/v1/external`, { headers: { Authorization } }).then(({ status }) => status);

describe('the sandbox on a data folder', () => {
  it('makes a key at the first start, for its owner alone, and keeps it', async () => {
    const DATA_DIR = join(await temporaryFolder(), 'new', 'data');
    const first = await startSandbox(config({ DATA_DIR }));
    expect(await greeting(first.url, first.apiKey)).toBe(200);
    expect(new URL(first.url).hostname).toBe('127.0.0.1');
    await first.close();
    const path = join(DATA_DIR, 'sandbox-api-key');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readFile(path, 'utf8')).trim()).toBe(first.apiKey);
    const second = await startSandbox(config({ DATA_DIR }));
    expect(second.apiKey).toBe(first.apiKey);
    await second.close();
  });

  it('gives the secret of a key that is limited to scopes', async () => {
    const DATA_DIR = await temporaryFolder();
    const sandbox = await startSandbox(config({ DATA_DIR, SANDBOX_API_KEY: 'limited:sms.view' }));
    expect(sandbox.apiKey).toBe('limited');
    const response = await fetch(`${sandbox.url}/api/v1/external/widgets/all`, {
      headers: { Authorization: 'limited' },
    });
    expect(response.status).toBe(403);
    await sandbox.close();
  });

  it('refuses a second process in one sentence, and lets it in when the first is gone, however it went', async () => {
    const DATA_DIR = await temporaryFolder();
    const first = await spawnSandbox({ DATA_DIR });
    const refusal = `The data folder ${DATA_DIR} is in use by process ${first.process.pid}. Stop that process, or set DATA_DIR to another folder.`;
    await expect(spawnSandbox({ DATA_DIR })).rejects.toThrow(refusal);
    await expect(openDatabase({ dataDir: DATA_DIR })).rejects.toThrow(refusal);
    await first.end('SIGKILL');
    const second = await openDatabase({ dataDir: DATA_DIR });
    await expect(openDatabase({ dataDir: DATA_DIR })).rejects.toThrow(`in use by process ${process.pid}`);
    await second.close();
  });

  it('is not kept out by a lock file that names a living process', async () => {
    const DATA_DIR = await temporaryFolder();
    await writeFile(join(DATA_DIR, 'lock'), '1\n');
    const database = await openDatabase({ dataDir: DATA_DIR });
    await database.close();
  });

  it('says that its port is in use, and lets go of the folder', async () => {
    const DATA_DIR = await temporaryFolder();
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
      });
    });
    await expect(startSandbox(config({ DATA_DIR, SANDBOX_PORT: String(port) }))).rejects.toThrow(
      `Port ${port} is in use. Stop what listens there, or set SANDBOX_PORT to another port.`,
    );
    server.close();
    await (await openDatabase({ dataDir: DATA_DIR })).close();
  });

  it('says that PostgreSQL cannot be reached, without the password', async () => {
    const url = 'postgres://someone:secret-word@127.0.0.1:1/none';
    const failure = await openDatabase({ databaseUrl: url }).catch(String);
    expect(failure).toMatch(/PostgreSQL cannot be reached/);
    expect(failure).not.toContain('secret-word');
  });

  it('lets the answer that it is working on end before it closes', async () => {
    const sandbox = await startSandbox(config({ DATA_DIR: await temporaryFolder() }));
    const create = () =>
      fetch(`${sandbox.url}/api/v1/external/widgets/create`, {
        method: 'POST',
        headers: { Authorization: sandbox.apiKey, 'Content-Type': 'application/json' },
        body: JSON.stringify({ url: 'https://x.example' }),
      });
    await create();
    const answers = Promise.all(Array.from({ length: 3 }, create));
    const seen = () =>
      fetch(`${sandbox.url}/__sandbox/requests`, { headers: { Authorization: sandbox.apiKey } }).then((r) => r.text());
    await vi.waitUntil(async () => (await seen()).includes('"total":4'));
    await sandbox.close();
    expect((await answers).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('prints where it listens and its key, and ends cleanly', async () => {
    // What is the console's, as a shell may have it set, is nothing to the sandbox alone.
    const ofConsole = { HOST: '0.0.0.0', PORT: 'http', PUBLIC_ORIGIN: 'nowhere' };
    const sandbox = await spawnSandbox({ DATA_DIR: await temporaryFolder(), ...ofConsole });
    expect(sandbox.output).toEqual([`CallPage sandbox: ${sandbox.url}/api/v1/external`, 'API key:          test-key']);
    sandbox.process.kill('SIGINT');
    expect(await sandbox.end('SIGINT')).toBe(0);
  });

  it('names every bad variable', () => {
    const result = SandboxConfig.safeParse({
      SANDBOX_PORT: '70000',
      SANDBOX_API_KEY: 'key:no.scope',
      SANDBOX_SEED: 'huge',
      SANDBOX_RATE_LIMIT: '-1',
      DATABASE_URL: 'mysql://x',
    });
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual([
      'SANDBOX_PORT',
      'SANDBOX_API_KEY',
      'SANDBOX_SEED',
      'SANDBOX_RATE_LIMIT',
      'DATABASE_URL',
    ]);
  });
});
