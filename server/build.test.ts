import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';

const key = `${randomBytes(16).toString('hex')}/+?`;
const dist = mkdtempSync(join(tmpdir(), 'dist-'));
let files: string[] = [];

beforeAll(() => {
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', dist, '--logLevel', 'error'], {
    env: { ...process.env, NODE_ENV: 'production', CALLPAGE_API_KEY: key, SANDBOX_API_KEY: key, VITE_KEY: undefined },
  });
  files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(dist, file)).isFile(),
  );
});
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const contentOf = (file: string) => readFileSync(join(dist, file));

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
