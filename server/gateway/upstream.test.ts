import { once } from 'node:events';
import { createServer } from 'node:net';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  type Answering,
  answerJson,
  apiKey,
  openGateway,
  openUpstream,
  pageHeaders,
  portOf,
  sendChange,
  sendRaw,
  signIn,
} from './gateway.testing.ts';

const list = '/api/v1/external/widgets/all';
const update = '/api/v1/external/widgets/update';

async function open(answering?: Answering, timeout?: number) {
  const upstream = await openUpstream(answering);
  return { ...upstream, ...(await openGateway(upstream.baseUrl, timeout === undefined ? {} : { timeout })) };
}

const json = (body: Buffer): unknown => JSON.parse(body.toString());

describe('what is forwarded', () => {
  test('is the target as it came, the key and a few headers; nothing else of the browser', async () => {
    const { origin, requests } = await open();
    const query = '?limit=1&widget_ids[]=7&url=%2Fa%20b&phone_number=%2B48&q=ż';
    await sendRaw(origin, {
      path: encodeURI(list) + query.replace('ż', '%C5%BC'),
      headers: {
        Accept: 'application/json',
        'Accept-Language': 'pl',
        Authorization: 'Bearer browser',
        Cookie: `${await signIn(origin)}; session=browser`,
        Forwarded: 'for=browser',
        'X-Forwarded-For': 'browser',
        'X-Forwarded-Host': 'browser',
        'X-Real-Ip': 'browser',
        'X-Anything': 'browser',
        'Proxy-Authorization': 'browser',
        Referer: 'http://browser.example/',
        Te: 'trailers',
        Connection: 'keep-alive, X-Anything',
        'User-Agent': 'browser',
        Range: 'bytes=0-1',
        'If-None-Match': 'browser',
      },
    });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.url).toBe(`${list}${query.replace('ż', '%C5%BC')}`);
    const { host, ...headers } = requests[0]?.headers ?? {};
    expect(host).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(headers).toEqual({
      authorization: apiKey,
      accept: 'application/json',
      'accept-language': 'pl',
      'accept-encoding': 'gzip, deflate',
      'user-agent': 'CallPage Console',
      connection: 'keep-alive',
      'sec-fetch-mode': 'cors',
    });
  });

  test('is the body that was checked, with its length', async () => {
    const { origin, requests } = await open();
    const body = { id: 1, description: 'Zażółć ☎', settings: [{ delay: 5 }], enabled: false };
    await sendChange(origin, update, body);
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual(body);
    expect(requests[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(JSON.stringify(body))),
    });
    expect(requests[0]?.headers['x-callpage-console']).toBeUndefined();
    expect(requests[0]?.headers.origin).toBeUndefined();
  });
});

