import { describe, expect, onTestFinished, test } from 'vitest';
import { type Client, testConsole } from '#server/testing/console.ts';
import { Session } from '#src/api/wire/session.ts';

const whole = testConsole({ beatMs: 200 });
const v1 = '/api/v1/external';

interface Heard {
  event: string;
  data: unknown;
  id: number | undefined;
}

/** Listens as a page does. What was heard is in `heard`; `ended` resolves when the server ends the stream. */
async function openPage({ cookie, origin }: Client, lastId?: number, by: 'header' | 'query' = 'header') {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const headers = new Headers({ Cookie: cookie ?? '' });
  if (lastId !== undefined && by === 'header') headers.set('Last-Event-ID', String(lastId));
  const query = by === 'query' ? `?after=${lastId}` : '';
  const response = await fetch(`${origin}/events${query}`, { headers, signal: controller.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const heard: Heard[] = [];
  const read = async () => {
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (text + chunk).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const {
          event = '',
          data = '',
          id,
        } = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s)));
        heard.push({ event, data: JSON.parse(data), id: id === undefined ? undefined : Number(id) });
      }
    }
  };
  const ended = read().catch(() => undefined);
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  const changes = () => heard.filter(({ event }) => event === 'change').map(({ data }) => data);
  return { heard, changes, ended, has: (event: string) => heard.some((one) => one.event === event) };
}

const update = (by: Client, body: object) =>
  by.post(`${v1}/widgets/update`, { id: 1, url: 'https://one.example', ...body });

describe('an open page', () => {
  test('is told what somebody else has changed, and not what failed', async () => {
    const page = await openPage(await whole.join('support'));
    expect(page.heard[0]).toMatchObject({
      event: 'hello',
      data: { version: expect.any(String) },
      id: expect.any(Number),
    });
    const operator = await whole.join('operator');
    await operator.post(`${v1}/widgets/update`, { id: 99, url: 'https://x.example' });
    await update(operator, { enabled: false });
    await operator.post(`${v1}/managers/update`, { widget_id: 1, user_id: 2, enabled: true });
    await expect.poll(page.changes).toEqual([
      { entity: 'widgets', operation: 'widgets.update', ids: [1], user_ids: [], key: null },
      { entity: 'managers', operation: 'managers.update', ids: [1], user_ids: [2], key: null },
    ]);
  });

  test('is told what was changed between its sign-in, or its start, and its first connection', async () => {
    const client = await whole.join('support');
    const { seq } = Session.parse((await client.get('/auth/session')).body.data);
    await update(await whole.join('operator'), { description: 'meanwhile' });
    const page = await openPage(client, seq, 'query');
    await expect.poll(page.changes).toMatchObject([{ entity: 'widgets', ids: [1] }]);
  });

  test('is told who it is by now', async () => {
    const client = await whole.join('manager', 2);
    const operator = await whole.join('operator');
    expect((await openPage(client)).heard[0]?.data).toMatchObject({ role: 'manager', user_id: 2 });
    await operator.post('/auth/people/update', { id: client.person?.id, user_id: 3 });
    expect((await openPage(client)).heard[0]?.data).toMatchObject({ role: 'manager', user_id: 3 });
  });

  test('is told by another process on the same database, too', async () => {
    const there = await whole.another({ alone: false });
    onTestFinished(async () => void (await there.close()));
    const client = await whole.join('support');
    const page = await openPage(Object.assign(client, { origin: there.origin }));
    await update(await whole.join('operator'), { enabled: true });
    await expect.poll(page.changes).toMatchObject([{ ids: [1] }]);
  });

  test('of a manager is told of their own, and of others no more than that something is new', async () => {
    const page = await openPage(await whole.join('manager', 2));
    const operator = await whole.join('operator');
    await operator.post(`${v1}/managers/update`, { widget_id: 1, user_id: 1, enabled: true });
    await operator.post(`${v1}/users/update`, { id: 1, name: 'Anna', tel: '+48221234567' });
    await operator.post(`${v1}/sms/reset`, { widget_id: 1 });
    await operator.post(`${v1}/widgets/call-or-schedule`, { id: 1, tel: '+48600100200' });
    await operator.post('/auth/people/invite', { email: 'quiet@console.example', role: 'support' });
    await update(operator, { enabled: true });
    await operator.post(`${v1}/managers/update`, { widget_id: 1, user_id: 2, enabled: true });
    await expect.poll(page.changes).toEqual([
      { entity: 'widgets', operation: 'widgets', ids: [], user_ids: [], key: null },
      { entity: 'managers', operation: 'managers.update', ids: [1], user_ids: [2], key: null },
    ]);
  });

  test('knows its own changes by the key that it sent', async () => {
    const client = await whole.join('operator');
    const page = await openPage(client);
    const headers = { 'Idempotency-Key': 'made-by-this-page' };
    await client.post(`${v1}/widgets/update`, { id: 1, url: 'https://one.example', enabled: true }, headers);
    await expect.poll(page.changes).toMatchObject([{ ids: [1], key: 'made-by-this-page' }]);
  });

  test('that comes back is told what it missed, or to read everything where that is too much', async () => {
    const client = await whole.join('operator');
    const first = await openPage(client);
    const from = first.heard[0]?.id ?? 0;
    await update(client, { description: 'one' });
    await update(client, { description: 'two' });
    for (const by of ['header', 'query'] as const) {
      const back = await openPage(client, from, by);
      await expect.poll(back.changes).toHaveLength(2);
      expect(back.has('refresh')).toBe(false);
    }
    const lost = await openPage(client, 1_000_000);
    await expect.poll(() => lost.has('refresh')).toBe(true);
  });

  test('hears a sign of life, and the end of its session, at once', async () => {
    const client = await whole.join('support');
    const page = await openPage(client);
    await expect.poll(() => page.has('beat')).toBe(true);
    const operator = await whole.join('operator');
    await operator.post('/auth/people/update', { id: client.person?.id, active: false });
    await page.ended;
    expect(page.has('signed-out')).toBe(true);
  });

  test('is opened by GET alone', async () => {
    const { origin, cookie = '' } = await whole.join('support');
    expect((await fetch(`${origin}/events`, { method: 'HEAD', headers: { Cookie: cookie } })).status).toBe(404);
  });

  test('of many is refused, so that one session cannot take every connection', async () => {
    const client = await whole.join('support');
    await Promise.all(Array.from({ length: 20 }, () => openPage(client)));
    expect(await client.get('/events')).toMatchObject({ status: 429, body: { reason: 'too_many_pages' } });
    await openPage(await whole.join('support'));
  });

  test('connects again when the role changes', async () => {
    const client = await whole.join('operator');
    const page = await openPage(client);
    await (await whole.join('operator')).post('/auth/people/update', { id: client.person?.id, role: 'support' });
    await page.ended;
    expect(page.has('signed-out')).toBe(false);
  });
});
