import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownFolder } from './folder.ts';

/** A secret of this data folder, by name: made at the first start, readable by its owner alone. */
export async function keptSecret(dataDir: string, name: string, prefix = ''): Promise<string> {
  const path = join(dataDir, name);
  const whole = `${path}.${process.pid}`;
  await ownFolder(dataDir);
  // Linked when it is whole, and only where there is none: a start that is cut short leaves no half of a secret.
  await writeFile(whole, `${prefix}${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    await link(whole, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(whole);
  }
  return (await readFile(path, 'utf8')).trim();
}
