import type { Page } from '@playwright/test';
import { z } from 'zod';
import { failure } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { expectNoAxeViolations, nextBody, tabAndPress, tabAndType, tabTo } from './helpers.ts';
import type { Sandbox } from './sandbox.ts';

test.use({ role: 'manager' });

/** Oliver Hughes of the demo company, whom the demo's manager is: office hours in London at two widgets. */
const me = 15;
const mainSite = { id: 1, name: 'Main site: photovoltaics and heat pumps' };
const colleague = 16;

const Manager = z.looseObject({ enabled: z.boolean(), business_times: z.array(z.record(z.string(), z.unknown())) });
const User = z.looseObject({
  id: z.number(),
  name: z.string(),
  tel: z.string(),
  tel_formatted: z.string().nullish(),
  email: z.string().nullish(),
});

const rule = (day_of_week: number, from: string, to: string, timezone = 'Europe/Warsaw') => ({
  day_of_week,
  enabled: true,
  start_time: `${from}:00`,
  end_time: `${to}:00`,
  timezone,
});

const everyDay = (from: string, to: string) => [0, 1, 2, 3, 4, 5, 6].map((day) => rule(day, from, to));

/** A widget of the test's own that the manager is assigned to, and what the sandbox has of that. */
async function assigned(sandbox: Sandbox, hours = everyDay('09:00', '17:00'), enabled = true) {
  const { id } = await sandbox.seedWidget({ description: 'Corner shop' });
  const pair = { widget_id: id, user_id: me };
  await sandbox.call('managers.create', { ...pair, enabled, business_times: hours });
  const read = async () => Manager.parse(await sandbox.call('managers.get', pair));
  return { id, read, isOn: async () => (await read()).enabled, hours: async () => (await read()).business_times };
}

const now = (page: Page) => page.getByRole('region', { name: 'Now' });
const cards = (page: Page) => page.getByRole('list', { name: 'My widgets' }).getByRole('listitem');
const card = (page: Page, name: string) => cards(page).filter({ hasText: name });
const toggle = (page: Page, name = 'Corner shop') => page.getByRole('switch', { name, exact: true });
const editHours = (page: Page) => page.getByRole('link', { name: 'Edit my hours for Corner shop' });

async function expectNoOverflow(page: Page) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, 'pixels beyond the edge').toBeLessThanOrEqual(0);
}

test.describe('the switch of a widget', () => {
  test('switches the manager off and on, and leaves the hours as they are', async ({ page, sandbox }) => {
    const hours = [
      { ...rule(1, '08:15', '12:00'), start_time: '08:15:30', note: 'kept' },
      rule(3, '22:00', '24:00', 'Asia/Kolkata'),
    ];
    const mine = await assigned(sandbox, hours);
    await page.goto('/me');
    await expect(toggle(page)).toBeChecked();
    const sent = nextBody(page, 'managers/update');
    await toggle(page).click();
    expect(await sent).toEqual({ user_id: me, widget_id: mine.id, enabled: false, business_times: hours });
    await expect(card(page, 'Corner shop')).toContainText('Switched off.');
    await expect.poll(mine.isOn).toBe(false);
    await page.reload();
    await expect(toggle(page)).not.toBeChecked();
    // The name of the widget is the switch's label: a thumb needs no aim.
    await page.getByText('Corner shop', { exact: true }).click();
    await expect(toggle(page)).toBeChecked();
    await expect.poll(mine.isOn).toBe(true);
    expect(await mine.hours()).toEqual(hours);
  });

  test('answers at once, and so does what stands at the top', async ({ page, sandbox }) => {
    const mine = await assigned(sandbox, everyDay('00:00', '24:00'));
    await sandbox.setTime('2026-11-28T12:00:00Z');
    await page.goto('/me');
    await expect(now(page)).toContainText('You are called now');
    await expect(now(page)).toContainText('For Corner shop.');
    await sandbox.arm({ operation: 'managers.update', kind: 'slow', delayMs: 2000 });
    await toggle(page).click();
    await expect(toggle(page)).not.toBeChecked({ timeout: 500 });
    await expect(now(page)).toContainText('You are not called now', { timeout: 500 });
    await expect(card(page, 'Corner shop')).toContainText('Once on, called at once.', { timeout: 500 });
    expect(await mine.isOn()).toBe(true);
    await expect.poll(mine.isOn).toBe(false);
  });

  test('goes back with the reason where the change fails', async ({ page, sandbox }) => {
    const mine = await assigned(sandbox);
    await page.goto('/me');
    await sandbox.arm(failure('status', 'managers.update', { matchId: mine.id }));
    await toggle(page).click();
    await expect(page.getByRole('alert')).toContainText('The disk of CallPage is full.');
    await expect(toggle(page)).toBeChecked();
    expect(await mine.isOn()).toBe(true);
  });
});

