import type { Page } from '@playwright/test';
import { test as base, expect } from './fixtures.ts';
import {
  clickRowAction,
  expectFieldError,
  expectFocusTrapped,
  expectNoAxeViolations,
  expectRowVisible,
  row,
  tabAndPress,
  tabAndType,
  tabTo,
} from './helpers.ts';
import { newBrowser, newEmail, openAs, People } from './people.ts';

const test = base.extend<{ people: People }>({
  people: ({ server }, provide) => provide(new People(server)),
});

const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const callPageUser = (page: Page) => page.getByRole('combobox', { name: 'CallPage user' });
const people = (page: Page) => page.getByRole('table', { name: 'People' });
const invitations = (page: Page) => page.getByRole('table', { name: 'Open invitations' });
const sessions = (page: Page) => page.getByRole('table', { name: 'Open sessions' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const mainNav = (page: Page) => page.getByRole('navigation', { name: 'Main' });
const linkText = async (page: Page, region: string) =>
  (await page.getByRole('region', { name: region }).locator('pre').textContent()) ?? '';
const ended = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });

test('somebody is invited by a link, comes in with it, and works with their role', async ({
  page,
  context,
  browser,
  people: api,
}) => {
  const email = newEmail();
  let link = '';

  await test.step('a manager has to be somebody of CallPage', async () => {
    await page.goto('/people');
    await page.getByRole('link', { name: 'Invite somebody' }).first().click();
    await expect(title(page)).toBeFocused();
    await field(page, 'Email').fill('nina@example');
    await page.getByRole('combobox', { name: 'Role' }).selectOption('Manager');
    await button(page, 'Make the link').click();
    await expectFieldError(field(page, 'Email'), /after the @ is not complete/);
    await expectFieldError(callPageUser(page), /Choose the CallPage user/);
  });

  await test.step('the link is shown once, and says how long it is good', async () => {
    await field(page, 'Email').fill(email);
    await callPageUser(page).fill('7946 0018');
    await page.getByRole('option', { name: /Eleanor Whitfield/ }).click();
    await button(page, 'Make the link').click();
    await expect(title(page)).toHaveText(`Invitation for ${email}`);
    await expect(title(page)).toBeFocused();
    await expect(page.getByText(/Good once, until \w+ at \d\d:\d\d\. It is shown only now/)).toBeVisible();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await button(page, 'Copy').click();
    await expect(button(page, 'Copied')).toBeVisible();
    link = await linkText(page, 'Invitation link');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    await page.reload();
    await expect(title(page)).toHaveText('Invite somebody');
    await expect(page.getByText(link)).toHaveCount(0);
    await page.getByRole('link', { name: 'Cancel' }).click();
    await expectRowVisible(invitations(page), { Email: email, Role: 'Manager', 'Invited by': 'Olivia Operator' });
  });

  await test.step('the link lets them in, to what is theirs', async () => {
    const guest = await (await newBrowser(browser)).newPage();
    await guest.goto(link);
    await field(guest, 'Your name').fill('Nina Newcomer');
    await guest.getByLabel('Password', { exact: true }).fill('a password of many words');
    await button(guest, 'Create account').click();
    await expect(guest).toHaveURL('/me');
    await expect(mainNav(guest).getByRole('link', { name: 'People' })).toHaveCount(0);
    await guest.goto('/people');
    await expect(title(guest)).toHaveText('Not for your role');
    // The list of who invited them follows by itself.
    await expectRowVisible(people(page), { Name: 'Nina Newcomer', Email: email, 'CallPage user': 'Eleanor Whitfield' });
    await expect(row(invitations(page), email)).toHaveCount(0);
    const made = (await api.all()).find((one) => one.email === email);
    expect(made).toMatchObject({ role: 'manager', user_id: 3, active: true });
  });

  await test.step('the link is good once', async () => {
    const late = await (await newBrowser(browser)).newPage();
    await late.goto(link);
    await expect(late.getByRole('alert')).toContainText('This link is good no longer: it was used, withdrawn or has');
  });
});

test('a new link takes the place of an invitation’s first one, and a withdrawn one explains itself', async ({
  page,
  browser,
  people: api,
}) => {
  const email = newEmail();
  const first = await api.invite({ email, role: 'support', name: 'Cleo Comer' });
  const guest = await (await newBrowser(browser)).newPage();
  const gone = guest.getByRole('alert').filter({ hasText: 'This link is good no longer' });

  await page.goto('/people');
  await clickRowAction(invitations(page), email, /^New link/);
  await button(page, 'Make the link').click();
  const second = await linkText(page, 'Invitation link');
  await button(page, 'Done').click();
  await guest.goto(first);
  await expect(gone).toBeVisible();
  await guest.goto(second);
  await guest.reload();
  await expect(field(guest, 'Your name')).toHaveValue('Cleo Comer');

  await clickRowAction(invitations(page), email, /^Withdraw/);
  const dialog = page.getByRole('dialog', { name: `Withdraw the invitation of ${email}?` });
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await expect(row(invitations(page), email)).toHaveCount(0);
  await guest.reload();
  await expect(gone).toBeVisible();
});

