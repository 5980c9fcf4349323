import { beforeAll, describe, expect, test } from 'vitest';
import { openGateway, openUpstream, sendChange, signIn } from '#server/gateway/gateway.testing.ts';
import { operations } from '#server/gateway/operations.ts';
import { ownReads } from '#server/gateway/own.ts';
import { Client, testConsole } from '#server/testing/console.ts';
import { demoAccess } from '#server/testing/session.ts';
import type { OperationId } from '#src/api/wire/operations.ts';

const whole = testConsole();

/** Requests about what is Anna's (user 1) where anything is anybody's. */
const inputs: Record<OperationId, object> = {
  root: {},
  'widgets.list': {},
  'widgets.get': { widget_id: 1 },
  'widgets.create': { url: 'https://new.example' },
  'widgets.update': { id: 1, url: 'https://one.example', enabled: false },
  'widgets.delete': { id: 2 },
  'widgets.addUsers': { id: 2, user_id: 4 },
  'widgets.call': { id: 1, tel: '+48600100201' },
  'widgets.callOrSchedule': { id: 1, tel: '+48600100202' },
  'managers.list': { widget_id: 1 },
  'managers.get': { widget_id: 1, user_id: 1 },
  'managers.create': { widget_id: 2, user_id: 4, enabled: true },
  'managers.update': { widget_id: 1, user_id: 1, enabled: false },
  'managers.delete': { widget_id: 1, user_id: 1 },
  'sms.list': { widget_id: 1 },
  'sms.create': { widget_id: 1, message_id: 'visitor.dial-completed', text: 'Hello' },
  'sms.update': { widget_id: 1, message_id: 'visitor.call-scheduled', text: 'Hello' },
  'sms.reset': { widget_id: 1 },
  'voice.list': { widget_id: 1 },
  'voice.create': { widget_id: 1, message_id: 'visitor.call', enabled: true },
  'voice.update': { widget_id: 1, message_id: 'visitor.call', enabled: true },
  'voice.reset': { widget_id: 1 },
  'users.list': {},
  'users.get': { id: 1 },
  'users.create': { name: 'New', tel: '+48221234568' },
  'users.update': { id: 1, name: 'Anna', tel: '+48221234567' },
  'users.delete': { id: 4 },
  'calls.list': { display_hidden: 1 },
  'calls.get': { id: 1 },
  'calls.updateField': { value: 'x' },
};

const anna = ['Anna Owner', 'Anna@one.example', '221234567', '22 123 45 67'];
const others = ['Ben Admin', 'ben@one.example', '2125550142', 'Cleo', '2079460018', 'Dana', '600100300'];
const settings = ['countdown', 'unknown_key', 'Later, :name', 'hi.mp3'];

type Who = 'nobody' | 'deactivated' | 'support' | 'manager own' | 'manager other' | 'operator';
const clients = new Map<Who, Client>();

beforeAll(async () => {
  clients.set('nobody', new Client(whole.origin));
  clients.set('operator', await whole.join('operator'));
  clients.set('support', await whole.join('support'));
  clients.set('manager own', await whole.join('manager', 1));
  clients.set('manager other', await whole.join('manager', 4));
  const gone = await whole.join('operator');
  clients.set('deactivated', gone);
  await clients.get('operator')?.post('/auth/people/update', { id: gone.person?.id, active: false });
});

const reads = [
  'widgets.list',
  'widgets.get',
  'managers.list',
  'managers.get',
  'users.list',
  'users.get',
  'calls.list',
  'calls.get',
];
const allowed: Record<Who, (id: string) => boolean> = {
  nobody: () => false,
  deactivated: () => false,
  operator: () => true,
  support: (id) => ['root', 'widgets.call', 'widgets.callOrSchedule', ...reads].includes(id),
  'manager own': (id) => ['root', 'managers.update', ...reads].includes(id),
  // Lists are empty but for themselves; what is Anna's is refused.
  'manager other': (id) => ['root', 'widgets.list', 'users.list', 'calls.list'].includes(id),
};
const hidden: Record<Who, string[]> = {
  nobody: [...anna, ...others, ...settings],
  deactivated: [...anna, ...others, ...settings],
  operator: [],
  support: [],
  'manager own': [...others, ...settings],
  'manager other': [...anna, ...others.filter((text) => text !== 'Dana'), ...settings],
};

