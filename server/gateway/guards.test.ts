import { describe, expect, test } from 'vitest';
import {
  type Got,
  openGateway,
  openUpstream,
  pageHeaders,
  type Sent,
  sendBytes,
  sendChange,
  sendRaw,
} from './gateway.testing.ts';

const v1 = '/api/v1/external';
const list = `${v1}/widgets/all`;
const update = `${v1}/widgets/update`;

async function open(publicOrigins: string[] = []) {
  const upstream = await openUpstream();
  return { ...upstream, ...(await openGateway(upstream.baseUrl, { publicOrigins })) };
}

function expectRefusal({ status, headers, body }: Got, expected: number) {
  expect(status).toBe(expected);
  expect(JSON.parse(body.toString())).toMatchObject({ hasError: true, errorCode: expected });
  expect(headers['content-type']).toMatch(/^application\/json/);
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
}

test('the page’s own requests pass', async () => {
  const { origin, requests } = await open();
  expect(
    (await sendRaw(origin, { path: `${list}?limit=1`, headers: { 'Sec-Fetch-Site': 'same-origin' } })).status,
  ).toBe(200);
  expect((await sendChange(origin, update)).status).toBe(200);
  expect((await sendChange(origin, `${v1}/calls/7/fields/notes`, { value: 'x' }, 'PATCH')).status).toBe(200);
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `GET ${list}?limit=1`,
    `POST ${update}`,
    `PATCH ${v1}/calls/7/fields/notes`,
  ]);
});

describe('Host', () => {
  test.each(['127.0.0.1', 'localhost', '[::1]', 'LocalHost'])('%s with the server’s port is its own', async (name) => {
    const { origin, port } = await open();
    expect((await sendRaw(origin, { path: '/health', headers: { Host: `${name}:${port}` } })).status).toBe(200);
  });

  test.each([
    ['of somebody else', () => 'rebound.example'],
    ['of somebody else with the port', (port: number) => `rebound.example:${port}`],
    ['without the port', () => '127.0.0.1'],
    ['with another port', () => 'localhost:1'],
    ['with two ports', (port: number) => `127.0.0.1:${port}:80`],
    ['with two ports, the other way round', (port: number) => `127.0.0.1:80:${port}`],
    ['of IPv6 with two ports', (port: number) => `[::1]:${port}:80`],
    ['of IPv6 without its brackets', (port: number) => `::1:${port}`],
    ['with a path', (port: number) => `127.0.0.1:${port}/`],
    ['with a space in it', (port: number) => `127.0.0.1 :${port}`],
    ['with a port that is written in another way', (port: number) => `127.0.0.1:0${port}`],
    ['with the address as one number', (port: number) => `2130706433:${port}`],
    ['twice', (port: number) => `127.0.0.1:${port}, 127.0.0.1:${port}`],
    ['with a trailing dot', (port: number) => `localhost.:${port}`],
    ['that begins like its own', (port: number) => `127.0.0.1:${port}.example`],
    ['with a user before it', (port: number) => `x@127.0.0.1:${port}`],
    ['of another address of this machine', (port: number) => `0.0.0.0:${port}`],
  ])('%s is refused everywhere', async (_, host) => {
    const { origin, port, requests } = await open();
    const headers = { Host: host(port) };
    for (const path of ['/', '/health', list]) expectRefusal(await sendRaw(origin, { path, headers }), 421);
    const change = { method: 'POST', path: update, headers: { ...pageHeaders(origin), ...headers }, body: '{}' };
    expectRefusal(await sendRaw(origin, change), 421);
    expect(requests).toEqual([]);
  });

  test.each(['console.example', 'console.example:443', 'CONSOLE.example'])(
    '%s is its own where it is reached by https://console.example/',
    async (Host) => {
      const { origin } = await open(['https://console.example/']);
      expect((await sendRaw(origin, { path: '/health', headers: { Host } })).status).toBe(200);
    },
  );

  test.each(['console.example:80', 'console.example:443:443', 'console.example.', 'console.example:'])(
    '%s is not',
    async (Host) => {
      const { origin } = await open(['https://console.example/']);
      expectRefusal(await sendRaw(origin, { path: '/health', headers: { Host } }), 421);
    },
  );

  test('an origin that was configured is its own, too', async () => {
    const { origin } = await open(['http://localhost:5173']);
    const headers = { Host: 'localhost:5173', Origin: 'http://localhost:5173' };
    const change = { method: 'POST', path: update, headers: { ...pageHeaders(origin), ...headers }, body: '{"id":1}' };
    expect((await sendRaw(origin, change)).status).toBe(200);
  });
});

