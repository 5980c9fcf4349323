import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach } from 'vitest';
import { testKey } from './client.ts';

export interface SandboxProcess {
  process: ChildProcess;
  url: string;
  /** What was printed until it was ready. */
  output: string[];
  /** Sends the signal and waits for the end; gives the exit code, null after a kill. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const main = join(import.meta.dirname, '../sandbox/main.ts');

/** Starts `server/sandbox/main.ts` as its own process and waits until it listens. Throws what it said instead. */
export async function spawnSandbox(environment: Record<string, string>): Promise<SandboxProcess> {
  // Node itself, with tsx inside it: killing the `tsx` command would leave its child alive.
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH: process.env.PATH, SANDBOX_PORT: '0', SANDBOX_SEED: 'empty', SANDBOX_API_KEY: testKey, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = once(child, 'exit').then(() => running.delete(child));
  const errors: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  const output: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    output.push(line);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output[0] ?? '')?.[0];
    if (url === undefined || output.length < 2) continue;
    const end = async (signal: NodeJS.Signals) => {
      child.kill(signal);
      await ended;
      return child.exitCode;
    };
    return { process: child, url, output, end };
  }
  await ended;
  throw new Error(errors.join('').trim());
}

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** A new folder under the system's temporary one; it goes, and what was started ends, after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'callpage-sandbox-'));
  folders.add(folder);
  return folder;
}

afterEach(async () => {
  for (const child of running) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  running.clear();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
  folders.clear();
});
