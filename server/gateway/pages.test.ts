import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { builtFiles, openBuilt, openUpstream, sendRaw } from './gateway.testing.ts';

const { 'index.html': index, 'assets/index-B1a2C3d4.js': script } = builtFiles;

async function open() {
  const { baseUrl, requests } = await openUpstream();
  return { requests, ...(await openBuilt(baseUrl)) };
}

const navigation = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'Sec-Fetch-Mode': 'navigate' };

describe('the built app', () => {
  test.each([
    '/',
    '/widgets',
    '/widgets/12/edit',
    '/widgets?search=a.b&page=2',
    '/statistics/',
    '/apiary',
    '/widgets/%00',
    '/widgets/%C3%A9?search=%00',
    '/widgets?search=%00',
    '/widgets?%00',
    '/widgets/%ff/edit?page=%ff',
    '/%',
    '/caf%C3%A9/%20/%F0%9F%98%80',
    '/widgets/12;x=1',
    '/%77idgets/all%2fof%5cthem',
    '/\'"<script>{}|^`',
    `/${'x'.repeat(8000)}`,
  ])('answers a person who opens %s with the page, to be asked for again each time', async (path) => {
    const { origin } = await open();
    for (const site of ['none', 'same-origin', 'cross-site']) {
      const got = await sendRaw(origin, { path, headers: { ...navigation, 'Sec-Fetch-Site': site } });
      expect(got.status).toBe(200);
      expect(got.body.toString()).toBe(index);
      expect(got.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    }
  });

  test('hands out hashed files for good, and the others to be asked for again', async () => {
    const { origin } = await open();
    const asset = await sendRaw(origin, { path: '/assets/index-B1a2C3d4.js' });
    expect(asset.body.toString()).toBe(script);
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.headers['content-type']).toMatch(/javascript/);

    const icon = await sendRaw(origin, { path: '/icon.svg' });
    expect(icon.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'image/svg+xml' });
    const etag = icon.headers.etag ?? '';
    const again = await sendRaw(origin, { path: '/icon.svg', headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
  });

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('is sent as the build compressed it: %s', async (encoding, decompress) => {
    const { origin } = await open();
    for (const [path, content] of [
      ['/assets/index-B1a2C3d4.js', script],
      ['/', index],
      ['/widgets', index],
    ] as const) {
      const got = await sendRaw(origin, { path, headers: { ...navigation, 'Accept-Encoding': encoding } });
      expect(got.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
      expect(decompress(got.body).toString()).toBe(content);
      expect(got.headers['content-length']).toBe(String(got.body.length));
      expect(got.headers['cache-control']).toBe(
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    }
  });

  test('answers HEAD like GET, without a body', async () => {
    const { origin } = await open();
    for (const path of ['/', '/widgets', '/assets/index-B1a2C3d4.js', '/health']) {
      const [head, get] = await Promise.all(
        ['HEAD', 'GET'].map((method) => sendRaw(origin, { method, path, headers: navigation })),
      );
      expect(head?.status).toBe(200);
      expect(head?.body.length).toBe(0);
      expect(head?.headers['content-type']).toBe(get?.headers['content-type']);
      expect(head?.headers['cache-control']).toBe(get?.headers['cache-control']);
    }
  });

  test.each([
    '/assets/missing.js',
    '/assets/',
    '/assets',
    '/missing.js',
    '/widgets/1.json',
    '/.vite/manifest.json',
    '/.env',
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/api',
    '/api/v1/external/none',
    '/API/v1',
    '/auth/none',
    '/events/none',
    '/activity/none',
    '/console/none',
    '/health/x',
    '/__sandbox/requests.json',
    '/%61pi/v1',
    '/%61%70%69',
    '/api%2fv1',
    '/%61uth/none',
    '/%45vents/none',
    '/activity%2Fnone',
    '/widgets/1%2ejson',
    '/%2eenv',
    '/widgets/%2e%2e/x',
  ])('has nothing at %s, and does not answer it with a page', async (path) => {
    const { origin } = await open();
    for (const method of ['GET', 'HEAD']) {
      const got = await sendRaw(origin, { method, path, headers: navigation });
      expect(got.status).toBe(404);
      expect(got.headers['content-type']).toMatch(/^application\/json/);
      expect(got.headers['cache-control']).toBe('no-store');
    }
  });

  test('has no page for a request that asks for something else', async () => {
    const { origin } = await open();
    for (const Accept of ['application/json', '*/*', 'image/png']) {
      expect((await sendRaw(origin, { path: '/widgets', headers: { Accept } })).status).toBe(404);
    }
  });
});

test('/health says what is behind the console, and no more', async () => {
  const { origin, requests } = await open();
  const { status, body } = await sendRaw(origin, { path: '/health' });
  expect(status).toBe(200);
  expect(JSON.parse(body.toString())).toEqual({
    status: 'ok',
    upstream: 'live',
    version: expect.stringMatching(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/),
  });
  expect(requests).toEqual([]);
});