describe('a change is refused', () => {
  const cases: [string, number, (headers: Record<string, unknown>) => void][] = [
    ['without an Origin', 403, (headers) => delete headers.Origin],
    ['from another origin', 403, (headers) => Object.assign(headers, { Origin: 'https://evil.example' })],
    [
      'from another port of this machine',
      403,
      (headers) => Object.assign(headers, { Origin: 'http://localhost:3000' }),
    ],
    ['from an origin without a name', 403, (headers) => Object.assign(headers, { Origin: 'null' })],
    [
      'from the same host by https',
      403,
      (headers) => Object.assign(headers, { Origin: `https${String(headers.Origin).slice(4)}` }),
    ],
    ['from another site', 403, (headers) => Object.assign(headers, { 'Sec-Fetch-Site': 'cross-site' })],
    [
      'from the same site but another origin',
      403,
      (headers) => Object.assign(headers, { 'Sec-Fetch-Site': 'same-site' }),
    ],
    ['without the console’s header', 403, (headers) => delete headers['X-CallPage-Console']],
    ['without a content type', 415, (headers) => delete headers['Content-Type']],
    ['as plain text', 415, (headers) => Object.assign(headers, { 'Content-Type': 'text/plain' })],
    ['as a form', 415, (headers) => Object.assign(headers, { 'Content-Type': 'application/x-www-form-urlencoded' })],
    [
      'as a form with files',
      415,
      (headers) => Object.assign(headers, { 'Content-Type': 'multipart/form-data; boundary=x' }),
    ],
    ['as something like JSON', 415, (headers) => Object.assign(headers, { 'Content-Type': 'application/jsonp' })],
    [
      'as text with JSON in a parameter',
      415,
      (headers) => Object.assign(headers, { 'Content-Type': 'text/plain; application/json' }),
    ],
  ];

  test.each(cases)('%s', async (_, status, spoil) => {
    const { origin, requests } = await open();
    const headers = pageHeaders(origin);
    spoil(headers);
    expectRefusal(await sendRaw(origin, { method: 'POST', path: update, headers, body: '{"id":1}' }), status);
    expect(requests).toEqual([]);
  });

  test.each([
    ['is not JSON', 400, 'id=1'],
    ['is cut short', 400, '{"id":'],
    ['is empty', 400, ''],
    ['is a list', 400, '[]'],
    ['is a text', 400, '"x"'],
    ['reaches for the prototype', 400, '{"__proto__":{"admin":true}}'],
    ['is larger than 1 MB', 413, JSON.stringify({ text: 'x'.repeat(1024 * 1024) })],
  ])('whose body %s', async (_, status, body) => {
    const { origin, requests } = await open();
    expectRefusal(await sendRaw(origin, { method: 'POST', path: update, headers: pageHeaders(origin), body }), status);
    expect(requests).toEqual([]);
  });

  test('that brings a query along: CallPage would mix it with the body', async () => {
    const { origin, requests } = await open();
    expectRefusal(await sendChange(origin, `${update}?enabled=0`), 400);
    expect(requests).toEqual([]);
  });
});

