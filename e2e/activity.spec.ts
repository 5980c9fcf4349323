import { readFile } from 'node:fs/promises';
import { type Browser, type Page, request } from '@playwright/test';
import { seedTeam } from './calls-data.ts';
import { failure } from './faults.ts';
import { expect, type Role, signIn, test } from './fixtures.ts';
import { dumpFile } from './global-setup.ts';
import { expectNoAxeViolations, tabAndPress, tabTo } from './helpers.ts';
import { People } from './people.ts';
import type { SandboxWidget } from './sandbox.ts';
import { type RunningServer, startServer } from './server-process.ts';

const entries = (page: Page) => page.getByRole('main').getByRole('listitem');
const entry = (page: Page, text: string | RegExp) => entries(page).filter({ hasText: text });
const filter = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const found = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

/** Opens one act and gives it. */
async function opened(page: Page, text: string | RegExp) {
  const one = entry(page, text);
  await one.getByRole('button', { name: /^Details: / }).click();
  return one;
}

/** The rows of what an act changed, cell by cell. */
async function changesOf(page: Page, text: string | RegExp) {
  const rows = (await opened(page, text)).getByRole('table', { name: 'What changed' }).getByRole('row');
  await rows.first().waitFor();
  return rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
}

/** Does something as this demo person does it, whatever the answer. */
async function act({ url }: RunningServer, role: Role, path: string, data: object): Promise<void> {
  const api = await request.newContext({ baseURL: url, storageState: await signIn(url, role) });
  await api.post(`/api/v1/external/${path}`, { data, headers: { Origin: url, 'X-CallPage-Console': '1' } });
  await api.dispose();
}

const rename = (server: RunningServer, { id, url }: SandboxWidget, description: string) =>
  act(server, 'operator', 'widgets/update', { id, url, description });

