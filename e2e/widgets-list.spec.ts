import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { failure } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { expectRowVisible } from './helpers.ts';

const tableOf = (page: Page) => page.getByRole('table', { name: 'Widgets' });
const links = (page: Page) => tableOf(page).getByRole('link');
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search widgets' });
const filter = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const status = (page: Page, name: string) => page.getByRole('group', { name: 'Status' }).getByRole('button', { name });
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
const range = (page: Page, text: string) => page.getByRole('navigation', { name: 'Pages' }).getByText(text);

test.describe('search and filters', () => {
  test('the totals are exact, and each is a filter', async ({ page, sandbox }) => {
    const widgets = await sandbox.widgets();
    const enabled = widgets.filter((widget) => widget.enabled).length;
    await page.goto('/widgets');
    await expect(status(page, 'All')).toHaveText(`All ${widgets.length}`);
    await expect(status(page, 'Enabled')).toHaveText(`Enabled ${enabled}`);
    await expect(status(page, 'Disabled')).toHaveText(`Disabled ${widgets.length - enabled}`);

    await status(page, 'Disabled').click();
    await expect(page).toHaveURL('/widgets?enabled=no');
    await expect(links(page)).toHaveCount(widgets.length - enabled);
    await expect(tableOf(page).getByRole('switch', { checked: true })).toHaveCount(0);
    await status(page, 'All').click();
    await expect(links(page)).toHaveCount(widgets.length);
  });

  test('a search finds by every word of description and address, as one types', async ({ page, sandbox }) => {
    await sandbox.seedWidget({ description: 'Bakery, north', url: 'https://north.bread.example' });
    await sandbox.seedWidget({ description: 'Bakery, south', url: 'https://south.bread.example' });
    await page.goto('/widgets');
    await search(page).pressSequentially('BREAD');
    await expect(links(page)).toHaveText(['Bakery, north', 'Bakery, south']);
    await search(page).pressSequentially(' bakery south');
    await expect(links(page)).toHaveText(['Bakery, south']);
    await expect(page).toHaveURL('/widgets?q=BREAD+bakery+south');
  });

  for (const [name, option, url, expected] of [
    ['Locale', 'Polish', '/widgets?locale=pl', ['Polska: fotowoltaika i magazyny energii']],
    ['Installed', 'Not installed', '/widgets?installed=no', [/^Installer partners/, /^Careers/]],
    ['Managers', 'Without managers', '/widgets?managers=no', [/^Careers/]],
  ] as const) {
    test(`the filter ${name} keeps what it names`, async ({ page }) => {
      await page.goto('/widgets');
      await filter(page, name).selectOption(option);
      await expect(links(page)).toHaveText([...expected]);
      await expect(page).toHaveURL(url);
    });
  }

  test('filters, sort, size and search survive a reload and coming Back from a widget', async ({ page }) => {
    await page.goto('/widgets');
    await search(page).fill('solvana');
    await filter(page, 'Locale').selectOption('English');
    await filter(page, 'Installed').selectOption('Installed');
    await status(page, 'Enabled').click();
    await page.getByRole('button', { name: 'Calls' }).click();
    await page.getByRole('button', { name: 'Calls' }).click();
    await filter(page, 'Rows on a page').selectOption('50 rows');
    await expect(page.getByRole('columnheader', { name: 'Calls' })).toHaveAttribute('aria-sort', 'descending');
    const shown = await links(page).allTextContents();
    expect(shown.length).toBeGreaterThan(1);
    const address = page.url();

    const expectRestored = async () => {
      await expect(page).toHaveURL(address);
      await expect(links(page)).toHaveText(shown);
      await expect(search(page)).toHaveValue('solvana');
      await expect(filter(page, 'Locale')).toHaveValue('en');
      await expect(filter(page, 'Installed')).toHaveValue('yes');
      await expect(status(page, 'Enabled')).toHaveAttribute('aria-pressed', 'true');
      await expect(filter(page, 'Rows on a page')).toHaveValue('50');
    };
    await page.reload();
    await expectRestored();
    await links(page).first().click();
    await expect(page.getByRole('heading', { level: 1, name: shown[0] })).toBeVisible();
    await page.goBack();
    await expectRestored();
  });

  test('Back undoes a filter, and the search that was typed after it', async ({ page }) => {
    await page.goto('/widgets');
    await filter(page, 'Locale').selectOption('English');
    await search(page).pressSequentially('solvana');
    await expect(page).toHaveURL('/widgets?locale=en&q=solvana');
    await page.goBack();
    await expect(page).toHaveURL('/widgets');
    await expect(search(page)).toHaveValue('');
    await expect(filter(page, 'Locale')).toHaveValue('');
  });

  test('where nothing matches, the filters can be cleared', async ({ page, sandbox }) => {
    const { length } = await sandbox.widgets();
    await page.goto('/widgets?q=no+such+widget&locale=pl');
    await expect(page.getByRole('heading', { name: 'No widget matches' })).toBeVisible();
    await expect(tableOf(page)).toBeHidden();
    await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
    await expect(links(page)).toHaveCount(length);
    await expect(page).toHaveURL('/widgets');
  });

  test('a column sorts up, down and back to CallPage’s own order, numbers by size', async ({ page, sandbox }) => {
    for (const number of [10, 9, 2]) await sandbox.seedWidget({ description: `Kiosk ${number}` });
    await page.goto('/widgets?q=kiosk');
    const column = page.getByRole('columnheader', { name: 'Description' });
    for (const [order, names] of [
      ['none', ['Kiosk 10', 'Kiosk 9', 'Kiosk 2']],
      ['ascending', ['Kiosk 2', 'Kiosk 9', 'Kiosk 10']],
      ['descending', ['Kiosk 10', 'Kiosk 9', 'Kiosk 2']],
      ['none', ['Kiosk 10', 'Kiosk 9', 'Kiosk 2']],
    ] as const) {
      await expect(column).toHaveAttribute('aria-sort', order);
      await expect(links(page)).toHaveText([...names]);
      await column.getByRole('button').click();
    }
  });
});

