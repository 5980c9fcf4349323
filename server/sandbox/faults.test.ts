import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useAccount } from '#server/testing/account.ts';
import { testKey } from '#server/testing/client.ts';

const v1 = '/api/v1/external';

describe('faults', () => {
  const account = useAccount();
  let url: string;
  beforeAll(async () => {
    url = await account.app.listen({ port: 0, host: '127.0.0.1' });
  });
  beforeEach(async () => {
    await control('DELETE', 'faults');
    await control('DELETE', 'requests');
  });
  afterAll(() => account.app.close());

  const headers = { Authorization: testKey, 'Content-Type': 'application/json' };
  const control = async (method: string, path: string, body?: unknown) => {
    const init = body === undefined ? {} : { body: JSON.stringify(body), headers };
    const response = await fetch(`${url}/__sandbox/${path}`, { method, headers: { Authorization: testKey }, ...init });
    return { status: response.status, body: await response.json() };
  };
  const arm = (fault: Record<string, unknown>) => control('POST', 'faults', fault);
  const rename = (description: string, id = 1) =>
    fetch(`${url}${v1}/widgets/update`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ id, url: 'https://one.example', description }),
    });
  const stored = async (widget_id = 1) => (await account.get('widgets/get', { widget_id })).data;

  it.each(['before', 'after'])('meet one request %s its write, and no more', async (when) => {
    await arm({ operation: 'widgets.update', when, kind: 'status', status: 503, message: 'Down.' });
    const failed = await rename('first');
    expect(failed.status).toBe(503);
    expect(await failed.json()).toMatchObject({ hasError: true, message: 'Down.' });
    expect(await stored()).toMatchObject({ description: when === 'before' ? 'One' : 'first' });
    expect((await rename('second')).status).toBe(200);
    expect(await stored()).toMatchObject({ description: 'second' });
  });

  it('answer with a body of any form', async () => {
    const body = { data: [{ id: '7', data: { id: 7, notes: { data: [] } } }, null] };
    await arm({ operation: 'calls.list', when: 'before', kind: 'raw', body });
    const answer = await fetch(`${url}/api/v3/external/calls/history`, { headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(await answer.json()).toEqual(body);
  });

  it('meet as many requests as they are armed for', async () => {
    await arm({ operation: 'widgets.update', when: 'before', kind: 'status', times: 2 });
    const statuses = [await rename('a'), await rename('b'), await rename('c')].map(({ status }) => status);
    expect(statuses).toEqual([500, 500, 200]);
  });

  it('meet only the id that they are armed for', async () => {
    await arm({ operation: 'widgets.update', when: 'before', kind: 'status', matchId: 2 });
    expect((await rename('a', 1)).status).toBe(200);
    expect((await rename('b', 2)).status).toBe(500);
    await arm({ operation: 'sms.list', when: 'before', kind: 'status', matchId: 1 });
    expect((await account.get('sms/all', { widget_id: 2 })).status).toBe(200);
    expect((await account.get('sms/all', { widget_id: 1 })).status).toBe(500);
  });

  it('after a write are not used up by a request that fails by itself', async () => {
    await arm({ operation: 'widgets.update', when: 'after', kind: 'status' });
    expect((await rename('x'.repeat(256))).status).toBe(422);
    expect((await rename('y')).status).toBe(500);
  });

  it('can be about single fields', async () => {
    const errors = { description: ['Taken.'] };
    await arm({ operation: 'widgets.update', when: 'before', kind: 'status', status: 422, errors });
    expect(await (await rename('x')).json()).toMatchObject({ hasError: true, errors });
  });

  it('can be an error with status 200', async () => {
    await arm({ operation: 'widgets.update', when: 'after', kind: 'error200' });
    const response = await rename('x');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ hasError: true });
  });

  it('can be a page of a proxy', async () => {
    await arm({ operation: 'widgets.update', when: 'before', kind: 'html' });
    const response = await rename('x');
    expect(response.status).toBe(502);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('<h1>502</h1>');
  });

  it('can be half an answer', async () => {
    await arm({ operation: 'widgets.update', when: 'after', kind: 'truncated' });
    const response = await rename('x');
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).toMatch(/^\{"hasError":false/);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(await stored()).toMatchObject({ description: 'x' });
  });

  it.each(['before', 'after'])('can be a connection that breaks %s the write', async (when) => {
    await arm({ operation: 'widgets.update', when, kind: 'reset' });
    await expect(rename('x')).rejects.toThrow();
    expect(await stored()).toMatchObject({ description: when === 'before' ? 'One' : 'x' });
  });

  it('can ask for a retry later', async () => {
    await arm({ operation: 'widgets.update', when: 'before', kind: 'retry-after', delayMs: 2500 });
    const response = await rename('x');
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('3');
  });

  it('can be an answer that takes its time', async () => {
    await arm({ operation: 'widgets.update', when: 'after', kind: 'slow', delayMs: 300 });
    const start = performance.now();
    expect((await rename('x')).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(290);
  });

  it('let go of what they delay when they are cleared', async () => {
    await arm({ operation: 'widgets.update', when: 'before', kind: 'slow', delayMs: 120_000 });
    const renaming = rename('late');
    await expect.poll(async () => (await control('GET', 'faults')).body).toMatchObject({ data: [] });
    await control('DELETE', 'faults');
    expect((await renaming).status).toBe(200);
  });

  it('are listed and cleared', async () => {
    const fault = { operation: 'widgets.list', when: 'before', kind: 'reset', times: 3 };
    expect((await arm(fault)).body).toMatchObject({ data: [fault] });
    expect((await control('GET', 'faults')).body).toMatchObject({ data: [fault] });
    expect((await control('DELETE', 'faults')).status).toBe(200);
    expect((await control('GET', 'faults')).body).toMatchObject({ data: [] });
    expect((await account.get('widgets/all')).status).toBe(200);
  });

  it('are refused where they could never be met', async () => {
    const fault = { operation: 'widgets.list', when: 'before', kind: 'reset' };
    const wrong = [{ operation: 'widgets.none' }, { when: 'later' }, { kind: 'fire' }, { times: 0 }, { status: 200 }];
    for (const part of wrong) {
      const { status, body } = await arm({ ...fault, ...part });
      expect(status).toBe(422);
      expect(body).toMatchObject({ errors: { [Object.keys(part)[0] ?? '']: [expect.any(String)] } });
    }
  });

  it('want the key', async () => {
    for (const [method, path] of [
      ['GET', 'faults'],
      ['POST', 'faults'],
      ['DELETE', 'requests'],
      ['POST', 'batch'],
      ['POST', 'reset'],
    ]) {
      const response = await fetch(`${url}/__sandbox/${path}`, { method: method ?? 'GET' });
      expect(response.status).toBe(401);
    }
  });

  it('leave a record of what was asked, without queries and without the controls', async () => {
    await account.get('widgets/all', { limit: 1 });
    await account.get('widgets/all', { limit: 2 });
    await account.get('nothing');
    await fetch(`${url}${v1}/%zz`);
    await fetch(`${url}${v1}/users/all`);
    expect((await control('GET', 'requests')).body).toMatchObject({
      data: {
        total: 5,
        counts: { 'widgets.list': 2, unknown: 2, 'users.list': 1 },
        requests: [
          { method: 'GET', path: `${v1}/widgets/all`, operation: 'widgets.list' },
          { method: 'GET', path: `${v1}/widgets/all`, operation: 'widgets.list' },
          { method: 'GET', path: `${v1}/nothing`, operation: null },
          { method: 'GET', path: `${v1}/%zz`, operation: null },
          { method: 'GET', path: `${v1}/users/all`, operation: 'users.list' },
        ],
      },
    });
    await control('DELETE', 'requests');
    expect((await control('GET', 'requests')).body).toMatchObject({ data: { total: 0, requests: [] } });
  });

  it('are passed by when many calls are made at once, all or none', async () => {
    await arm({ operation: 'widgets.update', when: 'before', kind: 'status' });
    const update = (description: string, id = 1) => ({ id, url: 'https://one.example', description });
    const inputs = [update('a'), update('b')];
    const made = await control('POST', 'batch', { operation: 'widgets.update', inputs });
    expect(made.body).toMatchObject({ data: [{ id: 1 }, { id: 1 }] });
    expect(await stored()).toMatchObject({ description: 'b' });
    const wrong = [update('c'), update('d', 999_999)];
    expect((await control('POST', 'batch', { operation: 'widgets.update', inputs: wrong })).status).toBe(404);
    expect(await stored()).toMatchObject({ description: 'b' });
    expect((await control('GET', 'requests')).body).toMatchObject({ data: { counts: { 'widgets.get': 2 } } });
  });

  it('go with a reset, which restores a seed', async () => {
    await arm({ operation: 'widgets.list', when: 'before', kind: 'reset' });
    expect((await control('POST', 'reset', { seed: 'demo' })).status).toBe(200);
    expect((await account.get('widgets/all')).meta).toMatchObject({ count: 12 });
    expect((await control('POST', 'reset', { seed: 'other' })).status).toBe(422);
  });
});