test.describe('an act', () => {
  test('that was done in the browser reads as a sentence, with what was there before and after', async ({
    page,
    sandbox,
  }) => {
    const widget = await sandbox.seedWidget({ description: 'Corner shop', locale_code: 'pl', enabled: true });
    await page.goto(`/widgets/${widget.id}/edit`);
    await page.getByRole('textbox', { name: 'Description' }).fill('Corner shop, closing');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { name: 'Corner shop, closing' })).toBeVisible();
    await page.getByRole('link', { name: 'Activity' }).click();

    const newest = entries(page).first();
    await expect(newest).toContainText('Olivia Operator changed the description of the widget “Corner shop, closing”');
    await expect(newest).toContainText('Done');
    expect(await changesOf(page, '“Corner shop, closing”')).toEqual([
      ['Field', 'Before', 'After'],
      ['Description', 'Corner shop', 'Corner shop, closing'],
    ]);
    await expect(newest).toContainText('Sent along without a change: Address');
    await expect(newest).toContainText('HTTP 200 after');
    await expect(newest).toContainText('"description": "Corner shop, closing"');

    await newest.getByRole('link', { name: '“Corner shop, closing”' }).click();
    await expect(page).toHaveURL(`/widgets/${widget.id}`);
  });

  test('that CallPage refused is failed, one whose answer was lost is unknown, and neither claims to be done', async ({
    page,
    sandbox,
  }) => {
    const { id } = await sandbox.seedWidget({ description: 'Corner shop', enabled: true });
    await page.goto(`/widgets/${id}`);
    const toggle = page.getByRole('switch', { name: 'Enabled' });
    await sandbox.arm(failure('status', 'widgets.update', { status: 422 }));
    await toggle.click();
    await expect(page.getByText('Could not disable “Corner shop”')).toBeVisible();
    await sandbox.arm(failure('reset', 'widgets.update', { when: 'after' }));
    await toggle.click();
    await expect(page.getByText('Could not disable “Corner shop”')).toHaveCount(2);
    await page.getByRole('link', { name: 'History' }).click();

    const refused = await opened(page, 'Failed');
    await expect(refused).toContainText('Olivia Operator tried to disable the widget “Corner shop”');
    await expect(refused).toContainText('The disk of CallPage is full.');
    await expect(refused).toContainText('HTTP 422');
    await expect(refused).toContainText('Nothing was changed.');
    await expect(refused.getByRole('columnheader')).toHaveText(['Field', 'Before', 'Asked for']);

    const lost = await opened(page, 'Unknown');
    await expect(lost).toContainText('Olivia Operator may have disabled the widget “Corner shop”');
    await expect(lost).toContainText('no answer tells whether it was done');
    await expect(lost.getByRole('columnheader')).toHaveText(['Field', 'Before', 'Asked for']);
    await expect(entries(page)).toHaveCount(2);
  });

  test('that is under way is pending, and turns to done by itself', async ({ page, sandbox, server }) => {
    const widget = await sandbox.seedWidget({ description: 'Corner shop' });
    await sandbox.arm({ operation: 'widgets.update', kind: 'slow', delayMs: 6000, matchId: widget.id });
    const renamed = rename(server, widget, 'Renamed');
    await expect.poll(async () => (await sandbox.requests()).counts['widgets.update']).toBe(1);
    await page.goto(`/widgets/${widget.id}/history`);
    await expect(entry(page, 'Pending')).toContainText('Olivia Operator is trying to save the widget “Corner shop”');
    await renamed;
    await expect(entry(page, 'Done')).toContainText('Olivia Operator changed the description');
  });

  test('on what is gone names it as it was, and leads to its history', async ({ page, sandbox, server }) => {
    const widget = await sandbox.seedWidget({ description: 'Pop-up stall' });
    await act(server, 'operator', 'managers/create', { widget_id: widget.id, user_id: 6, enabled: true });
    await act(server, 'operator', 'widgets/delete', { id: widget.id });
    await page.goto('/activity');
    await expect(entries(page).nth(1)).toContainText(`to the widget ${widget.id}`);
    await entries(page)
      .first()
      .getByRole('link', { name: `“Pop-up stall” (${widget.id})` })
      .click();
    await expect(page).toHaveURL(`/activity?widget=${widget.id}`);
    await expect(entries(page)).toHaveCount(2);
    expect(await changesOf(page, 'deleted')).toContainEqual(['Description', 'Pop-up stall']);
    await page.getByRole('button', { name: `Widget ${widget.id} only: show every one` }).click();
    await expect(page).toHaveURL('/activity');
  });

  test('of calling somebody says through which widget, and keeps no more than the end of the number', async ({
    page,
    sandbox,
    server,
  }) => {
    const { id } = await seedTeam(sandbox, { description: 'Corner shop' });
    await act(server, 'support', 'widgets/call-or-schedule', { id, tel: '+48600345678' });
    await page.goto(`/activity?widget=${id}`);
    const one = await opened(page, 'Sam Support requested a callback to •••678 through the widget “Corner shop”');
    await expect(one).toContainText('No second call was asked for');
    await expect(one.getByRole('link', { name: /^call \d+$/ })).toHaveAttribute('href', /\/calls\/\d+/);
    const csv = await (await page.request.get(`/activity/csv?widget_id=${id}`)).text();
    expect((await page.getByRole('main').innerText()) + csv).not.toContain('345');
    expect(csv).toContain('•••678');
  });

  test('on people says whom it was about', async ({ page, server }) => {
    const people = new People(server);
    const { id } = await people.make('support', { name: 'Grace Trail' });
    await people.post('/auth/people/update', { id, active: false });
    await page.goto('/activity?entity=people');
    await expect(entry(page, 'Olivia Operator deactivated Grace Trail')).toBeVisible();
    expect(await changesOf(page, 'deactivated Grace Trail')).toContainEqual(['Active', 'Yes', 'No']);
  });
});

