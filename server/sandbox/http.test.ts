import { describe, expect, it } from 'vitest';
import { buildSandbox } from '#server/sandbox/app.ts';
import { useAccount } from '#server/testing/account.ts';
import { ask } from '#server/testing/client.ts';
import { wednesday } from '#server/testing/small-account.ts';

const root = '/api/v1/external';

describe('the sandbox as an HTTP server', () => {
  const account = useAccount();
  const headers = { authorization: 'test-key', 'content-type': 'application/json' };

  it('greets', async () => {
    expect(await ask(account.app, { path: root })).toMatchObject({
      status: 200,
      data: [],
      message: expect.stringMatching(/./),
    });
  });

  it('indents for pretty_output', async () => {
    const { response } = await ask(account.app, { path: root, input: { pretty_output: 1 } });
    expect(response.body).toContain('\n  "hasError": false');
  });

  it('answers a path that it does not know with a 404 envelope', async () => {
    for (const path of [
      '/',
      '/api',
      `${root}/widgets`,
      `${root}/widgets/all/`,
      `${root}/Widgets/all`,
      `${root}//widgets/all`,
    ]) {
      expect(await ask(account.app, { path })).toMatchObject({ status: 404, hasError: true });
    }
  });

  it('refuses what nobody sends in earnest, as JSON and as a form', async () => {
    const input = Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`k${n}`, 1]));
    for (const form of [false, true]) {
      const answer = await ask(account.app, { method: 'POST', path: `${root}/widgets/create`, input, form });
      expect(answer).toMatchObject({ status: 422, message: expect.stringMatching(/at most\.$/) });
    }
  });

  it('names the method that a path takes', async () => {
    const { response } = await ask(account.app, { path: `${root}/widgets/delete` });
    expect(response.statusCode).toBe(405);
    expect(response.headers.allow).toBe('POST');
  });

  it('answers a body that it cannot read with an envelope', async () => {
    const bodies = [
      ['application/json', '{"id":', 400],
      ['application/json', '[1]', 422],
      ['application/json', '"x"', 422],
      ['application/json', 'null', 422],
      ['application/json', '', 422],
      ['text/plain', 'id=1', 415],
      ['application/json', JSON.stringify({ id: 1, x: 'x'.repeat(1_100_000) }), 413],
    ] as const;
    for (const [type, payload, status] of bodies) {
      const response = await account.app.inject({
        method: 'POST',
        url: `${root}/widgets/delete`,
        headers: { ...headers, 'content-type': type },
        payload,
      });
      expect(response.statusCode, payload.slice(0, 20)).toBe(status);
      expect(response.json()).toMatchObject({ hasError: true, message: expect.stringMatching(/./) });
    }
  });

  it('lets no key reach a prototype', async () => {
    const payload = '{"id":2,"url":"https://two.example","__proto__":{"enabled":true},"constructor":{"x":1}}';
    const json = await account.app.inject({ method: 'POST', url: `${root}/widgets/update`, headers, payload });
    expect(json.statusCode).toBe(200);
    await account.app.inject({
      method: 'POST',
      url: `${root}/widgets/update`,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'id=2&url=https://two.example&__proto__[enabled]=1&constructor[prototype][enabled]=1',
    });
    expect((await account.get('widgets/get', { id: 2 })).data).toMatchObject({ enabled: false });
    expect(Object.hasOwn(Object.prototype, 'enabled')).toBe(false);
  });

  it('takes id for widget_id', async () => {
    expect((await account.get('widgets/get', { id: 2 })).data).toMatchObject({ id: 2 });
  });

  it('gives the short form of managers in a list and both names in detail', async () => {
    const { data } = await account.get('widgets/all', { limit: 1 });
    expect(data).toMatchObject([{ managers: [{ id: 1, enabled: true, user: { id: 1, name: 'Anna Owner' } }, {}, {}] }]);
    expect(JSON.stringify(data)).not.toMatch(/business_times|departments|settings/);
    const detail = await account.get('widgets/get', { widget_id: 1 });
    expect(detail.data).toMatchObject({
      widget_code: 'code-1',
      managers: [{ departments: [{ name: 'Sales' }], business_times: expect.any(Array) }, {}, {}],
    });
    expect(detail.data).toMatchObject({ assignments: [{ manager_id: 1 }, { manager_id: 2 }, { manager_id: 3 }] });
  });

  it('pages through a list', async () => {
    expect(await account.get('users/all', { limit: 2, offset: 3 })).toMatchObject({
      data: [{ id: 4 }],
      meta: { count: 4, limit: 2, offset: 3 },
    });
    expect(await account.get('managers/all', { widget_id: 1, limit: 1, offset: 1 })).toMatchObject({
      data: [{ user_id: 2 }],
      meta: { count: 3, limit: 1, offset: 1 },
    });
  });

  it('limits the requests of a minute, and says when to come back', async () => {
    let now = wednesday;
    const app = buildSandbox({ db: account.db, apiKey: 'test-key', rateLimit: 2, now: () => now });
    expect((await ask(app, { path: root })).status).toBe(200);
    expect((await ask(app, { path: root })).status).toBe(200);
    now = new Date(wednesday.getTime() + 20_000);
    const refused = await ask(app, { path: root });
    expect(refused).toMatchObject({ status: 429, hasError: true });
    expect(refused.response.headers['retry-after']).toBe('40');
    now = new Date(wednesday.getTime() + 60_000);
    expect((await ask(app, { path: root })).status).toBe(200);
  });

  it('tells nothing about a failure of its own', async () => {
    const broken = buildSandbox({
      db: account.db,
      apiKey: 'test-key',
      now: () => {
        throw new Error('secret detail');
      },
    });
    const answer = await ask(broken, {
      method: 'POST',
      path: `${root}/widgets/create`,
      input: { url: 'https://x.example' },
    });
    expect(answer).toMatchObject({ status: 500, hasError: true, errorCode: 500 });
    expect(answer.response.body).not.toMatch(/secret detail|at .*\.ts/);
  });
});
