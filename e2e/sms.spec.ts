import type { Page } from '@playwright/test';
import { z } from 'zod';
import { failure, failures } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { expectFieldError, expectNoAxeViolations, nextBody, tabAndPress, tabAndType, tabTo } from './helpers.ts';
import type { Sandbox } from './sandbox.ts';

const Sms = z.object({
  message_id: z.string(),
  enabled: z.boolean(),
  text: z.string(),
  updated_at: z.string().nullable(),
});

const readSms = async (sandbox: Sandbox, widgetId: number) =>
  z.array(Sms).parse(await sandbox.call('sms.list', { widget_id: widgetId }));

async function sms(sandbox: Sandbox, widgetId: number, id: string) {
  const message = (await readSms(sandbox, widgetId)).find(({ message_id }) => message_id === id);
  if (!message) throw new Error(`The sandbox lists no ${id}.`);
  return message;
}

const scheduled = 'visitor.call-scheduled';
const afterCall = 'visitor.dial-completed';
const custom = 'Hello from :company_name';

const item = (page: Page, name: string) =>
  page.getByRole('list', { name: 'SMS messages' }).getByRole('listitem').filter({ hasText: name });
const editor = (widgetId: number, id = scheduled) => `/widgets/${widgetId}/sms/edit?message=${id}`;
const text = (page: Page) => page.getByRole('textbox', { name: 'Text' });
const customise = (sandbox: Sandbox, widgetId: number, id = scheduled, enabled = true) =>
  sandbox.call('sms.update', { widget_id: widgetId, message_id: id, text: custom, enabled });

test('the page asks for the widget first, keeps it in the address, and lists what the API lists', async ({
  page,
  sandbox,
}) => {
  const widget = await sandbox.seedWidget({ description: 'Bakery' });
  await page.goto('/sms');
  await expect(page.getByRole('heading', { name: 'Choose a widget' })).toBeVisible();
  expect((await sandbox.requests()).counts).not.toHaveProperty('sms.list');

  await page.getByRole('combobox', { name: 'Widget' }).fill('bak');
  await page.getByRole('option', { name: /^Bakery/ }).click();
  await expect(page).toHaveURL(`/sms?widget=${widget.id}`);
  await expect(page.getByRole('list', { name: 'SMS messages' }).getByRole('heading')).toHaveText([
    'Visitor: after a call',
    'Visitor: call scheduled',
    'Visitor: scheduled call cancelled',
    'Visitor: after an incoming call',
    'Manager: after a call',
    'User: complaint about a missed call',
  ]);
  await page.reload();
  await expect(item(page, 'Visitor: after a call')).toContainText('You talked to :name from :company_name');
});

test('the statistics are filters', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget();
  await page.goto(`/widgets/${id}/sms`);
  const items = page.getByRole('list', { name: 'SMS messages' }).getByRole('listitem');
  await page.getByRole('button', { name: 'Disabled 2' }).click();
  await expect(items).toHaveCount(2);
  await page.getByRole('button', { name: 'Enabled 4' }).click();
  await expect(items).toHaveCount(4);
  await page.reload();
  await expect(items).toHaveCount(4);
  const messages = await readSms(sandbox, id);
  expect(messages.filter(({ enabled }) => enabled)).toHaveLength(4);
});

test('a switch sends the text along: created for a default, updated for a customised message', async ({
  page,
  sandbox,
}) => {
  const { id } = await sandbox.seedWidget();
  const standard = await sms(sandbox, id, scheduled);
  await page.goto(`/widgets/${id}/sms`);
  const toggle = page.getByRole('switch', { name: 'Visitor: call scheduled is enabled' });
  const created = nextBody(page, 'sms/create');
  await toggle.click();
  expect(await created).toEqual({ widget_id: id, message_id: scheduled, text: standard.text, enabled: false });
  await expect(item(page, 'Visitor: call scheduled')).toContainText('Changed');

  // The text changes elsewhere after the page was read: the switch sends the new one.
  await customise(sandbox, id, scheduled, false);
  const updated = nextBody(page, 'sms/update');
  await toggle.click();
  expect(await updated).toEqual({ widget_id: id, message_id: scheduled, text: custom, enabled: true });
  await expect.poll(() => sms(sandbox, id, scheduled)).toMatchObject({ text: custom, enabled: true });
});

