import type { Page } from '@playwright/test';
import { expect, type Role, test } from './fixtures.ts';
import { expectNoAxeViolations, tabAndPress, tabAndType } from './helpers.ts';
import { newBrowser, openAs, People } from './people.ts';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const demo = (page: Page, role: string) => page.getByRole('button', { name: new RegExp(`^${role}`) });
const email = (page: Page) => page.getByRole('textbox', { name: 'Email' });
const password = (page: Page) => page.getByLabel('Password', { exact: true });
const signIn = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true });
const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' });
const ended = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });
const widgets = (page: Page) => page.getByRole('table', { name: 'Widgets' });

test.describe('nobody', () => {
  test.use({ role: null });

  test('is asked to sign in at whatever address they open, and goes on there with one click', async ({ page }) => {
    await page.goto('/widgets?q=shop');
    await expect(title(page)).toHaveText('Sign in');
    await demo(page, 'Operator').click();
    await expect(title(page)).toHaveText('Widgets');
    await expect(page).toHaveURL('/widgets?q=shop');
    await expect(widgets(page).getByRole('link')).toHaveCount(1);
  });

  const starts: [role: string, address: string, heading: string][] = [
    ['Operator', '/widgets', 'Widgets'],
    ['Support', '/widgets', 'Widgets'],
    ['Manager', '/me', 'My availability'],
  ];
  for (const [role, address, heading] of starts) {
    test(`who becomes ${role} begins at ${address}`, async ({ page }) => {
      await page.goto('/');
      await demo(page, role).click();
      await expect(title(page)).toHaveText(heading);
      await expect(page).toHaveURL(address);
      await expect(page.getByRole('link', { name: new RegExp(role) })).toBeVisible();
    });
  }

  for (const address of [
    '/?to=https://elsewhere.example',
    '/sign-in?next=//elsewhere.example/widgets',
    '/widgets?redirect=https%3A%2F%2Felsewhere.example',
    '/%2F%2Felsewhere.example',
  ]) {
    test(`is led to no other site by ${address}`, async ({ page, server, allowConsole }) => {
      allowConsole(/404/);
      const opened = await page.goto(address);
      expect(new URL(page.url()).origin).toBe(server.url);
      if (opened?.status() === 404) return;
      await demo(page, 'Operator').click();
      await expect(title(page)).not.toHaveText('Sign in');
      expect(new URL(page.url()).origin).toBe(server.url);
    });
  }

  test('comes in by email and password, by keyboard alone, and is told what is wrong', async ({
    page,
    server,
    allowConsole,
  }) => {
    allowConsole(/403/);
    const person = await new People(server).make('support', { name: 'Kim Keys' });
    await page.goto('/calls');
    await tabAndPress(signIn(page));
    await expect(email(page)).toBeFocused();
    await expect(email(page)).toHaveAccessibleDescription('Enter your email address.');
    await page.keyboard.type(person.email);
    await tabAndType(password(page), 'not the right one');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('The email or the password is wrong.');
    await expect(email(page)).toHaveValue(person.email);
    await password(page).fill(person.password);
    await page.keyboard.press('Enter');
    await expect(title(page)).toHaveText('Calls');
    await expect(page.getByRole('link', { name: /Kim Keys/ })).toBeVisible();
  });

  test('finds the sign-in page readable for everybody, at 360 px too', async ({ page }) => {
    await page.goto('/widgets');
    await expect(demo(page, 'Operator')).toBeVisible();
    await expectNoAxeViolations(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoAxeViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test('is told of a link that is good no longer', async ({ page, allowConsole }) => {
    allowConsole(/410/);
    await page.goto('/link#no-such-token');
    await expect(title(page)).toHaveText('This link does not open');
    await expect(page.getByRole('alert')).toContainText('Ask an operator for a new one.');
    await expectNoAxeViolations(page);
  });
});

test.describe('signing out', () => {
  test('leaves nothing of what was read or typed for the next person, in no tab', async ({ page, context }) => {
    const other = await context.newPage();
    await other.goto('/calls');
    await expect(title(other)).toHaveText('Calls');
    await page.goto('/users');
    await page.goto('/widgets/new');
    await page.getByRole('textbox', { name: 'URL' }).fill('secret.example');

    await signOut(page).click();
    const question = page.getByRole('dialog', { name: 'Sign out and delete what is not saved?' });
    await question.getByRole('button', { name: 'Stay signed in' }).click();
    await expect(page.getByRole('textbox', { name: 'URL' })).toHaveValue('secret.example');
    await signOut(page).click();
    await question.getByRole('button', { name: 'Sign out' }).click();

    await expect(title(page)).toHaveText('Sign in');
    await expect(page).toHaveURL('/');
    await expect(title(other)).toHaveText('Sign in');
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('draft:')))).toEqual(
      [],
    );
    await page.goBack();
    await expect(title(page)).toHaveText('Sign in');

    await demo(page, 'Support').click();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Widgets' }).click();
    await expect(widgets(page)).toBeVisible();
    await expect(page.getByRole('link', { name: 'New widget' })).toBeHidden();
  });
});

