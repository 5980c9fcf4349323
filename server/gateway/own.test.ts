import { expect, test } from 'vitest';
import type { OperationId } from '#src/api/wire/operations.ts';
import { publishedCall } from '#src/domain/published-call.testing.ts';
import { readOwn } from './own.ts';

const v1 = '/api/v1/external';
/** What CallPage may add one day. */
const more = { note: 'of a colleague', nested: { name: 'a colleague' } };
const hours = {
  day_of_week: 1,
  enabled: false,
  start_time: null,
  end_time: null,
  timezone: 'Europe/Warsaw',
  sent_back: true,
};
const user = { id: 1, name: 'Anna', avatar: null };
const manager = {
  id: 7,
  user_id: 1,
  enabled: true,
  user,
  business_times: [hours],
  departments: [{ id: 1, name: 'Sales' }],
};
const spoiled = {
  ...manager,
  ...more,
  user: { ...user, ...more },
  departments: [{ id: 1, name: 'Sales', ...more }],
};
const call = {
  id: 9,
  to: '+48600100200',
  cancelled_at: null,
  department: { data: { id: 1, name: 'Sales' } },
  feedback: null,
  request: { data: { id: 9, url: null } },
  call_request_fields: { data: [{ name: 'topic', value: 'Roof' }] },
  tags: { data: [{ id: 1, name: 'Hot' }] },
  call: { data: { duration: 61, user: { id: 1, name: 'Anna' } } },
};
const spoiledCall = {
  ...call,
  ...more,
  to_formatted: more,
  department: { data: { id: 1, name: 'Sales', ...more }, ...more },
  request: { data: { id: 9, url: null, ...more } },
  call_request_fields: { data: [{ name: 'topic', value: 'Roof', ...more }] },
  tags: { data: [{ id: 1, name: 'Hot', ...more }] },
  call: { data: { duration: 61, user: { id: 1, name: 'Anna', ...more } } },
  traceroutes: { data: [more] },
};

test.each<[string, (answered: object) => object]>([
  ['in a list of one', (answered) => ({ id: '9', data: { call: { data: [answered] } } })],
  ['flat', (answered) => ({ id: 9, call: answered, status: 'completed' })],
  ['without an id of the entry', (answered) => ({ data: { id: 9, call: { data: answered } } })],
])('a call is theirs whatever form it has: %s', async (_, row) => {
  const rows = [row({ duration: 61, user: { data: { id: '1' } } }), row({ user: { data: { id: 2 } } }), null];
  const answer = await readOwn('calls.list', 1, '/api/v3/external/calls/history', async () => ({
    status: 200,
    body: { hasError: false, data: rows },
  }));
  expect(answer.body.data).toMatchObject([{ id: 9, data: { call: { data: { duration: 61 } } } }, null]);
});

test('a call of which nobody is known to have taken it is nobody’s, and none that is not read is shown', async () => {
  const data = [publishedCall, 'a text', { data: [] }];
  const answer = await readOwn('calls.list', 1, '/api/v3/external/calls/history', async () => ({
    status: 200,
    body: { hasError: false, data },
  }));
  expect(answer.body.data).toEqual([null, null]);
});

test.each<[OperationId, string, unknown, unknown]>([
  ['managers.get', `${v1}/managers/get?user_id=1&widget_id=1`, spoiled, manager],
  [
    'widgets.get',
    `${v1}/widgets/get?widget_id=1`,
    { id: 1, ...more, managers: [spoiled] },
    { id: 1, managers: [manager] },
  ],
  [
    'users.get',
    `${v1}/users/get?id=1`,
    { ...user, role: { slug: 'manager', ...more }, caller_id: { id: 1, ...more }, parent: more },
    { ...user, role: { slug: 'manager' }, caller_id: { id: 1 } },
  ],
  ['calls.get', '/api/v3/external/calls/9', { id: 9, data: spoiledCall }, { id: 9, data: call }],
])('%s hands on what is named, however deep, and nothing that was added', async (operation, target, data, own) => {
  const answer = await readOwn(operation, 1, target, async () => ({ status: 200, body: { hasError: false, data } }));
  expect(answer.body.data).toEqual(own);
});