for (const { kind, reason } of failures) {
  test(`a switch is rolled back with the reason when ${kind} strikes`, async ({ page, sandbox }) => {
    const { id } = await sandbox.seedWidget();
    await page.goto(`/widgets/${id}/sms`);
    const toggle = page.getByRole('switch', { name: 'Visitor: call scheduled is enabled' });
    await sandbox.arm(failure(kind, 'sms.create'));
    await toggle.click();
    const notice = page.getByRole('alert').filter({ hasText: 'Could not switch “Visitor: call scheduled” off' });
    await expect(notice).toContainText(reason);
    await expect(toggle).toBeChecked();
    expect(await sms(sandbox, id, scheduled)).toMatchObject({ enabled: true, updated_at: null });
  });
}

test('the last intent wins when a switch is pressed again and again, and what it took back is not sent', async ({
  page,
  sandbox,
}) => {
  const { id } = await sandbox.seedWidget();
  await page.goto(`/widgets/${id}/sms`);
  const toggle = page.getByRole('switch', { name: 'Visitor: call scheduled is enabled' });
  await sandbox.arm({ operation: 'sms.create', kind: 'slow', delayMs: 800 });
  await toggle.click();
  await expect.poll(async () => (await sandbox.requests()).counts).toMatchObject({ 'sms.create': 1 });
  await toggle.click();
  await toggle.click();
  await expect(toggle).not.toBeChecked();
  await expect.poll(async () => (await sandbox.requests()).counts).toMatchObject({ 'sms.update': 1 });
  await expect.poll(async () => (await sms(sandbox, id, scheduled)).enabled).toBe(false);
  await expect(toggle).not.toBeChecked();
});

test('a text is written with variables, previewed and saved', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget({ url: 'https://bakery.example.com', description: 'Bakery' });
  await sandbox.call('widgets.addUsers', { id, user_id: 4 });
  await page.goto(`/widgets/${id}/sms`);
  await item(page, 'Visitor: call scheduled').getByRole('link').click();

  await text(page).fill('Hi, see you');
  await text(page).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(2, 2));
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await expect(text(page)).toHaveValue('Hi :name, see you');
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('!');
  await expect(text(page)).toHaveValue('Hi :name!, see you');
  await page.keyboard.press('End');
  await page.getByRole('button', { name: 'Web address' }).click();
  await expect(text(page)).toHaveValue('Hi :name!, see you :url');
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText(
    'Hi Marcus Reed!, see you https://bakery.example.com',
  );
  await expect(text(page)).toHaveAccessibleDescription(/23 of 240 characters 1 SMS/);

  const sent = nextBody(page, 'sms/create');
  await page.getByRole('button', { name: 'Save text' }).click();
  const saved = { message_id: scheduled, text: 'Hi :name!, see you :url', enabled: true };
  expect(await sent).toEqual({ widget_id: id, ...saved });
  await expect(item(page, 'Visitor: call scheduled')).toContainText('Hi :name!, see you :url');
  expect(await sms(sandbox, id, scheduled)).toMatchObject(saved);
});

test('what is no variable is flagged, and changed by one click', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget();
  await page.goto(editor(id));
  await text(page).fill('Call :phone or :order');
  const notice = page.getByRole('status').filter({ hasText: 'are no variables' });
  await expect(notice).toContainText(':phone, :order are no variables and are sent as written');
  await notice.getByRole('button', { name: 'Change :phone to :tel' }).click();
  await expect(text(page)).toHaveValue('Call :tel or :order');
  await expect(page.getByText(':order is no variable and is sent as written')).toBeVisible();
});