test('an email that somebody has is told at its field, also where they took it meanwhile', async ({
  page,
  people: api,
  sandbox,
}) => {
  const { email } = await api.make('support', { name: 'Bo Before' });
  // Where the people were read before, the page itself knows whose it is.
  await page.goto('/people');
  await expectRowVisible(people(page), { Email: email });
  await page.getByRole('link', { name: 'Invite somebody' }).first().click();
  await field(page, 'Email').fill(email.toUpperCase());
  await button(page, 'Make the link').click();
  await expectFieldError(field(page, 'Email'), /Bo Before has this email already/);

  // The page could not read whose emails are taken.
  await sandbox.arm({ operation: 'GET /auth/people', kind: 'status', status: 403, times: 9 });
  await page.goto('/people/invite');
  await field(page, 'Email').fill(email);
  await button(page, 'Make the link').click();
  await expectFieldError(field(page, 'Email'), /Somebody has this email address already/);
  await expect(field(page, 'Email')).toBeFocused();
});

test('who is deactivated is out at once, and back in where they were once they are activated', async ({
  page,
  browser,
  people: api,
}) => {
  const person = await api.make('support', { name: 'Dora Leaving' });
  const theirs = await openAs(browser, person, '/calls');
  await expect(title(theirs)).toHaveText('Calls');

  await page.goto(`/people/${person.id}`);
  await button(page, 'Deactivate…').click();
  const dialog = page.getByRole('dialog', { name: 'Deactivate Dora Leaving?' });
  await expect(dialog).toContainText('1 open session of Dora Leaving ends at once.');
  await dialog.getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByText('Deactivated', { exact: true })).toBeVisible();
  await expect(button(page, 'Password link…')).toBeHidden();
  await expect(ended(theirs)).toBeVisible();
  expect(await api.read(person.id)).toMatchObject({ active: false, sessions: 0 });

  const password = ended(theirs).getByLabel('Password', { exact: true });
  await password.fill(person.password);
  await ended(theirs).getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(ended(theirs).getByRole('alert')).toContainText('The email or the password is wrong');

  await button(page, 'Activate…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Activate' }).click();
  await expect(page.getByText('Active', { exact: true })).toBeVisible();
  await ended(theirs).getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(ended(theirs)).toBeHidden();
  await expect(title(theirs)).toHaveText('Calls');
});

test('another role is there at once, without a reload', async ({ page, browser, people: api }) => {
  const person = await api.make('support', { name: 'Eve Rising' });
  const theirs = await openAs(browser, person, '/calls');
  await expect(mainNav(theirs).getByRole('link', { name: 'Users' })).toBeVisible();
  await expect(mainNav(theirs).getByRole('link', { name: 'People' })).toHaveCount(0);

  await page.goto('/people');
  await people(page).getByRole('link', { name: 'Eve Rising' }).click();
  await page.getByRole('combobox', { name: 'Role' }).selectOption('Operator');
  await button(page, 'Save changes').click();
  await expectRowVisible(people(page), { Name: 'Eve Rising', Role: 'Operator' });
  await expect(mainNav(theirs).getByRole('link', { name: 'People' })).toBeVisible();

  await people(page).getByRole('link', { name: 'Eve Rising' }).click();
  await page.getByRole('combobox', { name: 'Role' }).selectOption('Manager');
  await button(page, 'Save changes').click();
  await expectFieldError(callPageUser(page), /Choose the CallPage user/);
  await callPageUser(page).fill('Whitfield');
  await page.getByRole('option', { name: /Eleanor Whitfield/ }).click();
  await button(page, 'Save changes').click();
  await expectRowVisible(people(page), { Name: 'Eve Rising', Role: 'Manager', 'CallPage user': 'Eleanor Whitfield' });
  await expect(mainNav(theirs).getByRole('link', { name: 'Users' })).toHaveCount(0);
  expect(await api.read(person.id)).toMatchObject({ role: 'manager', user_id: 3 });
});

