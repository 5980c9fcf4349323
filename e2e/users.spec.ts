import type { Page } from '@playwright/test';
import { z } from 'zod';
import { failure, failures } from './faults.ts';
import { expect, test } from './fixtures.ts';
import {
  expectFieldError,
  expectFocusTrapped,
  expectNoAxeViolations,
  expectRowHidden,
  expectRowVisible,
  nextBody,
  tabAndPress,
  tabAndType,
  tabTo,
} from './helpers.ts';
import type { Sandbox } from './sandbox.ts';

const User = z.looseObject({
  id: z.number(),
  name: z.string(),
  tel: z.string(),
  email: z.string().nullable(),
  role: z.object({ slug: z.string() }),
  enabled: z.boolean(),
});

/** The demo company's own people; whoever comes later was made by a test. */
const demoUsers = 20;

const readUsers = async (sandbox: Sandbox) => z.array(User).parse(await sandbox.call('users.list', { limit: 1000 }));
const readUser = async (sandbox: Sandbox, id: number) => User.parse(await sandbox.call('users.get', { id }));

async function seedUser(sandbox: Sandbox, seed: Record<string, unknown> = {}): Promise<number> {
  const user = { name: 'Ada Test', tel: '+48600111222', email: 'ada.test@example.com', ...seed };
  return z.object({ id: z.number() }).parse(await sandbox.call('users.create', user)).id;
}

test.afterEach(async ({ sandbox }) => {
  await sandbox.clearFaults();
  if (sandbox.wasReset) return;
  for (const { id } of await readUsers(sandbox)) if (id > demoUsers) await sandbox.call('users.delete', { id });
});

const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const table = (page: Page) => page.getByRole('table', { name: 'Users' });

for (const [typed, names] of [
  ['whit', ['Eleanor Whitfield']],
  ['MARCUS.REED@', ['Marcus Reed']],
  ['600 000 105', ['Agnieszka Kowalczyk']],
  ['0048 600-000-105', ['Agnieszka Kowalczyk']],
  ['(020) 7946 0018', ['Eleanor Whitfield']],
  ['+1 212', ['Marcus Reed', 'Danielle Brooks', 'Samuel Ortiz']],
] as const) {
  test(`the search finds “${typed}”`, async ({ page }) => {
    await page.goto('/users');
    await page.getByRole('searchbox', { name: 'Search users' }).fill(typed);
    await expect(table(page).getByRole('link')).toHaveText([...names]);
    await page.reload();
    await expect(table(page).getByRole('link')).toHaveText([...names]);
  });
}

test('role, sign-in, order and page are in the address, and Back restores them', async ({ page }) => {
  await page.goto('/users');
  await page.getByRole('button', { name: 'Admin 3' }).click();
  await expect(table(page).getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: 'Name' }).click();
  await expect(table(page).getByRole('link')).toHaveText(['Eleanor Whitfield', 'Marcus Reed', 'Tomasz Bielak']);
  await expect(page).toHaveURL('/users?role=admin&sort=name');

  await page.getByRole('combobox', { name: 'Sign-in' }).selectOption('Cannot sign in');
  await expect(page.getByRole('heading', { name: 'No user matches' })).toBeVisible();
  await page.goBack();
  await expect(table(page).getByRole('row')).toHaveCount(4);

  await page.goto('/users?sign_in=no');
  await expectRowVisible(table(page), { Name: 'Night desk', Email: 'Takes calls, cannot sign in', Role: 'Manager' });
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByRole('status').filter({ hasText: '20 users' })).toBeVisible();
});