test('what makes an SMS shorter is marked, and replaced by one click', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget({ locale_code: 'pl', description: 'Bakery' });
  await page.goto(editor(id));
  const long = `Zażółć – „gęślą jaźń” ${'a'.repeat(60)}`;
  await text(page).fill(long);
  await expect(text(page)).toHaveAccessibleDescription(/82 of 240 characters 2 SMS .* in Unicode/);
  const notice = page.getByRole('status').filter({ hasText: 'Special characters' });
  await expect(notice).toContainText('ż → z');
  await notice.getByRole('button', { name: 'Replace 12 characters (1 SMS then)' }).click();
  await expect(text(page)).toHaveValue(`Zazolc - "gesla jazn" ${'a'.repeat(60)}`);
  await expect(notice).toBeHidden();
  await expect(text(page)).toHaveAccessibleDescription(/82 of 240 characters 1 SMS/);

  await text(page).fill('Hello 👍');
  await expect(notice).toContainText('👍 (nothing can replace it)');
  await expect(notice.getByRole('button')).toHaveCount(0);
});

test('a text that is too long or empty is explained and kept', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget();
  await page.goto(editor(id));
  await text(page).fill('x'.repeat(243));
  await page.getByRole('button', { name: 'Save text' }).click();
  await expectFieldError(text(page), /Take out 3 characters: 240 is the most/);
  await expect(text(page)).toBeFocused();
  await expect(text(page)).toHaveValue('x'.repeat(243));
  await text(page).fill(' ');
  await expectFieldError(text(page), /switch it off/);
  expect((await sandbox.requests()).counts).not.toHaveProperty('sms.create');
});

for (const { kind, reason } of failures) {
  test(`the text is kept when ${kind} strikes, and a second try saves`, async ({ page, sandbox }) => {
    const { id } = await sandbox.seedWidget();
    await customise(sandbox, id);
    await page.goto(editor(id));
    await text(page).fill('A new text');
    await sandbox.arm(failure(kind, 'sms.update'));
    await page.getByRole('button', { name: 'Save text' }).click();
    await expect(page.getByRole('alert')).toContainText(reason);
    await expect(text(page)).toHaveValue('A new text');
    await page.reload();
    await expect(text(page), 'the draft is back').toHaveValue('A new text');
    await page.getByRole('button', { name: 'Save text' }).click();
    await expect(item(page, 'Visitor: call scheduled')).toContainText('A new text');
    expect(await sms(sandbox, id, scheduled)).toMatchObject({ text: 'A new text' });
  });
}

test('a text that was changed meanwhile is not overwritten unseen', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget();
  await page.goto(editor(id));
  await text(page).fill('Mine');
  await customise(sandbox, id);
  await page.getByRole('button', { name: 'Save text' }).click();
  await expect(page.getByRole('alert')).toContainText('Someone changed the text meanwhile');
  expect(await sms(sandbox, id, scheduled)).toMatchObject({ text: custom });
  await page.getByRole('button', { name: 'Load the new version' }).click();
  await expect(text(page)).toHaveValue(custom);
});

test('one message is reset, after the old and the default text were compared, and the reset is undone', async ({
  page,
  sandbox,
}) => {
  const { id } = await sandbox.seedWidget();
  const standard = await sms(sandbox, id, scheduled);
  await customise(sandbox, id, scheduled, false);
  await page.goto(`/widgets/${id}/sms`);
  await page.getByRole('button', { name: 'Reset Visitor: call scheduled…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reset “Visitor: call scheduled”?' });
  await expect(dialog.getByRole('definition')).toHaveText([custom, standard.text, 'No, and yes by default']);
  const sent = nextBody(page, 'sms/reset');
  await dialog.getByRole('button', { name: 'Reset' }).click();
  expect(await sent).toEqual({ widget_id: id, message_id: scheduled });
  await expect(item(page, 'Visitor: call scheduled')).toContainText(standard.text);
  expect(await sms(sandbox, id, scheduled)).toEqual(standard);

  // The undo outlives the page.
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 text written back' })).toBeVisible();
  expect(await sms(sandbox, id, scheduled)).toMatchObject({ text: custom, enabled: false });
});

