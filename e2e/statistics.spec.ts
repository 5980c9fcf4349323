import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { callsByDay, sumOfDays } from '#src/domain/calls-by-day.ts';
import { parseTimestamp } from '#src/domain/timestamps.ts';
import { callsOf, everyCall, seedCalls, seedTeam } from './calls-data.ts';
import { failure } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { expectNoAxeViolations, expectRowVisible, tabAndPress, tabAndType, tabTo } from './helpers.ts';
import type { Sandbox } from './sandbox.ts';

const figure = (page: Page, name: RegExp) => page.getByRole('region', { name });
const callsFigure = (page: Page) => figure(page, /calls? (in|yet)|No calls/);
const showDays = (page: Page) => page.getByText(/^Show the figures of/);
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

async function exported(page: Page, section: Locator): Promise<string> {
  const download = page.waitForEvent('download');
  await section.getByRole('button', { name: 'Export CSV' }).click();
  return readFile(await (await download).path(), 'utf8');
}

/** The figures of the row "Total" of the table of days. */
async function totals(page: Page): Promise<string[]> {
  return page.getByRole('region', { name: 'Figures by day' }).locator('tfoot td').allTextContents();
}

/** What the last days came to, by the sandbox's own list, in the browser's zone. */
async function countDays(sandbox: Sandbox, days: number) {
  const dayOf = (instant: number) => new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Europe/Warsaw' });
  const calls = (await everyCall(sandbox)).map(({ data }) => ({
    createdAt: parseTimestamp(data.created_at),
    status: data.human_status,
  }));
  const range = { from: dayOf(Date.now() - (days - 1) * 86_400_000), to: dayOf(Date.now()) };
  return sumOfDays(callsByDay(calls, { ...range, timeZone: 'Europe/Warsaw' }));
}

test.beforeEach(({ resetData }) => resetData('demo'));

test('calls by day and outcome equal the sandbox’s own list, in the title, the table and the file', async ({
  page,
  sandbox,
}) => {
  await page.goto('/statistics');
  for (const days of [30, 90, 7]) {
    await page.getByRole('combobox', { name: 'Days' }).selectOption(`Last ${days} days`);
    const sum = await countDays(sandbox, days);
    const { total, completed, failed, cancelled, open, other } = sum;
    await expect(page.getByRole('heading', { name: new RegExp(`^${total} calls? in ${days} days`) })).toBeVisible();
    if (days === 30) await showDays(page).click();
    await expect.poll(() => totals(page)).toEqual([completed, failed, cancelled, open, other, total].map(String));
  }
  await expect(callsFigure(page).getByRole('img', { name: /^Chart: / })).toBeVisible();
  await expect(callsFigure(page).locator('.recharts-bar-rectangle').first()).toBeAttached();

  const lines = (await exported(page, callsFigure(page))).trim().split(/\r?\n/);
  expect(lines[0]?.replace('\uFEFF', '')).toBe('Day,Completed,Failed,Cancelled,Not over,Other,Total');
  expect(lines).toHaveLength(8);
});