test('the export holds every matching row, and no cell that a spreadsheet would run', async ({ page, sandbox }) => {
  const formulas = ['=HYPERLINK("https://evil.example","Click")', '+1+1', '-2', '@SUM(A1)', 'Plain, with “quotes"'];
  for (const [index, description] of formulas.entries())
    await sandbox.seedWidget({ description, url: `https://csv-${index}.example.com`, locale_code: 'pl' });
  const ids = (await sandbox.widgets()).slice(-formulas.length).map(({ id }) => id);
  await page.goto('/widgets?q=csv-&size=25');
  await expect(links(page)).toHaveCount(formulas.length);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();

  const file = await download;
  expect(file.suggestedFilename()).toBe('widgets.csv');
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
  const rest = (index: number) => `https://csv-${index}.example.com,Polish,yes,,,0`;
  expect(lines).toEqual([
    '\uFEFFID,Description,URL,Locale,Enabled,Managers,Installed,Calls',
    `${ids[0]},"'=HYPERLINK(""https://evil.example"",""Click"")",${rest(0)}`,
    `${ids[1]},'+1+1,${rest(1)}`,
    `${ids[2]},'-2,${rest(2)}`,
    `${ids[3]},'@SUM(A1),${rest(3)}`,
    `${ids[4]},"Plain, with “quotes""",${rest(4)}`,
  ]);
});

test.describe('when things go wrong', () => {
  test('an account without widgets says what to do first', async ({ page, resetData }) => {
    await resetData('empty');
    await page.goto('/widgets');
    await expect(page.getByRole('heading', { name: 'No widgets yet' })).toBeVisible();
    await page.getByRole('link', { name: 'New widget' }).last().click();
    await expect(page.getByRole('heading', { level: 1, name: 'New widget' })).toBeVisible();
  });

  test('a list that cannot be read says why and is read again on request', async ({ page, sandbox }) => {
    await sandbox.arm(failure('status', 'widgets.list', { times: 3 }));
    await page.goto('/widgets');
    const error = page.getByRole('alert').filter({ hasText: 'The widgets could not be read' });
    await expect(error).toContainText('The disk of CallPage is full.');
    await error.getByRole('button', { name: 'Try again' }).click();
    await expect(links(page).first()).toBeVisible();
    await expect(error).toBeHidden();
  });

  test('a read that fails once is made again by itself', async ({ page, sandbox }) => {
    await sandbox.arm(failure('reset', 'widgets.list'));
    await page.goto('/widgets');
    await expect(links(page).first()).toBeVisible();
    await expect(page.getByRole('alert')).toBeHidden();
  });

  test('a read that is to come later is made again when CallPage said, not before', async ({ page, sandbox }) => {
    await sandbox.arm(failure('retry-after', 'widgets.list', { delayMs: 2000 }));
    await page.goto('/widgets');
    await expect(links(page).first()).toBeVisible();
    // By the browser's own clock: what it tells of its requests comes here when the machine has time for it.
    const reads = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('/widgets/all'))
        .map(({ startTime }) => startTime),
    );
    const [first = 0, second = 0, ...more] = reads;
    expect(second - first).toBeGreaterThanOrEqual(2000);
    expect(more).toEqual([]);
  });

  test('without a connection a banner says so, and the list stays', async ({ page, context, allowConsole }) => {
    allowConsole(/ERR_INTERNET_DISCONNECTED/);
    await page.goto('/widgets');
    await expect(links(page).first()).toBeVisible();
    const banner = page.getByRole('status').filter({ hasText: 'You are offline' });
    await expect(banner).toBeHidden();
    await context.setOffline(true);
    await expect(banner).toBeVisible();
    await expect(links(page).first()).toBeVisible();
    await context.setOffline(false);
    await expect(banner).toBeHidden();
  });
});