test('a password link lets a new password be chosen, once, and ends what was open', async ({
  page,
  browser,
  people: api,
}) => {
  const person = await api.make('support', { name: 'Fay Forgetful' });
  const lost = await openAs(browser, person, '/calls');
  await page.goto(`/people/${person.id}`);
  await button(page, 'Password link…').click();
  await expect(page.getByRole('dialog')).toContainText('Using it ends their open sessions');
  await button(page, 'Make the link').click();
  await expect(page.getByText(/Good once, until tomorrow at \d\d:\d\d\. It is shown only now/)).toBeVisible();
  const link = await linkText(page, 'Password link');
  await button(page, 'Done').click();

  const fresh = await (await newBrowser(browser)).newPage();
  await fresh.goto(link);
  await fresh.getByLabel('Password', { exact: true }).fill('another one of many words');
  await button(fresh, 'Save and sign in').click();
  await expect(title(fresh)).toHaveText('Widgets');
  await expect(ended(lost)).toBeVisible();
  await fresh.goto('/account');
  await fresh.goto(link);
  await expect(fresh.getByRole('alert')).toContainText('This link is good no longer');
  await openAs(browser, { ...person, password: 'another one of many words' });
});

test('somebody who was deactivated meanwhile gets no password link, and the page says why', async ({
  page,
  people: api,
  allowConsole,
}) => {
  allowConsole(/409/);
  const { id } = await api.make('support');
  await page.goto(`/people/${id}`);
  await button(page, 'Password link…').click();
  await api.post('/auth/people/update', { id, active: false });
  await button(page, 'Make the link').click();
  await expect(page.getByRole('alert')).toContainText('This person was deactivated. Activate them first.');
});

test('one session is ended, then all that are left', async ({ page, browser, people: api }) => {
  const person = await api.make('support', { name: 'Gus Everywhere' });
  const pages: Page[] = [];
  for (let opened = 0; opened < 3; opened += 1) pages.push(await openAs(browser, person, '/calls'));

  await page.goto(`/people/${person.id}`);
  await expect(sessions(page).getByRole('row')).toHaveCount(4);
  await expectRowVisible(sessions(page), { Device: 'Chrome on Linux', Address: '127.0.0.1' });
  await sessions(page)
    .getByRole('button', { name: /^End Chrome on Linux/ })
    .first()
    .click();
  await expect(sessions(page).getByRole('row')).toHaveCount(3);
  await expect
    .poll(async () => (await Promise.all(pages.map((one) => ended(one).isVisible()))).filter(Boolean))
    .toHaveLength(1);

  await button(page, 'End all…').click();
  const dialog = page.getByRole('dialog', { name: 'End every session of Gus Everywhere?' });
  await expect(dialog).toContainText('2 open sessions end at once.');
  await dialog.getByRole('button', { name: 'End all' }).click();
  await expect(page.getByText('Gus Everywhere is not signed in anywhere.')).toBeVisible();
  for (const one of pages) await expect(ended(one)).toBeVisible();
});