test('the status of widgets, managers and SMS is told in the three shapes of the API', async ({ page, sandbox }) => {
  const { id } = await seedTeam(sandbox, { description: 'Corner shop' }, [
    { user_id: 1 },
    { user_id: 3, enabled: false },
    { user_id: 5 },
  ]);
  await sandbox.call('sms.create', { widget_id: id, message_id: 'manager.call-completed', text: 'Hi', enabled: false });
  await page.goto('/statistics');
  await expect(page.getByRole('heading', { name: 'Choose a widget for its managers and SMS' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Widget' }).click();
  await page.getByRole('option', { name: 'Corner shop' }).click();

  const widgets = figure(page, /^11 of 13 widgets are enabled$/);
  await expectRowVisible(widgets.getByRole('table'), { State: 'Disabled', Number: '2', Share: '15.4%' });
  expect(await exported(page, widgets)).toContain('total_widgets,enabled_widgets,disabled_widgets\r\n13,11,2');

  const managers = figure(page, /^2 of 3 managers are enabled$/);
  expect(await exported(page, managers)).toContain('total_managers,enabled_managers,disabled_managers\r\n3,2,1');

  const messages = (await sandbox.call('sms.list', { widget_id: id })) as { enabled: boolean }[];
  const on = messages.filter(({ enabled }) => enabled).length;
  const sms = figure(page, new RegExp(`^${on} of ${messages.length} SMS messages are enabled$`));
  expect(await exported(page, sms)).toContain(
    `total_messages,enabled_messages,disabled_messages\r\n${messages.length},${on},${messages.length - on}`,
  );

  await test.step('with limit and offset, which the address keeps', async () => {
    await page.getByRole('textbox', { name: 'Limit' }).fill('1');
    await page.getByRole('textbox', { name: 'Offset' }).fill('1');
    await expect(figure(page, /^The only manager is disabled$/)).toContainText('Managers 2–2 of 3 are counted.');
    await page.reload();
    await expect(figure(page, /^The only manager is disabled$/)).toBeVisible();
    await page.getByRole('textbox', { name: 'Limit' }).fill('some');
    await expect(page.getByText('Type a whole number from 1')).toBeVisible();
  });
});

test('days and widget are in the address', async ({ page, sandbox }) => {
  const { id } = await seedTeam(sandbox, { description: 'Corner shop' });
  await seedCalls(sandbox, id, 3);
  await page.goto(`/statistics?widget=${id}`);
  await expect(page.getByRole('heading', { name: /^3 calls in 30 days, none is over yet/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Days' }).selectOption('Between two days');
  await page.getByLabel('From', { exact: true }).fill('2026-01-01');
  await page.getByLabel('To', { exact: true }).fill('2026-01-10');
  await expect(page.getByRole('heading', { name: 'No calls in these days' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('01/01/2026');
  await expect(page.getByText(/Thu,? 1 Jan.* to Sat,? 10 Jan/)).toBeVisible();
  await page.getByLabel('From', { exact: true }).fill('2026-01-11');
  await expect(page.getByText('The first day is after the last one.')).toBeVisible();
});

for (const { operation, what, title } of [
  { operation: 'widgets.list', what: 'The widgets', title: /widgets are enabled$/ },
  { operation: 'managers.list', what: 'The managers', title: /managers is enabled$/ },
  { operation: 'sms.list', what: 'The SMS messages', title: /SMS messages are enabled$/ },
]) {
  test(`a figure that cannot be read (${operation}) says why, and is read again`, async ({ page, sandbox }) => {
    const { id } = await seedTeam(sandbox, {}, [{ user_id: 1 }, { user_id: 3, enabled: false }]);
    await sandbox.arm(failure('error200', operation));
    await page.goto(`/statistics?widget=${id}`);
    const alert = page.getByRole('alert').filter({ hasText: `${what} could not be read` });
    await expect(alert).toContainText('The disk of CallPage is full.');
    await expect(figure(page, title)).toBeHidden();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(figure(page, title)).toBeVisible();
    await expect(alert).toBeHidden();
  });
}

test('what could be read in part is said to be a part, and can be read on', async ({ page, sandbox }) => {
  const { id } = await seedTeam(sandbox);
  await seedCalls(sandbox, id, 150);
  await sandbox.letPass('calls.list');
  // One that is not tried again by itself.
  await sandbox.arm(failure('error200', 'calls.list'));
  await page.goto(`/statistics?widget=${id}`);
  const alert = page.getByRole('alert').filter({ hasText: 'The figures are of 100 calls alone.' });
  await expect(alert).toContainText('The disk of CallPage is full.');
  const part = figure(page, /^So far: 100 calls in 30 days/);
  await expect(part.getByRole('button', { name: 'Export CSV' })).toBeDisabled();

  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(figure(page, /^150 calls in 30 days/)).toBeVisible();
});

test('the reading shows how far it is, stops when the page is left, and half of it is never taken for all', async ({
  page,
  sandbox,
}) => {
  const { id } = await seedTeam(sandbox);
  await seedCalls(sandbox, id, 150);
  await sandbox.letPass('calls.list');
  await sandbox.arm({ operation: 'calls.list', kind: 'slow', delayMs: 20_000 });
  await page.goto(`/statistics?widget=${id}`);
  await expect(page.getByText('Counted 100 of 150 calls so far')).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Reading the calls' })).toBeVisible();

  const cancelled = page.waitForEvent('requestfailed', (request) => request.url().includes('calls/history'));
  await page.getByRole('link', { name: 'Users' }).click();
  expect((await cancelled).failure()?.errorText).toContain('ERR_ABORTED');
  await sandbox.clearFaults();
  await page.goBack();
  await expect(figure(page, /^150 calls in 30 days/)).toBeVisible();
  expect(await callsOf(sandbox, id)).toHaveLength(150);
});

test('a chart that cannot be loaded leaves the table', async ({ page, allowConsole }) => {
  allowConsole(/Failed to load resource/);
  await page.route(/\/assets\/Chart-.*\.js/, (route) => route.abort());
  await page.goto('/statistics');
  await expect(page.getByText('The chart could not be loaded.').first()).toBeVisible();
  await showDays(page).click();
  await expect(page.getByRole('region', { name: 'Figures by day' })).toBeVisible();
});

test('by keyboard alone', async ({ page, sandbox }) => {
  await seedTeam(sandbox, { description: 'Corner shop' });
  await page.goto('/statistics');
  await figure(page, /widgets are enabled$/).waitFor();
  await tabTo(page.getByRole('combobox', { name: 'Widget' }));
  await page.keyboard.type('Corner');
  await expect(page.getByRole('option', { name: 'Corner shop' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(figure(page, /^The only manager is enabled$/)).toBeVisible();
  await tabAndType(page.getByRole('combobox', { name: 'Days' }), 'Last 90');
  await expect(page).toHaveURL(/range=90d/);
  await tabAndPress(showDays(page));
  await tabTo(page.getByRole('region', { name: 'Figures by day' }));
  await tabAndType(page.getByRole('textbox', { name: 'Offset' }), '1');
  await expect(page.getByText('None of the 1 managers is counted')).toBeVisible();
});

test('at 360 px, in light and dark', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/statistics?widget=1');
  await figure(page, /managers are enabled$/).waitFor();
  await figure(page, /SMS messages are enabled$/).waitFor();
  await showDays(page).click();
  await page.locator('.recharts-bar-rectangle').first().waitFor({ state: 'attached' });
  expect(await fits(page)).toBe(true);
  await expectNoAxeViolations(page);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the bars stand out from the page and from each other in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/statistics');
    const region = figure(page, /widgets are enabled$/);
    await region.waitFor();
    const colors = await region.evaluate((element) => {
      const probe = document.createElement('i');
      element.append(probe);
      const read = (value: string) => {
        probe.style.color = value;
        return (
          getComputedStyle(probe)
            .color.match(/[\d.]+/g)
            ?.slice(0, 3)
            .map(Number) ?? []
        );
      };
      const names = ['completed', 'failed', 'cancelled', 'open', 'other'];
      const found = { surface: read('var(--surface)'), bars: names.map((name) => read(`var(--chart-${name})`)) };
      probe.remove();
      return found;
    });
    for (const bar of colors.bars) expect(contrast(bar, colors.surface)).toBeGreaterThanOrEqual(3);
    expect(new Set(colors.bars.map(String)).size).toBe(colors.bars.length);
  });
}

/** WCAG's contrast of two colours, each as red, green, blue up to 255. */
function contrast(a: number[], b: number[]): number {
  const luminance = (color: number[]) => {
    const [red = 0, green = 0, blue = 0] = color.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}