test('a user is created, edited and deleted by mouse', async ({ page, sandbox }) => {
  let id = 0;

  await test.step('what is wrong is explained and kept', async () => {
    await page.goto('/users');
    await page.getByRole('link', { name: 'New user' }).click();
    await field(page, 'Name').fill('Nina Newcomer');
    await page.getByRole('combobox', { name: 'Country of the number' }).selectOption('PL');
    await field(page, 'Phone number').fill('60123');
    await field(page, 'Email').fill('nina@example');
    await page.getByRole('button', { name: 'Create user' }).click();

    await expectFieldError(field(page, 'Phone number'), /too short for Poland/);
    await expect(field(page, 'Phone number')).toBeFocused();
    await expectFieldError(field(page, 'Email'), /after the @ is not complete/);
    await expect(field(page, 'Name')).toHaveValue('Nina Newcomer');
    expect((await sandbox.requests()).counts).not.toHaveProperty('users.create');
  });

  await test.step('an email that is taken says whose it is', async () => {
    await field(page, 'Email').fill('Marcus.Reed@solvana.example');
    await page.getByRole('button', { name: 'Create user' }).click();
    await expectFieldError(field(page, 'Email'), /Marcus Reed has this email already/);
  });

  await test.step('the number is read in the shape that it is typed in, and sent as E.164', async () => {
    await field(page, 'Phone number').fill('');
    await field(page, 'Phone number').pressSequentially('0044 20 7946 0123');
    await expect(page.getByText('Will be dialled as +44 20 7946 0123')).toBeVisible();
    await field(page, 'Email').fill('nina@example.com');
    await page.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Admin: everything but billing' });
    const sent = nextBody(page, 'users/create');
    await page.getByRole('button', { name: 'Create user' }).click();
    expect(await sent).toEqual({
      name: 'Nina Newcomer',
      tel: '+442079460123',
      email: 'nina@example.com',
      role: 'admin',
    });
    await expect(page.getByRole('heading', { level: 1, name: 'Nina Newcomer' })).toBeVisible();
    id = Number(new URL(page.url()).pathname.split('/').at(-1));
    expect(await readUser(sandbox, id)).toMatchObject({ tel: '+442079460123', role: { slug: 'admin' } });
  });

  await test.step('an edit sends what was changed', async () => {
    await field(page, 'Email').fill('');
    const sent = nextBody(page, 'users/update');
    await page.getByRole('button', { name: 'Save changes' }).click();
    expect(await sent).toEqual({ id, name: 'Nina Newcomer', tel: '+442079460123', email: null });
    await expectRowVisible(table(page), { Name: 'Nina Newcomer', Email: 'Takes calls, cannot sign in' });
    expect(await readUser(sandbox, id)).toMatchObject({ email: null, role: { slug: 'admin' } });
  });

  await test.step('who manages no widget is deleted without typing', async () => {
    await table(page).getByRole('link', { name: 'Nina Newcomer' }).click();
    await page.getByRole('button', { name: 'Delete…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete “Nina Newcomer”?' });
    await expect(dialog).toContainText('No widget has this user as a manager.');
    await dialog.getByRole('button', { name: 'Delete user' }).click();
    await expect(page).toHaveURL('/users');
    await expectRowHidden(table(page), { Name: 'Nina Newcomer' });
    expect((await readUsers(sandbox)).map((user) => user.id)).not.toContain(id);
  });
});