let called = 100;
/** No number is called twice: that would be refused for another reason. */
const withOwnNumber = (input: object) => ('tel' in input ? { ...input, tel: `+48600200${called++}` } : input);
const changes = new Set<string>(operations.filter(({ mutates }) => mutates).map(({ id }) => id));
/** Whose a thing is, CallPage itself is asked; what the role does not have never gets there. */
const mayBeAsked = (id: string, reason = '') => reason === 'not_yours' && !changes.has(id);

async function ask(who: Who, { id, method, path }: (typeof operations)[number]) {
  const client = clients.get(who) ?? new Client(whole.origin);
  const at = path.replace('{id}', '1').replace('{call}', '1').replace('{field}', 'note');
  if (method !== 'GET') return client.send(method, at, withOwnNumber(inputs[id]));
  return client.get(
    `${at}?${new URLSearchParams(Object.entries(inputs[id]).map(([name, value]) => [name, String(value)]))}`,
  );
}

describe.each(Object.keys(allowed).map((who) => ({ who: who as Who })))('$who', ({ who }) => {
  test.each(operations.map((operation) => ({ name: operation.id, operation })))('$name', async ({ operation }) => {
    if (operation.mutates && allowed[who](operation.id)) await whole.reset();
    await whole.seen();
    const { status, body, text } = await ask(who, operation);
    const reached = await whole.seen('all');

    if (allowed[who](operation.id)) {
      expect({ status, hasError: body.hasError }, text).toEqual({ status: 200, hasError: false });
      expect(reached.filter((id) => changes.has(id))).toEqual(operation.mutates ? [operation.id] : []);
      expect(reached).not.toEqual([]);
    } else {
      const signedIn = who !== 'nobody' && who !== 'deactivated';
      expect({ status, hasError: body.hasError }).toEqual({ status: signedIn ? 403 : 401, hasError: true });
      expect(body.message).toMatch(/\.$/);
      expect(body.reason).toMatch(signedIn ? /^not_(allowed|yours)$/ : /^signed_out$/);
      expect(reached.filter((id) => !mayBeAsked(id, body.reason))).toEqual([]);
    }
    for (const secret of hidden[who]) expect(text).not.toContain(secret);
  });
});