test.describe('the trail', () => {
  test('is filtered by person, thing, action, state and days, which the address keeps', async ({
    page,
    sandbox,
    server,
  }) => {
    const widget = await seedTeam(sandbox, { description: 'Corner shop' });
    await rename(server, widget, 'Corner shop');
    await act(server, 'support', 'widgets/call', { id: widget.id, tel: '+48600111222', manager_id: 999 });
    await act(server, 'operator', 'managers/delete', { widget_id: widget.id, user_id: 1 });
    await page.goto(`/activity?widget=${widget.id}`);
    await expect(entries(page)).toHaveCount(3);

    await filter(page, 'Person').selectOption('Sam Support');
    await expect(entries(page)).toHaveCount(1);
    await expect(entries(page)).toContainText('tried to request an immediate callback');
    await filter(page, 'Person').selectOption('Person: anybody');
    await filter(page, 'State').selectOption('Failed');
    await expect(found(page, '1 act')).toBeVisible();
    await filter(page, 'State').selectOption('State: any');
    await filter(page, 'About').selectOption('Managers');
    await expect(entries(page)).toContainText(['Olivia Operator removed']);
    await filter(page, 'Action').selectOption('Manager assigned');
    await expect(page.getByRole('heading', { name: 'No act matches' })).toBeVisible();

    await page.goBack();
    await expect(entries(page)).toHaveCount(1);
    await page.reload();
    await expect(filter(page, 'About')).toHaveValue('managers');
    await expect(entries(page)).toHaveCount(1);
    // Another thing has other actions.
    await filter(page, 'Action').selectOption('Manager removed');
    await filter(page, 'About').selectOption('Widgets');
    await expect(filter(page, 'Action')).toHaveValue('');
    await expect(entries(page)).toHaveCount(2);

    await page.getByLabel('To', { exact: true }).fill('2020-01-31');
    await expect(page.getByRole('heading', { name: 'No act matches' })).toBeVisible();
    await page.getByLabel('From', { exact: true }).fill('2020-02-01');
    await expect(page.getByText('The first day is after the last one.')).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await expect(page).toHaveURL('/activity');
    await expect(entries(page).first()).toContainText('Olivia Operator removed');
  });

  test('is read one page at a time, the newest first', async ({ page, sandbox, server }) => {
    const widget = await sandbox.seedWidget({ description: 'Corner shop' });
    for (let n = 1; n <= 27; n += 1) await rename(server, widget, `Name ${n}`);
    await page.goto(`/widgets/${widget.id}/history`);
    await expect(entries(page)).toHaveCount(25);
    await expect(page.getByText('1–25 of 27')).toBeVisible();
    await entries(page).first().getByRole('button').click();
    await expect(entries(page).first().getByRole('row').last()).toHaveText('DescriptionName 26Name 27');

    await page.getByRole('button', { name: 'Next' }).click();
    await expect(entries(page)).toHaveCount(2);
    await expect(page).toHaveURL(/page=2/);
    await page.getByRole('combobox', { name: 'Rows on a page' }).selectOption('50 rows');
    await expect(entries(page)).toHaveCount(27);
    await page.goto(`/widgets/${widget.id}/history?page=9`);
    await page.getByRole('button', { name: 'Go to the first page' }).click();
    await expect(entries(page)).toHaveCount(25);
  });

  test('is exported as it is filtered', async ({ page, sandbox, server }) => {
    const [shop, other] = [
      await sandbox.seedWidget({ description: 'Corner shop' }),
      await sandbox.seedWidget({ description: 'Another one' }),
    ];
    await rename(server, shop, '=HYPERLINK("https://evil.example")');
    await rename(server, other, 'Not asked for');
    await page.goto(`/activity?widget=${shop.id}`);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('activity.csv');
    const [header = '', ...lines] = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(header).toMatch(/^\uFEFFid,at,finished_at,person,operation,state/);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/,Olivia Operator,widgets\.update,done,200,/);
    expect(lines[0]).toContain('Corner shop');
  });

  test('that cannot be read says why and is read again', async ({ page, sandbox, server }) => {
    const widget = await sandbox.seedWidget();
    await rename(server, widget, 'Corner shop');
    const message = 'The database of the console is full.';
    await sandbox.arm({ operation: 'GET /activity/acts', kind: 'status', message, times: 99 });
    await page.goto('/activity');
    const alert = page.getByRole('alert').filter({ hasText: 'The activity could not be read' });
    await expect(alert).toContainText('The database of the console is full.');
    await expectNoAxeViolations(page);
    await sandbox.clearFaults();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(entries(page).first()).toContainText('Corner shop');
  });

  test('before anything was done says what will be there', async ({ browser }) => {
    const { url, stop } = await startServer(dumpFile);
    const context = await browser.newContext({ baseURL: url, storageState: await signIn(url, 'operator') });
    const page = await context.newPage();
    await page.goto('/activity');
    await expect(page.getByRole('heading', { name: 'Nothing was done yet' })).toBeVisible();
    await expect(filter(page, 'State')).toHaveCount(0);
    await expectNoAxeViolations(page);
    await context.close();
    await stop();
  });
});

