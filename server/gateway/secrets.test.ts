import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createLogger } from '#server/log.ts';
import { demoAccess } from '#server/testing/session.ts';
import { buildGateway } from './app.ts';
import {
  type Answering,
  answerJson,
  openUpstream,
  pageHeaders,
  type Recorded,
  sendRaw,
  sharedDb,
  signIn,
} from './gateway.testing.ts';
import { operations } from './operations.ts';
import { createScrubber } from './secrets.ts';

/** Letters that JSON, PHP, URLs and base64 each write in their own way, around a part that all of them leave alone. */
const core = randomBytes(16).toString('hex');
const key = `?>/+"\\%&${core}~~??>>=`;

const php = (text: string) => JSON.stringify(text).replaceAll('/', '\\/');
const forms: [string, string][] = [
  ['as it is', key],
  ['in JSON', JSON.stringify(key)],
  ['in PHP’s JSON', php(key)],
  ['in JSON in JSON', JSON.stringify(JSON.stringify(key))],
  ['in JSON that is all ASCII', key.replace(/\W/g, (it) => `\\u00${it.charCodeAt(0).toString(16)}`)],
  ['in a URL', encodeURIComponent(key)],
  ['in a URL in a URL', encodeURIComponent(encodeURIComponent(key))],
  ['in base64', Buffer.from(key).toString('base64')],
  ['in base64, in a URL', encodeURIComponent(Buffer.from(key).toString('base64'))],
  ['in base64, in PHP’s JSON', php(Buffer.from(key).toString('base64'))],
  ['in base64 for URLs', Buffer.from(key).toString('base64url')],
];

/** Every text in which the key could be read: its core, or a base64 of it at any of the three offsets. */
const traces = [
  core,
  ...[0, 1, 2].map((offset) =>
    Buffer.from(' '.repeat(offset) + core)
      .toString('base64')
      .slice(4, -4),
  ),
];

function expectNoTrace(text: string) {
  for (const trace of traces) expect(text).not.toContain(trace);
}

test.each(forms)('the key is taken out of a text %s', (_, form) => {
  const clean = createScrubber(key)(`before ${form} between ${form} after`);
  expectNoTrace(clean);
  expect(clean).toMatch(/^before \S*\[API key\]\S* between \S*\[API key\]\S* after$/);
});

test('a text without the key stays as it is', () => {
  const text = JSON.stringify({ data: ['[API key', encodeURIComponent('a/b')] });
  expect(createScrubber(key)(text)).toBe(text);
});

describe('an upstream that tells the key', () => {
  const told = { echo: forms.map(([, form]) => form), key };
  const envelope = (status: number): Answering => {
    return (response) => {
      response.setHeader('Set-Cookie', encodeURIComponent(key));
      response.setHeader('X-Debug', key);
      response.setHeader('Retry-After', key);
      response.statusMessage = `Key ${core}`;
      answerJson(response, { hasError: status !== 200, message: `Bad key ${key}`, data: told, headers: told }, status);
    };
  };
  const answers: [string, Answering][] = [
    ...[200, 401, 403, 404, 422, 429, 500].map((status): [string, Answering] => [`with ${status}`, envelope(status)]),
    ['in PHP’s JSON', (response) => response.end(php(JSON.stringify(told)).slice(1, -1).replaceAll('\\"', '"'))],
    ['in a page', (response) => response.end(`<h1>${key}</h1>`)],
    ['in a redirect', (response) => response.writeHead(302, { Location: `/?key=${encodeURIComponent(key)}` }).end(key)],
    ['and resets the connection', (_, { socket }) => socket.resetAndDestroy()],
    ['and closes it too early', (response, { socket }) => response.write(key, () => socket.destroy())],
  ];

  test.each(answers)('%s does not tell the browser or the log', async (_, answering) => {
    const log: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => log.push(String(line)) > 0);
    onTestFinished(() => void vi.restoreAllMocks());
    const { baseUrl, requests } = await openUpstream(answering);
    const gateway = await buildGateway({
      upstream: { baseUrl, apiKey: key, kind: 'live' },
      access: demoAccess(await sharedDb()),
      publicOrigins: [],
      timeZone: 'UTC',
      logger: createLogger('trace', createScrubber(key)),
    });
    onTestFinished(() => gateway.close());
    const origin = await gateway.listen({ host: '127.0.0.1', port: 0 });
    await signIn(origin);

    for (const [index, operation] of operations.entries()) {
      const path = operation.path.replaceAll(/\{\w+\}/g, '42');
      const sent = {
        method: operation.method,
        path,
        headers: { ...pageHeaders(origin), 'Accept-Encoding': 'identity' },
      };
      // No number twice: a second call would not be forwarded.
      const body = JSON.stringify({ id: 1, tel: `+482212345${index + 10}` });
      const got = await sendRaw(origin, operation.mutates ? { ...sent, body } : sent);
      expectNoTrace(got.statusMessage + JSON.stringify(got.headers) + got.body.toString());
    }
    for (const path of ['/health', '/', '/api', '/api/v1/external/none', '/%', '/__sandbox/requests']) {
      const got = await sendRaw(origin, { path });
      expectNoTrace(got.statusMessage + JSON.stringify(got.headers) + got.body.toString());
    }
    expect(requests.map(({ headers }: Recorded) => headers.authorization)).toEqual(operations.map(() => key));
    expect(log.length).toBeGreaterThan(0);
    expectNoTrace(log.join(''));
  });
});

test('a query that failed is logged without what was put into it', async () => {
  const log: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => log.push(String(line)) > 0);
  onTestFinished(() => void vi.restoreAllMocks());
  const db = await sharedDb();
  const failed = await db.execute(sql`select ${core}::text, ${'+48221234567'} from nowhere`).catch((error) => error);
  const logger = createLogger('info');
  logger.error(failed);
  logger.error(new Error('The session could not be read.', { cause: failed }));
  expect(log).toHaveLength(2);
  for (const line of log) {
    expect(line).toContain('nowhere');
    expect(line).toContain('does not exist');
    expectNoTrace(line);
    expect(line).not.toContain('48221234567');
  }
});

test('a line of the log loses the key wherever it stands', () => {
  const log: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => log.push(String(line)) > 0);
  onTestFinished(() => void vi.restoreAllMocks());
  const logger = createLogger('info', createScrubber(key));
  logger.info({ headers: { authorization: key }, [key]: 1 }, `The key is ${key}`);
  logger.error(new Error(`Bearer ${key}`, { cause: new Error(encodeURIComponent(key)) }));
  expect(log).toHaveLength(2);
  expectNoTrace(log.join(''));
});
