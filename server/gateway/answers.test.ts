import { once } from 'node:events';
import http from 'node:http';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import {
  answerJson,
  openBuilt,
  openGateway,
  openUpstream,
  pageHeaders,
  type Sent,
  sendBytes,
  sendRaw,
  signIn,
} from './gateway.testing.ts';
import { answerUnreadable } from './security.ts';

const list = '/api/v1/external/widgets/all';
const update = '/api/v1/external/widgets/update';
const navigation = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'Sec-Fetch-Mode': 'navigate' };

function expectSecured(headers: http.IncomingHttpHeaders) {
  expect(headers).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  expect(headers).toHaveProperty('cache-control');
  expect(headers['strict-transport-security']).toBeUndefined();
  expect(headers['x-powered-by']).toBeUndefined();
  const policy = String(headers['content-security-policy']).split('; ');
  expect(Object.fromEntries(policy.map((directive) => directive.split(/ (.*)/, 2)))).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: https:",
    'media-src': "'self' https: http://localhost:* http://127.0.0.1:*",
    'connect-src': "'self'",
    'font-src': "'self'",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  });
}

test('every answer to a request carries the strict headers', async () => {
  const { baseUrl } = await openUpstream((response, { url }) =>
    url.includes('limit=9') ? response.socket?.destroy() : answerJson(response),
  );
  const { origin } = await openBuilt(baseUrl);
  const asset = '/assets/index-B1a2C3d4.js';
  const { etag = '' } = (await sendRaw(origin, { path: asset })).headers;
  const change = { method: 'POST', path: update, headers: pageHeaders(origin) };
  const answers: [number, Sent][] = [
    [200, { path: '/' }],
    [200, { path: '/widgets/7' }],
    [200, { path: '/', method: 'HEAD' }],
    [200, { path: asset }],
    [206, { path: asset, headers: { Range: 'bytes=0-3' } }],
    [304, { path: asset, headers: { 'If-None-Match': etag } }],
    [416, { path: asset, headers: { Range: 'bytes=9999999-' } }],
    [404, { path: '/none.js' }],
    [404, { path: '/assets/../package.json' }],
    [200, { path: '/%' }],
    [200, { path: '/%ff', method: 'HEAD' }],
    [404, { path: '/api/%E0%A4%A' }],
    [404, { path: '/assets/%ff.js' }],
    [404, { path: '*', method: 'GET' }],
    [404, { path: 'http://evil.example/%ff' }],
    [421, { path: '/%ff', headers: { Host: 'evil.example' } }],
    [421, { path: '/', headers: { Host: 'evil.example' } }],
    [200, { path: '/health' }],
    [200, { path: '/auth/session' }],
    [401, { path: '/auth/people', headers: { Cookie: '' } }],
    [200, { path: '/activity/csv' }],
    [422, { path: '/activity/acts?limit=x' }],
    [200, { path: list }],
    [502, { path: `${list}?limit=9` }],
    [403, { path: list, headers: { 'Sec-Fetch-Site': 'cross-site' } }],
    [403, { path: update, method: 'OPTIONS' }],
    [404, { path: update, method: 'TRACE', headers: pageHeaders(origin) }],
    [200, { ...change, body: '{"id":1}' }],
    [400, { ...change, body: '{' }],
    [404, { ...change, path: '/api/none', body: '{}' }],
    [413, { ...change, body: ' '.repeat(1024 * 1024 + 1) }],
    [415, { ...change, headers: { ...change.headers, 'Content-Type': 'text/plain' }, body: 'x' }],
    [422, { ...change, body: '{"id":"\\u0000"}' }],
    [404, { path: '/none.js', headers: { Expect: 'the impossible' } }],
  ];
  for (const [status, sent] of answers) {
    const got = await sendRaw(origin, { ...sent, headers: { ...navigation, ...sent.headers } });
    expect([sent.path, got.status]).toEqual([sent.path, status]);
    expectSecured(got.headers);
    if (status >= 400) expect(JSON.parse(got.body.toString())).toMatchObject({ hasError: true, errorCode: status });
  }
});

test('the stream of events carries them, too', async () => {
  const { baseUrl } = await openUpstream();
  const { origin } = await openGateway(baseUrl);
  const request = http.get(`${origin}/events`, { headers: { Cookie: await signIn(origin) } });
  const [response] = await once(request, 'response');
  expect(response.headers['content-type']).toContain('text/event-stream');
  expectSecured(response.headers);
  request.destroy();
});

test.each([
  ['of no method', 400, 'FETCH / HTTP/1.1\r\nHost: HOST'],
  ['of another protocol', 400, 'GET / HTTP/9.9\r\nHost: HOST'],
  ['of no protocol', 400, 'hello'],
  ['with a header that is none', 400, 'GET / HTTP/1.1\r\nHost: HOST\r\n: x'],
  ['with a length that is none', 400, 'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1'],
  ['without a host', 400, 'GET / HTTP/1.1\r\nX: y'],
  ['with two hosts', 400, 'GET / HTTP/1.1\r\nHost: HOST\r\nHost: HOST'],
  ['of which Node expects nothing', 404, 'GET /none.js HTTP/1.1\r\nHost: HOST\r\nExpect: the impossible'],
  ['with too long a header', 431, `GET / HTTP/1.1\r\nHost: HOST\r\nX: ${'x'.repeat(20_000)}`],
  ['with too long an address', 431, `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: HOST`],
])('a request %s is refused with the headers and in words', async (_, status, head) => {
  const { port } = await openGateway('http://127.0.0.1:1');
  const answer = await sendBytes(port, `${head.replaceAll('HOST', `127.0.0.1:${port}`)}\r\nConnection: close\r\n\r\n`);
  expect(statusOf(answer)).toBe(status);
});

test('a request that does not arrive in time is told so, and nobody is told who has left', async () => {
  const answer = new PassThrough();
  answerUnreadable(Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), answer);
  expect(statusOf(await text(answer))).toBe(408);
  const gone = new PassThrough();
  answerUnreadable(Object.assign(new Error('gone'), { code: 'ECONNRESET' }), gone);
  expect(gone.readableLength).toBe(0);
});

/** The status of an answer as it was written, which is whole, has the headers and is an envelope. */
function statusOf(written: string): number {
  const [head = '', body = ''] = written.split('\r\n\r\n', 2);
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => line.split(/: (.*)/, 2)).map(([name = '', value]) => [name.toLowerCase(), value]),
  );
  expectSecured(headers);
  expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
  const status = Number(first.split(' ')[1]);
  expect(JSON.parse(body)).toEqual({ hasError: true, errorCode: status, message: expect.stringMatching(/\.$/) });
  return status;
}
