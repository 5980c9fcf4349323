import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, constants, ftruncateSync, openSync, readFileSync, realpathSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/**
 * Takes the exclusive lock of a data folder, or throws one sentence naming the folder and the process that has it.
 * The lock is the kernel's own (`flock`), held by an open file: it ends with the process however that ends, so
 * nothing has to be judged stale, and a process id that was given out again misleads nobody. What the file says is
 * for the sentence only. Returns the function that lets go.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  if (process.platform === 'win32') return lockByPipe(pipeOf(folder), folder);
  const path = join(folder, 'lock');
  const file = openLocked(path);
  if (file === undefined) {
    throw new Error(
      `The data folder ${folder} is in use by process ${holderOf(path)}. Stop that process, or set DATA_DIR to another folder.`,
    );
  }
  ftruncateSync(file);
  writeSync(file, `${process.pid}\n`, 0);
  return () => closeSync(file);
}

/** Windows ends a named pipe with the process that listens on it, however that ends. */
const pipeOf = (folder: string) =>
  `\\\\.\\pipe\\callpage-console-${createHash('sha256').update(realpathSync(folder).toLowerCase()).digest('hex')}`;

/** Listens on a name that the kernel gives to one process at a time. */
export async function lockByPipe(name: string, folder: string): Promise<() => void> {
  const server = createServer((socket) => socket.destroy()).unref();
  try {
    server.listen(name);
    await once(server, 'listening');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new Error(
      `The data folder ${folder} is in use by another process. Stop that process, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
  return () => void server.close();
}

/** The open file that holds the lock; undefined where another one holds it. */
function openLocked(path: string): number | undefined {
  if (process.platform === 'darwin') return openExclusively(path);
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  // Node has no flock(2). The lock belongs to the open file, which the helper shares with us and leaves locked.
  const { status, error } = spawnSync('flock', ['-x', '-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', file] });
  if (status === 0) return file;
  closeSync(file);
  if (status === 1) return undefined;
  throw new Error(
    'The data folder cannot be locked: the command flock (Debian package util-linux) does not work here. ' +
      'Install it, or set DATABASE_URL to use PostgreSQL.',
    { cause: error },
  );
}

/** macOS locks while it opens: O_EXLOCK, which Node does not name, answers EAGAIN where somebody has the lock. */
function openExclusively(path: string): number | undefined {
  const exclusiveLock = 0x20;
  try {
    return openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | exclusiveLock, 0o600);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return undefined;
    throw error;
  }
}

function holderOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim() || 'unknown';
  } catch {
    return 'unknown';
  }
}