test.describe('a session that ends under the page', () => {
  const end = (people: People, id: string) => people.post('/auth/people/end-session', { id });

  test('loses no work: the form stays, and what was being saved is saved after signing in again', async ({
    browser,
    server,
    sandbox,
    allowConsole,
  }) => {
    allowConsole(/401/);
    const people = new People(server);
    const { id } = await sandbox.seedWidget({ description: 'Before' });
    const person = await people.make('operator', { name: 'Robin Return' });
    const page = await openAs(browser, person, `/widgets/${id}/edit`);
    const description = page.getByRole('textbox', { name: 'Description' });
    await description.fill('After the break');
    await end(people, person.id);
    await expect(ended(page)).toContainText('Sign in again as Robin Return to go on.');
    await expect(email(page)).toHaveValue(person.email);
    await expect(email(page)).not.toBeEditable();
    await expectNoAxeViolations(page);

    await password(page).fill(person.password);
    await page.keyboard.press('Enter');
    await expect(ended(page)).toBeHidden();
    await expect(description).toHaveValue('After the break');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(title(page)).toHaveText('After the break');
    expect(await sandbox.widget(id)).toMatchObject({ description: 'After the break' });
  });

  test('holds a request back until the person is there again', async ({ page, sandbox, allowConsole }) => {
    allowConsole(/401/);
    const { id } = await sandbox.seedWidget({ description: 'Held back', enabled: true });
    const listens = page.waitForResponse((response) => new URL(response.url()).pathname === '/events');
    await page.goto('/widgets?q=held');
    const enabled = page.getByRole('switch', { name: 'Held back is enabled' });
    await expect(enabled).toBeChecked();
    await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Sandbox');
    await listens;
    // Nobody tells the page that its cookie is gone: it learns it by its next request.
    await page.context().clearCookies();
    await enabled.click();
    await ended(page).getByRole('button', { name: 'Go on as Operator' }).click();
    await expect(ended(page)).toBeHidden();
    await expect(enabled).not.toBeChecked();
    await expect.poll(async () => (await sandbox.widget(id)).enabled).toBe(false);
  });

  test('is over for good where somebody else signs in: they find neither page nor draft', async ({
    page,
    server,
    allowConsole,
  }) => {
    allowConsole(/401/);
    await page.goto('/widgets/new');
    await page.getByRole('textbox', { name: 'URL' }).fill('mine.example');
    await end(new People(server), 'demo-operator');
    await ended(page).getByRole('button', { name: 'Sign in as somebody else' }).click();
    await expect(title(page)).toHaveText('Sign in');
    await demo(page, 'Support').click();
    await expect(title(page)).toHaveText('Not for your role');
    await signOut(page).click();
    await demo(page, 'Operator').click();
    await page.getByRole('link', { name: 'New widget' }).click();
    await expect(page.getByRole('textbox', { name: 'URL' })).toHaveValue('');
  });
});

