import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

const Running = z.object({
  /** Where the console is. */
  url: z.string(),
  /** Where the sandbox is, for the tests themselves: the browser never sees it. */
  sandboxUrl: z.string(),
  apiKey: z.string(),
  /** By which the first operator comes in, where there are no demo people. */
  setUpLink: z.string().optional(),
});
export type RunningServer = z.infer<typeof Running>;
type Stoppable = RunningServer & { stop: () => Promise<void> };

/** Runs a TypeScript file to its end. Throws with what it printed where it fails. */
export async function runScript(script: string, ...args: string[]): Promise<void> {
  const child = start(script, args);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${script} ended with ${code}:\n${printed(child)}`);
}

/** Starts `server/testing/e2e-server.ts` on a dump and waits until it answers. */
export async function startServer(dump: string, env: NodeJS.ProcessEnv = {}): Promise<Stoppable> {
  const child = start('server/testing/e2e-server.ts', [dump], env);
  if (!child.stdout) throw new Error('The server has no output to read its address from.');
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([once(lines, 'line'), once(child, 'exit')]);
  if (child.exitCode !== null) throw new Error(`The server for the tests did not start:\n${printed(child)}`);
  const stop = async () => {
    if (child.exitCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
  };
  return { ...Running.parse(JSON.parse(String(line[0]))), stop };
}

/** Starts `npm run dev` on free ports with a data folder of its own, and waits until Vite's proxy reaches the server. */
export async function startDev(): Promise<Stoppable> {
  const folder = await mkdtemp(path.join(tmpdir(), 'console-dev-'));
  const [devPort, port, sandboxPort] = await freePorts(3);
  const apiKey = crypto.randomUUID();
  const env = {
    ...process.env,
    DEV_PORT: String(devPort),
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_API_KEY: apiKey,
    DATA_DIR: folder,
    LOG_LEVEL: 'error',
  };
  // A process group of its own: npm, the shell and the two servers under it end together.
  const child = spawn('npm', ['run', 'dev'], { detached: true, stdio: ['ignore', 'ignore', 'pipe'], env });
  collect(child);
  const url = `http://127.0.0.1:${devPort}`;
  const stop = async () => {
    if (child.exitCode === null && child.pid !== undefined) {
      const exit = once(child, 'exit');
      process.kill(-child.pid, 'SIGTERM');
      await exit;
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  while (!(await answers(`${url}/health`))) {
    if (child.exitCode !== null) throw new Error(`npm run dev did not start:\n${printed(child)}`);
    await wait(200);
  }
  return { url, sandboxUrl: `http://127.0.0.1:${sandboxPort}`, apiKey, stop };
}

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

/** Ports that are free now, all different. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => Number(Object(server.address()).port));
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

const errors = new WeakMap<ChildProcess, string[]>();
const printed = (child: ChildProcess) => (errors.get(child) ?? []).join('').slice(-4000);

function start(script: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  collect(child);
  return child;
}

function collect(child: ChildProcess): void {
  const chunks: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  errors.set(child, chunks);
}
