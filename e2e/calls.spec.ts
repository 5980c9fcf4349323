import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { publishedCall } from '#src/domain/published-call.testing.ts';
import { callsOf, seedCalls, seedTeam } from './calls-data.ts';
import { failure, failures } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { expectNoAxeViolations, expectRowVisible, tabAndPress, tabAndType, tabTo } from './helpers.ts';

const table = (page: Page) => page.getByRole('table', { name: 'Calls' });
const links = (page: Page) => table(page).getByRole('link', { name: /^\+/ });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search by number' });
const status = (page: Page) => page.getByRole('combobox', { name: 'Status' });
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

/** How often the history has been read since the last count was cleared. */
const reads = async (sandbox: { requests: () => Promise<{ counts: Record<string, number> }> }) =>
  (await sandbox.requests()).counts['calls.list'] ?? 0;

test.describe('the history', () => {
  test('is filtered by number, status, widget and days, which the address keeps', async ({ page, sandbox }) => {
    const widget = await seedTeam(sandbox, { description: 'Corner shop' });
    await seedCalls(sandbox, widget.id, 3);
    await page.goto('/calls');
    await page.getByRole('combobox', { name: 'Widget' }).click();
    await page.getByRole('option', { name: 'Corner shop' }).click();
    await expect(links(page)).toHaveCount(3);

    await search(page).fill('600-500 001');
    await expect(links(page)).toHaveText(['+48 600 500 001']);
    await expectRowVisible(table(page), { Number: '+48 600 500 001', Status: 'New', Widget: 'Corner shop' });
    await expect(page.getByText('1 call', { exact: true })).toBeVisible();

    await page.reload();
    await expect(links(page)).toHaveText(['+48 600 500 001']);
    await expect(search(page)).toHaveValue('600-500 001');
    await expect(page.getByRole('combobox', { name: 'Widget' })).toHaveValue(/^Corner shop/);

    await status(page).selectOption('Completed');
    await expect(page.getByRole('heading', { name: 'No call matches' })).toBeVisible();
    await page.goBack();
    await expect(links(page)).toHaveText(['+48 600 500 001']);
    await status(page).selectOption('Any that is not over');
    await expect(links(page)).toHaveText(['+48 600 500 001']);

    await page.getByLabel('From', { exact: true }).fill('2020-01-01');
    await page.getByLabel('To', { exact: true }).fill('2020-01-31');
    await expect(page.getByRole('heading', { name: 'No call matches' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await expect(page).toHaveURL('/calls');
    await expect(links(page)).toHaveCount(25);
  });

  test('is asked for by nothing that cannot match', async ({ page, sandbox }) => {
    await page.goto('/calls?q=Anna');
    await expect(page.getByText('A number has digits.')).toBeVisible();
    await page.goto('/calls?from=2026-02-02&to=2026-02-01');
    await expect(page.getByText('The first day is after the last one.')).toBeVisible();
    expect(await reads(sandbox)).toBe(0);
  });

  test('names the widget that it is filtered by where the widgets cannot be read', async ({ page, sandbox }) => {
    const { id } = await sandbox.seedWidget();
    await sandbox.arm(failure('status', 'widgets.list', { times: 9 }));
    await page.goto(`/calls?widget=${id}`);
    await expect(page.getByRole('combobox', { name: 'Widget' })).toHaveValue(`Widget ${id}`);
  });

  test('is read one page at a time', async ({ page, sandbox }) => {
    const { id } = await seedTeam(sandbox);
    await seedCalls(sandbox, id, 30);
    await page.goto(`/calls?widget=${id}`);
    await expect(links(page)).toHaveCount(25);
    await expect(page.getByText('1–25 of 30')).toBeVisible();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(links(page)).toHaveCount(5);
    await expect(page.getByText('26–30 of 30')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled();
    await expect(page).toHaveURL(/page=2/);
    await page.getByRole('combobox', { name: 'Rows on a page' }).selectOption('50 rows');
    await expect(links(page)).toHaveCount(30);

    await page.goto(`/calls?widget=${id}&page=9`);
    await page.getByRole('button', { name: 'Go to the first page' }).click();
    await expect(links(page)).toHaveCount(25);
  });

  test('shows new calls by itself while it is looked at, and asks for none behind another window', async ({
    page,
    sandbox,
  }) => {
    const { id } = await seedTeam(sandbox);
    await page.clock.install();
    await page.goto(`/calls?widget=${id}`);
    await expect(page.getByRole('heading', { name: 'No call matches' })).toBeVisible();
    await seedCalls(sandbox, id, 1);
    await page.clock.runFor(6000);
    await expect(links(page)).toHaveText(['+48 600 500 000']);

    const look = (visibility: 'hidden' | 'visible') =>
      page.evaluate((state) => {
        Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, visibility);
    await look('hidden');
    await page.clock.runFor(6000);
    await sandbox.clearRequests();
    await page.clock.runFor(60_000);
    expect(await reads(sandbox)).toBe(0);

    await look('visible');
    await page.clock.runFor(6000);
    await expect.poll(() => reads(sandbox)).toBeGreaterThan(0);
  });

  test('without a call says how to make the first one', async ({ page, resetData }) => {
    await resetData('empty');
    await page.goto('/calls');
    await expect(page.getByRole('heading', { name: 'No calls yet' })).toBeVisible();
    await page.getByRole('link', { name: 'New callback' }).last().click();
    await expect(page.getByRole('heading', { name: 'New callback' })).toBeVisible();
  });

  for (const { kind, reason } of failures) {
    test(`that cannot be read says why and is read again (${kind})`, async ({ page, sandbox }) => {
      await sandbox.arm(failure(kind, 'calls.list', { times: 3 }));
      await page.goto('/calls');
      const alert = page.getByRole('alert').filter({ hasText: 'The calls could not be read' });
      await expect(alert).toContainText(reason);
      await sandbox.clearFaults();
      await alert.getByRole('button', { name: 'Try again' }).click();
      await expect(links(page)).toHaveCount(25);
    });
  }
});

test('the one answer that CallPage published is shown, beside rows that cannot be read', async ({ page, sandbox }) => {
  const { id, data } = publishedCall;
  const created = new Date(Date.now() - 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  const call = { id, data: { ...data, created_at: created } };
  const answer = (body: unknown, operation: string) => sandbox.arm({ operation, kind: 'raw', times: 99, body });
  await answer({ hasError: false, data: [null, call, 'a text'], meta: { count: 3 } }, 'calls.list');
  await answer({ hasError: false, data: call }, 'calls.get');

  await page.goto('/calls');
  await expectRowVisible(table(page), {
    Number: '+48 600 700 800',
    Status: 'New',
    Widget: 'Corner shop',
    Manager: '–',
  });
  await expect(page.getByText('2 calls came in a form that could not be read. They are not shown.')).toBeVisible();
  await expectNoAxeViolations(page);

  await links(page).click();
  await expect(page.getByRole('heading', { name: 'Call to +48 600 700 800' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Corner shop' })).toHaveAttribute('href', '/widgets/3');

  await page.goto('/statistics');
  await expect(page.getByRole('heading', { name: /^1 call in 30 days, none is over yet/ })).toBeVisible();
  await expect(
    page.getByText('2 calls came in a form that could not be read. Not counted in any figure.'),
  ).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).first().click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file.split('\r\n').at(-1)).toBe('2 calls came in a form that could not be read. Not counted in any figure.');
});

test.describe('a call', () => {
  test('is shown with all that is known of it, and leads on', async ({ page, sandbox }) => {
    const widget = await seedTeam(sandbox, { description: 'Corner shop' });
    await seedCalls(sandbox, widget.id, 1);
    const [call] = await callsOf(sandbox, widget.id);
    await page.goto(`/calls?widget=${widget.id}`);
    await links(page).click();
    await expect(page).toHaveURL(`/calls/${call?.id}`);
    await expect(page.getByRole('heading', { name: 'Call to +48 600 500 000' })).toBeFocused();
    await expect(page.getByRole('main')).toContainText('New');
    await expect(page.getByRole('link', { name: 'Corner shop' })).toHaveAttribute('href', `/widgets/${widget.id}`);

    await page.getByRole('link', { name: 'Call again…' }).click();
    await expect(page.getByRole('textbox', { name: 'Telephone' })).toHaveValue('+48 600 500 000');
    expect(await callsOf(sandbox, widget.id)).toHaveLength(1);
  });

  test('has the visitor’s answers, which can be corrected', async ({ page, sandbox }) => {
    const widget = await seedTeam(sandbox);
    await seedCalls(sandbox, widget.id, 1);
    const [call] = await callsOf(sandbox, widget.id);
    const id = call?.id ?? 0;
    await sandbox.call('calls.updateField', { call: id, field: 'topic', value: 'Quote' });
    await page.goto(`/calls/${id}`);
    const topic = page.getByRole('textbox', { name: 'topic' });
    await expect(topic).toHaveValue('Quote');

    await test.step('what is typed is guarded, and survives a reload', async () => {
      await topic.fill('Invoice');
      await page.getByRole('link', { name: 'Calls', exact: true }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).last().click();
      page.once('dialog', (dialog) => void dialog.accept());
      await page.reload();
      await expect(topic).toHaveValue('Invoice');
    });

    await sandbox.arm(failure('status', 'calls.updateField'));
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The disk of CallPage is full.')).toBeVisible();
    await expect(topic).toHaveValue('Invoice');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('button', { name: 'Save' })).toBeHidden();
    await expect(topic).toHaveValue('Invoice');
    const fields = (await callsOf(sandbox, widget.id))[0]?.data.call_request_fields.data;
    expect(fields).toEqual([{ name: 'topic', value: 'Invoice' }]);
  });

  test('that is none says so', async ({ page, allowConsole }) => {
    allowConsole(/status of 404/);
    for (const address of ['/calls/999999', '/calls/none']) {
      await page.goto(address);
      await expect(page.getByRole('heading', { name: 'There is no such call' })).toBeVisible();
    }
    await page.getByRole('link', { name: 'Go to the calls' }).click();
    await expect(links(page)).toHaveCount(25);
  });
});

test('by keyboard alone', async ({ page, sandbox }) => {
  const widget = await seedTeam(sandbox, { description: 'Corner shop' });
  await seedCalls(sandbox, widget.id, 2);
  await page.goto('/calls');
  await links(page).first().waitFor();
  await tabAndType(search(page), '600 500 00');
  await expect(links(page)).toHaveCount(2);
  await tabAndType(status(page), 'New');
  await expect(page).toHaveURL(/status=new/);
  await tabTo(page.getByRole('combobox', { name: 'Widget' }));
  await page.keyboard.type('Corner');
  await expect(page.getByRole('option', { name: 'Corner shop' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/widget=/);
  await tabAndPress(links(page).first());
  await expect(page.getByRole('heading', { name: /^Call to/ })).toBeFocused();
  await tabAndPress(page.getByRole('link', { name: 'Call again…' }));
  await expect(page.getByRole('heading', { name: 'New callback' })).toBeFocused();
});

test('at 360 px, in light and dark', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/calls?status=completed');
  await links(page).first().waitFor();
  expect(await fits(page)).toBe(true);
  await expectNoAxeViolations(page);
  await links(page).first().click();
  await expect(page.getByRole('heading', { name: /^Call to/ })).toBeVisible();
  expect(await fits(page)).toBe(true);
  await expectNoAxeViolations(page);
});