test.describe('the history', () => {
  test('of a widget is a tab of its page, with what was done to it and nothing else', async ({
    page,
    sandbox,
    server,
  }) => {
    const [shop, other] = [
      await sandbox.seedWidget({ description: 'Corner shop' }),
      await sandbox.seedWidget({ description: 'Another one' }),
    ];
    await page.goto(`/widgets/${shop.id}`);
    await page.getByRole('navigation', { name: 'Widget' }).getByRole('link', { name: 'History' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing was done here yet' })).toBeVisible();
    await rename(server, other, 'Not here');
    await rename(server, shop, 'Corner shop, open');
    // Another browser did it: the page hears of it.
    await expect(entries(page)).toHaveCount(1);
    await expect(entries(page)).toContainText('changed the description of the widget “Corner shop, open”');
    await page.getByRole('link', { name: 'Filter in Activity' }).click();
    await expect(page).toHaveURL(`/activity?widget=${shop.id}`);
    await expect(entries(page)).toHaveCount(1);
  });

  test('of a manager is a tab beside the hours', async ({ page, sandbox, server }) => {
    const { id } = await seedTeam(sandbox, { description: 'Corner shop' }, [{ user_id: 6 }, { user_id: 1 }]);
    await act(server, 'operator', 'managers/delete', { widget_id: id, user_id: 1 });
    await page.goto(`/widgets/${id}/managers/6`);
    await page.getByRole('switch', { name: /is enabled|Enabled/ }).click();
    await page.getByRole('navigation', { name: 'Manager' }).getByRole('link', { name: 'History' }).click();
    await expect(page.getByRole('heading', { name: /^History of / })).toBeVisible();
    await expect(entries(page)).toHaveCount(1);
    await expect(entries(page)).toContainText('Olivia Operator disabled');
    expect(await changesOf(page, 'disabled')).toEqual([
      ['Field', 'Before', 'After'],
      ['Enabled', 'Yes', 'No'],
    ]);
    await expect(entries(page)).toContainText('Sent along without a change: Hours');
    await page.getByRole('link', { name: 'Hours', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Save hours' })).toBeVisible();
  });
});

test.describe('who is no operator', () => {
  for (const role of ['support', 'manager'] as const) {
    test(`finds neither the trail nor a history (${role})`, async ({ browser, server, allowConsole }) => {
      allowConsole(/^Failed to load resource: /);
      const page = await openPage(browser, server, role);
      await page.goto('/widgets/1');
      await expect(page.getByRole('link', { name: 'Overview' })).toBeVisible();
      await expect(page.getByRole('link', { name: 'History' })).toHaveCount(0);
      await expect(page.getByRole('link', { name: 'Activity' })).toHaveCount(0);
      for (const path of ['/activity', '/widgets/1/history', '/widgets/1/managers/15/history']) {
        await page.goto(path);
        await expect(page.getByRole('heading', { name: 'You cannot open this page' })).toBeVisible();
      }
      for (const path of ['/activity/acts', '/activity/csv']) {
        expect((await page.request.get(path)).status()).toBe(403);
      }
    });
  }
});

async function openPage(browser: Browser, { url }: RunningServer, role: Role): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, storageState: await signIn(url, role) });
  return context.newPage();
}

test('the trail is read by keyboard alone', async ({ page, sandbox, server }) => {
  const widget = await sandbox.seedWidget({ description: 'Corner shop' });
  await rename(server, widget, 'Corner shop, open');
  await page.goto('/activity');
  await entries(page).first().waitFor();
  await tabTo(filter(page, 'About'));
  await page.keyboard.type('Wid');
  await expect(page).toHaveURL('/activity?entity=widgets');
  const details = entries(page)
    .first()
    .getByRole('button', { name: /^Details: Olivia Operator changed/ });
  await tabAndPress(details);
  await expect(details).toHaveAttribute('aria-expanded', 'true');
  await expect(entries(page).first().getByRole('table')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(entries(page).first().getByRole('table')).toHaveCount(0);
  await tabAndPress(entries(page).first().getByRole('link', { name: '“Corner shop, open”' }));
  await expect(page).toHaveURL(`/widgets/${widget.id}`);
});

for (const width of [1280, 360]) {
  test(`the trail and a history fit and pass axe at ${width} px, opened too`, async ({ page, sandbox, server }) => {
    await page.setViewportSize({ width, height: 800 });
    const widget = await seedTeam(sandbox, { description: 'Corner shop', settings: [{ color: 'red' }] });
    await rename(server, widget, 'Corner shop that never closes');
    await act(server, 'operator', 'widgets/update', { ...widget, settings: [{ color: 'blue' }], description: '' });
    await act(server, 'operator', 'widgets/update', { id: widget.id, url: 'no address' });
    await act(server, 'support', 'widgets/call-or-schedule', { id: widget.id, tel: '+48600333444' });
    for (const path of [`/activity?widget=${widget.id}`, `/widgets/${widget.id}/history`]) {
      await page.goto(path);
      await expect(entries(page)).toHaveCount(4);
      if (path.endsWith('history')) await expect(page.getByRole('link', { name: 'History' })).toBeInViewport();
      for (const one of await entries(page).getByRole('button').all()) await one.click();
      await expect(page.getByRole('table')).toHaveCount(4);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, 'pixels to scroll sideways').toBe(0);
      await expectNoAxeViolations(page);
    }
    await page.goto('/activity?state=pending&widget=1');
    await page.getByRole('heading', { name: 'No act matches' }).waitFor();
    await expectNoAxeViolations(page);
  });
}