test('the dialog names the widgets that lose a manager, and has the name typed', async ({ page, sandbox }) => {
  const id = await seedUser(sandbox);
  const alone = await sandbox.seedWidget({ description: 'Bakery' });
  const shared = await sandbox.seedWidget({ description: 'Pastry shop' });
  await sandbox.call('widgets.addUsers', { id: alone.id, user_id: id });
  await sandbox.call('widgets.addUsers', { id: shared.id, user_id: [id, 1] });

  await page.goto(`/users/${id}`);
  await page.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete “Ada Test”?' });
  await expect(dialog).toContainText('Nobody is called on 1 widget any more:');
  await expect(dialog.getByRole('listitem')).toHaveText(['Bakery', 'Pastry shop']);
  const name = dialog.getByRole('textbox', { name: 'Type Ada Test to confirm' });
  await name.fill('Ada');
  await dialog.getByRole('button', { name: 'Delete user' }).click();
  await expectFieldError(name, /Type exactly Ada Test/);
  expect((await sandbox.requests()).counts).not.toHaveProperty('users.delete');

  await name.fill('ada test');
  await sandbox.arm(failure('status', 'users.delete'));
  await dialog.getByRole('button', { name: 'Delete user' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The disk of CallPage is full.');
  await dialog.getByRole('button', { name: 'Delete user' }).click();
  await expect(page).toHaveURL('/users');
  expect((await readUsers(sandbox)).map((user) => user.id)).not.toContain(id);
});

test('a delete whose answer was lost is found done at the next try', async ({ page, sandbox }) => {
  const id = await seedUser(sandbox);
  await page.goto(`/users/${id}`);
  await page.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete “Ada Test”?' });
  await sandbox.arm(failure('reset', 'users.delete', { when: 'after' }));
  await dialog.getByRole('button', { name: 'Delete user' }).click();
  await expect(dialog.getByRole('alert')).toContainText('closed the connection before its answer was complete');
  await dialog.getByRole('button', { name: 'Delete user' }).click();
  await expect(page).toHaveURL('/users');
  expect((await readUsers(sandbox)).map((user) => user.id)).not.toContain(id);
});

test('where the widgets cannot be read the dialog says so, and the name is typed all the same', async ({
  page,
  sandbox,
}) => {
  const id = await seedUser(sandbox);
  await page.goto(`/users/${id}`);
  await sandbox.arm({ ...failure('status', 'widgets.list'), times: 3 });
  await page.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete “Ada Test”?' });
  await expect(dialog.getByRole('alert')).toContainText('The disk of CallPage is full.');
  await expect(dialog.getByRole('textbox', { name: 'Type Ada Test to confirm' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog).toContainText('No widget has this user as a manager.');
});

test('the owner is shown and stays the owner', async ({ page, sandbox }) => {
  await page.goto('/users/1');
  await expect(field(page, 'Role')).toHaveAttribute('readonly');
  await expect(field(page, 'Role')).toHaveAccessibleDescription(/Owner: this role cannot be given or taken here/);
  await page.goto('/users/new');
  await expect(page.getByRole('combobox', { name: 'Role' }).getByRole('option')).toHaveText([/^Manager/, /^Admin/]);
  expect(await readUser(sandbox, 1)).toMatchObject({ role: { slug: 'owner' } });
});

test('what CallPage says about a field stands at that field', async ({ page, sandbox, allowConsole }) => {
  allowConsole(/422/);
  await page.goto('/users/new');
  await field(page, 'Name').fill('Late Comer');
  await field(page, 'Phone number').fill('+48 600 111 333');
  await field(page, 'Email').fill('late@example.com');
  // Somebody else takes the email after the page has read the users.
  await expect.poll(async () => (await sandbox.requests()).counts['users.list']).toBe(1);
  await seedUser(sandbox, { email: 'late@example.com' });
  await page.getByRole('button', { name: 'Create user' }).click();
  await expectFieldError(field(page, 'Email'), /Another user has this email/);
  await expect(field(page, 'Email')).toBeFocused();
});

for (const { kind, reason } of failures) {
  test(`nothing typed is lost when ${kind} strikes, and a second try saves`, async ({ page, sandbox }) => {
    const id = await seedUser(sandbox);
    await page.goto(`/users/${id}`);
    await field(page, 'Name').fill('Ada Renamed');
    await sandbox.arm(failure(kind, 'users.update'));
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByRole('alert')).toContainText(reason);
    await expect(field(page, 'Name')).toHaveValue('Ada Renamed');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expectRowVisible(table(page), { Name: 'Ada Renamed' });
    expect(await readUser(sandbox, id)).toMatchObject({ name: 'Ada Renamed' });
  });
}

test('an answer that was lost after the change counts as saved at the next try', async ({ page, sandbox }) => {
  const id = await seedUser(sandbox);
  await page.goto(`/users/${id}`);
  await field(page, 'Name').fill('Ada Renamed');
  await sandbox.arm(failure('reset', 'users.update', { when: 'after' }));
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expectRowVisible(table(page), { Name: 'Ada Renamed' });
  expect((await sandbox.requests()).counts['users.update']).toBe(1);
});

for (const { kind, reason } of failures.filter((one) => !one.isRefusal)) {
  test(`no user is made twice where ${kind} comes after it was made`, async ({ page, sandbox, allowConsole }) => {
    allowConsole(/status of 409/);
    await sandbox.arm(failure(kind, 'users.create', { when: 'after' }));
    await page.goto('/users/new');
    await field(page, 'Name').fill('Grace Twice');
    await field(page, 'Phone number').fill('+48 600 222 333');
    await page.getByRole('button', { name: 'Create user' }).click();
    await expect(page.getByRole('alert')).toContainText(reason);
    await page.getByRole('button', { name: 'Create user', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('nobody knows whether it was done');
    await expect(field(page, 'Name')).toHaveValue('Grace Twice');
    expect((await readUsers(sandbox)).filter(({ name }) => name === 'Grace Twice')).toHaveLength(1);
  });

  test(`a user who is gone counts as deleted where ${kind} comes after it`, async ({ page, sandbox, allowConsole }) => {
    allowConsole(/status of 404/);
    const id = await seedUser(sandbox);
    await page.goto(`/users/${id}`);
    await sandbox.arm(failure(kind, 'users.delete', { when: 'after' }));
    await page.getByRole('button', { name: 'Delete…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete “Ada Test”?' });
    await dialog.getByRole('button', { name: 'Delete user' }).click();
    await expect(dialog.getByRole('alert')).toContainText(reason);
    await dialog.getByRole('button', { name: 'Delete user' }).click();
    await expect(page).toHaveURL('/users');
    expect((await readUsers(sandbox)).map((user) => user.id)).not.toContain(id);
  });
}

test('a user who was changed meanwhile is not overwritten unseen', async ({ page, sandbox }) => {
  const id = await seedUser(sandbox);
  await page.goto(`/users/${id}`);
  await field(page, 'Name').fill('Mine');
  await sandbox.call('users.update', { id, name: 'Theirs', tel: '+48600111222' });
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('alert')).toContainText('Someone changed Name meanwhile');
  expect(await readUser(sandbox, id)).toMatchObject({ name: 'Theirs' });
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expectRowVisible(table(page), { Name: 'Mine' });
});

test('a list that cannot be read says why and is read again', async ({ page, sandbox }) => {
  await sandbox.arm({ ...failure('status', 'users.list'), times: 3 });
  await page.goto('/users');
  await expect(page.getByRole('alert')).toContainText('The users could not be read');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectRowVisible(table(page), { Name: 'Joanna Wysocka', Role: 'Owner' });
});

test('an account without users says what to do', async ({ page, resetData }) => {
  await resetData('empty');
  await page.goto('/users');
  await expect(page.getByRole('heading', { name: 'No users yet' })).toBeVisible();
  await expectNoAxeViolations(page);
});

test('a user who is not there has a way out', async ({ page, allowConsole }) => {
  allowConsole(/40[04]|422/);
  for (const address of ['/users/none', '/users/987654']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'There is no such user' })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Go to the users' }).click();
  await expect(page).toHaveURL('/users');
});

test('a user is created, edited and deleted by keyboard alone', async ({ page, sandbox }) => {
  const { keyboard } = page;
  await page.goto('/users');
  await tabAndPress(page.getByRole('link', { name: 'New user' }));
  await expect(page.getByRole('heading', { name: 'New user' })).toBeFocused();
  await tabAndType(field(page, 'Name'), 'Kay Board');
  await tabAndType(page.getByRole('combobox', { name: 'Country of the number' }), 'Pola');
  await tabAndType(field(page, 'Phone number'), '600 222 333');
  await tabAndPress(page.getByRole('button', { name: 'Create user' }));
  await expect(page.getByRole('heading', { name: 'Kay Board' })).toBeFocused();
  const id = Number(new URL(page.url()).pathname.split('/').at(-1));
  expect(await readUser(sandbox, id)).toMatchObject({ tel: '+48600222333', email: null });

  await tabAndType(field(page, 'Email'), 'kay@example.com');
  await keyboard.press('Enter');
  await expectRowVisible(table(page), { Name: 'Kay Board', Email: 'kay@example.com' });

  await tabAndType(page.getByRole('searchbox', { name: 'Search users' }), '600222333');
  await expect(table(page).getByRole('row')).toHaveCount(2);
  await tabAndPress(table(page).getByRole('link', { name: 'Kay Board' }));
  const open = page.getByRole('button', { name: 'Delete…' });
  await tabTo(open);
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Delete “Kay Board”?' });
  await expect(dialog).toContainText('No widget has this user');
  await expectFocusTrapped(dialog);
  await keyboard.press('Escape');
  await expect(open).toBeFocused();
  await keyboard.press('Enter');
  await tabAndPress(dialog.getByRole('button', { name: 'Delete user' }));
  await expect(page).toHaveURL('/users');
  expect((await readUsers(sandbox)).map((user) => user.id)).not.toContain(id);
});

for (const path of ['/users', '/users?q=nobody', '/users/new', '/users/15', '/users/1']) {
  for (const width of [1280, 360]) {
    test(`${path} is accessible and fits at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expect(page.getByRole('status', { name: /Loading/ })).toHaveCount(0);
      await expectNoAxeViolations(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}

test('the dialog is accessible', async ({ page }) => {
  await page.goto('/users/15');
  await page.getByRole('button', { name: 'Delete…' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(2);
  await expectNoAxeViolations(page);
});
