import type { Page } from '@playwright/test';
import { failure, failures } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { nextBody } from './helpers.ts';
import type { Sandbox } from './sandbox.ts';

/** A widget that is enabled, and its switch in the list. */
async function openSwitch(page: Page, sandbox: Sandbox) {
  const widget = await sandbox.seedWidget({ description: 'Bakery' });
  await page.goto('/widgets?q=bakery');
  const toggle = page.getByRole('switch', { name: 'Bakery is enabled' });
  await expect(toggle).toBeChecked();
  const isEnabled = async () => (await sandbox.widget(widget.id)).enabled;
  return { widget, toggle, isEnabled };
}

test('a switch sends id, url and enabled, once, and nothing else', async ({ page, sandbox }) => {
  const { widget, toggle, isEnabled } = await openSwitch(page, sandbox);
  const sent = nextBody(page, 'widgets/update');
  await toggle.click();
  expect(await sent).toEqual({ id: widget.id, url: widget.url, enabled: false });
  await expect.poll(isEnabled).toBe(false);
  expect((await sandbox.requests()).counts['widgets.update']).toBe(1);
});

test('a switch shows what was meant while CallPage is slow, and stays so once it is confirmed', async ({
  page,
  sandbox,
}) => {
  const { toggle, isEnabled } = await openSwitch(page, sandbox);
  await sandbox.arm({ operation: 'widgets.update', kind: 'slow', delayMs: 2000 });
  await toggle.click();
  await expect(toggle).not.toBeChecked();
  expect(await isEnabled(), 'nothing has happened yet').toBe(true);

  await expect.poll(isEnabled).toBe(false);
  await expect(toggle).not.toBeChecked();
  await page.reload();
  await expect(toggle).not.toBeChecked();
});

for (const { kind, reason } of failures) {
  test(`a switch is rolled back with the reason when ${kind} strikes before the change`, async ({ page, sandbox }) => {
    const { toggle, isEnabled } = await openSwitch(page, sandbox);
    await sandbox.arm(failure(kind, 'widgets.update'));
    await toggle.click();

    const notice = page.getByRole('alert').filter({ hasText: 'Could not disable “Bakery”' });
    await expect(notice).toContainText(reason);
    await expect(toggle).toBeChecked();
    expect(await isEnabled()).toBe(true);
    expect((await sandbox.requests()).counts['widgets.update'], 'a change is not sent twice').toBe(1);

    await notice.getByRole('button', { name: 'Close notification' }).click();
    await toggle.click();
    await expect.poll(isEnabled).toBe(false);
    await expect(toggle).not.toBeChecked();
    await expect(notice).toBeHidden();
  });

  test(`a switch shows the truth and the reason when ${kind} strikes after the change`, async ({ page, sandbox }) => {
    const { toggle, isEnabled } = await openSwitch(page, sandbox);
    await sandbox.arm(failure(kind, 'widgets.update', { when: 'after' }));
    await toggle.click();

    await expect(page.getByRole('alert').filter({ hasText: reason })).toBeVisible();
    await expect(toggle).not.toBeChecked();
    expect(await isEnabled()).toBe(false);
    expect((await sandbox.requests()).counts['widgets.update']).toBe(1);
  });
}

test('a switch is rolled back with the reason when there is no connection', async ({
  page,
  sandbox,
  context,
  allowConsole,
}) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/);
  const { toggle, isEnabled } = await openSwitch(page, sandbox);
  await context.setOffline(true);
  await toggle.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Could not disable “Bakery”' })).toContainText('connection');
  await context.setOffline(false);
  await expect(toggle).toBeChecked();
  expect(await isEnabled()).toBe(true);
});

test('of many quick toggles the last one wins, and those it took back are not sent', async ({ page, sandbox }) => {
  const { toggle, isEnabled } = await openSwitch(page, sandbox);
  await sandbox.arm({ operation: 'widgets.update', kind: 'slow', delayMs: 1000 });
  await toggle.click();
  await expect.poll(async () => (await sandbox.requests()).counts).toMatchObject({ 'widgets.update': 1 });
  for (const meant of [true, false, true, false, true]) {
    await toggle.click();
    await expect(toggle).toBeChecked({ checked: meant });
  }
  // The first took the old value away, and the last brings it back.
  await expect.poll(async () => (await sandbox.requests()).counts).toMatchObject({ 'widgets.update': 2 });
  await expect.poll(isEnabled).toBe(true);
  await expect(toggle).toBeChecked();
});

test('the last of many quick toggles wins although one before it fails', async ({ page, sandbox }) => {
  const { toggle, isEnabled } = await openSwitch(page, sandbox);
  await sandbox.arm({ operation: 'widgets.get', kind: 'slow', delayMs: 1000 });
  await sandbox.arm(failure('status', 'widgets.update'));
  const asked = page.waitForRequest((request) => request.url().includes('widgets/get'));
  await toggle.click();
  await asked;
  await toggle.click();
  await toggle.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Could not disable “Bakery”' })).toBeVisible();
  await expect.poll(isEnabled).toBe(false);
  await expect(toggle).not.toBeChecked();
});

test('a switch works from the widget’s own page, and the list knows of it', async ({ page, sandbox }) => {
  const { toggle, isEnabled } = await openSwitch(page, sandbox);
  await page.getByRole('link', { name: 'Bakery' }).click();
  await sandbox.arm(failure('status', 'widgets.update'));
  await toggle.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Could not disable “Bakery”' })).toBeVisible();
  await expect(toggle).toBeChecked();

  await toggle.click();
  await expect(toggle).not.toBeChecked();
  await expect.poll(isEnabled).toBe(false);
  await page.goBack();
  await expect(page.getByRole('table', { name: 'Widgets' })).toBeVisible();
  await expect(toggle).not.toBeChecked();
});
