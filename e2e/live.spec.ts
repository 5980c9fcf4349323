import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { seedTeam } from './calls-data.ts';
import { expect, type Role, signIn, test } from './fixtures.ts';
import { dumpFile } from './global-setup.ts';
import { row } from './helpers.ts';
import { openAs, People } from './people.ts';
import { type RunningServer, startServer } from './server-process.ts';

const widgets = (page: Page) => page.getByRole('table', { name: 'Widgets' });
const enabled = (page: Page, name: string) => page.getByRole('switch', { name: `${name} is enabled` });

/** A second browser, in which this demo person is signed in and listens. */
async function elsewhere(browser: Browser, { url }: RunningServer, role: Role, path: string): Promise<Page> {
  const context = await browser.newContext({ storageState: await signIn(url, role) });
  const page = await context.newPage();
  await open(page, path);
  return page;
}

/** Opens a page and waits until it hears of changes. */
async function open(page: Page, path: string): Promise<void> {
  const listens = page.waitForResponse((response) => new URL(response.url()).pathname === '/events');
  await page.goto(path);
  await listens;
}

test('a switch in one browser is seen in another', async ({ page, browser, server, sandbox }) => {
  await sandbox.seedWidget({ description: 'Seen twice', enabled: true });
  await page.goto('/widgets?q=twice');
  const there = await elsewhere(browser, server, 'operator', '/widgets?q=twice');
  const watcher = await elsewhere(browser, server, 'support', '/widgets?q=twice');
  await expect(enabled(there, 'Seen twice')).toBeChecked();
  await expect(row(widgets(watcher), 'Seen twice')).toContainText('Enabled');
  await sandbox.clearRequests();

  await enabled(page, 'Seen twice').click();
  await expect(enabled(there, 'Seen twice')).not.toBeChecked();
  await expect(row(widgets(watcher), 'Seen twice')).toContainText('Disabled');
  // One widget is read once before it is changed, and again by each of the three; the list by none.
  const counts = async () => (await sandbox.requests()).counts;
  await expect.poll(counts).toMatchObject({ 'widgets.update': 1, 'widgets.get': 4 });
  expect(await counts()).not.toHaveProperty('widgets.list');
});

test('a widget that is made or deleted in one browser comes to and goes from the list of another', async ({
  page,
  browser,
  server,
}) => {
  await page.goto('/widgets/new');
  const there = await elsewhere(browser, server, 'support', '/widgets?q=brand-new');
  await expect(there.getByText('No widget matches')).toBeVisible();
  await page.getByRole('textbox', { name: 'URL' }).fill('brand-new.example');
  await page.getByRole('textbox', { name: 'Description' }).fill('Brand-new site');
  await page.getByRole('button', { name: 'Create widget' }).click();
  await expect(row(widgets(there), 'Brand-new site')).toBeVisible();

  await page.goto('/widgets?q=brand-new');
  await widgets(page).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('brand-new.example');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(there.getByText('No widget matches')).toBeVisible();
});

test('what happened while the connection was gone is there when it is back', async ({
  page,
  context,
  browser,
  server,
  sandbox,
  allowConsole,
}) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/);
  const { id } = await sandbox.seedWidget({ description: 'Behind the gap', enabled: true });
  await open(page, '/widgets?q=gap');
  await expect(enabled(page, 'Behind the gap')).toBeChecked();
  const there = await elsewhere(browser, server, 'operator', '/widgets?q=gap');

  // In the background a page listens to nothing.
  await setVisible(page, false);
  await enabled(there, 'Behind the gap').click();
  await expect(enabled(there, 'Behind the gap')).not.toBeChecked();
  await expect(enabled(page, 'Behind the gap')).toBeChecked();
  await setVisible(page, true);
  await expect(enabled(page, 'Behind the gap')).not.toBeChecked();

  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await enabled(there, 'Behind the gap').click();
  await expect.poll(async () => (await sandbox.widget(id)).enabled).toBe(true);
  await context.setOffline(false);
  await expect(page.getByText('You are offline.')).toBeHidden();
  await expect(enabled(page, 'Behind the gap')).toBeChecked();
});

/** Tells the page that it went to the background, or came to the front. */
async function setVisible(page: Page, visible: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    visible ? 'visible' : 'hidden',
  );
}

test('another role is mirrored while the page is open', async ({ browser, server }) => {
  const people = new People(server);
  const person = await people.make('support');
  const page = await openAs(browser, person, '/widgets');
  await open(page, '/widgets');
  const nav = page.getByRole('navigation', { name: 'Main' });
  await expect(nav.getByRole('link', { name: 'SMS' })).toBeHidden();
  await people.post('/auth/people/update', { id: person.id, role: 'operator' });
  await expect(nav.getByRole('link', { name: 'SMS' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'New widget' })).toBeVisible();
});

