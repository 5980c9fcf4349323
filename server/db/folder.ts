import { access, chmod, constants, mkdir, readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Nobody but its owner reads or writes what this process makes. Windows knows no such bits. */
export function keepToOwner(): void {
  process.umask(0o077);
}

/**
 * Makes the data folder, readable by its owner alone, or tightens the one that is there with all that is in it.
 * @throws Error one sentence where it is a file, or cannot be made or written
 */
export async function ownFolder(folder: string): Promise<void> {
  try {
    await make(folder);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    if (process.platform !== 'win32') await tighten(folder);
  } catch (error) {
    throw explained(folder, error);
  }
}

/** One folder after the other: Node's own `recursive` says of a disk that can only be read that there is no such file. */
async function make(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await make(dirname(folder));
    await mkdir(folder, { mode: 0o700 });
  }
}

/** Bytes that a new database needs, and some work after it: what finds no room while it runs ends the process. */
const leastRoom = 64 * 1024 * 1024;

/** @throws Error one sentence where a database has no room in the folder */
export async function requireRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < leastRoom)
    throw explained(folder, Object.assign(new Error('There is no room.'), { code: 'ENOSPC' }));
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** What made a write into the data folder fail, in words. */
export function explained(folder: string, error: unknown): unknown {
  const why = reasons[codeOf(error)];
  return why ? new Error(`The data folder ${folder} ${why}`, { cause: error }) : error;
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'is a file. Set DATA_DIR to a folder.',
  ENOTDIR: 'is a file, or lies below one. Set DATA_DIR to a folder.',
  EACCES: 'may not be written by this user. Give it to them, or set DATA_DIR to another one.',
  EPERM: 'may not be written by this user. Give it to them, or set DATA_DIR to another one.',
  EROFS: 'is on a disk that can only be read. Set DATA_DIR to another one.',
  ENOSPC: 'is on a disk with less than 64 MB left. Free some room, or set DATA_DIR to another one.',
};

async function tighten(path: string): Promise<void> {
  const entry = await stat(path);
  const mode = entry.isDirectory() ? 0o700 : 0o600;
  if ((entry.mode & 0o777) !== mode) await chmod(path, mode);
  if (!entry.isDirectory()) return;
  for (const name of await readdir(path)) await tighten(join(path, name));
}