describe('a manager', () => {
  const mine = () => clients.get('manager own') ?? new Client(whole.origin);
  const v1 = '/api/v1/external';

  test('sees their widgets with themselves alone, without settings', async () => {
    await whole.reset();
    const { body } = await mine().get(`${v1}/widgets/all?limit=1&offset=0`);
    expect(body).toMatchObject({ data: [{ id: 1, managers: [{ user: { id: 1 } }] }], meta: { count: 1 } });
    const { body: widget } = await mine().get(`${v1}/widgets/get?widget_id=1`);
    expect(widget.data).toMatchObject({ id: 1, managers: [{ user_id: 1, business_times: expect.any(Array) }] });
    expect(widget.data).not.toHaveProperty('settings');
    expect((await mine().get(`${v1}/widgets/all?offset=1`)).body).toMatchObject({ data: [], meta: { count: 1 } });
  });

  test('sees their own calls, whatever they ask for', async () => {
    const { body } = await mine().get('/api/v3/external/calls/history?user_ids[]=2&user_ids[]=1&display_hidden=1');
    expect(body.data).toMatchObject([{ id: 1, data: { call: { data: { user: { id: 1 } } } } }]);
    expect((await mine().get('/api/v3/external/calls/2')).status).toBe(403);
  });

  test.each([
    ['managers/update', { widget_id: 1, user_id: 2, enabled: false }],
    ['managers/update', { widget_id: 1, user_id: [1], enabled: false }],
    ['managers/update', { widget_id: 1, user_id: [1, 2], enabled: false }],
    ['managers/update', { widget_id: 1, user_id: '1 ', enabled: false }],
    ['managers/update', { widget_id: 1, enabled: false }],
  ])('cannot change what is not theirs: %s %j', async (path, body) => {
    await whole.seen();
    expect(await mine().post(`${v1}/${path}`, body)).toMatchObject({ status: 403, body: { reason: 'not_yours' } });
    expect(await whole.seen()).toEqual([]);
  });

  test.each([
    'users/get?id=2',
    'users/get?id=1&id=2',
    'users/get?id[]=1&id[]=2',
    'users/get?email=ben@one.example',
    'managers/get?widget_id=1&user_id=1&user_id=2',
    'widgets/get?widget_id=2',
  ])('cannot read what is not theirs: %s', async (path) => {
    const { status, text } = await mine().get(`${v1}/${path}`);
    expect(status).toBe(403);
    for (const secret of others) expect(text).not.toContain(secret);
  });

  test.each(['widgets/get?widget_id=', 'managers/all?widget_id=', 'managers/get?user_id=1&widget_id='])(
    'is not told whether there is what is not theirs: %s',
    async (path) => {
      const [others, nobodys] = [await mine().get(`${v1}/${path}2`), await mine().get(`${v1}/${path}99`)];
      expect(others).toMatchObject({ status: 403, body: { reason: 'not_yours' } });
      expect(nobodys).toMatchObject({ status: others.status, text: others.text });
    },
  );

  test('is not told whether there is a call that is not theirs', async () => {
    const [others, nobodys] = [2, 99].map((id) => mine().get(`/api/v3/external/calls/${id}`));
    expect((await others)?.status).toBe(403);
    expect((await nobodys)?.text).toBe((await others)?.text);
  });

  test('changes their own hours, and nothing else travels along', async () => {
    const { baseUrl, requests } = await openUpstream();
    const { origin } = await openGateway(baseUrl, { access: demoAccess(whole.db) });
    await signIn(origin, 'manager');
    const kept = { widget_id: 1, user_id: 15, enabled: false, business_times: [{ day_of_week: 1, enabled: false }] };
    const body = { ...kept, role: 'owner', id: 2, name: 'Somebody else' };
    expect((await sendChange(origin, `${v1}/managers/update`, body)).status).toBe(200);
    expect(requests.map((request) => JSON.parse(request.body))).toEqual([kept]);
  });
});

test('every operation with the rule "own" has its reader, and no other has one', () => {
  const own = operations.filter(({ rules, mutates }) => rules.manager === 'own' && !mutates).map(({ id }) => id);
  expect(ownReads.sort()).toEqual(own.sort());
});

describe('the console’s own endpoints', () => {
  const endpoints: [string, string, object?][] = [
    ['GET', '/auth/people'],
    ['GET', '/auth/invitations'],
    ['GET', '/auth/people/sessions?id=demo-operator'],
    ['GET', '/activity/acts'],
    ['GET', '/activity/csv'],
    ['GET', '/console/do-not-call'],
    ['POST', '/console/do-not-call/add', { numbers: ['+48600100200'], reason: 'x' }],
    ['POST', '/console/do-not-call/remove', { id: 1 }],
    ['POST', '/auth/people/invite', { email: 'x@y.example', role: 'operator' }],
    ['POST', '/auth/people/update', { id: 'demo-operator', role: 'operator' }],
    ['POST', '/auth/people/password-link', { id: 'demo-operator' }],
    ['POST', '/auth/people/end-session', { id: 'demo-operator' }],
    ['POST', '/auth/invitations/withdraw', { id: 'x' }],
  ];
  test.each(endpoints)('%s %s is for operators', async (method, path, body) => {
    for (const who of ['nobody', 'deactivated', 'support', 'manager own'] as const) {
      const { status, text } = await (clients.get(who) ?? new Client(whole.origin)).send(method, path, body);
      expect(status).toBe(who === 'nobody' || who === 'deactivated' ? 401 : 403);
      expect(text).not.toContain('console.example');
    }
  });
});
