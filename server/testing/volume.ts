import { execFile, spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Only root may mount: elsewhere nobody can have a disk of a few megabytes that is really full. */
export const canMount =
  process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;

export interface Volume {
  folder: string;
  /** Leaves no byte free. */
  fill(): void;
  /** Gives back what `fill` took. */
  free(): void;
  /** As the kernel does with a disk that it no longer trusts. */
  readOnly(): Promise<void>;
  remove(): Promise<void>;
}

/** A disk of its own, of so many megabytes. */
export async function mountVolume(megabytes: number): Promise<Volume> {
  const folder = await mkdtemp(join(tmpdir(), 'callpage-volume-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder]);
  await chmod(folder, 0o777);
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'a');
      for (let size = 1 << 20; size >= 1; size >>= 1) while (fits(file, size));
      closeSync(file);
    },
    free: () => rmSync(filler),
    readOnly: async () => void (await run('mount', ['-o', 'remount,ro', folder])),
    async remove() {
      // Whoever still has files open on it keeps them, and nobody finds it any more.
      await run('umount', ['-l', folder]);
      await rm(folder, { recursive: true });
    },
  };
}

/** Whether so many bytes more found room, all of them. */
function fits(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) === size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}
