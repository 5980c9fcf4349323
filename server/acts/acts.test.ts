import type { ServerResponse } from 'node:http';
import { desc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { acts, calls } from '#server/db/schema.ts';
import { answerJson, openGateway, openUpstream, sendChange, sendRaw } from '#server/gateway/gateway.testing.ts';
import { type Client, type TestReply, testConsole, testPassword } from '#server/testing/console.ts';
import { demoAccess } from '#server/testing/session.ts';
import { actsAsCsv } from './activity.ts';
import { forgetOldActs } from './record.ts';

const whole = testConsole();
const v1 = '/api/v1/external';
const unknown = { status: 409, body: { reason: 'outcome_unknown', outcome: 'unknown' } };

let tel = '';
let next = 0;
beforeEach(async () => {
  await whole.reset();
  await whole.seen();
  tel = `+48600200${String(++next).padStart(3, '0')}`;
});

const key = (name: string) => ({ 'Idempotency-Key': `${name}-${next}-key` });
const call = (client: Client, headers = {}, number = tel) =>
  client.post(`${v1}/widgets/call-or-schedule`, { id: 1, tel: number }, headers);
const newest = async () => (await whole.db.select().from(acts).orderBy(desc(acts.id)).limit(1))[0];
const callsMade = async () => (await whole.db.select().from(calls).where(eq(calls.tel, tel))).length;
const times = <Result>(count: number, work: (n: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));
const fail = (): never => {
  throw new Error('There is nobody.');
};
const statuses = (replies: TestReply[]) => replies.map(({ status }) => status).sort();

describe('a record', () => {
  test('says who did what to what, from what to what, without numbers, names and secrets', async () => {
    const client = await whole.join('operator');
    const body = { id: 1, name: 'Anna Nowak', tel: '+48221234999', email: 'nowak@one.example', password: 'hunter2' };
    expect((await client.post(`${v1}/users/update`, body)).status).toBe(200);
    const { body: trail, text } = await client.get('/activity/acts?entity=users&user_id=1&limit=1');
    expect(trail.data).toMatchObject([
      {
        person: { id: client.person?.id, name: client.person?.name },
        operation: 'users.update',
        state: 'done',
        status: 200,
        user_ids: [1],
        request: { id: 1, name: 'A•••', tel: '•••999', email: 'n•••@one.example', password: '•••' },
        before: { name: 'A•••', tel: '•••567', email: 'A•••@one.example' },
        after: { name: 'A•••', tel: '•••999' },
      },
    ]);
    const row = JSON.stringify(await newest());
    for (const secret of ['Nowak', '48221234999', 'nowak@', 'hunter2']) expect(row + text).not.toContain(secret);
  });

  test('keeps of an address nothing but where it leads, of CallPage’s words no number, and of a character no half', async () => {
    const { baseUrl } = await openUpstream((response) =>
      answerJson(response, { hasError: true, message: 'Not +48 600-100-200, not 600100200, not bo@one.example.' }, 422),
    );
    const { origin } = await openGateway(baseUrl, { access: demoAccess(whole.db) });
    const body = { id: 1, url: 'https://me:hunter2@one.example/a?token=x#y', name: '😀 Nowak' };
    await sendChange(origin, `${v1}/widgets/update`, body);
    expect(await newest()).toMatchObject({
      request: { id: 1, url: 'https://•••@one.example/a?•••', name: '😀•••' },
      message: 'Not •••200, not •••200, not b•••@one.example.',
    });
    await (await whole.join('operator')).post('/auth/people/invite', { email: 'ida@console.example', role: 'support' });
    expect(await newest()).toMatchObject({ subject: 'i•••@console.example' });
  });

  test('says what is gone after a delete, and the id of what was made', async () => {
    const client = await whole.join('operator');
    await client.post(`${v1}/widgets/delete`, { id: 2 });
    expect(await newest()).toMatchObject({
      operation: 'widgets.delete',
      widgetId: 2,
      before: { url: 'https://two.example' },
    });
    const { body } = await client.post(`${v1}/widgets/create`, { url: 'https://three.example' });
    expect(await newest()).toMatchObject({ operation: 'widgets.create', widgetId: Object(body.data).id, before: null });
  });

  test('says what a message said before it was given back its default', async () => {
    const client = await whole.join('operator');
    const message = { widget_id: 1, message_id: 'visitor.call-scheduled' };
    await client.post(`${v1}/sms/create`, { ...message, text: 'We call you soon.' });
    await client.post(`${v1}/sms/reset`, message);
    expect(await newest()).toMatchObject({
      operation: 'sms.reset',
      before: { text: 'We call you soon.' },
      after: null,
    });
  });

  test('of a refusal of CallPage is a failure with its words; of a lost answer nobody knows', async () => {
    const client = await whole.join('operator');
    await client.post(`${v1}/widgets/update`, { id: 99, url: 'https://x.example' });
    expect(await newest()).toMatchObject({ state: 'failed', status: 404, message: expect.stringContaining('99') });
    for (const kind of ['reset', 'truncated', 'html']) {
      await whole.arm({ operation: 'widgets.update', kind, when: 'after', times: 1 });
      const reply = await client.post(`${v1}/widgets/update`, { id: 1, url: 'https://one.example' });
      expect(reply).toMatchObject({ status: 502, body: { outcome: 'unknown' } });
      expect(await newest()).toMatchObject({ state: 'unknown', after: null });
    }
  });

  test.each([
    ['widgets/update', {}],
    ['widgets/update', { ok: true }],
    ['widgets/update', { hasError: 'no', data: [] }],
    ['widgets/call', { hasError: false, data: [] }],
  ])('of %s is that nobody knows where the answer was %j', async (path, answer) => {
    const { baseUrl } = await openUpstream((response) => answerJson(response, answer));
    const { origin } = await openGateway(baseUrl, { access: demoAccess(whole.db) });
    const { status, body } = await sendChange(origin, `${v1}/${path}`, { id: 1, tel });
    expect({ status, ...JSON.parse(body.toString()) }).toMatchObject({ status: 502, outcome: 'unknown' });
    expect(await newest()).toMatchObject({ state: 'unknown', after: null });
  });

  test('knows a call by its id, however many there were', async () => {
    const { baseUrl } = await openUpstream((response) => answerJson(response, { data: { id: 3_000_000_000 } }));
    const { origin } = await openGateway(baseUrl, { access: demoAccess(whole.db) });
    expect((await sendChange(origin, `${v1}/widgets/call`, { id: 1, tel })).status).toBe(200);
    expect(await newest()).toMatchObject({ state: 'done', callId: 3_000_000_000 });
  });

  test.each(['NUL \0', 'half of a smile \ud83d'])('cannot be kept of %j, so nothing is sent', async (text) => {
    const client = await whole.join('operator');
    const refused = { status: 422, body: { outcome: 'not_sent' } };
    const body = { id: 1, url: 'https://one.example', settings: [{ [text]: 1 }] };
    expect(await client.post(`${v1}/widgets/update`, body)).toMatchObject(refused);
    const invitation = { email: 'odd@console.example', role: 'support', name: text };
    expect(await client.post('/auth/people/invite', invitation)).toMatchObject(refused);
    expect(await client.get('/activity/acts?operation=%00')).toMatchObject(refused);
    expect(await whole.seen()).toEqual([]);
  });

  test('that cannot be written keeps the change from being sent, and that is what one is told', async () => {
    const client = await whole.join('operator');
    await whole.db.execute(sql`alter table act rename to act_away`);
    const answer = await client.post(`${v1}/widgets/update`, { id: 1, url: 'https://one.example' });
    await whole.db.execute(sql`alter table act_away rename to act`);
    expect(answer).toMatchObject({ status: 503, body: { outcome: 'not_sent' } });
    expect(await whole.seen()).toEqual([]);
  });

  test('is there before anything is forwarded, and says no more than is known', async () => {
    const held: ServerResponse[] = [];
    const { baseUrl } = await openUpstream((response) => held.push(response));
    const { origin } = await openGateway(baseUrl, { access: demoAccess(whole.db) });
    const change = sendChange(origin, `${v1}/widgets/update`);
    await expect.poll(() => held.length).toBe(1);
    const trail = async () => JSON.parse((await sendRaw(origin, { path: '/activity/acts?limit=1' })).body.toString());
    expect(await trail()).toMatchObject({ data: [{ state: 'pending', status: null, after: null, finished_at: null }] });
    for (const response of held) answerJson(response);
    await change;
    expect(await trail()).toMatchObject({ data: [{ state: 'done', status: 200 }] });
  });

  test('of what was refused by the console there is none', async () => {
    const client = await whole.join('support');
    const before = await newest();
    await client.post(`${v1}/widgets/delete`, { id: 1 });
    expect(await newest()).toEqual(before);
  });

  test('cannot be rewritten, nor taken away before its time', async () => {
    const client = await whole.join('operator');
    await client.post(`${v1}/widgets/update`, { id: 1, url: 'https://one.example' });
    const { id = 0 } = (await newest()) ?? {};
    const where = eq(acts.id, id);
    const fails = (work: Promise<unknown>) =>
      expect(work).rejects.toMatchObject({ cause: { message: expect.stringContaining('append-only') } });
    await fails(whole.db.update(acts).set({ personName: 'Somebody else' }).where(where));
    await fails(whole.db.update(acts).set({ state: 'failed' }).where(where));
    await fails(whole.db.delete(acts).where(where));
    await fails(whole.db.execute(sql`truncate act`));

    await whole.db.insert(acts).values({
      personName: 'X',
      operation: 'widgets.update',
      entity: 'widgets',
      state: 'done',
      at: new Date('2020-01-01'),
    });
    await forgetOldActs(whole.db, 0);
    expect(await newest()).toMatchObject({ personName: 'X' });
    await forgetOldActs(whole.db, 365);
    expect(await newest()).toMatchObject({ id, personName: client.person?.name });
  });

  test('of an act on people is committed with it', async () => {
    const client = await whole.join('operator');
    const other = await whole.join('support');
    await client.post('/auth/people/update', { id: other.person?.id, role: 'operator' });
    expect(await newest()).toMatchObject({
      operation: 'people.update',
      subject: other.person?.name,
      before: { role: 'support' },
      after: { role: 'operator' },
    });
  });

  test('is there of what somebody does to their own password and sessions', async () => {
    const client = await whole.join('support');
    const passwords = { current_password: testPassword, new_password: 'another long one' };
    await client.post('/auth/password', { ...passwords, current_password: 'not the password' });
    await client.post('/auth/password', passwords);
    const person = { personId: client.person?.id, subject: client.person?.name };
    expect(await newest()).toMatchObject({ ...person, operation: 'people.changePassword', state: 'done' });
    await client.post('/auth/sign-out', { everywhere: true });
    expect(await newest()).toMatchObject({ ...person, operation: 'people.signOutEverywhere', state: 'done' });
    const rows = await whole.db
      .select()
      .from(acts)
      .where(eq(acts.personId, client.person?.id ?? ''));
    expect(rows.map(({ operation }) => operation)).toEqual([
      'people.join',
      'people.changePassword',
      'people.signOutEverywhere',
    ]);
  });

  test('of a session that was not there to end there is none', async () => {
    const client = await whole.join('operator');
    const other = await whole.join('support');
    const before = await newest();
    const ending = { id: other.person?.id, session_id: 'of somebody else' };
    expect((await client.post('/auth/people/end-session', ending)).status).toBe(404);
    expect(await newest()).toEqual(before);
  });

  test('says which answer of a call was corrected', async () => {
    const client = await whole.join('operator');
    await client.send('PATCH', `${v1}/calls/1/fields/topic`, { value: 'Roof' });
    expect(await newest()).toMatchObject({ operation: 'calls.updateField', callId: 1, subject: 'topic' });
  });
});

describe('the trail', () => {
  test('is filtered and paged, the newest first, and can be had as a table that no spreadsheet runs', async () => {
    const client = await whole.join('operator');
    for (const description of ['one', '=1+1', 'three']) {
      await client.post(`${v1}/widgets/update`, { id: 1, url: 'https://one.example', description });
    }
    await client.post(`${v1}/managers/update`, { widget_id: 1, user_id: 2, enabled: true });
    const mine = `person_id=${client.person?.id}`;
    const of = async (query: string) => (await client.get(`/activity/acts?${mine}&${query}`)).body;
    expect(await of('entity=widgets&limit=2&offset=1')).toMatchObject({
      data: [{ after: { description: '=1+1' } }, { after: { description: 'one' } }],
      meta: { count: 3, limit: 2, offset: 1 },
    });
    expect(await of('widget_id=1&user_id=2')).toMatchObject({ data: [{ operation: 'managers.update' }] });
    expect(await of('state=failed')).toMatchObject({ data: [] });
    expect(await of('to=2020-01-01T00:00:00Z')).toMatchObject({ data: [] });
    for (const wrong of ['limit=201', 'state=maybe', 'widget_id=x', 'from=yesterday', 'order=asc']) {
      expect((await client.get(`/activity/acts?${wrong}`)).status).toBe(422);
    }
    const csv = await client.get(`/activity/csv?${mine}&widget_id=1`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.text.split('\r\n')).toHaveLength(5);
    expect(csv.text).not.toMatch(/(^|,)"?=/m);
  });

  test('says in its table’s last line where it was cut', async () => {
    const client = await whole.join('operator');
    for (const description of ['one', 'two', 'three']) {
      await client.post(`${v1}/widgets/update`, { id: 1, url: 'https://one.example', description });
    }
    const mine = { person_id: client.person?.id, entity: 'widgets', separator: ',' } as const;
    const lines = async (most: number) => (await actsAsCsv(whole.db, mine, most)).split('\r\n');
    expect(await lines(3)).toHaveLength(4);
    const cut = await lines(2);
    expect(cut).toHaveLength(4);
    expect(cut.at(-1)).toMatch(/^Cut after 2 rows/);
  });

  test('has no cell that a spreadsheet would run, not even one of several lines', async () => {
    const client = await whole.join('operator');
    const formulas = ['=1+1', '=1+1\nand more', '\u200B=1+1', ' @SUM(1)', '＝1+1', '-1\r\n'];
    const values = { personName: 'X', operation: 'widgets.update', entity: 'widgets', state: 'done' } as const;
    await whole.db.insert(acts).values(formulas.map((message) => ({ ...values, message })));
    const { text } = await client.get('/activity/csv?state=done');
    for (const formula of formulas) expect(text).toContain(`'${formula}`);
    const [header] = (await client.get('/activity/csv?state=done&separator=%3B')).text.split('\r\n');
    expect(header).toMatch(/^id;at;finished_at;person/);
    expect((await client.get('/activity/csv?separator=x')).status).toBe(422);
  });
});

describe('the same key', () => {
  test('gets the first answer, and nothing is sent again', async () => {
    const client = await whole.join('operator');
    const create = () => client.post(`${v1}/widgets/create`, { url: 'https://once.example' }, key('create'));
    const first = await create();
    const second = await create();
    expect(second.text).toBe(first.text);
    expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect(await whole.seen()).toEqual(['widgets.create']);
  });

  test('gets a refusal again, too', async () => {
    const client = await whole.join('operator');
    const update = () => client.post(`${v1}/widgets/update`, { id: 99, url: 'https://x.example' }, key('refused'));
    expect([await update(), await update()].map(({ status }) => status)).toEqual([404, 404]);
    expect(await whole.seen()).toEqual(['widgets.update']);
  });

  test('with something else is refused; of somebody else it is another key', async () => {
    const client = await whole.join('operator');
    const other = await whole.join('operator');
    const update = (by: Client, id: number) =>
      by.post(`${v1}/widgets/update`, { id, url: 'https://x.example' }, key('same'));
    expect((await update(client, 1)).status).toBe(200);
    expect(await update(client, 2)).toMatchObject({ status: 422, body: { reason: 'key_reused' } });
    expect((await update(other, 2)).status).toBe(200);
    expect((await client.post(`${v1}/widgets/update`, { id: 1 }, { 'Idempotency-Key': 'short' })).status).toBe(400);
  });

  test('for another answer of the same call is something else', async () => {
    const client = await whole.join('operator');
    const correct = (field: string) =>
      client.send('PATCH', `${v1}/calls/1/fields/${field}`, { value: 'Roof' }, key('field'));
    expect((await correct('topic')).status).toBe(200);
    expect(await correct('roof')).toMatchObject({ status: 422, body: { reason: 'key_reused' } });
  });

  test('while the first is under way, or nobody knows what became of it, is told so', async () => {
    const client = await whole.join('operator');
    await whole.arm({ operation: 'widgets.update', kind: 'slow', when: 'before', delayMs: 800, times: 1 });
    const update = (name: string) =>
      client.post(`${v1}/widgets/update`, { id: 1, url: 'https://one.example' }, key(name));
    const replies = await times(5, () => update('slow'));
    expect(statuses(replies)).toEqual([200, 409, 409, 409, 409]);
    expect(replies.find(({ status }) => status === 409)).toMatchObject(unknown);
    await whole.arm({ operation: 'widgets.update', kind: 'reset', when: 'after', times: 1 });
    await update('lost');
    expect(await update('lost')).toMatchObject(unknown);
    expect(await whole.seen()).toEqual(['widgets.update', 'widgets.update']);
  });
});

describe('a callback is made once', () => {
  const repeated = { status: 409, body: { reason: 'call_repeated', outcome: 'not_sent' } };
  const confirming = (act = 0) => ({ 'X-CallPage-Confirmed': String(act) });

  test('at a double click', async () => {
    const client = await whole.join('support');
    const replies = await times(2, () => call(client, key('double')));
    expect(statuses(replies)).toContain(200);
    expect(await callsMade()).toBe(1);
  });

  test('by two tabs with keys of their own, and by two people', async () => {
    const people = [await whole.join('support'), await whole.join('operator')];
    const replies = await times(6, async (n) => call(people[n % 2] ?? fail(), key(`tab-${n}`)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ body }) => body.reason === 'call_repeated')).toHaveLength(5);
    expect(replies.find(({ status }) => status === 409)).toMatchObject(repeated);
    expect(await callsMade()).toBe(1);
  });

  test('however its number is written', async () => {
    const client = await whole.join('support');
    expect((await call(client)).status).toBe(200);
    for (const written of [tel.replace('+48', '+48 '), tel.replace('+', '00'), `${tel.slice(0, 6)}-${tel.slice(6)}`]) {
      expect(await call(client, {}, written)).toMatchObject(repeated);
    }
  });

  test('by two processes on one database', async () => {
    const client = await whole.join('support');
    const there = await whole.another({ alone: false });
    const elsewhere = Object.assign(await whole.join('support'), { origin: there.origin });
    const replies = await Promise.all([call(client), call(elsewhere)]);
    expect(statuses(replies)).toEqual([200, 409]);
    expect(await callsMade()).toBe(1);
    await there.close();
  });

  test('when its answer was lost, whatever is sent after it', async () => {
    const client = await whole.join('support');
    await whole.arm({ operation: 'widgets.callOrSchedule', kind: 'reset', when: 'after', times: 1 });
    expect(await call(client, key('lost'))).toMatchObject({ status: 502, body: { outcome: 'unknown' } });
    expect(await call(client, key('lost'))).toMatchObject(unknown);
    expect(await call(client, key('new'))).toMatchObject(repeated);
    expect(await callsMade()).toBe(1);
  });

  test('when the page was left while it was under way', async () => {
    const client = await whole.join('support');
    await whole.arm({ operation: 'widgets.callOrSchedule', kind: 'slow', when: 'before', delayMs: 2000, times: 1 });
    const headers = {
      Origin: client.origin,
      'Content-Type': 'application/json',
      'X-CallPage-Console': '1',
      Cookie: client.cookie ?? '',
      ...key('left'),
    };
    const leaving = fetch(`${client.origin}${v1}/widgets/call-or-schedule`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ id: 1, tel }),
      signal: AbortSignal.timeout(200),
    });
    await expect(leaving).rejects.toThrow();
    await expect.poll(async () => (await call(client, key('left'))).headers.get('idempotency-replayed')).toBe('true');
    expect(await callsMade()).toBe(1);
  });

  test('and a second time where the person wants it, when the first one was refused, or after ten minutes', async () => {
    const client = await whole.join('support');
    expect((await call(client)).status).toBe(200);
    const first = await newest();
    const { body } = await client.post(`${v1}/widgets/call`, { id: 1, tel });
    expect(body).toMatchObject({ ...repeated.body, earlier: { act: first?.id, call_id: first?.callId } });
    expect((await call(client, confirming(body.question))).status).toBe(200);
    expect(await newest()).toMatchObject({ confirmed: true, reason: 'call_repeated', callId: expect.any(Number) });
    expect(await callsMade()).toBe(2);

    tel = '+48600300001';
    expect((await client.post(`${v1}/widgets/call`, { id: 2, tel })).status).toBe(422);
    expect((await client.post(`${v1}/widgets/call`, { id: 2, tel })).status).toBe(422);

    tel = '+48600300002';
    await call(client);
    await whole.db.execute(sql`alter table act disable trigger act_append_only`);
    await whole.db.execute(sql`update act set at = at - interval '10 minutes' where id = ${(await newest())?.id}`);
    await whole.db.execute(sql`alter table act enable trigger act_append_only`);
    expect((await call(client)).status).toBe(200);
  });

  test('although somebody confirmed, where yet another call was made after the one they were told of', async () => {
    const [client, other] = [await whole.join('support'), await whole.join('operator')];
    expect((await call(client)).status).toBe(200);
    const { question } = (await call(client)).body;
    const theirs = (await call(other)).body.question;
    expect((await call(other, confirming(theirs))).status).toBe(200);
    const second = await newest();

    const refused = await call(client, confirming(question));
    expect(refused).toMatchObject(repeated);
    expect(refused.body.earlier?.act).toBe(second?.id);
    expect(await callsMade()).toBe(2);
    expect((await call(client, confirming(refused.body.question))).status).toBe(200);
  });

  test('where what is confirmed was put to somebody else, was about another number, or is no question', async () => {
    const [client, other] = [await whole.join('support'), await whole.join('operator')];
    const made = await call(client);
    const { question = 0, earlier } = (await call(client)).body;
    const about = await call(client, {}, tel.replace('+48600', '+48601'));
    const elsewhere = await client.post(`${v1}/widgets/call`, { id: 2, tel }, confirming(question));
    expect([made.status, about.status, elsewhere.status]).toEqual([200, 200, 422]);
    const another = (await call(client, {}, tel.replace('+48600', '+48601'))).body.question ?? 0;
    const guesses = [earlier?.act ?? 0, another, question + 50, 2 ** 31 - 1];
    expect((await call(other, confirming(question))).body.reason, 'of somebody else').toBe('call_repeated');
    for (const guess of guesses)
      expect((await call(client, confirming(guess))).body.reason, String(guess)).toBe('call_repeated');
    expect((await newest())?.confirmed).toBe(false);
    expect(await callsMade()).toBe(1);

    const age = async (minutes: number) => {
      await whole.db.execute(sql`alter table act disable trigger act_append_only`);
      const change = sql`update act set at = at - make_interval(mins => ${minutes}) where id = ${question}`;
      await whole.db.execute(change);
      await whole.db.execute(sql`alter table act enable trigger act_append_only`);
    };
    await age(11);
    expect((await call(client, confirming(question))).body.reason, 'long ago').toBe('call_repeated');
    await age(-11);
    expect((await call(client, confirming(question))).status).toBe(200);
  });

  test('where the confirmation names no question', async () => {
    const client = await whole.join('support');
    expect(await call(client, { 'X-CallPage-Confirmed': 'repeat' })).toMatchObject({
      status: 422,
      body: { outcome: 'not_sent' },
    });
    expect(await callsMade()).toBe(0);
  });

  test.each([{ id: '1x' }, { id: [1] }, { tel: ['+48600100200'] }, { tel: null }])(
    'with %j it is refused, as nobody could compare it',
    async (odd) => {
      const client = await whole.join('support');
      expect((await client.post(`${v1}/widgets/call`, { id: 1, tel, ...odd })).status).toBe(422);
      expect(await whole.seen()).toEqual([]);
    },
  );
});
