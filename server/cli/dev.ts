import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { relative } from 'node:path';
import { createServer, type Plugin } from 'vite';

/** What the server is made from. Vite's own watcher tells when it changes. */
const serverSources = /^(server|src\/domain|src\/api\/wire)\/(?!.*\.test\.ts$)/;

let server: ChildProcess | undefined;
let restarts = Promise.resolve();
let ending = false;

// A plugin, because Vite makes a new watcher when its own configuration changes.
const restartsServer: Plugin = {
  name: 'restarts-server',
  configureServer: ({ watcher }) => {
    watcher.on('all', (_event, file) => {
      if (serverSources.test(relative(process.cwd(), file))) restarts = restarts.then(restartServer);
    });
  },
};

const vite = await createServer({ plugins: [restartsServer] });

process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));
process.on('exit', () => server?.kill('SIGKILL'));

try {
  await vite.listen();
  startServer(true);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await end(1);
}

/** A server that fails at its first start ends everything. Later a change caused it, and the next may mend it. */
function startServer(first: boolean): void {
  const origins = ['localhost', '127.0.0.1'].map((host) => `http://${host}:${vite.config.server.port}`);
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    stdio: 'inherit',
    env: { PUBLIC_ORIGIN: origins.join(), ...process.env },
  });
  server = child;
  child.once('exit', (code) => {
    if (server !== child || ending) return;
    server = undefined;
    if (first) void end(code ?? 1);
    else process.stderr.write('The server has stopped. It starts again after the next change.\n');
  });
}

/** One at a time: the data folder is locked until the old server has let go of it. */
async function restartServer(): Promise<void> {
  await stopServer();
  if (!ending) startServer(false);
}

async function stopServer(): Promise<void> {
  const child = server;
  server = undefined;
  if (!child || child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  await Promise.all([vite.close(), stopServer()]);
  process.exit(code);
}