test('who becomes another user of CallPage sees what is theirs now, and nothing of before', async ({
  browser,
  server,
  sandbox,
}) => {
  const [ones, others] = [
    await seedTeam(sandbox, { description: 'The one’s' }, [{ user_id: 1 }]),
    await seedTeam(sandbox, { description: 'The other’s' }, [{ user_id: 3 }]),
  ];
  const people = new People(server);
  const person = await people.make('manager', { user_id: 1 });
  const page = await openAs(browser, person, '/widgets');
  await open(page, '/widgets');
  await expect(row(widgets(page), ones.description ?? '')).toBeVisible();
  await expect(row(widgets(page), others.description ?? '')).toHaveCount(0);
  await people.post('/auth/people/update', { id: person.id, user_id: 3 });
  await expect(row(widgets(page), others.description ?? '')).toBeVisible();
  await expect(row(widgets(page), ones.description ?? '')).toHaveCount(0);
  await people.post('/auth/people/update', { id: person.id, role: 'support' });
  await expect(row(widgets(page), ones.description ?? '')).toBeVisible();
});

test('what happened between a page’s first look and its first word from the server is made up for', async ({
  browser,
  server,
  sandbox,
}) => {
  const { id } = await sandbox.seedWidget({ description: 'As it was', url: 'https://late.example' });
  const others = await seedTeam(sandbox, { description: 'The other’s' }, [{ user_id: 3 }]);
  const people = new People(server);
  const person = await people.make('manager', { user_id: 1 });
  // In the background they listen to nothing.
  const reads = await inBackground(await openAs(browser, await people.make('support'), '/widgets'), '/widgets?q=late');
  const manages = await inBackground(await openAs(browser, person, '/widgets'), '/widgets');
  await expect(row(widgets(reads), 'As it was')).toBeVisible();
  await expect(manages.getByRole('heading', { level: 1 })).toHaveText('Widgets');

  await people.post('/auth/people/update', { id: person.id, user_id: 3 });
  await setVisible(manages, true);
  await expect(row(widgets(manages), others.description ?? '')).toBeVisible();

  const update = { id, url: 'https://late.example', description: 'As it is' };
  await people.post('/api/v1/external/widgets/update', update);
  await setVisible(reads, true);
  await expect(row(widgets(reads), 'As it is')).toBeVisible();
});

/** Opens a page that was never in front. */
async function inBackground(page: Page, path: string): Promise<Page> {
  await page.addInitScript(() =>
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' }),
  );
  await page.goto(path);
  return page;
}

test('a widget that somebody is assigned to comes to their list', async ({ browser, server, sandbox }) => {
  const { id } = await sandbox.seedWidget({ description: 'Newly theirs' });
  const people = new People(server);
  const page = await openAs(browser, await people.make('manager', { user_id: 3 }), '/widgets');
  await open(page, '/widgets');
  await expect(widgets(page)).toBeVisible();
  await people.post('/api/v1/external/widgets/add-users', { id, user_id: 3 });
  await expect(row(widgets(page), 'Newly theirs')).toBeVisible();
});

test('a server that is gone is told, and when another version comes back, that too', async ({ browser }) => {
  const first = await startServer(dumpFile);
  const context = await browser.newContext({ storageState: await signIn(first.url, 'operator') });
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, `${first.url}/widgets`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Widgets');
  await first.stop();
  await expect(page.getByText('The console’s server cannot be reached.')).toBeVisible();

  const newer = await mkdtemp(path.join(tmpdir(), 'console-newer-'));
  await cp('dist', newer, { recursive: true });
  await appendFile(path.join(newer, 'index.html'), '<!-- newer -->');
  const second = await startServer(dumpFile, { DIST: newer, GATEWAY_PORT: new URL(first.url).port });
  // Its sessions are on no disk: the person signs in again, on the page of the former version.
  await page.getByRole('button', { name: 'Go on as Operator' }).click({ timeout: 30_000 });
  await expect(page.getByText('The console’s server cannot be reached.')).toBeHidden();
  const told = page.getByText('A new version of the console is available.');
  await expect(told).toBeVisible();
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(told).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Widgets');
  await context.close();
  await second.stop();
  await rm(newer, { recursive: true });
});

test('what an open page reads with nobody in front of it does not keep the session alive', async ({ page }) => {
  await page.clock.install();
  await page.goto('/calls');
  await expect(page.getByRole('table', { name: 'Calls' })).toBeVisible();
  const marked = async (milliseconds: number) => {
    const asked = page.waitForRequest((request) => request.url().includes('calls/history'));
    await page.clock.runFor(milliseconds);
    return (await (await asked).allHeaders())['x-callpage-away'] !== undefined;
  };
  expect(await marked(6000), 'a moment after it was opened').toBe(false);
  await page.clock.fastForward(180_000);
  expect(await marked(6000), 'after three minutes').toBe(true);
  await page.mouse.move(200, 200);
  expect(await marked(6000), 'when somebody is back').toBe(false);
});

test('a page that was signed in again hears of changes again', async ({
  page,
  browser,
  server,
  sandbox,
  allowConsole,
}) => {
  allowConsole(/401/);
  await sandbox.seedWidget({ description: 'Heard again', enabled: true });
  await open(page, '/widgets?q=heard');
  await new People(server).post('/auth/people/end-session', { id: 'demo-operator' });
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  const listens = page.waitForResponse((response) => new URL(response.url()).pathname === '/events' && response.ok());
  await dialog.getByRole('button', { name: 'Go on as Operator' }).click();
  await listens;
  const there = await elsewhere(browser, server, 'operator', '/widgets?q=heard');
  await enabled(there, 'Heard again').click();
  await expect(enabled(page, 'Heard again')).not.toBeChecked();
});
