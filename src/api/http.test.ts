import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { ApiError } from './errors.ts';
import { onSignedOut, send, v1 } from './http.ts';
import { wasSentHere } from './intent-key.ts';
import { numeric } from './wire/primitives.ts';

const Widget = z.looseObject({ id: numeric });

afterEach(() => vi.unstubAllGlobals());

/** Has the next request answered, and tells what was asked. */
function answer(body: string, init: ResponseInit = {}) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(body, init));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

const read = () => send({ operation: 'widgets.get', path: v1('widgets/get'), query: { widget_id: 7 }, data: Widget });
const write = () =>
  send({ operation: 'widgets.update', path: v1('widgets/update'), method: 'POST', body: { id: 7 }, data: Widget });

async function failure(request: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await request.then(
    () => expect.fail('the request succeeded'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw error;
  return error;
}

test('gives the data, the meta and the greeting of a success', async () => {
  answer('{"hasError":false,"errorCode":0,"message":"Hi","data":{"id":"7"},"meta":{"count":"12","limit":100}}');
  expect(await read()).toEqual({ data: { id: 7 }, meta: { count: 12, limit: 100 }, message: 'Hi' });
});

test('reads an envelope without message and code, and a meta that is an empty list', async () => {
  answer('{"hasError":false,"data":{"id":7,"new_key":1},"meta":[]}');
  expect(await read()).toEqual({ data: { id: 7, new_key: 1 }, meta: {}, message: '' });
});

test('sends a read without a body and without what marks a change', async () => {
  const fetch = answer('{"hasError":false,"data":{"id":7}}');
  await read();
  expect(fetch).toHaveBeenCalledExactlyOnceWith('/api/v1/external/widgets/get?widget_id=7', {
    method: 'GET',
    headers: { Accept: 'application/json' },
  });
});

test('sends a change as JSON with the header that no other website can add', async () => {
  const fetch = answer('{"hasError":false,"data":{"id":7}}');
  await write();
  expect(fetch).toHaveBeenCalledExactlyOnceWith('/api/v1/external/widgets/update', {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'X-CallPage-Console': '1',
      'Idempotency-Key': expect.stringMatching(/^[\w-]{36}$/),
    },
    body: '{"id":7}',
  });
});

test('sends lists as name[] and leaves out what is undefined', async () => {
  const fetch = answer('{"hasError":false,"data":{"id":7}}');
  await send({ operation: 'calls.list', path: '/x', query: { widget_ids: [1, 2], url: undefined }, data: Widget });
  expect(fetch.mock.calls[0]?.[0]).toBe('/x?widget_ids%5B%5D=1&widget_ids%5B%5D=2');
});

test.each([200, 404, 500])('takes hasError for a failure whatever the status (%i)', async (status) => {
  answer('{"hasError":true,"errorCode":31,"message":"No such widget"}', { status });
  expect(await failure(read())).toMatchObject({
    operation: 'widgets.get',
    status,
    code: 31,
    message: 'No such widget',
    outcomeUnknown: false,
  });
});

test('keeps what a 422 says of each field', async () => {
  answer('{"hasError":true,"errorCode":422,"message":"Invalid","errors":{"url":["Not a URL"]}}', { status: 422 });
  expect((await failure(write())).fields).toEqual({ url: ['Not a URL'] });
});

test.each([
  ['30', 30, 'Slow down Try again in 30 seconds.', undefined],
  ['1', 1, 'Slow down Try again in a second.', 1000],
  ['3600', 3600, 'Slow down Try again in 60 minutes.', undefined],
  [new Date(Date.now() - 1000).toUTCString(), 0, 'Slow down Try again in a second.', 0],
  ['soon', undefined, 'Slow down', 1200],
])('heeds the rate limit’s Retry-After: %s', async (header, retryAfter, message, pause) => {
  answer('{"hasError":true,"message":"Slow down"}', { status: 429, headers: { 'Retry-After': header } });
  const error = await failure(read());
  expect(error).toMatchObject({ status: 429, retryAfter, message });
  expect(error.retryIn(2), 'milliseconds until the next try').toBe(pause);
});

test.each([
  [0, true],
  [403, false],
  [404, false],
  [422, false],
  [500, true],
  [503, true],
])('reads again after a status of %i: %s', (status, again) => {
  const error = new ApiError({ operation: 'widgets.list', status, message: '' });
  expect(error.retryIn(0) !== undefined).toBe(again);
});

test.each([
  ['an HTML page with 502', '<html><h1>Bad gateway</h1></html>', 502, /HTTP 502/],
  ['an HTML page with 200', '<html></html>', 200, /could not be read/],
  ['truncated JSON', '{"hasError":false,"data":{"id":', 200, /could not be read/],
  ['an empty body', '', 200, /could not be read/],
  ['an empty body with 503', '', 503, /HTTP 503/],
  ['JSON that is no envelope', '[1,2]', 200, /could not be read/],
  ['data of another shape', '{"hasError":false,"data":{"id":"seven"}}', 200, /could not be read/],
  ['an error status without hasError', '{"message":"Gone"}', 410, /HTTP 410/],
])('fails in words on %s, and says that a change may have happened', async (_case, body, status, words) => {
  answer(body, { status });
  expect(await failure(read())).toMatchObject({ message: expect.stringMatching(words), outcomeUnknown: false });
  expect(await failure(write())).toMatchObject({ message: expect.stringMatching(words), outcomeUnknown: true });
});

test('believes the gateway that a change was not sent', async () => {
  const body = (outcome: string) => `{"hasError":true,"errorCode":503,"message":"Unreachable","outcome":"${outcome}"}`;
  answer(body('not_sent'), { status: 503 });
  expect((await failure(write())).outcomeUnknown).toBe(false);
  answer(body('unknown'), { status: 502 });
  expect((await failure(write())).outcomeUnknown).toBe(true);
  answer(body('maybe'), { status: 502 });
  expect((await failure(write())).outcomeUnknown).toBe(true);
});

test('says of a lost connection that a change may have happened', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  expect(await failure(read())).toMatchObject({ status: 0, outcomeUnknown: false });
  expect(await failure(write())).toMatchObject({ status: 0, outcomeUnknown: true });
});

