import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the built app is made from. */
const sources = ['src', 'public', 'index.html', 'package-lock.json', 'vite.config.ts'];
const built = 'dist/index.html';

if (!isFresh()) build();
await import('#server/main.ts');

/** A folder's own time tells of files that were removed from it. */
function isFresh(): boolean {
  return existsSync(built) && Math.max(...sources.map(newest)) < statSync(built).mtimeMs;
}

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** In a process of its own, so that the server does not carry the bundler's memory. */
function build(): void {
  process.stdout.write('Building the console. This takes a few seconds and is done again only after a change.\n');
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, vite, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