describe('what comes back', () => {
  test('is the status, the body and Retry-After; no other header of the upstream', async () => {
    const { origin } = await open((response) => {
      response.setHeader('Set-Cookie', 'upstream=1');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Server', 'upstream');
      response.setHeader('Location', 'https://evil.example');
      response.setHeader('Retry-After', '7');
      answerJson(response, { hasError: true, errorCode: 429, message: 'Too many.' }, 429);
    });
    const got = await sendRaw(origin, { path: list });
    expect(got.status).toBe(429);
    expect(json(got.body)).toEqual({ hasError: true, errorCode: 429, message: 'Too many.' });
    expect(got.headers).toMatchObject({
      'retry-after': '7',
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    for (const name of ['set-cookie', 'access-control-allow-origin', 'server', 'location']) {
      expect(got.headers[name]).toBeUndefined();
    }
  });

  test('keeps its meaning when it says hasError with 200, or fails with an envelope of its own', async () => {
    const error = { hasError: true, errorCode: 12, message: 'No.', errors: { url: ['Bad.'] } };
    for (const status of [200, 404, 422, 500, 503]) {
      const { origin } = await open((response) => answerJson(response, error, status));
      const got = await sendChange(origin, update);
      expect(got.status).toBe(status);
      expect(json(got.body)).toEqual(error);
    }
  });

  test('is compressed for the browser, and a page of 100 rows is small and quick', async () => {
    const rows = Array.from({ length: 100 }, (_, id) => ({
      id,
      url: `https://shop-${id}.example`,
      enabled: id % 3 === 0,
    }));
    const { origin } = await open((response) => answerJson(response, { hasError: false, data: rows }));
    const whole = await sendRaw(origin, { path: list });
    const brotli = await sendRaw(origin, { path: list, headers: { 'Accept-Encoding': 'gzip, deflate, br' } });
    const gzip = await sendRaw(origin, { path: list, headers: { 'Accept-Encoding': 'gzip' } });
    expect(whole.headers['content-encoding']).toBeUndefined();
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(brotliDecompressSync(brotli.body)).toEqual(whole.body);
    expect(gunzipSync(gzip.body)).toEqual(whole.body);
    expect(brotli.body.length).toBeLessThan(whole.body.length / 4);
  });

  test('is read where the upstream compressed it', async () => {
    const { origin } = await open((response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
      response.end(gzipSync('{"hasError":false,"data":[1]}'));
    });
    expect(json((await sendRaw(origin, { path: list })).body)).toEqual({ hasError: false, data: [1] });
  });

  test('explains a 403 and hides a 401: neither is about the person', async () => {
    const refusing = (status: number, message: string) =>
      open((response) => answerJson(response, { hasError: true, errorCode: status, message }, status));
    const scope = await sendChange((await refusing(403, 'Missing scope widgets.edit.')).origin, update);
    expect(scope.status).toBe(403);
    expect(json(scope.body)).toMatchObject({
      message: 'The API key of this console is not allowed to do this. CallPage says: Missing scope widgets.edit.',
    });
    const wrong = await sendChange((await refusing(401, `Unknown key ${apiKey}`)).origin, update);
    expect(wrong.status).toBe(502);
    expect(json(wrong.body)).toMatchObject({ hasError: true, errorCode: 502, outcome: 'not_sent' });
    expect(wrong.body.toString()).toContain('CALLPAGE_API_KEY');
  });
});

const html = '<!doctype html><h1>502 Bad Gateway</h1>';
const whole = JSON.stringify({ hasError: false, data: [1, 2, 3] });

describe('an upstream that fails', () => {
  const failures: [string, number, Answering][] = [
    ['resets the connection', 502, (_, { socket }) => socket.resetAndDestroy()],
    ['closes the connection without an answer', 502, (_, { socket }) => socket.destroy()],
    [
      'closes it in the middle of the answer',
      502,
      (response, { socket }) => {
        response.writeHead(200, { 'Content-Length': whole.length });
        response.write(whole.slice(0, 9), () => socket.destroy());
      },
    ],
    [
      'closes it in the middle of a chunked answer',
      502,
      (response, { socket }) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.write(whole, () => socket.destroy());
      },
    ],
    ['sends half of the JSON as if it were all', 502, (response) => response.end(whole.slice(0, 9))],
    ['sends nothing', 502, (response) => response.end()],
    ['sends no content', 502, (response) => response.writeHead(204).end()],
    ['sends HTML', 502, (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(html)],
    ['sends HTML with a status of its own', 502, (response) => response.writeHead(503).end(html)],
    ['sends JSON that is no object', 502, (response) => response.end('[]')],
    ['redirects', 502, (response) => response.writeHead(302, { Location: 'https://evil.example/' }).end()],
    ['redirects and keeps the method', 502, (response) => response.writeHead(307, { Location: update }).end(whole)],
    [
      'sends what is not gzip as gzip',
      502,
      (response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(whole),
    ],
    [
      'sends too much',
      502,
      (response) => response.end(JSON.stringify({ hasError: false, data: 'x'.repeat(33 * 1024 * 1024) })),
    ],
    [
      'sends too much, compressed to little',
      502,
      (response) =>
        response
          .writeHead(200, { 'Content-Encoding': 'gzip' })
          .end(gzipSync(JSON.stringify({ data: ' '.repeat(33 * 1024 * 1024) }))),
    ],
    ['never answers', 504, () => undefined],
    [
      'never ends its answer',
      504,
      (response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.write('{');
      },
    ],
  ];

  test.each(failures)('%s: an envelope says so, and the request was sent once', async (_, status, answering) => {
    const { origin, requests } = await open(answering, status === 504 ? 300 : undefined);
    const read = await sendRaw(origin, { path: list });
    expect(read.status).toBe(status);
    expect(json(read.body)).toEqual({
      hasError: true,
      errorCode: status,
      message: expect.stringMatching(/^CallPage .+\. Try again in a moment\.$/),
    });
    expect(requests).toHaveLength(1);

    const change = await sendChange(origin, update);
    expect(change.status).toBe(status);
    expect(json(change.body)).toEqual({
      hasError: true,
      errorCode: status,
      message: expect.stringContaining('may or may not have been made'),
      outcome: 'unknown',
    });
    expect(requests).toHaveLength(2);
  });

  test('is not there: 503, and nothing was changed', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const port = portOf(server);
    server.close();
    await once(server, 'close');
    for (const baseUrl of [`http://127.0.0.1:${port}`, 'http://no-such-host.invalid']) {
      const { origin } = await openGateway(baseUrl);
      const got = await sendChange(origin, update);
      expect(got.status).toBe(503);
      expect(json(got.body)).toEqual({
        hasError: true,
        errorCode: 503,
        message: 'CallPage cannot be reached. Nothing was changed.',
        outcome: 'not_sent',
      });
    }
  });

  test('does not speak HTTP', async () => {
    const server = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { origin } = await openGateway(`http://127.0.0.1:${portOf(server)}`);
    expect((await sendRaw(origin, { path: list })).status).toBe(502);
  });
});

describe('a change is sent once', () => {
  test('when the upstream says that it was the wrong server (421)', async () => {
    const { origin, requests } = await open((response) => answerJson(response, { hasError: true }, 421));
    expect((await sendChange(origin, update)).status).toBe(421);
    expect(requests).toHaveLength(1);
  });

  test('when the connection that was kept open is reset', async () => {
    const { origin, requests } = await open((response, { method, socket }) =>
      method === 'GET' ? answerJson(response) : socket.resetAndDestroy(),
    );
    const sockets = 5;
    for (let round = 1; round <= sockets; round += 1) {
      expect((await sendRaw(origin, { path: list })).status).toBe(200);
      expect((await sendChange(origin, update)).status).toBe(502);
      expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(round);
    }
  });

  test('and goes on when the browser has left, while a read ends with it', async () => {
    const arrived: Record<string, Promise<unknown>> = {};
    const { origin, requests } = await open((response, { method }) => {
      arrived[method] = once(response, 'close').then(() => response.writableFinished);
      if (method === 'POST') leave.signal.addEventListener('abort', () => setImmediate(() => answerJson(response)));
    });
    const leave = new AbortController();
    const Cookie = await signIn(origin);
    const change = fetch(origin + update, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CallPage-Console': '1', Origin: origin, Cookie },
      body: '{"id":1}',
      signal: leave.signal,
    });
    const read = fetch(origin + list, { headers: { Cookie }, signal: leave.signal });
    await expect.poll(() => requests.length).toBe(2);
    leave.abort();
    await expect(change).rejects.toThrow('aborted');
    await expect(read).rejects.toThrow('aborted');
    expect(await arrived.POST).toBe(true);
    expect(await arrived.GET).toBe(false);
  });
});

test('the log says what was changed and why it failed, and no telephone number', async () => {
  const lines: string[] = [];
  const { baseUrl } = await openUpstream((response, { method }) =>
    method === 'GET' ? response.end(html) : answerJson(response, { hasError: false, data: { id: 1 } }),
  );
  const { origin } = await openGateway(baseUrl, {
    logger: pino({ level: 'trace' }, { write: (line) => lines.push(line) }),
  });
  await sendChange(origin, '/api/v1/external/widgets/call', { id: 1, tel: '+48221234567' });
  await sendRaw(origin, {
    path: `/api/v3/external/calls/history?phone_number=48221234567`,
    headers: pageHeaders(origin),
  });
  const log = lines.join('');
  expect(log).toContain('"operation":"widgets.call","status":200');
  expect(log).toContain('sent an answer that could not be read');
  expect(log).not.toContain('48221234567');
});
