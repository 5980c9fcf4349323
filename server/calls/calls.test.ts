import { and, desc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { acts, calls, doNotCall } from '#server/db/schema.ts';
import { operations } from '#server/gateway/operations.ts';
import { type Client, testConsole } from '#server/testing/console.ts';
import { createDoNotCall } from './do-not-call.ts';

const whole = testConsole();
const list = '/console/do-not-call';
const v1 = '/api/v1/external/widgets';
/** Everything that rings somebody. */
const dials = operations.filter(({ scope }) => scope === 'widgets.call');

let tel = '';
let next = 0;
beforeEach(async () => {
  await whole.reset();
  await whole.seen();
  tel = `+48601300${String(++next).padStart(3, '0')}`;
});

const call = (client: Client, number = tel, headers = {}) =>
  client.post(`${v1}/call-or-schedule`, { id: 1, tel: number }, headers);
const newest = async () => (await whole.db.select().from(acts).orderBy(desc(acts.id)).limit(1))[0];
const made = async (number = tel) => whole.db.$count(calls, eq(calls.tel, number));
const add = (client: Client, numbers: string[], more = {}) =>
  client.post(`${list}/add`, { numbers, reason: 'Asked for it by letter', ...more });

describe('a number that must not be called', () => {
  test('is refused before every dial, whatever it looks like, whoever asks, and that is recorded', async () => {
    const [operator, support] = [await whole.join('operator'), await whole.join('support')];
    expect((await add(operator, [tel])).body.data).toEqual({ added: 1, already: [], wrong: [] });
    expect(dials.map(({ id }) => id)).toEqual(['widgets.call', 'widgets.callOrSchedule']);
    const forms = [
      tel,
      ` ${tel.replace('+48', '+48 ')}`,
      tel.replace('+', '00'),
      tel.slice(1),
      tel.replace('601', '(601) '),
    ];
    for (const { path, id } of dials) {
      for (const form of forms) {
        for (const client of [operator, support]) {
          const { status, body } = await client.post(path, { id: 1, tel: form, manager_id: 1 });
          expect({ status, ...body }, `${id} ${form}`).toMatchObject({
            status: 422,
            reason: 'do_not_call',
            outcome: 'not_sent',
            errors: { tel: [expect.stringMatching(/do-not-call list/)] },
          });
          expect(body.message).toMatch(/^\+48 601 300 \d{3} is on the do-not-call list: Asked for it by letter\./);
          expect(body.message).toContain(`${operator.person?.name} added it on`);
          const row = await newest();
          expect(row).toMatchObject({
            personId: client.person?.id,
            operation: id,
            state: 'failed',
            reason: 'do_not_call',
          });
          expect(`${row?.message}${JSON.stringify(row?.request)}`).not.toMatch(/601.?300/);
        }
      }
    }
    expect(await whole.seen('all')).toEqual([]);
  });

  test('is not called for whoever says yes to a question from before', async () => {
    const [operator, support] = [await whole.join('operator'), await whole.join('support')];
    await call(support);
    const { question = 0 } = (await call(support)).body;
    await add(operator, [tel]);
    const headers = { 'X-CallPage-Confirmed': String(question) };
    expect((await call(support, tel, headers)).body.reason).toBe('do_not_call');
    const refused = { 'X-CallPage-Confirmed': String((await newest())?.id) };
    await whole.db.delete(doNotCall);
    expect((await call(support, tel, refused)).body.reason, 'a refusal is no question').toBe('call_repeated');
    expect(await made()).toBe(1);
  });

  test('is called again once it is taken off the list', async () => {
    const operator = await whole.join('operator');
    await add(operator, [tel]);
    const [entry] = await whole.db.select().from(doNotCall).orderBy(desc(doNotCall.id)).limit(1);
    expect((await operator.post(`${list}/remove`, { id: entry?.id })).status).toBe(200);
    expect(await newest()).toMatchObject({ operation: 'doNotCall.remove', subject: `•••${tel.slice(-3)}` });
    expect((await operator.post(`${list}/remove`, { id: entry?.id })).status).toBe(404);
    expect((await call(operator)).status).toBe(200);
  });

  test('is refused with another secret, too', async () => {
    const operator = await whole.join('operator');
    await add(operator, [tel.replace('+48', '')], { country: 'PL' });
    const secret = 'another secret, as an administrator may choose one';
    const there = await whole.another({ secret, alone: false });
    const support = Object.assign(await whole.join('support'), { origin: there.origin, cookie: undefined });
    await support.post('/auth/demo', { role: 'support' });
    expect((await call(support)).body.reason).toBe('do_not_call');
    await there.close();
    await createDoNotCall('a secret that the processes of one test share').rehash(whole.db);
    expect((await call(operator)).body.reason).toBe('do_not_call');
  });
});

describe('the list', () => {
  test('takes many at once, and says of each what became of it', async () => {
    const operator = await whole.join('operator');
    await add(operator, [tel]);
    const other = tel.replace('601', '602');
    const numbers = [` ${other} `, other.replace('+48', ''), tel.replace('+', '00'), 'Jan Nowak', '12'];
    const { body } = await add(operator, numbers, { country: 'PL', reason: ' Sued ' });
    expect(body.data).toMatchObject({
      added: 1,
      already: expect.arrayContaining([other.replace('+48', '')]),
      wrong: expect.arrayContaining([{ text: 'Jan Nowak', problem: expect.stringMatching(/\.$/) }]),
    });
    expect(await newest()).toMatchObject({
      operation: 'doNotCall.add',
      entity: 'doNotCall',
      subject: `•••${other.slice(-3)}`,
      request: { tel: [`•••${other.slice(-3)}`], reason: 'Sued' },
    });
    const { data } = (await operator.get(list)).body;
    const newestFirst = expect.objectContaining({ number: other, country: 'PL', reason: 'Sued' });
    expect(data).toEqual(expect.arrayContaining([newestFirst]));
    expect(Object(data)[0]).toMatchObject({ number: other, added_by: operator.person?.name });
    const rows = await whole.db.select().from(doNotCall);
    expect(rows.every(({ hash }) => !hash.includes(other.slice(-9)))).toBe(true);
  });

  test.each([{ numbers: [] }, { numbers: ['x'], reason: ' ' }, { reason: 'y'.repeat(201) }, { country: 'Poland' }])(
    'does not take %j',
    async (odd) => {
      const operator = await whole.join('operator');
      const { status, body } = await operator.post(`${list}/add`, { numbers: [tel], reason: 'x', ...odd });
      expect({ status, ...body }).toMatchObject({ status: 422, errors: expect.any(Object) });
    },
  );
});

describe('other numbers', () => {
  test.each(['112', '+48112', '0048999', '+1911'])('%s is never called', async (number) => {
    const operator = await whole.join('operator');
    expect(await call(operator, number)).toMatchObject({ status: 422, body: { reason: 'short_number' } });
    expect(await newest()).toMatchObject({ state: 'failed', reason: 'short_number' });
    expect(await whole.seen()).toEqual([]);
  });

  test('without a country code are not sent', async () => {
    const operator = await whole.join('operator');
    for (const number of [tel.slice(1), tel.slice(3), '+999600100200'])
      expect(await call(operator, number)).toMatchObject({ status: 422, body: { outcome: 'not_sent' } });
    expect(await whole.seen()).toEqual([]);
  });

  test.each(['+48700123456', '+881631234567'])('%s is asked about, and called for whoever wants it', async (costly) => {
    const [support, other] = [await whole.join('support'), await whole.join('operator')];
    const { status, body } = await call(support, costly);
    expect({ status, ...body }).toMatchObject({ status: 409, reason: 'call_costs', outcome: 'not_sent' });
    expect(await newest()).toMatchObject({ id: body.question, personId: support.person?.id, reason: 'call_costs' });
    const confirming = (question = 0) => ({ 'X-CallPage-Confirmed': String(question) });
    expect((await call(other, costly, confirming(body.question))).body.reason).toBe('call_costs');
    expect(await whole.seen()).toEqual([]);
    expect((await call(support, costly, confirming(body.question))).status).toBe(200);
    expect(await newest()).toMatchObject({ state: 'done', confirmed: true, reason: 'call_costs' });

    const again = (await call(support, costly, confirming(body.question))).body;
    expect(again.reason).toBe('call_repeated');
    const then = (await call(support, costly, confirming(again.question))).body;
    expect(then.reason, 'of a second call the cost is asked about, too').toBe('call_costs');
    expect((await call(support, costly, confirming(then.question))).status).toBe(200);
    expect(await made(costly)).toBe(2);
  });
});

describe('a person’s calls of a day', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, n) => tel.replace('601', `60${n + 2}`));

  test('are so many and no more, in every process together', async () => {
    const [here, there] = [
      await whole.another({ callsPerDay: 3, alone: false }),
      await whole.another({ callsPerDay: 3, alone: false }),
    ];
    const person = await whole.join('support');
    const at = (origin: string) => Object.assign(Object.create(person) as Client, { origin });
    const replies = await Promise.all(
      numbers(6).map((number, n) => call(at(n % 2 ? here.origin : there.origin), number)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429, 429]);
    const refused = replies.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ reason: 'daily_limit', outcome: 'not_sent' });
    expect(refused?.body.message).toMatch(/asked for 3 calls in the last 24 hours.*again in (24 h|23 h \d+ min)\.$/);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(86_000);
    const mine = and(eq(acts.personId, person.person?.id ?? ''), eq(acts.reason, 'daily_limit'));
    expect(await whole.db.$count(acts, mine)).toBe(3);

    const other = Object.assign(await whole.join('support'), { origin: here.origin });
    expect((await call(other, numbers(7).at(-1))).status, 'somebody else has calls of their own').toBe(200);
    await whole.db.execute(sql`alter table act disable trigger act_append_only`);
    await whole.db.execute(
      sql`update act set at = at - interval '24 hours' where id = (select min(id) from act where person_id = ${person.person?.id} and state = 'done' and contact is not null)`,
    );
    await whole.db.execute(sql`alter table act enable trigger act_append_only`);
    expect((await call(at(here.origin))).status, 'after a day there is one again').toBe(200);
    expect((await call(at(here.origin), numbers(8).at(-1))).status).toBe(429);
    await here.close();
    await there.close();
  });

  test('are as many as one likes where there is no limit', async () => {
    const free = await whole.another({ callsPerDay: 0, alone: false });
    const person = Object.assign(await whole.join('support'), { origin: free.origin });
    for (const number of numbers(3)) expect((await call(person, number)).status).toBe(200);
    await free.close();
  });
});