test('what one person asked for is not done in the name of the next', async ({
  page,
  server,
  sandbox,
  allowConsole,
}) => {
  allowConsole(/401/);
  const people = new People(server);
  const next = await people.make('operator', { name: 'Nia Next' });
  const { id } = await sandbox.seedWidget({ description: 'As it was' });
  const sent: string[] = [];
  const update = '/api/v1/external/widgets/update';
  page.on('request', (request) => request.url().endsWith(update) && sent.push(request.url()));
  await page.goto(`/widgets/${id}/edit`);
  await page.getByRole('textbox', { name: 'Description' }).fill('By Olivia');
  await sandbox.arm({ operation: `POST ${update}`, kind: 'slow', delayMs: 60_000 });
  const refused = page.waitForResponse((response) => response.url().endsWith(update));
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.poll(() => sent.length).toBe(1);
  await people.post('/auth/people/end-session', { id: 'demo-operator' });
  await ended(page).getByRole('button', { name: 'Sign in as somebody else' }).click();
  await email(page).fill(next.email);
  await password(page).fill(next.password);
  await signIn(page).click();
  await expect(title(page)).not.toHaveText('Sign in');
  await sandbox.clearFaults();
  expect((await refused).status()).toBe(401);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Users' }).click();
  await expect(page.getByRole('table', { name: 'Users' })).toBeVisible();
  expect(sent).toHaveLength(1);
  expect(await sandbox.widget(id)).toMatchObject({ description: 'As it was' });
});

test('a session of one browser is not one of another', async ({ page, browser }) => {
  await page.goto('/widgets');
  await expect(title(page)).toHaveText('Widgets');
  const stranger = await (await newBrowser(browser)).newPage();
  await stranger.goto('/widgets');
  await expect(title(stranger)).toHaveText('Sign in');
});

/** Every page, and who finds it at its address. */
const pages: [path: string, roles: Role[]][] = [
  ['/widgets', ['operator', 'support', 'manager']],
  ['/widgets/new', ['operator']],
  ['/widgets/1', ['operator', 'support', 'manager']],
  ['/widgets/1/edit', ['operator']],
  ['/widgets/1/managers', ['operator', 'support', 'manager']],
  ['/widgets/1/managers/15', ['operator', 'manager']],
  ['/widgets/1/managers/15/history', ['operator']],
  ['/widgets/1/sms', ['operator']],
  ['/widgets/1/voice', ['operator']],
  ['/widgets/1/history', ['operator']],
  ['/managers', ['operator', 'support']],
  ['/users', ['operator', 'support']],
  ['/users/new', ['operator']],
  ['/users/15', ['operator', 'support']],
  ['/sms', ['operator']],
  ['/voice', ['operator']],
  ['/callbacks', ['operator', 'support']],
  ['/calls', ['operator', 'support', 'manager']],
  ['/statistics', ['operator', 'support']],
  ['/activity', ['operator']],
  ['/people', ['operator']],
  ['/account', ['operator', 'support', 'manager']],
];

for (const role of ['operator', 'support', 'manager'] as const) {
  test.describe(`as ${role}`, () => {
    test.use({ role });

    test('every page is there or says that it is not, and none asks for what the server refuses', async ({ page }) => {
      const refused: string[] = [];
      page.on('response', (response) => {
        if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
      });
      for (const [path, roles] of pages) {
        await page.goto(path);
        await expect(title(page).first()).not.toHaveText('');
        await expect(page.getByText('You cannot open this page'), path).toBeVisible({ visible: !roles.includes(role) });
        await expect(page.getByRole('status', { name: /^Loading/ }), path).toHaveCount(0);
      }
      expect(refused).toEqual([]);
    });
  });
}

test.describe('as support', () => {
  test.use({ role: 'support' });

  test('what operators change is shown and not offered', async ({ page }) => {
    await page.goto('/widgets');
    await expect(widgets(page).getByText('Enabled').first()).toBeVisible();
    await expect(page.getByRole('switch')).toHaveCount(0);
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'New widget' })).toHaveCount(0);
    await widgets(page).getByRole('link').first().click();
    await expect(page.getByRole('navigation', { name: 'Widget' }).getByRole('link')).toHaveText([
      'Overview',
      'Managers',
    ]);
    await expect(page.getByRole('button', { name: 'Delete…' })).toHaveCount(0);
    await page.goto('/managers');
    await expect(page.getByRole('table', { name: 'Managers' })).toBeVisible();
    await expect(page.getByRole('switch')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
    await page.goto('/users/1');
    await expect(page.getByRole('form')).toHaveCount(0);
    await expect(page.getByText('Phone number')).toBeVisible();
  });
});