test('nobody takes their own access away, and the page says why', async ({ page, people: api }) => {
  await page.goto('/people');
  await people(page)
    .getByRole('row', { name: /\(you\)/ })
    .getByRole('link')
    .click();
  await expect(field(page, 'Role')).toHaveAttribute('readonly');
  await expect(field(page, 'Role')).toHaveAccessibleDescription(/Nobody takes their own access away: another operator/);
  await expect(button(page, 'Deactivate…')).toHaveCount(0);
  await expect(button(page, 'End all…')).toHaveCount(0);
  await expect(sessions(page).getByText('This one')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Your account' })).toBeVisible();
  for (const change of [{ active: false }, { role: 'support' }]) {
    await expect(api.post('/auth/people/update', { id: 'demo-operator', ...change })).rejects.toThrow(
      'You cannot take your own access away. Another operator can.',
    );
  }
});

test('a person who was changed meanwhile is not overwritten unseen', async ({ page, people: api }) => {
  const { id } = await api.make('support', { name: 'Hal Here' });
  await page.goto(`/people/${id}`);
  await field(page, 'Name').fill('Mine');
  await api.post('/auth/people/update', { id, name: 'Theirs' });
  await button(page, 'Save changes').click();
  await expect(page.getByRole('alert')).toContainText('Someone changed Name meanwhile');
  await expect(field(page, 'Name')).toHaveValue('Mine');
  expect(await api.read(id)).toMatchObject({ name: 'Theirs' });
  await button(page, 'Keep mine').click();
  await button(page, 'Save changes').click();
  await expectRowVisible(people(page), { Name: 'Mine' });
});

test('search, role, access and order are in the address', async ({ page, people: api }) => {
  const [one, two] = [await api.make('support', { name: 'Ira Zed' }), await api.make('support', { name: 'Ira Able' })];
  await api.post('/auth/people/update', { id: two.id, active: false });
  await page.goto('/people');
  await page.getByRole('searchbox', { name: 'Search people' }).fill('IRA');
  await page.getByRole('button', { name: /^Support \d/ }).click();
  await expect(people(page).getByRole('link')).toHaveText(['Ira Able', 'Ira Zed']);
  await button(page, 'Name').click();
  await button(page, 'Name').click();
  await expect(people(page).getByRole('link')).toHaveText(['Ira Zed', 'Ira Able']);
  await page.getByRole('combobox', { name: 'Access' }).selectOption('Deactivated');
  await expect(people(page).getByRole('link')).toHaveText(['Ira Able']);
  await page.reload();
  await expect(people(page).getByRole('link')).toHaveText(['Ira Able']);
  await page.getByRole('searchbox', { name: 'Search people' }).fill(one.email);
  await expect(page.getByRole('heading', { name: 'Nobody matches' })).toBeVisible();
  await button(page, 'Clear filters').first().click();
  await expect(page).toHaveURL('/people?sort=-name');
});

test('what cannot be read says why and is read again', async ({ page, sandbox }) => {
  for (const operation of ['GET /auth/people', 'GET /auth/invitations']) {
    await sandbox.arm({ operation, kind: 'status', message: 'The disk of the console is full.', times: 99 });
  }
  await page.goto('/people');
  const alerts = page.getByRole('alert');
  await expect(alerts).toHaveCount(2);
  await expect(alerts.first()).toContainText(
    'The open invitations could not be read. The disk of the console is full.',
  );
  await expect(alerts.last()).toContainText('The people could not be read');
  await sandbox.clearFaults();
  await alerts.last().getByRole('button', { name: 'Try again' }).click();
  await expectRowVisible(people(page), { Name: /^Olivia Operator/ });
});

test('a person who is not there has a way out', async ({ page }) => {
  await page.goto('/people/nobody-of-this-id');
  await expect(page.getByRole('heading', { name: 'There is no such person' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the people' }).click();
  await expect(page).toHaveURL('/people');
});

test('somebody is invited, changed and deactivated by keyboard alone', async ({ page, people: api }) => {
  const { keyboard } = page;
  const email = newEmail();
  await page.goto('/people');
  await tabAndPress(page.getByRole('link', { name: 'Invite somebody' }));
  await expect(title(page)).toBeFocused();
  await tabAndType(field(page, 'Email'), email);
  await tabAndType(page.getByRole('combobox', { name: 'Role' }), 'Man');
  await tabAndType(callPageUser(page), 'whitf');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(callPageUser(page)).toHaveValue(/Eleanor Whitfield/);
  await tabAndPress(button(page, 'Make the link'));
  await expect(title(page)).toHaveText(`Invitation for ${email}`);
  await tabAndPress(page.getByRole('link', { name: 'Done' }));
  await expectRowVisible(invitations(page), { Email: email, Role: 'Manager' });

  const { id } = await api.make('support', { name: 'Kay Board' });
  await page.goto(`/people/${id}`);
  await tabAndType(field(page, 'Name'), 'Kay Keys');
  await keyboard.press('Enter');
  await expectRowVisible(people(page), { Name: 'Kay Keys' });
  await tabAndPress(people(page).getByRole('link', { name: 'Kay Keys' }));
  const open = button(page, 'Deactivate…');
  await tabTo(open);
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Deactivate Kay Keys?' });
  await expect(dialog).toBeVisible();
  await expectFocusTrapped(dialog);
  await keyboard.press('Escape');
  await expect(open).toBeFocused();
  await keyboard.press('Enter');
  await tabAndPress(dialog.getByRole('button', { name: 'Deactivate' }));
  await expect(page.getByText('Deactivated', { exact: true })).toBeVisible();
  expect(await api.read(id)).toMatchObject({ name: 'Kay Keys', active: false });
});

test.describe('who is no operator', () => {
  test.use({ role: 'support' });

  for (const path of ['/people', '/people/invite', '/people/demo-operator']) {
    test(`is told that ${path} is not theirs`, async ({ page }) => {
      await page.goto(path);
      await expect(title(page)).toHaveText('Not for your role');
      await expect(mainNav(page).getByRole('link', { name: 'People' })).toHaveCount(0);
    });
  }
});

for (const path of ['/people', '/people?q=nobody-at-all', '/people/invite', '/people/:id', '/people/demo-operator']) {
  for (const width of [1280, 360]) {
    test(`${path} is accessible and fits at ${width} px`, async ({ page, people: api }) => {
      await api.invite({ email: newEmail(), role: 'support', name: 'Somebody Of A Rather Long Name' });
      const { id } = await api.make('support');
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path.replace(':id', id));
      await title(page).waitFor();
      await expect(page.getByRole('status', { name: /Loading/ })).toHaveCount(0);
      await expectNoAxeViolations(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}

test('the dialogs and the link are accessible', async ({ page, people: api }) => {
  const { id } = await api.make('support');
  await page.goto(`/people/${id}`);
  await button(page, 'Deactivate…').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await button(page, 'Password link…').click();
  await button(page, 'Make the link').click();
  await expect(button(page, 'Copy')).toBeVisible();
  await expectNoAxeViolations(page);
});
