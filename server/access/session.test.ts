import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { acts, attempts, invitations, persons, sessions } from '#server/db/schema.ts';
import { sendRaw } from '#server/gateway/gateway.testing.ts';
import { Client, testConsole, testPassword } from '#server/testing/console.ts';
import { makeLink, makeSetUpLink } from './links.ts';

const whole = testConsole({ idleMinutes: 30, maxHours: 2 });
const list = '/api/v1/external/widgets/all';
const nobody = { status: 401, body: { reason: 'signed_out' } };
const wrong = { status: 403, body: { reason: 'wrong_credentials' } };

async function signIn(client: Client, email = '', password = testPassword) {
  return new Client(whole.origin, client.cookie).post('/auth/sign-in', { email, password });
}

describe('signing in', () => {
  test('gives a cookie that no script can read and no other site sends, and says who one is', async () => {
    const { person } = await whole.join('support');
    const client = new Client(whole.origin);
    const answer = await client.post('/auth/sign-in', { email: person?.email.toUpperCase(), password: testPassword });
    expect(answer).toMatchObject({
      status: 200,
      body: { data: { person: { id: person?.id, role: 'support' }, set_up: false, time_zone: 'UTC' } },
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    for (const word of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=1800']) expect(cookie).toContain(word);
    expect(cookie).not.toContain('Secure');
    expect((await client.get(list)).status).toBe(200);
  });

  test('takes a new session: a cookie that was there before, from whomever, is good no longer', async () => {
    const client = await whole.join('operator');
    const planted = client.cookie;
    await client.post('/auth/sign-in', { email: client.person?.email, password: testPassword });
    expect(client.cookie).not.toBe(planted);
    expect(await new Client(whole.origin, planted).get(list)).toMatchObject(nobody);
    expect((await client.get(list)).status).toBe(200);
  });

  test('takes no cookie that the server has not signed', async () => {
    const client = await whole.join('operator');
    const [row] = await whole.db
      .select()
      .from(sessions)
      .where(eq(sessions.userId, client.person?.id ?? ''));
    const name = client.cookie?.split('=', 1)[0];
    for (const value of [row?.token, `${row?.token}.x`, `${row?.token}.${'A'.repeat(43)}%3D`]) {
      expect(await new Client(whole.origin, `${name}=${value}`).get(list)).toMatchObject(nobody);
    }
  });

  test('says the same of a wrong password, an unknown address and somebody who was deactivated', async () => {
    const operator = await whole.join('operator');
    const { person } = await whole.join('support');
    const guest = new Client(whole.origin);
    const answers = [
      await signIn(guest, person?.email, 'not the password'),
      await signIn(guest, 'who@console.example'),
    ];
    await operator.post('/auth/people/update', { id: person?.id, active: false });
    answers.push(await signIn(guest, person?.email));
    for (const answer of answers) expect(answer).toMatchObject(wrong);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
  });

  test('is refused after ten tries on one account, also with the right password and at once, until the time is over', async () => {
    const { person } = await whole.join('support');
    const guest = new Client(whole.origin);
    const tries = await Promise.all(
      Array.from({ length: 14 }, (_, n) => signIn(guest, person?.email, `guess number ${n}`)),
    );
    expect(tries.filter(({ status }) => status === 403)).toHaveLength(10);
    const refused = await signIn(guest, person?.email);
    expect(refused).toMatchObject({ status: 429, body: { reason: 'too_many_tries' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500);
    await whole.db.update(attempts).set({ resetsAt: sql`now()` });
    expect((await signIn(guest, person?.email)).status).toBe(200);
  });

  test('counts by the address that the server sees, whatever the browser says it is', async () => {
    await whole.db.delete(attempts);
    const tries = Array.from({ length: 35 }, (_, n) =>
      new Client(whole.origin).post(
        '/auth/sign-in',
        { email: `spray-${n}@console.example`, password: testPassword },
        { 'X-Forwarded-For': `10.0.0.${n}`, 'X-Console-Address': `10.0.0.${n}`, 'X-Real-Ip': `10.0.0.${n}` },
      ),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    await whole.db.delete(attempts);
  });

  test('counts by the address that a trusted proxy tells, and by none that the browser put before it', async () => {
    const { origin, close } = await whole.another({}, { trustedProxies: ['127.0.0.1'] });
    const read = (n: number, address: string) =>
      new Client(origin).post('/auth/link/read', { token: 'x' }, { 'X-Forwarded-For': `10.0.0.${n}, ${address}` });
    const tries = await Promise.all(Array.from({ length: 32 }, (_, n) => read(n, '192.0.2.7')));
    expect(tries.filter(({ status }) => status === 410)).toHaveLength(30);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(2);
    expect((await read(0, '192.0.2.8')).status).toBe(410);
    await close();
  });

  test('gives a cookie that travels over TLS alone where the console is reached so', async () => {
    const { person } = await whole.join('support');
    const { origin, close } = await whole.another({}, { publicOrigins: ['https://console.example'] });
    const client = new Client(origin);
    const answer = await client.post('/auth/sign-in', { email: person?.email, password: testPassword });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-console\.session_token=.*; Path=\/.*; Secure(;|$)/);
    expect(cookie).not.toMatch(/domain/i);
    expect((await client.get(list)).status).toBe(200);
    const value = client.cookie?.split('=').slice(1).join('=');
    for (const name of ['console.session_token', '__Secure-console.session_token']) {
      expect(await new Client(origin, `${name}=${value}`).get(list)).toMatchObject(nobody);
    }
    const [ended] = (await client.post('/auth/sign-out')).headers.getSetCookie();
    expect(ended).toMatch(/^__Host-console\.session_token=;.*Max-Age=0.*Path=\/.*Secure/);
    await close();
  });

  test('takes nothing but an email and a password: no address to go on to', async () => {
    const body = { email: 'a@b.example', password: 'x', callbackURL: 'https://evil.example' };
    expect(await new Client(whole.origin).post('/auth/sign-in', body)).toMatchObject({ status: 422 });
  });

  test.each(['/auth/sign-in', '/auth/demo', '/auth/sign-out', '/auth/link/accept', '/auth/people/update'])(
    'another website cannot post to %s',
    async (path) => {
      const client = await whole.join('operator');
      const cookie = { Cookie: client.cookie ?? '' };
      const page = { ...cookie, Origin: whole.origin, 'Content-Type': 'application/json', 'X-CallPage-Console': '1' };
      const body = '{"role":"operator"}';
      for (const headers of [
        { ...page, Origin: 'https://evil.example' },
        { ...page, 'Sec-Fetch-Site': 'cross-site' },
        { ...page, 'X-CallPage-Console': '' },
        { ...cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
      ]) {
        const answer = await sendRaw(whole.origin, { method: 'POST', path, headers, body });
        expect(answer.status).toBe(403);
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
      expect((await client.get(list)).status).toBe(200);
    },
  );

  test('none of better-auth’s own addresses is there', async () => {
    const paths = [
      '/auth/sign-up/email',
      '/auth/sign-in/email',
      '/auth/update-user',
      '/auth/console/sign-in',
      '/auth/list-sessions',
    ];
    const body = { email: 'x@y.example', password: testPassword, name: 'X', personId: 'demo-operator' };
    for (const path of paths) expect((await new Client(whole.origin).post(path, body)).status).toBe(404);
  });
});

describe('a session', () => {
  const age = (client: Client, values: object) =>
    whole.db
      .update(sessions)
      .set(values)
      .where(eq(sessions.userId, client.person?.id ?? ''));

  test('ends with the sign-out, also for whoever has copied the cookie', async () => {
    const client = await whole.join('operator');
    const copied = client.cookie;
    const answer = await client.post('/auth/sign-out');
    expect(answer.status).toBe(200);
    expect(client.cookie).toBeUndefined();
    expect(await new Client(whole.origin, copied).get(list)).toMatchObject(nobody);
  });

  test('ends everywhere where that is asked for', async () => {
    const here = await whole.join('support');
    const there = new Client(whole.origin);
    await there.post('/auth/sign-in', { email: here.person?.email, password: testPassword });
    await here.post('/auth/sign-out', { everywhere: true });
    expect(await there.get(list)).toMatchObject(nobody);
  });

  test('ends when it is not used, and lives on while it is', async () => {
    const client = await whole.join('support');
    await age(client, { expiresAt: new Date(Date.now() + 60_000) });
    const answer = await client.get(list);
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=1800');
    const [row] = await whole.db
      .select()
      .from(sessions)
      .where(eq(sessions.userId, client.person?.id ?? ''));
    expect(row?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 25 * 60_000);
  });

  test('is not kept alive by what an open page asks with nobody in front of it', async () => {
    const client = await whole.join('support');
    await age(client, { expiresAt: new Date(Date.now() + 60_000) });
    const answer = await client.send('GET', list, undefined, { 'X-CallPage-Away': '1' });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([]);
    const [row] = await whole.db
      .select()
      .from(sessions)
      .where(eq(sessions.userId, client.person?.id ?? ''));
    expect(row?.expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + 60_000);
    await age(client, { expiresAt: new Date(Date.now() - 1) });
    expect(await client.get(list)).toMatchObject(nobody);
  });

  test('ends after its longest time, however much it is used', async () => {
    const client = await whole.join('support');
    await age(client, { createdAt: new Date(Date.now() - 2 * 3_600_000) });
    expect(await client.get(list)).toMatchObject(nobody);
  });

  test('ends at once when the person is deactivated, and a role that changes counts from the next request on', async () => {
    const operator = await whole.join('operator');
    const client = await whole.join('operator');
    const update = (values: object) => operator.post('/auth/people/update', { id: client.person?.id, ...values });
    expect((await update({ role: 'support' })).status).toBe(200);
    expect((await client.get('/activity/acts')).status).toBe(403);
    expect((await client.get(list)).status).toBe(200);
    expect((await update({ active: false })).status).toBe(200);
    expect(await client.get(list)).toMatchObject(nobody);
    expect((await update({ active: true })).status).toBe(200);
    expect(await client.get(list)).toMatchObject(nobody);
  });

  test('ends, all but the one at hand, when the password changes', async () => {
    const here = await whole.join('support');
    const there = new Client(whole.origin);
    await there.post('/auth/sign-in', { email: here.person?.email, password: testPassword });
    const change = (current_password: string) =>
      here.post('/auth/password', { current_password, new_password: 'another long one' });
    expect(await change('not the password')).toMatchObject(wrong);
    expect((await change(testPassword)).status).toBe(200);
    expect((await here.get(list)).status).toBe(200);
    expect(await there.get(list)).toMatchObject(nobody);
    expect(await signIn(new Client(whole.origin), here.person?.email)).toMatchObject(wrong);
  });

  test('can be ended by an operator, who sees whence it is', async () => {
    const operator = await whole.join('operator');
    const client = await whole.join('support');
    const { body } = await operator.get(`/auth/people/sessions?id=${client.person?.id}`);
    expect(body.data).toMatchObject([{ address: '127.0.0.1', current: false }]);
    await operator.post('/auth/people/end-session', { id: client.person?.id });
    expect(await client.get(list)).toMatchObject(nobody);
  });
});

test('where sessions cannot be read nobody is told that theirs has ended', async () => {
  const client = await whole.join('support');
  await whole.db.execute(sql`alter table session rename to session_away`);
  const answers = await Promise.all([client.get(list), client.get('/auth/session'), client.get('/events')]);
  await whole.db.execute(sql`alter table session_away rename to session`);
  for (const answer of answers) expect(answer.status).toBe(500);
  expect((await client.get(list)).status).toBe(200);
});

describe('demo people', () => {
  test('are nobody once the console has no demo: their sessions have ended, and the first operator is set up', async () => {
    const demo = new Client(whole.origin);
    await demo.post('/auth/demo', { role: 'operator' });
    expect((await demo.get(list)).status).toBe(200);
    await whole.db.update(persons).set({ deactivatedAt: new Date() }).where(sql`${persons.id} not like 'demo-%'`);
    const { origin, close } = await whole.another({ demo: false });
    expect(await new Client(origin, demo.cookie).get(list)).toMatchObject(nobody);
    expect(await new Client(origin).post('/auth/demo', { role: 'operator' })).toMatchObject({ status: 404 });
    expect(await makeSetUpLink(whole.db)).toBeDefined();
    await close();
  });
});

describe('a link', () => {
  const accept = (token: string, more: object = {}) =>
    new Client(whole.origin).post('/auth/link/accept', { token, password: testPassword, ...more });
  const gone = { status: 410, body: { reason: 'link_invalid' } };
  const actsOf = (id = '') =>
    whole.db.select({ operation: acts.operation, name: acts.personName }).from(acts).where(eq(acts.personId, id));
  const invite = async (email: string, more: object = {}) => {
    const operator = await whole.join('operator');
    const { body } = await operator.post('/auth/people/invite', { email, role: 'support', ...more });
    const { link = '', id = '' } = Object(body.data);
    return { operator, id: String(id), link: String(link), token: String(link).split('#')[1] ?? '' };
  };

  test('is good once, for whom it was made', async () => {
    const { link, token } = await invite('new@console.example', { name: 'New Person' });
    expect(link).toBe(`${whole.origin}/link#${token}`);
    const read = await new Client(whole.origin).post('/auth/link/read', { token });
    expect(read.body.data).toMatchObject({
      kind: 'invitation',
      email: 'new@console.example',
      name: 'New Person',
      role: 'support',
    });
    const both = await Promise.all([accept(token, { email: 'mine@evil.example' }), accept(token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect(await accept(token)).toMatchObject(gone);
    const [person] = await whole.db.select().from(persons).where(eq(persons.email, 'new@console.example'));
    expect(person).toMatchObject({ name: 'New Person', role: 'support' });
    expect(await actsOf(person?.id)).toEqual([{ operation: 'people.join', name: 'New Person' }]);
  });

  test('stays good when the password was too short', async () => {
    const { token } = await invite('short@console.example', { name: 'Short' });
    expect(await accept(token, { password: 'too short' })).toMatchObject({ status: 422 });
    expect((await accept(token)).status).toBe(200);
  });

  test('is good no longer once it has expired, was withdrawn, made anew, or its maker was deactivated', async () => {
    const expired = await invite('a@console.example', { name: 'A' });
    await whole.db.update(invitations).set({ expiresAt: new Date() }).where(eq(invitations.id, expired.id));
    expect(await accept(expired.token)).toMatchObject(gone);

    const withdrawn = await invite('b@console.example', { name: 'B' });
    await withdrawn.operator.post('/auth/invitations/withdraw', { id: withdrawn.id });
    expect(await accept(withdrawn.token)).toMatchObject(gone);

    const first = await invite('c@console.example', { name: 'C' });
    const second = await invite('c@console.example', { name: 'C' });
    expect(await accept(first.token)).toMatchObject(gone);
    await first.operator.post('/auth/people/update', { id: second.operator.person?.id, active: false });
    expect(await accept(second.token)).toMatchObject(gone);
  });

  test('for a new password ends the sessions of before', async () => {
    const operator = await whole.join('operator');
    const client = await whole.join('support');
    const { body } = await operator.post('/auth/people/password-link', { id: client.person?.id });
    const token = String(Object(body.data).link).split('#')[1] ?? '';
    expect((await accept(token, { password: 'a password of today' })).status).toBe(200);
    expect(await client.get(list)).toMatchObject(nobody);
    expect(await signIn(new Client(whole.origin), client.person?.email)).toMatchObject(wrong);
    expect(await actsOf(client.person?.id)).toContainEqual(
      expect.objectContaining({ operation: 'people.newPassword' }),
    );
  });

  test('for a new password is good no longer when its holder was deactivated, though they are back', async () => {
    const operator = await whole.join('operator');
    const { person } = await whole.join('support');
    const { body } = await operator.post('/auth/people/password-link', { id: person?.id });
    for (const active of [false, true]) await operator.post('/auth/people/update', { id: person?.id, active });
    expect(await accept(String(Object(body.data).link).split('#')[1] ?? '')).toMatchObject(gone);
  });

  test('to set the console up makes the first operator, and there is none while there is one', async () => {
    await whole.join('operator');
    expect(await makeSetUpLink(whole.db)).toBeUndefined();
    const { token } = await makeLink(whole.db, { kind: 'set_up', role: 'operator' });
    expect(await accept(token, { name: 'Eve', email: 'eve@evil.example' })).toMatchObject(gone);

    await whole.db.update(persons).set({ deactivatedAt: new Date() });
    const session = await new Client(whole.origin).get('/auth/session');
    expect(session.body.data).toMatchObject({ person: null, set_up: true });
    const old = (await makeSetUpLink(whole.db)) ?? '';
    const latest = (await makeSetUpLink(whole.db)) ?? '';
    expect(await accept(old, { name: 'Eve', email: 'eve@evil.example' })).toMatchObject(gone);
    expect(await accept(latest, { name: 'Ida' })).toMatchObject({ status: 422 });
    const answer = await accept(latest, { name: 'Ida', email: 'Ida@console.example' });
    expect(answer.body.data).toMatchObject({ person: { name: 'Ida', email: 'ida@console.example', role: 'operator' } });
  });

  test('does not take the place of somebody who is there', async () => {
    const { person } = await whole.join('support');
    const operator = await whole.join('operator');
    const taken = { status: 409, body: { reason: 'email_taken' } };
    expect(await operator.post('/auth/people/invite', { email: person?.email, role: 'support' })).toMatchObject(taken);
  });
});

describe('operators', () => {
  test('there is always one left, and nobody shuts themselves out', async () => {
    const one = await whole.join('operator');
    const two = await whole.join('operator');
    await whole.db
      .update(persons)
      .set({ deactivatedAt: new Date() })
      .where(sql`${persons.id} not in (${one.person?.id}, ${two.person?.id})`);
    expect(await one.post('/auth/people/update', { id: one.person?.id, role: 'support' })).toMatchObject({
      status: 409,
      body: { reason: 'yourself' },
    });
    const both = await Promise.all([
      one.post('/auth/people/update', { id: two.person?.id, active: false }),
      two.post('/auth/people/update', { id: one.person?.id, active: false }),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('must say which CallPage user a manager is', async () => {
    const operator = await whole.join('operator');
    expect(await operator.post('/auth/people/invite', { email: 'm@console.example', role: 'manager' })).toMatchObject({
      status: 422,
    });
    expect(
      (await operator.post('/auth/people/invite', { email: 'm@console.example', role: 'manager', user_id: 3 })).status,
    ).toBe(200);
  });
});
