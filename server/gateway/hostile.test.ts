import { beforeAll, describe, expect, test } from 'vitest';
import { maskText } from '#server/acts/mask.ts';
import { type Client, testConsole } from '#server/testing/console.ts';
import { operations } from './operations.ts';
import { problemOf } from './text.ts';

const whole = testConsole();
let operator: Client;
beforeAll(async () => {
  operator = await whole.join('operator');
});

const v1 = '/api/v1/external';
const beyondInteger = ['2147483648', '9007199254740992', '9'.repeat(40), `1${'0'.repeat(308)}`];
const odd = ['-1', '0x10', '1e3', '1.5', ' 5', '５', ''];

describe('a number that no column holds is a 422 that names the field', () => {
  const queries: [string, string, readonly string[]][] = [
    ['/activity/acts', 'widget_id', [...beyondInteger, ...odd, '0']],
    ['/activity/acts', 'user_id', [...beyondInteger, ...odd, '0']],
    ['/activity/acts', 'call_id', [...beyondInteger.slice(1), ...odd, '0']],
    ['/activity/acts', 'limit', [...beyondInteger, ...odd, '0', '201']],
    ['/activity/acts', 'offset', [...beyondInteger, ...odd]],
    ['/activity/acts', 'from', ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59', '275760-09-13T00:00:00Z', '5']],
    ['/activity/csv', 'call_id', [...beyondInteger.slice(1), ...odd]],
    [`${v1}/widgets/all`, 'limit', [...beyondInteger, ...odd]],
    [`${v1}/widgets/all`, 'offset', [...beyondInteger, ...odd]],
    [`${v1}/widgets/get`, 'widget_id', [...beyondInteger, ...odd]],
    [`${v1}/managers/all`, 'widget_id', [...beyondInteger, ...odd]],
    [`${v1}/users/get`, 'id', [...beyondInteger, ...odd]],
    [`${v1}/sms/all`, 'widget_id', [...beyondInteger, ...odd]],
    [`${v1}/voice/all`, 'widget_id', [...beyondInteger, ...odd]],
    ...['date_from', 'date_to', 'limit', 'offset', 'display_hidden'].map((name): [string, string, string[]] => [
      '/api/v3/external/calls/history',
      name,
      [...beyondInteger.slice(name.startsWith('date') ? 1 : 0), ...odd],
    ]),
    ...['widget_ids', 'user_ids', 'tag_ids', 'call_id', 'incoming_number_ids'].map(
      (name): [string, string, string[]] => ['/api/v3/external/calls/history', `${name}[]`, [...beyondInteger, ...odd]],
    ),
  ];

  test.each(queries)('%s?%s=', async (path, name, values) => {
    for (const value of values) {
      const answer = await operator.get(`${path}?${new URLSearchParams({ [name]: value })}`);
      expect([value, answer.status]).toEqual([value, 422]);
      expect(Object.keys(answer.body.errors ?? {}).map((field) => field.split('.')[0])).toEqual([
        name.replace('[]', ''),
      ]);
    }
  });

  const numbers = [2 ** 31, 2 ** 53, 1e308, -1, 1.5, '2147483648', '9'.repeat(40), '0x10'];
  const widget = { id: 1, url: 'https://one.example' };
  const rule = { day_of_week: 1, enabled: true, start_time: '09:00', end_time: '17:00', timezone: 'UTC' };
  const manager = { widget_id: 1, user_id: 1, enabled: true };
  const bodies: [string, object, string[]][] = [
    ['widgets/update', widget, ['id']],
    ['widgets/delete', {}, ['id']],
    ['widgets/add-users', { id: 1, user_id: [1] }, ['id', 'user_id']],
    ['widgets/call', { id: 1, tel: '+48221234567' }, ['id', 'department_id', 'manager_id']],
    ['widgets/call-or-schedule', { id: 1, tel: '+48221234567' }, ['id']],
    ['managers/create', manager, ['widget_id', 'user_id']],
    ['managers/update', manager, ['widget_id', 'user_id']],
    ['managers/delete', { widget_id: 1, user_id: 1 }, ['widget_id', 'user_id']],
    ['sms/update', { widget_id: 1, message_id: 'x', content: 'x', enabled: true }, ['widget_id']],
    ['voice/reset', { widget_id: 1, message_id: 'x' }, ['widget_id']],
    ['users/update', { id: 1, name: 'x' }, ['id']],
    ['users/delete', {}, ['id']],
  ];

  test.each(bodies)('in the body of %s', async (path, body, fields) => {
    for (const field of fields) {
      for (const value of numbers) {
        const answer = await operator.post(`${v1}/${path}`, { ...body, [field]: value });
        expect([field, value, answer.status]).toEqual([field, value, 422]);
        expect(Object.keys(answer.body.errors ?? {}).map((name) => name.split('.')[0])).toContain(field);
      }
    }
  });

  test('also where it stands deep inside, and of the console’s own people', async () => {
    for (const day_of_week of numbers) {
      const answer = await operator.post(`${v1}/managers/update`, {
        ...manager,
        business_times: [{ ...rule, day_of_week }],
      });
      expect([day_of_week, answer.status]).toEqual([day_of_week, 422]);
    }
    for (const user_id of numbers) {
      const invitation = { email: 'm@console.example', role: 'manager', user_id };
      const { status, body } = await operator.post('/auth/people/invite', invitation);
      expect([user_id, status, Object.keys(body.errors ?? {})]).toEqual([user_id, 422, ['user_id']]);
    }
  });

  test('as the question that was confirmed', async () => {
    for (const question of ['2147483648', '999999999999999', '0', '-1', '0x10']) {
      const call = { id: 1, tel: '+48221234567' };
      const answer = await operator.post(`${v1}/widgets/call`, call, { 'X-CallPage-Confirmed': question });
      expect([question, answer]).toMatchObject([question, { status: 422, body: { outcome: 'not_sent' } }]);
      expect(answer.body.message).toContain('X-CallPage-Confirmed is the number');
    }
  });

  test('and no address of a call leads further than the largest that there may be', async () => {
    for (const id of ['2147483648', '9007199254740991']) {
      expect([id, (await operator.get(`/api/v3/external/calls/${id}`)).status]).toEqual([id, 422]);
      const patch = await operator.send('PATCH', `${v1}/calls/${id}/fields/notes`, { value: 'x' });
      expect([id, patch.status]).toEqual([id, 422]);
    }
    for (const id of ['9'.repeat(40), '-1', '0x10']) {
      expect([id, (await operator.get(`/api/v3/external/calls/${id}`)).status]).toEqual([id, 404]);
    }
  });
});

describe('what nobody sends in earnest is refused before anything is made of it', () => {
  const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`key${n}`, n]));
  const nested = (depth: number) => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);

  test('60,000 names, at whatever place, and a depth that takes the stack', async () => {
    await whole.seen();
    const changes = operations.filter(({ mutates, method }) => mutates && method === 'POST');
    for (const { path } of changes) {
      for (const body of [many, { id: 1, settings: [many] }, { user_id: Object.keys(many) }, { id: nested(4_000) }]) {
        const { status, body: refused } = await operator.post(path, body);
        expect([path, status]).toEqual([path, 422]);
        expect(refused).toMatchObject({ outcome: 'not_sent', message: expect.stringMatching(/at most\.$/) });
      }
    }
    expect(await whole.seen()).toEqual([]);
  });

  test('anything long about people and sessions, of anybody', async () => {
    for (const path of ['sign-in', 'sign-out', 'link/read', 'link/accept', 'password', 'people/invite']) {
      const answer = await operator.post(`/auth/${path}`, many);
      expect(answer).toMatchObject({ status: 413, body: { message: 'The body is too large: 16 kB at most.' } });
    }
  });

  test('and what is read of it is in proportion to what there is, not to its square', () => {
    const counting = (names: number) => {
      let read = 0;
      const body = new Proxy(Object.fromEntries(Object.entries(many).slice(0, names)), {
        get: (of, name) => {
          read += 1;
          return Reflect.get(of, name);
        },
      });
      problemOf(body);
      return read;
    };
    expect(counting(9_000)).toBe(9_000);
    expect(problemOf(nested(30))).toBeUndefined();
    expect(problemOf(nested(40))).toMatch(/nested too deeply/);
    expect(problemOf(nested(100_000))).toMatch(/nested too deeply/);
    expect(problemOf(Array.from({ length: 19_000 }, () => 'x'))).toBeUndefined();
  });
});

test('a long text is masked as fast as several short ones', () => {
  // A search that began anew at each of its characters would take minutes.
  expect(maskText('a'.repeat(1_000_000))).toHaveLength(1_000_000);
  expect(maskText(`${'a'.repeat(100_000)}@b.example`)).toBe('a•••@b.example');
  expect(maskText('Write to <jane@b.example>, or "joe@c.example".')).toBe(
    'Write to <j•••@b.example>, or "j•••@c.example".',
  );
});
