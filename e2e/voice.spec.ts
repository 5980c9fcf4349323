import type { Page } from '@playwright/test';
import { z } from 'zod';
import { failure, failures } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { expectFieldError, expectNoAxeViolations, nextBody, tabAndPress, tabAndType, tabTo } from './helpers.ts';
import type { Sandbox } from './sandbox.ts';

const Voice = z.object({
  message_id: z.string(),
  enabled: z.boolean(),
  updated_at: z.string().nullable(),
  recording: z.object({ full_url: z.string() }).nullable(),
});

const readVoice = async (sandbox: Sandbox, widgetId: number) =>
  z.array(Voice).parse(await sandbox.call('voice.list', { widget_id: widgetId }));

async function voice(sandbox: Sandbox, widgetId: number, id = visitor) {
  const message = (await readVoice(sandbox, widgetId)).find(({ message_id }) => message_id === id);
  if (!message) throw new Error(`The sandbox lists no ${id}.`);
  return message;
}

const visitor = 'visitor.call';
const file = 'https://media.example.com/hello.mp3';
const name = 'Visitor: call announced';

const item = (page: Page, title = name) =>
  page.getByRole('list', { name: 'Voice messages' }).getByRole('listitem').filter({ hasText: title });
const address = (page: Page) => page.getByRole('textbox', { name: 'Address of the recording' });
const toggleOf = (page: Page) => page.getByRole('switch', { name: `${name} is enabled` });
const customise = (sandbox: Sandbox, widgetId: number, more: Record<string, unknown> = {}) =>
  sandbox.call('voice.update', { widget_id: widgetId, message_id: visitor, enabled: true, file, ...more });

test.beforeEach(async ({ page, allowConsole }) => {
  // The recordings of the tests are on no server.
  allowConsole(/media\.example\.com|solvana\.example|ERR_NAME_NOT_RESOLVED/);
  await page.context().route(/https?:\/\/media\.(example\.com|solvana\.example)/, (request) => request.abort());
});

test('the page asks for the widget first and lists what the API lists, with a player for each recording', async ({
  page,
  sandbox,
}) => {
  const widget = await sandbox.seedWidget({ description: 'Bakery' });
  await customise(sandbox, widget.id);
  await page.goto('/voice');
  await page.getByRole('combobox', { name: 'Widget' }).fill('bak');
  await page.getByRole('option', { name: /^Bakery/ }).click();
  await expect(page).toHaveURL(`/voice?widget=${widget.id}`);
  const titles = page.getByRole('list', { name: 'Voice messages' }).getByRole('heading');
  await expect(titles).toHaveCount((await readVoice(sandbox, widget.id)).length);
  await expect(titles.first()).toHaveText('Manager: call announced');
  await expect(item(page).getByLabel(`Recording: ${name}`)).toHaveAttribute('src', file);
  await expect(item(page)).toContainText('Own recording');
  await expect(item(page, 'Manager: call announced')).toContainText('built-in recording');
});

test('a recording is set from an address, after what is wrong was explained', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget();
  await page.goto(`/widgets/${id}/voice`);
  await item(page).getByRole('link', { name }).click();
  await expect(address(page)).toHaveAccessibleDescription(/With an https address it can be played here/);
  await address(page).fill('https://media.example.com/hello.ogg');
  await page.getByRole('button', { name: 'Save message' }).click();
  await expectFieldError(address(page), /end in .mp3, .mpga or .wav/);
  await expect(address(page)).toHaveValue('https://media.example.com/hello.ogg');
  expect((await sandbox.requests()).counts).not.toHaveProperty('voice.create');

  await address(page).fill('http://media.example.com/hello.mp3');
  await expect(page.getByText('Only recordings with an https address are played here.')).toBeVisible();
  await address(page).fill(file);
  const created = nextBody(page, 'voice/create');
  await page.getByRole('button', { name: 'Save message' }).click();
  expect(await created).toEqual({ widget_id: id, message_id: visitor, enabled: true, file });
  await expect(item(page)).toContainText('Own recording');
  expect(await voice(sandbox, id)).toMatchObject({ enabled: true, recording: { full_url: file } });

  await test.step('and saved as it is, which sends nothing', async () => {
    await item(page).getByRole('link', { name }).click();
    await page.getByRole('button', { name: 'Save message' }).click();
    await expect(item(page)).toBeVisible();
    expect((await sandbox.requests()).counts).not.toHaveProperty('voice.update');
  });

  await test.step('and updated, where nothing is sent again that stays', async () => {
    await item(page).getByRole('link', { name }).click();
    await page.getByRole('switch', { name: 'Enabled' }).click();
    const updated = nextBody(page, 'voice/update');
    await page.getByRole('button', { name: 'Save message' }).click();
    expect(await updated).toEqual({ widget_id: id, message_id: visitor, enabled: false });
    await expect(toggleOf(page)).not.toBeChecked();
    expect(await voice(sandbox, id)).toMatchObject({ enabled: false, recording: { full_url: file } });
  });
});