test('all messages are reset and written back', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget();
  await customise(sandbox, id, scheduled, false);
  await customise(sandbox, id, afterCall);
  const before = (await readSms(sandbox, id)).map(({ updated_at, ...message }) => message);
  await page.goto(`/widgets/${id}/sms`);
  await page.getByRole('button', { name: 'Reset all…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reset 2 messages?' });
  const sent = nextBody(page, 'sms/reset');
  await dialog.getByRole('button', { name: 'Reset all' }).click();
  expect(await sent).toEqual({ widget_id: id });
  await expect(page.getByRole('button', { name: 'Reset all…' })).toBeDisabled();
  expect((await readSms(sandbox, id)).every(({ updated_at }) => updated_at === null)).toBe(true);

  await sandbox.arm(failure('status', 'sms.create'));
  await page.getByRole('button', { name: 'Undo' }).click();
  const failed = page.getByRole('alert').filter({ hasText: 'could not be written back' });
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('status').filter({ hasText: '2 texts written back' })).toBeVisible();
  expect((await readSms(sandbox, id)).map(({ updated_at, ...message }) => message)).toEqual(before);
});

test('a reset that fails says so in the dialog; one whose answer is lost is found out', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget();
  await customise(sandbox, id);
  await page.goto(`/widgets/${id}/sms`);
  await page.getByRole('button', { name: 'Reset all…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reset 1 message?' });
  await sandbox.arm(failure('status', 'sms.reset'));
  await dialog.getByRole('button', { name: 'Reset all' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The disk of CallPage is full.');
  await sandbox.arm(failure('reset', 'sms.reset', { when: 'after' }));
  await dialog.getByRole('button', { name: 'Reset all' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await sms(sandbox, id, scheduled)).text).toBe(custom);
});

test('messages that cannot be read say why and are read again', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget();
  await sandbox.arm({ ...failure('status', 'sms.list'), times: 3 });
  await page.goto(`/widgets/${id}/sms`);
  await expect(page.getByRole('alert')).toContainText('The SMS messages could not be read');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(item(page, 'Visitor: after a call')).toBeVisible();
});

test('a message is found, edited, switched and reset by keyboard alone', async ({ page, sandbox }) => {
  const widget = await sandbox.seedWidget({ description: 'Night shop' });
  const { keyboard } = page;
  await page.goto('/sms');
  await tabAndType(page.getByRole('combobox', { name: 'Widget' }), 'night');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(page).toHaveURL(`/sms?widget=${widget.id}`);
  await tabAndPress(page.getByRole('link', { name: 'Visitor: call scheduled' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Visitor: call scheduled' })).toBeFocused();

  await tabTo(text(page));
  await keyboard.press('Control+A');
  await keyboard.type('Soon, ');
  await tabTo(page.getByRole('button', { name: 'Company name' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  await keyboard.type('!');
  await tabAndPress(page.getByRole('button', { name: 'Save text' }));
  await expect(item(page, 'Visitor: call scheduled')).toContainText('Soon, :company_name!');

  await tabAndPress(page.getByRole('switch', { name: 'Visitor: call scheduled is enabled' }), 'Space');
  await expect.poll(async () => (await sms(sandbox, widget.id, scheduled)).enabled).toBe(false);
  await tabTo(page.getByRole('button', { name: 'Reset Visitor: call scheduled…' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Reset' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(item(page, 'Visitor: call scheduled')).toContainText('Default text');
  await tabAndPress(page.getByRole('button', { name: 'Undo' }));
  await expect.poll(async () => (await sms(sandbox, widget.id, scheduled)).text).toBe('Soon, :company_name!');
});

for (const path of ['/sms', '/sms?widget=2', '/widgets/2/sms', editor(2), '/widgets/2/sms/edit?message=none']) {
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

test('the dialog and the notices of the editor are accessible', async ({ page }) => {
  await page.goto('/widgets/1/sms');
  await page.getByRole('button', { name: 'Reset all…' }).click();
  await expect(page.getByRole('dialog').getByText('Default').first()).toBeVisible();
  await expectNoAxeViolations(page);
  await page.goto(editor(1));
  await text(page).fill(`Łódź :Name ${'x'.repeat(240)}`);
  await page.getByRole('button', { name: 'Save text' }).click();
  await expect(text(page)).toHaveAttribute('aria-invalid', 'true');
  await expectNoAxeViolations(page);
});
