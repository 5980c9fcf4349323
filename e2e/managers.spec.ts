import { z } from 'zod';
import { failure, failures } from './faults.ts';
import { expect, test } from './fixtures.ts';
import {
  clickRowAction,
  expectFieldError,
  expectNoAxeViolations,
  expectRowHidden,
  expectRowVisible,
  nextBody,
  row,
  tabAndPress,
  tabAndType,
  tabTo,
} from './helpers.ts';
import type { Sandbox } from './sandbox.ts';

const Manager = z.looseObject({
  id: z.number(),
  user_id: z.number(),
  enabled: z.boolean(),
  business_times: z.array(z.record(z.string(), z.unknown())),
});

/** Hours that a careless client loses: seconds, two zones, two ranges on a day, a night, keys of CallPage's own. */
const unusualHours = [
  { day_of_week: 1, enabled: true, start_time: '08:15:30', end_time: '12:00:00', timezone: 'Europe/Warsaw', note: 'a' },
  { day_of_week: 1, enabled: true, start_time: '13:00:00', end_time: '24:00:00', timezone: 'Europe/Warsaw' },
  { day_of_week: 2, enabled: true, start_time: '00:00:00', end_time: '05:00:00', timezone: 'Europe/Warsaw' },
  { day_of_week: 3, enabled: true, start_time: '09:00:00', end_time: '17:00:00', timezone: 'Asia/Kolkata', x: [1, 2] },
  { day_of_week: 0, enabled: false, start_time: null, end_time: null, timezone: 'Europe/Warsaw', holiday: true },
];

const people = { eleanor: 3, agnieszka: 5, piotr: 6, lukas: 8, hannah: 9 };

async function read(sandbox: Sandbox, widget_id: number, user_id: number) {
  return Manager.parse(await sandbox.call('managers.get', { widget_id, user_id }));
}

const all = async (sandbox: Sandbox, widget_id: number) =>
  z.array(Manager).parse(await sandbox.call('managers.list', { widget_id }));

async function assign(sandbox: Sandbox, widget_id: number, user_id: number, more: Record<string, unknown> = {}) {
  await sandbox.call('managers.create', { widget_id, user_id, enabled: true, ...more });
}

