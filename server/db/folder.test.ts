import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explained, ownFolder } from './folder.ts';
import { lockByPipe } from './lock.ts';
import { openDatabase } from './open.ts';
import { keptSecret } from './secret.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

test('a data folder that everybody could read is tightened, with all that is in it', async () => {
  const path = join(folder, 'open');
  await mkdir(join(path, 'pglite'), { recursive: true });
  await writeFile(join(path, 'pglite', 'rows'), '');
  for (const one of ['', 'pglite', 'pglite/rows']) await chmod(join(path, one), 0o777);
  await ownFolder(path);
  expect(await modeOf(path)).toBe('700');
  expect(await modeOf(join(path, 'pglite'))).toBe('700');
  expect(await modeOf(join(path, 'pglite', 'rows'))).toBe('600');
});

test('what a database and a secret leave in a new one is its owner’s alone', async () => {
  const path = join(folder, 'new');
  const before = process.umask(0o077);
  const { close } = await openDatabase({ dataDir: path });
  await keptSecret(path, 'a-secret');
  await close();
  process.umask(before);
  const open: string[] = [];
  for (const name of await readdir(path, { recursive: true })) {
    const { mode } = await stat(join(path, name));
    if ((mode & 0o077) !== 0) open.push(name);
  }
  expect(open).toEqual([]);
});

test('a folder that is a file, or lies below one, is refused in words', async () => {
  await writeFile(join(folder, 'file'), '');
  for (const path of [join(folder, 'file'), join(folder, 'file', 'below')]) {
    await expect(openDatabase({ dataDir: path })).rejects.toThrow(/^The data folder .* is a file.* Set DATA_DIR/);
  }
});

test.each([
  ['ENOSPC', /less than 64 MB left/],
  ['EROFS', /only be read/],
  ['EACCES', /may not be written/],
])('a disk that answers %s is refused in words', (code, words) => {
  const error = Object.assign(new Error('no'), { code });
  expect(explained('/data', error)).toMatchObject({ message: expect.stringMatching(words) });
});

test('a name that one process listens on is another’s only after it', async () => {
  const name = join(folder, 'pipe');
  const unlock = await lockByPipe(name, folder);
  await expect(lockByPipe(name, folder)).rejects.toThrow(/in use by another process/);
  unlock();
  await expect
    .poll(() =>
      lockByPipe(name, folder).then(
        (again) => again() ?? 'free',
        () => 'held',
      ),
    )
    .toBe('free');
});