test('a switch keeps the recording: created for a default, updated for a customised message', async ({
  page,
  sandbox,
}) => {
  const { id } = await sandbox.seedWidget();
  await page.goto(`/widgets/${id}/voice`);
  const created = nextBody(page, 'voice/create');
  await toggleOf(page).click();
  expect(await created).toEqual({ widget_id: id, message_id: visitor, enabled: false });

  await customise(sandbox, id, { enabled: false });
  const updated = nextBody(page, 'voice/update');
  await toggleOf(page).click();
  expect(await updated).toEqual({ widget_id: id, message_id: visitor, enabled: true });
  await expect.poll(() => voice(sandbox, id)).toMatchObject({ enabled: true, recording: { full_url: file } });
});

for (const { kind, reason } of failures) {
  test(`a switch is rolled back, and an address kept, when ${kind} strikes`, async ({ page, sandbox }) => {
    const { id } = await sandbox.seedWidget();
    await page.goto(`/widgets/${id}/voice`);
    await sandbox.arm(failure(kind, 'voice.create'));
    await toggleOf(page).click();
    const notice = page.getByRole('alert').filter({ hasText: `Could not switch “${name}” off` });
    await expect(notice).toContainText(reason);
    await expect(toggleOf(page)).toBeChecked();

    await item(page).getByRole('link', { name }).click();
    await address(page).fill(file);
    await sandbox.arm(failure(kind, 'voice.create'));
    await page.getByRole('button', { name: 'Save message' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText(reason);
    await expect(address(page)).toHaveValue(file);
    await page.getByRole('button', { name: 'Save message' }).click();
    await expect(item(page)).toContainText('Own recording');
    expect(await voice(sandbox, id)).toMatchObject({ recording: { full_url: file } });
  });
}

test('one message is reset and the reset undone', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget();
  await customise(sandbox, id, { enabled: false });
  await page.goto(`/widgets/${id}/voice`);
  await page.getByRole('button', { name: `Reset ${name}…` }).click();
  const dialog = page.getByRole('dialog', { name: `Reset “${name}”?` });
  await sandbox.arm(failure('status', 'voice.reset'));
  await dialog.getByRole('button', { name: 'Reset' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The disk of CallPage is full.');
  const sent = nextBody(page, 'voice/reset');
  await dialog.getByRole('button', { name: 'Reset' }).click();
  expect(await sent).toEqual({ widget_id: id, message_id: visitor });
  await expect(item(page)).toContainText('built-in recording');
  expect(await voice(sandbox, id)).toMatchObject({ updated_at: null, recording: null });

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item(page)).toContainText('Own recording');
  expect(await voice(sandbox, id)).toMatchObject({ enabled: false, recording: { full_url: file } });
});

test('all messages are reset', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget();
  await customise(sandbox, id);
  await customise(sandbox, id, { message_id: 'manager.call' });
  await page.goto(`/widgets/${id}/voice`);
  await page.getByRole('button', { name: 'Reset all…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reset 2 messages?' });
  await expect(dialog.getByRole('listitem')).toHaveText(['Manager: call announced', name]);
  const sent = nextBody(page, 'voice/reset');
  await dialog.getByRole('button', { name: 'Reset all' }).click();
  expect(await sent).toEqual({ widget_id: id });
  await expect(page.getByRole('button', { name: 'Reset all…' })).toBeDisabled();
  expect((await readVoice(sandbox, id)).every(({ updated_at }) => updated_at === null)).toBe(true);
});

test('messages that cannot be read say why and are read again', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget();
  await sandbox.arm({ ...failure('status', 'voice.list'), times: 3 });
  await page.goto(`/widgets/${id}/voice`);
  await expect(page.getByRole('alert')).toContainText('The voice messages could not be read');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(item(page)).toBeVisible();
});

test('a recording is set, switched and reset by keyboard alone', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget();
  const { keyboard } = page;
  await page.goto(`/widgets/${id}/voice`);
  await tabAndPress(page.getByRole('link', { name }));
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
  await tabAndType(address(page), file);
  await keyboard.press('Enter');
  await expect(item(page)).toContainText('Own recording');
  await tabAndPress(toggleOf(page), 'Space');
  await expect.poll(() => voice(sandbox, id)).toMatchObject({ enabled: false, recording: { full_url: file } });
  await tabTo(page.getByRole('button', { name: `Reset ${name}…` }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Reset' })).toBeFocused();
  await keyboard.press('Enter');
  await tabAndPress(page.getByRole('button', { name: 'Undo' }));
  await expect.poll(() => voice(sandbox, id)).toMatchObject({ enabled: false, recording: { full_url: file } });
});

for (const path of ['/voice', '/voice?widget=1', '/widgets/1/voice', `/widgets/1/voice/edit?message=${visitor}`]) {
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
  await page.goto('/widgets/1/voice');
  await page.getByRole('button', { name: 'Reset all…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoAxeViolations(page);
});
