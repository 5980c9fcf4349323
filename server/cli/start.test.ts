import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { appendFile, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#server/db/open.ts';
import { demoCookie } from '#server/testing/session.ts';

/** What `npm start` needs of the repository. Nothing is built in it, and no data is there. */
const parts = ['index.html', 'package.json', 'package-lock.json', 'public', 'server', 'src', 'vite.config.ts'];
const key = `${randomBytes(16).toString('hex')}/+?`;

const folders: string[] = [];
const ends: (() => void)[] = [];
let project = '';
let first: Started;
let files: string[] = [];

beforeAll(async () => {
  project = await copyOf('.', parts);
  first = start(project, { CALLPAGE_API_KEY: key, SANDBOX_API_KEY: key });
  await first.address;
  first.interrupt();
  await first.ended;
  const entries = readdirSync(join(project, 'dist'), { recursive: true, encoding: 'utf8' });
  files = entries.filter((file) => statSync(join(project, 'dist', file)).isFile());
});
afterAll(async () => {
  for (const end of ends) end();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A project of its own, on this one's packages. */
async function copyOf(origin: string, names: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'console-start-'));
  folders.push(folder);
  const copy = (name: string) =>
    cp(join(origin, name), join(folder, name), { recursive: true, preserveTimestamps: true });
  await Promise.all(names.map(copy));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

type Started = ReturnType<typeof start>;

/** `npm start` as it is typed in a terminal: in a process group of its own, which a Ctrl-C reaches as a whole. */
function start(cwd: string, environment: Record<string, string> = {}) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('npm', ['start'], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, PORT: '0', SANDBOX_PORT: '0', ...environment },
  });
  const signal = (name: NodeJS.Signals) => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, name);
  };
  ends.push(() => signal('SIGKILL'));
  const printed = { stdout: '', stderr: '' };
  child.stderr.setEncoding('utf8').on('data', (text) => (printed.stderr += text));
  const ended = once(child, 'close').then(([code]: unknown[]) => code);
  const address = new Promise<string>((found, missed) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      printed.stdout += text;
      const [, url] = /^CallPage Console \(\w+\) is at (\S+)$/m.exec(printed.stdout) ?? [];
      if (url) found(url);
    });
    ended.then(() => missed(new Error(`npm start ended without an address: ${printed.stderr}`)), missed);
  });
  return { printed, address, ended, interrupt: () => signal('SIGINT') };
}

const building = 'Building the console.';

test('npm start builds what is not built yet, without a warning, and prints where the console is', async () => {
  expect(first.printed.stdout).toContain(building);
  expect(first.printed.stdout).toContain('CallPage Console (live) is at http://127.0.0.1:');
  expect(first.printed.stderr).toBe('');
  expect(await first.ended).toBe(0);
});

test('npm start serves at once what is built; Ctrl-C ends it with 0 and lets go of the data', async () => {
  const { printed, address, ended, interrupt } = start(project);
  const origin = await address;
  expect(printed.stdout).not.toContain(building);
  const page = await fetch(origin);
  expect(await page.text()).toBe(contentOf('index.html').toString());
  const widgets = `${origin}/api/v1/external/widgets/all`;
  const list = await fetch(widgets, { headers: { Cookie: await demoCookie(origin, 'operator') } });
  expect(await list.json()).toMatchObject({ hasError: false, meta: { count: 12 } });

  interrupt();
  expect(await ended).toBe(0);
  await expect(fetch(origin)).rejects.toThrow();
  const database = await openDatabase({ dataDir: join(project, 'data') });
  await database.close();
});

test('npm start builds again after a change, and ends with what is wrong where that fails', async () => {
  const broken = await copyOf(project, [...parts, 'dist']);
  await appendFile(join(broken, 'src/main.tsx'), '\nthis is no program\n');
  const { printed, address, ended } = start(broken);
  await expect(address).rejects.toThrow('src/main.tsx');
  expect(printed.stdout).toContain(building);
  expect(await ended).toBe(1);
});

const contentOf = (file: string) => readFileSync(join(project, 'dist', file));

test('no file of the build holds the key that was in the environment', () => {
  const traces = [key, encodeURIComponent(key), key.slice(0, 32), Buffer.from(key).toString('base64')];
  for (const file of files) {
    const bytes = contentOf(file);
    const plain = file.endsWith('.br') ? brotliDecompressSync(bytes) : file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    for (const trace of traces) expect(plain.includes(trace), file).toBe(false);
  }
});

test('every text of the build has a brotli and a gzip form of the same content', () => {
  const texts = files.filter((file) => /\.(js|css|html|svg|webmanifest)$/.test(file));
  expect(texts).toContain('index.html');
  for (const file of texts) {
    expect(brotliDecompressSync(contentOf(`${file}.br`)).equals(contentOf(file)), file).toBe(true);
    expect(gunzipSync(contentOf(`${file}.gz`)).equals(contentOf(file)), file).toBe(true);
  }
});

test('the page keeps to the content security policy: no script in it, none of another origin', () => {
  const html = contentOf('index.html').toString();
  const scripts = [...html.matchAll(/<script\b([^>]*)>([^<]*)/g)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes, content] of scripts) {
    expect(attributes).toMatch(/ src="\/assets\/[\w.~-]+\.js"/);
    expect(content?.trim()).toBe('');
  }
  expect(html).not.toMatch(/\son\w+=|javascript:|https?:\/\//);
});

test('files under assets carry a hash in their names, so they may be kept for good', () => {
  const assets = files.filter((file) => file.startsWith('assets/'));
  expect(assets.length).toBeGreaterThan(0);
  for (const file of assets) expect(file).toMatch(/-[\w-]{8}\.\w+(\.br|\.gz)?$/);
});