test.describe('when the calls come', () => {
  test('is told over all widgets, by the hours, the zones and the switches', async ({ page, sandbox }) => {
    // A Wednesday, 05:00 in Warsaw, where the browser is.
    await sandbox.setTime('2026-11-25T04:00:00Z');
    await assigned(sandbox, everyDay('07:00', '08:00'));
    await page.goto('/me');
    await expect(now(page)).toContainText('You are not called now');
    await expect(now(page)).toContainText('Next called today at 07:00, Warsaw time, for Corner shop.');
    await expect(card(page, 'Corner shop')).toContainText('Next called today at 07:00, Warsaw time.');
    await expect(card(page, mainSite.name)).toContainText('Next called today at 09:00, London time (10:00 for you).');
    await expect(card(page, mainSite.name)).toContainText('Mon–Fri 09:00–17:00, London time');
    await toggle(page).click();
    await expect(now(page)).toContainText('Next called today at 09:00, London time (10:00 for you), for Main site');
    await expect(card(page, 'Corner shop')).toContainText('Once on, next called today at 07:00, Warsaw time.');
    await expect(now(page)).toContainText('Your calls ring at +44 7700 900115.');
  });

  test('follows the clock', async ({ page, sandbox }) => {
    await page.clock.install();
    await sandbox.setTime('2026-11-28T05:59:30Z');
    await assigned(sandbox, everyDay('07:00', '08:00'));
    await page.goto('/me');
    await expect(now(page)).toContainText('Next called today at 07:00');
    await sandbox.setTime('2026-11-28T06:00:00Z');
    await page.clock.runFor(31_000);
    await expect(now(page).getByRole('status')).toContainText('You are called now');
  });

  test('is never while the user is disabled, whatever the switches say', async ({ page, sandbox }) => {
    const { name, tel } = User.parse(await sandbox.call('users.get', { id: me }));
    await sandbox.call('users.update', { id: me, name, tel, enabled: false });
    try {
      await page.goto('/me');
      await expect(now(page)).toContainText('Your user is disabled in CallPage');
      await expect(page.getByRole('list', { name: 'My widgets' })).not.toContainText('Called now');
    } finally {
      await sandbox.call('users.update', { id: me, name, tel, enabled: true });
    }
  });
});