test('another site may not read: not by GET, not by a preflight', async () => {
  const { origin, requests } = await open();
  for (const site of ['cross-site', 'same-site', 'odd']) {
    expectRefusal(await sendRaw(origin, { path: list, headers: { 'Sec-Fetch-Site': site } }), 403);
  }
  const headers = {
    Origin: 'https://evil.example',
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'x-callpage-console',
  };
  expectRefusal(await sendRaw(origin, { method: 'OPTIONS', path: update, headers }), 403);
  expectRefusal(
    await sendRaw(origin, { method: 'OPTIONS', path: list, headers: pageHeaders(origin), body: '{}' }),
    404,
  );
  const read = await sendRaw(origin, { path: list, headers: { Origin: 'https://evil.example' } });
  expect(read.headers['cross-origin-resource-policy']).toBe('same-origin');
  expect(Object.keys(read.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  expect(requests).toHaveLength(1);
});

test('another site may not read however it writes the address', async () => {
  const { origin } = await open();
  for (const path of [
    '/auth/session',
    '/%61uth/session',
    '/e%76ents',
    '/activity/%63sv',
    '/console/do-not-call',
    '/%61ctivity/acts',
  ]) {
    expectRefusal(await sendRaw(origin, { path, headers: { 'Sec-Fetch-Site': 'same-site' } }), 403);
  }
});

describe('what the table does not list is answered 404 and forwarded nowhere', () => {
  const paths = [
    '/api',
    '/api/',
    '/api/v1',
    `${v1}/`,
    `${v1}/widgets`,
    `${v1}/widgets/all/`,
    `${v1}/widgets/all.`,
    `${v1}/widgets/all%20`,
    `${v1}/widgets/all;x=1`,
    `${v1}/widgets;x=1/all`,
    `${v1}/widgets/all%00`,
    `${v1}/widgets/all%3Flimit=1`,
    `${v1}/widgets/all#x`,
    `${v1}/widgets%2fall`,
    `${v1}/widgets%2Fall`,
    `${v1}/widgets%5call`,
    `${v1}/widgets\\all`,
    `${v1}//widgets/all`,
    `${v1}/widgets//all`,
    `/${v1}/widgets/all`,
    `//api.example/v1/external/widgets/all`,
    `${v1}/./widgets/all`,
    `${v1}/sms/../widgets/all`,
    `${v1}/sms/%2e%2e/widgets/all`,
    `${v1}/sms/..%2fwidgets/all`,
    `${v1}/../../__sandbox/requests`,
    `${v1}/%2e%2e/%2e%2e/__sandbox/requests`,
    `${v1}/widgets/%61ll`,
    `/%61pi/v1/external/widgets/all`,
    `${v1}/Widgets/all`,
    `${v1}/widgets/ALL`,
    '/API/v1/external/widgets/all',
    '/api/V1/external/widgets/all',
    '/api/v2/external/widgets/all',
    '/api/v3/external/widgets/all',
    `${v1}/billing/all`,
    `${v1}/widgets/purge`,
    '/api/v3/external/calls/1/../history',
    '/api/v3/external/calls/1/recording',
    '/__sandbox/faults',
    '/__sandbox/requests',
    '/__sandbox/reset',
    '/%5f_sandbox/requests',
    '/auth',
    '/auth/none',
    '/events/none',
    '/activity/none',
    '/console/none',
    '/%',
    '/%c0%ae/',
    'http://127.0.0.1/api/v1/external/widgets/all',
    'http://evil.example/api/v1/external/widgets/all',
    '*',
  ];

  test.each(paths)('%s', async (path) => {
    const { origin, requests } = await open();
    for (const method of ['GET', 'POST']) {
      const sent: Sent = { method, path, headers: { ...pageHeaders(origin), Accept: 'text/html' } };
      expectRefusal(await sendRaw(origin, method === 'GET' ? sent : { ...sent, body: '{"id":1}' }), 404);
    }
    expect(requests).toEqual([]);
  });

  test.each(['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH', 'MKCOL'])(
    'method %s',
    async (method) => {
      const { origin, requests } = await open();
      for (const path of [list, update, '/__sandbox/faults']) {
        const got = await sendRaw(origin, { method, path, headers: pageHeaders(origin), body: '{"id":1}' });
        if (method === 'HEAD') expect(got.status).toBe(404);
        else expectRefusal(got, 404);
      }
      expect(requests).toEqual([]);
    },
  );

  test.each([
    ['POST to what is read', 'POST', list],
    ['GET of what changes', 'GET', update],
    ['PATCH of what is posted', 'PATCH', update],
  ])('%s', async (_, method, path) => {
    const { origin, requests } = await open();
    expectRefusal(await sendRaw(origin, { method, path, headers: pageHeaders(origin), body: '{}' }), 404);
    expect(requests).toEqual([]);
  });

  test.each([
    ['by header', { headers: { 'X-HTTP-Method-Override': 'DELETE' } }],
    ['by another header', { headers: { 'X-HTTP-Method': 'DELETE' } }],
    ['by a third header', { headers: { 'X-Method-Override': 'DELETE' } }],
    ['in the body', { body: '{"_method":"DELETE","id":1}' }],
    ['in the query', { path: `${list}?_method=DELETE`, method: 'GET' }],
    ['in an encoded query', { path: `${list}?%5fmethod=DELETE`, method: 'GET' }],
  ])('a method override %s', async (_, { headers, ...rest }: Partial<Sent>) => {
    const { origin, requests } = await open();
    const sent = {
      method: 'POST',
      path: update,
      body: '{"id":1}',
      ...rest,
      headers: { ...pageHeaders(origin), ...headers },
    };
    expectRefusal(await sendRaw(origin, sent), 404);
    expect(requests).toEqual([]);
  });
});

test.each([
  ['empty', 'HTTP/1.1\r\nHost: ', 421],
  ['missing', 'HTTP/1.1\r\nX: ', 400],
  ['missing, in the old protocol', 'HTTP/1.0\r\nX: ', 400],
])('a Host that is %s is refused', async (_, rest, status) => {
  const { port, requests } = await open();
  const answer = await sendBytes(port, `GET ${list} ${rest}\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(requests).toEqual([]);
});

test.each([
  ['has two lengths', 'Content-Length: 2\r\nContent-Length: 8\r\n\r\n{}'],
  ['has a length and is chunked', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
  ['is chunked in an odd way', 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
])('a request that %s is refused before anything is forwarded', async (_, rest) => {
  const { port, requests } = await open();
  const head = Object.entries(pageHeaders(`http://127.0.0.1:${port}`)).map(([name, value]) => `${name}: ${value}\r\n`);
  const answer = await sendBytes(port, `POST ${update} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${head.join('')}${rest}`);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(requests).toEqual([]);
});