test.describe('300 widgets', () => {
  test.beforeEach(async ({ sandbox, resetData }) => {
    await resetData('empty');
    await sandbox.seedWidgets(300, (index) => ({
      description: `Shop ${index + 1}`,
      url: `https://shop-${index + 1}.example.com`,
    }));
  });

  test('the list is usable after its first page and tells how far it has been read', async ({ page, sandbox }) => {
    await sandbox.clearRequests();
    await sandbox.letPass('widgets.list');
    await sandbox.arm({ operation: 'widgets.list', kind: 'slow', delayMs: 4000 });
    await page.goto('/widgets');
    await expect(page.getByText('Reading 100 of 300 widgets…')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Export CSV' })).toBeDisabled();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(range(page, '26–50 of 100')).toBeVisible();

    await expect(status(page, 'All')).toHaveText('All 300', { timeout: 10_000 });
    await expect(range(page, '26–50 of 300')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Export CSV' })).toBeEnabled();
    expect((await sandbox.requests()).counts['widgets.list']).toBe(2);
  });

  test('where a later page cannot be read, what was read is shown as incomplete', async ({ page, sandbox }) => {
    for (const _attempt of [1, 2, 3]) {
      await sandbox.letPass('widgets.list');
      await sandbox.arm(failure('status', 'widgets.list'));
    }
    await page.goto('/widgets');
    const notice = page.getByRole('alert').filter({ hasText: 'it shows 100 widgets' });
    await expect(notice).toContainText('The disk of CallPage is full.');
    await expect(range(page, '1–25 of 100')).toBeVisible();
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(range(page, '1–25 of 300')).toBeVisible();
    await expect(notice).toBeHidden();
  });

  test('pages are walked, kept in the address, and come back where they were left', async ({ page }) => {
    await page.goto('/widgets?sort=description');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(links(page).first()).toHaveText('Shop 26');
    await expect(page).toHaveURL('/widgets?sort=description&page=2');
    await filter(page, 'Rows on a page').selectOption('100 rows');
    await expect(range(page, '1–100 of 300')).toBeVisible();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled();

    const low = page.getByRole('link', { name: 'Shop 290' });
    await low.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Shop 290' })).toBeVisible();
    await page.goBack();
    await expect(range(page, '201–300 of 300')).toBeVisible();
    await expect(low, 'the place on the page is kept').toBeInViewport();

    await page.goto('/widgets?page=99');
    await expect(range(page, '276–300 of 300')).toBeVisible();
    await page.getByRole('button', { name: 'Previous' }).click();
    await expect(range(page, '251–275 of 300')).toBeVisible();
    await expect(page).toHaveURL('/widgets?page=11');
  });

  test('all rows on one page draw only those near the window, down to the last', async ({ page }) => {
    await page.goto('/widgets?sort=description&size=0');
    await expect(range(page, '1–300 of 300')).toBeVisible();
    await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '301');
    await expect(links(page).first()).toHaveText('Shop 1');
    expect(await tableOf(page).getByRole('row').count()).toBeLessThan(60);
    await page.keyboard.press('End');
    await expect(page.getByRole('link', { name: 'Shop 300', exact: true })).toBeInViewport();
    expect(await tableOf(page).getByRole('row').count()).toBeLessThan(60);
    await expectRowVisible(tableOf(page), { Description: 'Shop 300' });
  });

  test('rows are selected one by one, as a range, a page and all that match', async ({ page }) => {
    const selected = (count: number) =>
      expect(page.getByRole('region', { name: 'Selected widgets' }).getByText(`${count} selected`)).toBeVisible();
    await page.goto('/widgets?sort=description');
    await tick(page, 'Shop 3').check();
    await selected(1);
    await tick(page, 'Shop 7').click({ modifiers: ['Shift'] });
    await selected(5);
    await expect(tick(page, 'Shop 5')).toBeChecked();
    await expect(tick(page, 'Shop 8')).not.toBeChecked();

    await page.getByRole('checkbox', { name: 'Select every row on this page' }).check();
    await selected(25);
    await page.getByRole('button', { name: 'Next' }).click();
    await selected(25);
    await page.getByRole('button', { name: 'Select all 300' }).click();
    await selected(300);
    await expect(tick(page, 'Shop 30')).toBeChecked();

    await search(page).fill('shop-29');
    await selected(11);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Selected widgets' })).toBeHidden();
  });
});