test.describe('the managers of a widget', () => {
  test('are assigned, switched and removed', async ({ page, sandbox }) => {
    const { id } = await sandbox.seedWidget({ description: 'Corner shop' });
    const table = page.getByRole('table', { name: 'Managers' });

    await test.step('who has none is told what to do', async () => {
      await page.goto(`/widgets/${id}`);
      await page.getByRole('navigation', { name: 'Widget' }).getByRole('link', { name: 'Managers' }).click();
      await expect(page.getByRole('heading', { name: 'Nobody is called for this widget' })).toBeVisible();
    });

    await test.step('users are found by a part of name, email or number', async () => {
      await page.getByRole('button', { name: 'Assign managers' }).click();
      const dialog = page.getByRole('dialog', { name: 'Assign managers to “Corner shop”' });
      await dialog.getByRole('button', { name: 'Assign' }).click();
      await expectFieldError(dialog.getByRole('combobox', { name: 'Users' }), /Choose at least one user/);
      await dialog.getByRole('combobox', { name: 'Users' }).fill('whitf');
      await page.getByRole('option', { name: /Eleanor Whitfield/ }).click();
      await dialog.getByRole('combobox', { name: 'Users' }).fill('brandt');
      await page.getByRole('option', { name: /Lukas Brandt/ }).click();
      const sent = nextBody(page, 'widgets/add-users');
      await dialog.getByRole('button', { name: 'Assign' }).click();
      expect(await sent).toEqual({ id, user_id: [people.eleanor, people.lukas] });
      await expect(dialog).toBeHidden();
    });

    await test.step('they stand in the list with the hours that CallPage gave them', async () => {
      const row = { Manager: 'Eleanor Whitfield', Hours: 'Mon–Fri 09:00–17:00, Warsaw time', Departments: 'None' };
      await expectRowVisible(table, row);
      expect((await all(sandbox, id)).map(({ user_id }) => user_id)).toEqual([people.eleanor, people.lukas]);
    });

    await test.step('one is switched off', async () => {
      await clickRowAction(table, 'Lukas Brandt', 'Lukas Brandt is enabled for Corner shop');
      await expect.poll(async () => (await read(sandbox, id, people.lukas)).enabled).toBe(false);
    });

    await test.step('one is removed, after the dialog named who and what is lost', async () => {
      await clickRowAction(table, 'Eleanor Whitfield', 'Remove Eleanor Whitfield from Corner shop');
      const dialog = page.getByRole('dialog', { name: 'Remove Eleanor Whitfield from “Corner shop”?' });
      await expect(dialog).toContainText('the hours are deleted');
      await dialog.getByRole('button', { name: 'Remove manager' }).click();
      await expectRowHidden(table, { Manager: 'Eleanor Whitfield' });
      expect((await all(sandbox, id)).map(({ user_id }) => user_id)).toEqual([people.lukas]);
    });
  });

  test('lose departments that no operation restores, and the dialog says so', async ({ page }) => {
    await page.goto('/widgets/2/managers');
    await page.getByRole('button', { name: /^Remove Agnieszka Kowalczyk/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('The place in Sales and Service is lost');
    await expect(dialog).toContainText('API cannot restore');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
  });

  test('who was assigned meanwhile keeps the hours', async ({ page, sandbox }) => {
    const { id } = await sandbox.seedWidget();
    await page.goto(`/widgets/${id}/managers`);
    await page.getByRole('button', { name: 'Assign managers' }).click();
    for (const name of [/Piotr/, /Hannah/]) {
      await page.getByRole('combobox', { name: 'Users' }).click();
      await page.getByRole('option', { name }).click();
    }
    await assign(sandbox, id, people.piotr, { enabled: false, business_times: unusualHours });
    const before = await read(sandbox, id, people.piotr);
    const sent = nextBody(page, 'widgets/add-users');
    await page.getByRole('dialog').getByRole('button', { name: 'Assign' }).click();

    expect(await sent).toEqual({ id, user_id: [people.hannah] });
    await expect(page.getByText('1 manager assigned')).toBeVisible();
    await expect(page.getByText('1 user had been assigned meanwhile and kept the hours.')).toBeVisible();
    expect(await read(sandbox, id, people.piotr)).toEqual(before);
  });

  test('are not assigned twice when the answer was lost', async ({ page, sandbox }) => {
    const { id } = await sandbox.seedWidget();
    await page.goto(`/widgets/${id}/managers`);
    await page.getByRole('button', { name: 'Assign managers' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Users' }).fill('Piotr');
    await page.getByRole('option', { name: /Piotr/ }).click();
    await sandbox.arm({ operation: 'widgets.addUsers', kind: 'reset', when: 'after' });
    await dialog.getByRole('button', { name: 'Assign' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Not assigned');
    await expect(dialog).toContainText('Piotr Zieliński');

    await sandbox.call('managers.update', { widget_id: id, user_id: people.piotr, enabled: true, business_times: [] });
    await dialog.getByRole('button', { name: 'Assign' }).click();
    await expect(dialog).toBeHidden();
    expect((await sandbox.requests()).counts['widgets.addUsers']).toBe(1);
    expect((await read(sandbox, id, people.piotr)).business_times).toEqual([]);
  });

  for (const { kind, reason } of failures) {
    test(`stay when removing meets ${kind}, and the dialog says why`, async ({ page, sandbox }) => {
      const { id } = await sandbox.seedWidget();
      await assign(sandbox, id, people.piotr);
      await page.goto(`/widgets/${id}/managers`);
      await sandbox.arm(failure(kind, 'managers.delete'));
      await page.getByRole('button', { name: /^Remove Piotr/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Remove manager' }).click();
      await expect(dialog.getByRole('alert')).toContainText(reason);
      await dialog.getByRole('button', { name: 'Remove manager' }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('heading', { name: 'Nobody is called for this widget' })).toBeVisible();
      expect(await all(sandbox, id)).toEqual([]);
    });
  }

  test('that cannot be read say so and are read again', async ({ page, sandbox }) => {
    await sandbox.arm({ operation: 'managers.list', kind: 'error200', message: 'The disk of CallPage is full.' });
    await page.goto('/widgets/2/managers');
    await expect(page.getByRole('alert')).toContainText('The managers could not be read');
    await expect(page.getByRole('alert')).toContainText('The disk of CallPage is full.');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expectRowVisible(page.getByRole('table'), { Manager: 'Katarzyna Mazur', Departments: 'Service' });
  });

  test('are counted by status, from an offset and up to a limit, as the URL says', async ({ page, sandbox }) => {
    const { id } = await sandbox.seedWidget();
    for (const user_id of [1, 2, 3, 4, 5]) await assign(sandbox, id, user_id, { enabled: user_id !== 2 });
    const figures = page.getByRole('region', { name: 'Status statistics' }).getByRole('definition');
    const limit = page.getByRole('textbox', { name: 'Limit' });
    const offset = page.getByRole('textbox', { name: 'Offset' });

    await page.goto(`/widgets/${id}/managers`);
    await expect(figures).toHaveText(['5', '4', '1']);
    await limit.fill('2');
    await expect(figures).toHaveText(['2', '1', '1']);
    await expect(page.getByText('Managers 1–2 of 5 are counted.')).toBeVisible();
    await offset.fill('2');
    await expect(figures).toHaveText(['2', '2', '0']);
    await expect(page).toHaveURL(/limit=2&offset=2$/);
    const window = z.array(Manager).parse(await sandbox.call('managers.list', { widget_id: id, limit: 2, offset: 2 }));
    expect(window.map(({ enabled }) => enabled)).toEqual([true, true]);

    await page.reload();
    await expect(figures).toHaveText(['2', '2', '0']);
    await limit.fill('few');
    await expectFieldError(limit, /whole number from 1/);
    await expect(limit).toHaveValue('few');
    await limit.fill('');
    await offset.fill('9');
    await expect(page.getByText('the offset is past the last one')).toBeVisible();
  });
});

test.describe('the switch', () => {
  test('keeps unusual hours as they are, on the tab, in the account’s list and on the hours page', async ({
    page,
    sandbox,
  }) => {
    const { id } = await sandbox.seedWidget({ description: 'Night shop' });
    await assign(sandbox, id, people.piotr, { business_times: unusualHours });
    const before = await read(sandbox, id, people.piotr);
    const toggle = page.getByRole('switch', { name: 'Piotr Zieliński is enabled for Night shop' });

    for (const [address, enabled] of [
      [`/widgets/${id}/managers`, false],
      [`/managers?widget=${id}`, true],
      [`/widgets/${id}/managers/${people.piotr}`, false],
    ] as const) {
      await page.goto(address);
      const sent = nextBody(page, 'managers/update');
      await toggle.click();
      const body = z.object({ business_times: z.unknown() }).parse(await sent);
      expect(body.business_times).toEqual(unusualHours);
      await expect.poll(() => read(sandbox, id, people.piotr)).toEqual({ ...before, enabled });
    }
    expect(JSON.stringify((await read(sandbox, id, people.piotr)).business_times)).toBe(
      JSON.stringify(before.business_times),
    );
  });

  test('sends the hours as they are now, not as they were when the page was opened', async ({ page, sandbox }) => {
    const { id } = await sandbox.seedWidget();
    await assign(sandbox, id, people.piotr);
    await page.goto(`/widgets/${id}/managers`);
    const toggle = page.getByRole('switch', { name: /^Piotr/ });
    await expect(toggle).toBeChecked();
    await sandbox.call('managers.update', {
      widget_id: id,
      user_id: people.piotr,
      enabled: true,
      business_times: unusualHours,
    });
    await toggle.click();
    await expect.poll(async () => (await read(sandbox, id, people.piotr)).enabled).toBe(false);
    expect((await read(sandbox, id, people.piotr)).business_times).toEqual(unusualHours);
  });

  test('answers at once, the last of many clicks wins, and what was taken back is not sent', async ({
    page,
    sandbox,
  }) => {
    const { id } = await sandbox.seedWidget();
    await assign(sandbox, id, people.piotr);
    await page.goto(`/widgets/${id}/managers`);
    const toggle = page.getByRole('switch', { name: /^Piotr/ });
    await sandbox.arm({ operation: 'managers.update', kind: 'slow', delayMs: 2000, times: 2 });
    // All three before the first one is answered.
    for (const checked of [false, true, false]) {
      await toggle.click();
      await expect(toggle).toBeChecked({ checked });
    }
    await expect.poll(async () => (await sandbox.requests()).counts['managers.update']).toBe(2);
    await expect.poll(async () => (await read(sandbox, id, people.piotr)).enabled).toBe(false);
    await expect(toggle).not.toBeChecked();
  });

  for (const { kind, reason } of failures) {
    test(`goes back when the write meets ${kind}, and says why`, async ({ page, sandbox }) => {
      const { id } = await sandbox.seedWidget({ description: 'Corner shop' });
      await assign(sandbox, id, people.piotr, { business_times: unusualHours });
      await page.goto(`/widgets/${id}/managers`);
      await sandbox.arm(failure(kind, 'managers.update'));
      const toggle = page.getByRole('switch', { name: /^Piotr/ });
      await toggle.click();
      const notice = page.getByRole('alert').filter({ hasText: 'Could not disable Piotr Zieliński for “Corner shop”' });
      await expect(notice).toContainText(reason);
      await expect(toggle).toBeChecked();
      expect(await read(sandbox, id, people.piotr)).toMatchObject({ enabled: true, business_times: unusualHours });
    });
  }

  test('writes nothing when the hours cannot be read', async ({ page, sandbox }) => {
    const { id } = await sandbox.seedWidget();
    await assign(sandbox, id, people.piotr);
    await page.goto(`/widgets/${id}/managers`);
    await sandbox.arm({ operation: 'managers.get', kind: 'status', times: 1, message: 'No hours today.' });
    const toggle = page.getByRole('switch', { name: /^Piotr/ });
    await toggle.click();
    await expect(page.getByRole('alert').filter({ hasText: 'No hours today.' })).toBeVisible();
    await expect(toggle).toBeChecked();
    expect((await sandbox.requests()).counts).not.toHaveProperty('managers.update');
  });
});

test.describe('the managers of the account', () => {
  const table = 'Managers';

  test('are searched, filtered and sorted, and the URL keeps it', async ({ page }) => {
    const list = page.getByRole('table', { name: table });
    await page.goto('/managers');
    await expectRowVisible(list, { Manager: 'Danielle Brooks', Widget: 'United States: residential solar' });
    await expect(list.getByRole('row')).toHaveCount(25);

    await page.getByRole('searchbox', { name: 'Search managers' }).fill('brooks');
    await expect(list.getByRole('row')).toHaveCount(3);
    await page.getByRole('combobox', { name: 'Widget' }).fill('United');
    await page.getByRole('option', { name: /United States/ }).click();
    await expect(list.getByRole('row')).toHaveCount(2);
    await page.reload();
    await expect(page.getByRole('combobox', { name: 'Widget' })).toHaveValue(/United States/);
    await expect(list.getByRole('row')).toHaveCount(2);
    await page.goBack();
    await expect(list.getByRole('row')).toHaveCount(3);

    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('button', { name: /^Disabled/ }).click();
    await expect(list.getByRole('row')).toHaveCount(3);
    await page.getByRole('button', { name: /^All/ }).click();
    await page.getByRole('combobox', { name: 'Manager' }).fill('ortiz');
    await page.getByRole('option', { name: 'Samuel Ortiz' }).click();
    await expect(page).toHaveURL('/managers?user=18');
    await page.getByRole('button', { name: 'Widget', exact: true }).click();
    await expect(list.getByRole('row').nth(1)).toContainText('Online shop');
    await page.getByRole('button', { name: 'Widget', exact: true }).click();
    await expect(list.getByRole('row').nth(1)).toContainText('United States');
  });

  test('that match nothing offer to clear the filters', async ({ page }) => {
    await page.goto('/managers?q=nobody+at+all');
    await expect(page.getByRole('heading', { name: 'No manager matches' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(25);
  });

  test('lead to the hours, to the widget, and are removed', async ({ page, sandbox }) => {
    const { id } = await sandbox.seedWidget({ description: 'Corner shop' });
    await assign(sandbox, id, people.piotr);
    const list = page.getByRole('table', { name: table });
    await page.goto(`/managers?widget=${id}`);
    await clickRowAction(list, 'Corner shop', 'Edit the hours of Piotr Zieliński for Corner shop');
    await expect(page.getByRole('heading', { name: 'Hours of Piotr Zieliński' })).toBeVisible();
    await page.goBack();
    await row(list, 'Corner shop').getByRole('link', { name: 'Corner shop', exact: true }).click();
    await expect(page).toHaveURL(`/widgets/${id}/managers`);
    await page.goBack();
    await row(list, 'Corner shop')
      .getByRole('button', { name: /^Remove/ })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove manager' }).click();
    await expect(page.getByRole('heading', { name: 'No manager matches' })).toBeVisible();
    expect(await all(sandbox, id)).toEqual([]);
  });

  test('of an account without any say what to do', async ({ page, resetData }) => {
    await resetData('empty');
    await page.goto('/managers');
    await expect(page.getByRole('heading', { name: 'No managers yet' })).toBeVisible();
    await page.getByRole('link', { name: 'Go to the widgets' }).click();
    await expect(page).toHaveURL('/widgets');
  });

  test('that cannot be read say so and are read again', async ({ page, sandbox }) => {
    await sandbox.arm(failure('error200', 'widgets.list', { times: 2 }));
    await page.goto('/managers');
    await expect(page.getByRole('alert')).toContainText('The disk of CallPage is full.');
    await sandbox.clearFaults();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expectRowVisible(page.getByRole('table'), { Manager: 'Katarzyna Mazur' });
  });
});

test('a manager is assigned, switched and removed by keyboard alone', async ({ page, sandbox }) => {
  const { keyboard } = page;
  const { id } = await sandbox.seedWidget({ description: 'Corner shop' });
  await page.goto(`/widgets/${id}/managers`);
  await tabAndPress(page.getByRole('button', { name: 'Assign managers' }));
  const users = page.getByRole('combobox', { name: 'Users' });
  await expect(users).toBeFocused();
  await keyboard.type('Piotr');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tabAndPress(page.getByRole('dialog').getByRole('button', { name: 'Assign' }));
  const toggle = page.getByRole('switch', { name: 'Piotr Zieliński is enabled for Corner shop' });
  await toggle.waitFor();
  await tabAndPress(toggle, 'Space');
  await expect.poll(async () => (await read(sandbox, id, people.piotr)).enabled).toBe(false);
  await tabTo(page.getByRole('textbox', { name: 'Limit' }), 'Shift+Tab');
  await tabAndType(page.getByRole('textbox', { name: 'Offset' }), '1');
  await expect(page.getByText('the offset is past the last one')).toBeVisible();
  await tabAndPress(page.getByRole('button', { name: /^Remove Piotr/ }));
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
  await tabAndPress(page.getByRole('dialog').getByRole('button', { name: 'Remove manager' }));
  await expect(page.getByRole('heading', { name: 'Nobody is called for this widget' })).toBeVisible();
  expect(await all(sandbox, id)).toEqual([]);
});

for (const width of [1280, 360]) {
  for (const address of ['/managers?q=polska', '/managers?q=nobody', '/widgets/2/managers', '/widgets/12/managers']) {
    test(`${address} fits and passes axe at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      await page
        .getByRole('table')
        .or(page.getByRole('heading', { level: 2 }))
        .first()
        .waitFor();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, 'pixels to scroll sideways').toBe(0);
      await expectNoAxeViolations(page);
    });
  }
}

for (const opened of ['Assign managers', /^Remove Agnieszka/]) {
  test(`the dialog of ${opened} passes axe`, async ({ page }) => {
    await page.goto('/widgets/2/managers');
    await page.getByRole('button', { name: opened }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).waitFor();
    await expectNoAxeViolations(page);
  });
}
