import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { findBrowser } from '#server/testing/browser.ts';

/**
 * `npm run bench`: builds the console and the apps it is compared with, starts them all, measures them in turn and
 * prints the table of README.md. What follows `--` goes to measure.mjs: `npm run bench -- --runs 3 --apps console`.
 */
const folder = import.meta.dirname;
const results = path.resolve('test-results', 'bench.jsonl');
const apps = z
  .record(z.string(), z.object({ dist: z.string() }))
  .parse(JSON.parse(readFileSync(path.join(folder, 'apps.json'), 'utf8')));

const servers: ChildProcess[] = [];
process.on('exit', () => {
  for (const server of servers) server.kill();
});

buildApps();
run('npm', ['run', '--silent', 'build'], '.');
await start('serve.mjs');
await start('console.ts');
rmSync(results, { force: true });
measure('--out', results, ...process.argv.slice(2));
measure('--report', results);
process.exit(0);

/** Their packages are a few hundred MB, so they are fetched for this alone, once. */
function buildApps(): void {
  for (const [name, { dist }] of Object.entries(apps)) {
    if (existsSync(path.join(folder, dist, 'index.html'))) continue;
    const app = path.join(folder, path.dirname(dist));
    const packages = existsSync(path.join(app, 'package.json')) ? app : path.dirname(app);
    if (!existsSync(path.join(packages, 'node_modules'))) run('npm', ['ci'], packages);
    console.log(`Building ${name}`);
    run('npx', ['vite', 'build', app, '--config', path.join(packages, 'vite.config.js')], packages);
  }
}

function run(command: string, args: string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${cwd}.`);
}

function measure(...args: string[]): void {
  spawnSync(process.execPath, [path.join(folder, 'measure.mjs'), ...args], {
    stdio: 'inherit',
    env: { ...process.env, CHROME_PATH: findBrowser() },
  });
}

/** Resolves when the server says that it is ready, which with 10,000 widgets takes some seconds. */
function start(file: string): Promise<void> {
  const server = spawn(process.execPath, ['--import', 'tsx', path.join(folder, file)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  servers.push(server);
  return new Promise((resolve, reject) => {
    server.stdout.on('data', (said) => {
      if (String(said).includes('ready')) resolve();
    });
    server.on('exit', () => reject(new Error(`${file} ended before it was ready.`)));
  });
}