test('is not retried, whatever happens', async () => {
  const fetch = answer('', { status: 503 });
  await failure(write());
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('rejects with the reason of the abort, which is no error of the API', async () => {
  const abort = new AbortController();
  abort.abort(new Error('left the page'));
  vi.stubGlobal('fetch', async (_url: string, { signal }: RequestInit) => signal?.throwIfAborted());
  const request = send({ operation: 'root', path: '/x', data: Widget, signal: abort.signal });
  await expect(request).rejects.toThrow('left the page');
});

describe('a change', () => {
  const keyOf = (fetch: ReturnType<typeof answer>, call: number) =>
    new Headers(fetch.mock.calls[call]?.[1]?.headers).get('Idempotency-Key') ?? '';

  test('has a key of its own, by which the page knows it again', async () => {
    const fetch = answer('{"hasError":false,"data":{"id":7}}');
    fetch.mockImplementation(async () => new Response('{"hasError":false,"data":{"id":7}}'));
    await write();
    await write();
    expect(keyOf(fetch, 0)).not.toBe(keyOf(fetch, 1));
    expect(wasSentHere(keyOf(fetch, 0))).toBe(true);
    expect(wasSentHere('of another page')).toBe(false);
  });
});

describe('when the session has ended', () => {
  const signedOut = '{"hasError":true,"errorCode":401,"message":"Your session has ended.","reason":"signed_out"}';

  /** Refuses the first request and answers the next. */
  function refuseOnce() {
    const fetch = answer('');
    fetch.mockImplementationOnce(async () => new Response(signedOut, { status: 401 }));
    fetch.mockImplementation(async () => new Response('{"hasError":false,"data":{"id":7}}'));
    return fetch;
  }

  test('a request waits for the person to be back and goes on, a change with the same key', async () => {
    const fetch = refuseOnce();
    const signedInAgain = vi.fn(async () => expect(fetch).toHaveBeenCalledOnce());
    onSignedOut(signedInAgain);
    expect((await write()).data).toEqual({ id: 7 });
    expect(signedInAgain).toHaveBeenCalledOnce();
    expect(fetch.mock.calls[1]).toEqual(fetch.mock.calls[0]);
  });

  test('it fails with the refusal where the person leaves', async () => {
    const fetch = refuseOnce();
    onSignedOut((error) => Promise.reject(error));
    expect(await failure(read())).toMatchObject({ status: 401, reason: 'signed_out' });
    expect(fetch).toHaveBeenCalledOnce();
  });

  test('a read that nobody waits for any more is not sent again', async () => {
    const fetch = refuseOnce();
    const controller = new AbortController();
    onSignedOut(async () => controller.abort(new Error('gone')));
    const request = { operation: 'root', path: '/api/v1/external', data: z.unknown(), signal: controller.signal };
    await expect(send(request)).rejects.toThrow('gone');
    expect(fetch).toHaveBeenCalledOnce();
  });
});