test('hours are edited on a phone, and the way leads back', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const mine = await assigned(sandbox, [rule(1, '09:00', '17:00'), rule(2, '09:00', '17:00')]);
  await page.goto('/me');
  await expectNoOverflow(page);
  await editHours(page).click();
  await expect(page).toHaveURL(`/widgets/${mine.id}/managers/${me}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My hours for Corner shop');
  await expectNoOverflow(page);
  await page.getByRole('textbox', { name: 'Monday: start' }).fill('7');
  await page.getByRole('switch', { name: 'Tuesday' }).click();
  const sent = nextBody(page, 'managers/update');
  await page.getByRole('button', { name: 'Save hours' }).click();
  expect(Object.keys(Object(await sent)).toSorted()).toEqual(['business_times', 'enabled', 'user_id', 'widget_id']);
  await expect(page).toHaveURL('/me');
  const notice = page.getByRole('status').filter({ hasText: 'Hours saved' });
  await notice.getByRole('button').click();
  await expect(notice).toBeHidden();
  await expect(card(page, 'Corner shop')).toContainText('Mon 07:00–17:00, Warsaw time');
  expect((await mine.hours()).filter(({ enabled }) => enabled)).toEqual([rule(1, '07:00', '17:00')]);

  await editHours(page).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page).toHaveURL('/me');
  await editHours(page).click();
  await page.getByRole('link', { name: 'My availability' }).first().click();
  await expect(page).toHaveURL('/me');
});

test('the hours of somebody else are refused with an explanation', async ({ page, allowConsole }) => {
  allowConsole(/403/);
  await page.goto(`/widgets/${mainSite.id}/managers/${colleague}`);
  await expect(page.getByRole('heading', { name: 'This is not yours to see' })).toBeVisible();
  await expect(page.getByText('This belongs to somebody else')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Save hours' })).toBeHidden();
  await page.getByRole('main').getByRole('link', { name: 'My availability' }).click();
  await expect(cards(page).first()).toBeVisible();

  await page.goto('/widgets/2');
  await expect(page.getByRole('heading', { name: 'You are not assigned to this widget' })).toBeVisible();
});

test('no page and no answer tells a colleague’s name, email or number', async ({ page, sandbox, allowConsole }) => {
  test.slow();
  allowConsole(/403/);
  const users = z.array(User).parse(await sandbox.call('users.list', { limit: 1000 }));
  const secrets = users
    .filter(({ id }) => id !== me)
    .flatMap(({ name, tel, tel_formatted, email }) => [name, tel, tel_formatted, email])
    .filter((secret) => typeof secret === 'string' && secret !== '');
  expect(secrets.length).toBeGreaterThan(50);
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/api')) bodies.push(response.text().catch(() => ''));
  });
  const tells = (text: string) => secrets.filter((secret) => secret && text.includes(secret));

  const pages = [
    '/me',
    '/widgets',
    `/widgets/${mainSite.id}`,
    `/widgets/${mainSite.id}/managers`,
    `/widgets/${mainSite.id}/managers/${me}`,
    `/widgets/${mainSite.id}/managers/${colleague}`,
    '/widgets/2',
    '/managers',
    '/users',
    `/users/${colleague}`,
    '/calls',
    '/statistics',
    '/people',
    '/activity',
  ];
  for (const path of pages) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: /^Loading/ })).toBeHidden();
    expect(tells(await page.getByRole('main').innerText()), path).toEqual([]);
  }
  await page.goto('/calls');
  await page.getByRole('table', { name: 'Calls' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Call to/);
  expect(tells(await page.getByRole('main').innerText()), 'a call').toEqual([]);
  const told = (await Promise.all(bodies)).flatMap(tells);
  expect(bodies.length).toBeGreaterThan(pages.length / 2);
  expect(told, 'in what the browser got').toEqual([]);
});

test.describe('every state of the page', () => {
  test('waits in the shape of what comes', async ({ page, sandbox }) => {
    await sandbox.arm({ operation: 'widgets.list', kind: 'slow', delayMs: 1500 });
    await page.goto('/me');
    await expect(page.getByRole('status', { name: 'Loading your widgets' })).toBeVisible();
    await expect(cards(page).first()).toBeVisible();
  });

  test('tells who has no widget yet what to wait for', async ({ page, resetData }) => {
    await resetData('empty');
    await page.goto('/me');
    await expect(page.getByRole('heading', { name: 'You are not assigned to a widget yet' })).toBeVisible();
    await expect(page.getByText('Once an operator has assigned you')).toBeVisible();
  });

  test('says what could not be read, and reads it again', async ({ page, sandbox }) => {
    // The list is asked for twice where its first answer comes before the page's code.
    await sandbox.arm(failure('error200', 'widgets.list', { times: 2 }));
    await page.goto('/me');
    await expect(page.getByRole('alert')).toContainText('Your widgets could not be read');
    await sandbox.clearFaults();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(cards(page).first()).toBeVisible();
  });

  test('keeps the switches where the hours of one widget could not be read', async ({ page, sandbox }) => {
    // A Saturday: only what could not be read may be running.
    await sandbox.setTime('2026-11-28T12:00:00Z');
    const mine = await assigned(sandbox);
    // They are asked for twice where the list's first answer comes before the page's code.
    await sandbox.arm(failure('error200', 'managers.get', { matchId: mine.id, times: 2 }));
    await page.goto('/me');
    await expect(card(page, 'Corner shop')).toContainText('Your hours could not be read.');
    await expect(now(page)).toContainText('The hours for Corner shop could not be read.');
    await sandbox.clearFaults();
    await card(page, 'Corner shop').getByRole('button', { name: 'Try again' }).click();
    await expect(card(page, 'Corner shop')).toContainText('Every day 09:00–17:00, Warsaw time');
    await expect(now(page)).not.toContainText('could not be read');
  });
});

test.describe('an operator', () => {
  test.use({ role: 'operator' });

  test('who is no user of CallPage is told so kindly', async ({ page }) => {
    await page.goto('/me');
    await expect(page.getByRole('heading', { name: 'You take no calls yourself' })).toBeVisible();
    await expect(page.getByText('not linked to a user of CallPage')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Go to People' })).toHaveAttribute('href', '/people');
    await expectNoAxeViolations(page);
  });

  test('who is one has switches of their own, and of nobody else', async ({ page, server }) => {
    const headers = { Origin: server.url, 'X-CallPage-Console': '1' };
    const link = (user_id: number | null) =>
      page.request.post('/auth/people/update', { data: { id: 'demo-operator', user_id }, headers });
    expect((await link(me)).ok()).toBe(true);
    try {
      await page.goto('/me');
      await expect(cards(page)).toHaveCount(2);
      await page.getByRole('link', { name: `Edit my hours for ${mainSite.name}` }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`My hours for ${mainSite.name}`);
      await page.getByRole('link', { name: 'Cancel' }).click();
      await expect(page).toHaveURL('/me');
    } finally {
      await link(null);
    }
  });
});

test('a manager switches and edits by keyboard alone', async ({ page, sandbox }) => {
  test.slow();
  const mine = await assigned(sandbox, [rule(1, '09:00', '17:00')]);
  await page.goto('/me');
  await tabAndPress(toggle(page), 'Space');
  await expect.poll(mine.isOn).toBe(false);
  await tabAndPress(editHours(page));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await tabAndType(page.getByRole('textbox', { name: 'Monday: end' }), '18');
  await tabTo(page.getByRole('button', { name: 'Save hours' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/me');
  expect(await mine.read()).toMatchObject({ enabled: false, business_times: [rule(1, '09:00', '18:00')] });
});

for (const width of [1280, 360]) {
  test(`everybody can read and use it at ${width} px`, async ({ page, sandbox }) => {
    await page.setViewportSize({ width, height: 740 });
    // A Wednesday morning: at other hours nobody sees that they are called now.
    await sandbox.setTime('2026-11-25T10:00:00Z');
    await assigned(sandbox, everyDay('00:00', '24:00'), false);
    for (const [path, ready] of [
      ['/me', now(page).getByText('You are called now')],
      [`/widgets/${mainSite.id}/managers/${me}`, page.getByRole('button', { name: 'Save hours' })],
      [
        `/widgets/${mainSite.id}/managers/${colleague}`,
        page.getByRole('heading', { name: 'This is not yours to see' }),
      ],
    ] as const) {
      if (path.endsWith(`/${colleague}`)) sandbox.faulty = true;
      await page.goto(path);
      await expect(ready).toBeVisible();
      await expectNoAxeViolations(page);
      await expectNoOverflow(page);
    }
  });
}
