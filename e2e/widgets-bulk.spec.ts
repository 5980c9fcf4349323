import type { Page } from '@playwright/test';
import { failure, failures } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { expectFieldError } from './helpers.ts';
import type { Sandbox, SandboxWidget } from './sandbox.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Selected widgets' });

/** Seeds so many widgets of one name, opens the list with these alone, and selects them all. */
async function selectSeeded(page: Page, sandbox: Sandbox, count: number): Promise<SandboxWidget[]> {
  const widgets = await sandbox.seedWidgets(count, (index) => ({
    description: `Branch ${index + 1}`,
    url: `https://branch-${index + 1}.example.com`,
  }));
  await page.goto('/widgets?q=branch-');
  await page.getByRole('checkbox', { name: 'Select every row on this page' }).check();
  if (count > 25)
    await bar(page)
      .getByRole('button', { name: `Select all ${count}` })
      .click();
  await expect(bar(page).getByText(`${count} selected`)).toBeVisible();
  return widgets;
}

/** How many of the seeded widgets are so now. */
async function countOf(sandbox: Sandbox, is: (widget: SandboxWidget) => boolean): Promise<number> {
  return (await sandbox.widgets()).filter((widget) => widget.url.startsWith('https://branch-') && is(widget)).length;
}

test('300 widgets are disabled; the 10 that fail are named, stay selected and succeed at the next try', async ({
  page,
  sandbox,
}) => {
  test.slow();
  const widgets = await selectSeeded(page, sandbox, 300);
  const unlucky = widgets.filter((_, index) => index % 30 === 7);
  expect(unlucky).toHaveLength(10);
  for (const [index, { id }] of unlucky.entries()) {
    const { kind } = failures[index % failures.length] ?? failures[0];
    await sandbox.arm(failure(kind, 'widgets.update', { matchId: id }));
  }
  await sandbox.clearRequests();
  await bar(page).getByRole('button', { name: 'Disable' }).click();
  const dialog = page.getByRole('dialog', { name: 'Disable 300 widgets' });
  await dialog.getByRole('button', { name: 'Disable' }).click();

  await expect(dialog.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  await expect(dialog.getByRole('status')).toHaveText(/^\d+ of 300 done$/);
  await expect(dialog.getByText('290 disabled, 10 failed.')).toBeVisible({ timeout: 60_000 });
  const failed = dialog.getByRole('list', { name: 'Failed' }).getByRole('listitem');
  await expect(failed).toHaveCount(10);
  for (const [index, { description }] of unlucky.entries()) {
    const { reason } = failures[index % failures.length] ?? failures[0];
    await expect(failed.filter({ hasText: new RegExp(`${description}\\D`) })).toContainText(reason);
  }
  await dialog.getByText('Show the 290 disabled').click();
  await expect(dialog.getByRole('list', { name: 'Succeeded' }).getByRole('listitem')).toHaveCount(290);
  expect((await sandbox.requests()).counts['widgets.update'], 'each was sent once').toBe(300);
  expect(await countOf(sandbox, ({ enabled }) => enabled)).toBe(10);

  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toBeHidden();
  await expect(bar(page).getByText('10 selected')).toBeVisible();
  await page.getByRole('group', { name: 'Status' }).getByRole('button', { name: 'Enabled' }).click();
  await expect(page.getByRole('row', { selected: true }).or(page.getByRole('checkbox', { checked: true }))).toHaveCount(
    11,
  );

  await bar(page).getByRole('button', { name: 'Disable' }).click();
  const again = page.getByRole('dialog', { name: 'Disable 10 widgets' });
  await again.getByRole('button', { name: 'Disable' }).click();
  await expect(again.getByText('10 disabled.')).toBeVisible();
  await again.getByRole('button', { name: 'Close' }).last().click();
  await expect(bar(page)).toBeHidden();
  expect(await countOf(sandbox, ({ enabled }) => enabled)).toBe(0);
});

test('what failed can be tried again from the result itself', async ({ page, sandbox }) => {
  const [first, second] = await selectSeeded(page, sandbox, 5);
  for (const widget of [first, second])
    await sandbox.arm(failure('status', 'widgets.update', { matchId: widget?.id ?? 0 }));
  await bar(page).getByRole('button', { name: 'Disable' }).click();
  const dialog = page.getByRole('dialog', { name: 'Disable 5 widgets' });
  await dialog.getByRole('button', { name: 'Disable' }).click();
  await expect(dialog.getByText('3 disabled, 2 failed.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Try 2 again' }).click();
  await expect(dialog.getByText('2 disabled.')).toBeVisible();
  expect(await countOf(sandbox, ({ enabled }) => enabled)).toBe(0);
});

test('a bulk act can be stopped midway, and what was not begun stays selected', async ({ page, sandbox }) => {
  await selectSeeded(page, sandbox, 60);
  await sandbox.arm({ operation: 'widgets.update', kind: 'slow', delayMs: 300, times: 60 });
  await bar(page).getByRole('button', { name: 'Disable' }).click();
  const dialog = page.getByRole('dialog', { name: 'Disable 60 widgets' });
  await dialog.getByRole('button', { name: 'Disable' }).click();
  await expect(dialog.getByText(/^[1-9]\d* of 60 done$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog, 'a bulk act under way is not left by accident').toBeVisible();
  await dialog.getByRole('button', { name: 'Stop' }).click();

  const summary = dialog.getByText(/^\d+ disabled, \d+ not begun\.$/);
  await expect(summary).toBeVisible();
  const [disabled = 0, left = 0] = (await summary.textContent())?.match(/\d+/g)?.map(Number) ?? [];
  expect(left).toBeGreaterThan(0);
  expect(disabled + left).toBe(60);
  expect(await countOf(sandbox, ({ enabled }) => !enabled)).toBe(disabled);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(bar(page).getByText(`${left} selected`)).toBeVisible();
});

test('Back and a reload ask while a bulk act is under way; leaving stops it', async ({ page, sandbox }) => {
  await selectSeeded(page, sandbox, 60);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Users' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Users');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Widgets' }).click();
  await page.getByRole('searchbox', { name: 'Search widgets' }).fill('branch-');
  await page.getByRole('checkbox', { name: 'Select every row on this page' }).check();
  await bar(page).getByRole('button', { name: 'Select all 60' }).click();
  await sandbox.arm({ operation: 'widgets.update', kind: 'slow', delayMs: 500, times: 60 });
  await bar(page).getByRole('button', { name: 'Disable' }).click();
  const dialog = page.getByRole('dialog', { name: 'Disable 60 widgets' });
  await dialog.getByRole('button', { name: 'Disable' }).click();

  const asked = page.waitForEvent('dialog');
  const reloading = page.evaluate(() => location.reload());
  expect((await asked).type()).toBe('beforeunload');
  await (await asked).dismiss();
  await reloading;
  await page.goBack();
  const question = page.getByRole('dialog', { name: 'Stop and leave?' });
  await question.getByRole('button', { name: 'Stay' }).last().click();
  await expect(question).toBeHidden();
  await expect(dialog.getByText(/^[1-9]\d* of 60 done$/)).toBeVisible();
  await page.goBack();
  await question.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Users');
  // What was begun is done to its end, and as each ends nothing takes its place.
  const sent = async () => (await sandbox.requests()).counts['widgets.update'];
  const areDone = async () => (await countOf(sandbox, ({ enabled }) => !enabled)) === (await sent());
  await expect.poll(areDone).toBe(true);
  expect(await sent()).toBeLessThan(60);
});

test('the locale of many is changed at once', async ({ page, sandbox }) => {
  await selectSeeded(page, sandbox, 3);
  await bar(page).getByRole('combobox', { name: 'Change locale' }).selectOption('Polish');
  const dialog = page.getByRole('dialog', { name: 'Change 3 widgets to Polish' });
  await dialog.getByRole('button', { name: 'Change to Polish' }).click();
  await expect(dialog.getByText('3 changed to Polish.')).toBeVisible();
  expect(await countOf(sandbox, ({ locale_code }) => locale_code === 'pl')).toBe(3);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('cell', { name: 'Polish' })).toHaveCount(3);
});

test('many are deleted only after their number is typed', async ({ page, sandbox }) => {
  await selectSeeded(page, sandbox, 3);
  await bar(page).getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete 3 widgets' });
  const number = dialog.getByRole('textbox', { name: 'Type 3 to confirm' });
  await expect(dialog.getByText('This cannot be undone.')).toBeVisible();
  await number.fill('4');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expectFieldError(number, /Type exactly 3\./);
  expect(await countOf(sandbox, () => true)).toBe(3);

  await number.fill('3');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog.getByText('3 deleted.')).toBeVisible();
  expect(await countOf(sandbox, () => true)).toBe(0);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('heading', { name: 'No widget matches' })).toBeVisible();
});

test('a question that is cancelled sends nothing and keeps the selection', async ({ page, sandbox }) => {
  await selectSeeded(page, sandbox, 3);
  await bar(page).getByRole('button', { name: 'Enable' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(bar(page).getByText('3 selected')).toBeVisible();
  await expect(bar(page).getByRole('button', { name: 'Enable' })).toBeFocused();
  expect((await sandbox.requests()).counts).not.toHaveProperty('widgets.update');
});
