import { managerStatus, smsStatus, widgetStatus } from '#src/domain/statistics.ts';
import { always, callsOf, seedTeam } from './calls-data.ts';
import { expect, test } from './fixtures.ts';
import { expectRowVisible } from './helpers.ts';
import {
  afterCall,
  announced,
  main,
  managersOf,
  openWidget,
  type Row,
  recording,
  Switchables,
  smsOf,
  statistics,
  tab,
  Users,
  voiceOf,
} from './seventeen-scene.ts';

const rows: readonly Row[] = [
  {
    name: 'API root',
    request: 'GET /api/v1/external',
    async act({ page }) {
      await page.goto('/widgets');
      const badge = page.getByRole('status', { name: 'Connection' });
      await expect(badge).toContainText('Sandbox');
      await expect(badge).toContainText('Welcome to the CallPage REST API');
    },
  },
  {
    name: 'list widgets',
    request: 'GET /api/v1/external/widgets/all',
    async act({ page, sandbox }) {
      await page.goto('/');
      const widgets = await sandbox.widgets();
      await expect(page.getByRole('status').filter({ hasText: `${widgets.length} widgets` })).toBeVisible();
      const names = page.getByRole('table', { name: 'Widgets' }).locator('tbody [data-rank="1"]');
      await expect(names).toHaveText(widgets.map(({ description }) => description ?? ''));
    },
  },
  {
    name: 'get widget',
    request: 'GET /api/v1/external/widgets/get',
    async act(scene) {
      await openWidget(scene);
      await expect(scene.page.getByRole('main')).toContainText(String(scene.widget.id));
      await expect(scene.page.getByRole('main')).toContainText('Joanna Wysocka, Eleanor Whitfield (switched off)');
    },
  },
  {
    name: 'create widget',
    request: 'POST /api/v1/external/widgets/create',
    async act({ page, sandbox }) {
      await page.goto('/widgets');
      await page.getByRole('link', { name: 'New widget' }).click();
      await page.getByRole('textbox', { name: 'URL' }).fill('https://new.example.com');
      await page.getByRole('textbox', { name: 'Description' }).fill('Newly made');
      await page.getByRole('combobox', { name: 'Locale' }).selectOption('French');
      await page.getByRole('button', { name: 'Create widget' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Newly made' })).toBeVisible();
      const made = (await sandbox.widgets()).find(({ description }) => description === 'Newly made');
      expect(made).toMatchObject({ url: 'https://new.example.com', locale_code: 'fr', enabled: true });
    },
  },
  {
    name: 'update widget',
    request: 'POST /api/v1/external/widgets/update',
    async act(scene) {
      const { page, sandbox, widget } = scene;
      await openWidget(scene);
      await tab(page, 'Edit').click();
      await page.getByRole('textbox', { name: 'Description' }).fill('Renamed');
      await page.getByRole('button', { name: 'Save changes' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Renamed' })).toBeVisible();
      expect(await sandbox.widget(widget.id)).toMatchObject({ description: 'Renamed', url: widget.url, enabled: true });
    },
  },
  {
    name: 'delete widget',
    request: 'POST /api/v1/external/widgets/delete',
    async act(scene) {
      const { page, sandbox, widget } = scene;
      await openWidget(scene);
      await page.getByRole('button', { name: 'Delete…' }).click();
      await page.getByRole('dialog').getByRole('textbox').fill(new URL(widget.url).host);
      await page.getByRole('dialog').getByRole('button', { name: 'Delete widget' }).click();
      await expect(page).toHaveURL(/\/widgets$/);
      expect((await sandbox.widgets()).map(({ id }) => id)).not.toContain(widget.id);
    },
  },
  {
    name: 'call or schedule',
    request: 'POST /api/v1/external/widgets/call-or-schedule',
    async act({ page, sandbox, widget }) {
      await page.goto('/widgets');
      await main(page, 'New callback').click();
      await page.getByRole('combobox', { name: 'Widget' }).fill(widget.description ?? '');
      await page.getByRole('option', { name: widget.description ?? '' }).click();
      await page.getByRole('textbox', { name: 'Telephone' }).fill('600 700 800');
      await page.getByRole('button', { name: 'Call back' }).click();
      await expect(page.getByRole('region', { name: /^Call \d+ to \+48 600 700 800/ })).toContainText('New');
      const calls = await callsOf(sandbox, widget.id);
      expect(calls.map(({ data }) => data)).toEqual([
        expect.objectContaining({ to: '+48600700800', human_status: 'new' }),
      ]);
    },
  },
  {
    name: 'list managers',
    request: 'GET /api/v1/external/managers/all',
    async act(scene) {
      const { page } = scene;
      await openWidget(scene);
      await tab(page, 'Managers').click();
      const switches = page.getByRole('table', { name: 'Managers' }).getByRole('switch');
      const managers = await managersOf(scene);
      await expect(switches).toHaveCount(managers.length);
      for (const [index, { enabled }] of managers.entries()) {
        await expect(switches.nth(index)).toBeChecked({ checked: enabled });
      }
    },
  },
  {
    name: 'update manager',
    request: 'POST /api/v1/external/managers/update',
    async act(scene) {
      const { page } = scene;
      const [before] = await managersOf(scene);
      await openWidget(scene);
      await tab(page, 'Managers').click();
      await page.getByRole('switch', { name: /^Joanna Wysocka/ }).click();
      await expect.poll(async () => (await managersOf(scene))[0]?.enabled).toBe(false);
      // The API resets hours that are not sent along.
      expect((await managersOf(scene))[0]).toEqual({ ...before, enabled: false });
    },
  },
  {
    name: 'list SMS messages',
    request: 'GET /api/v1/external/sms/all',
    async act(scene) {
      const { page } = scene;
      await openWidget(scene);
      await tab(page, 'SMS').click();
      const items = page.getByRole('list', { name: 'SMS messages' }).getByRole('listitem');
      const messages = await smsOf(scene);
      await expect(items).toHaveCount(messages.length);
      for (const [index, { enabled }] of messages.entries()) {
        await expect(items.nth(index).getByRole('switch')).toBeChecked({ checked: enabled });
      }
    },
  },
  {
    name: 'reset SMS',
    request: 'POST /api/v1/external/sms/reset',
    async act(scene) {
      const { page, sandbox, widget } = scene;
      const before = await smsOf(scene);
      await sandbox.call('sms.create', { widget_id: widget.id, message_id: afterCall, text: 'Bye', enabled: false });
      await openWidget(scene);
      await tab(page, 'SMS').click();
      await page.getByRole('button', { name: 'Reset Visitor: after a call…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
      expect(await smsOf(scene)).toEqual(before);
    },
  },
  {
    name: 'create voice message',
    request: 'POST /api/v1/external/voice/create',
    async act(scene) {
      const { page } = scene;
      await openWidget(scene);
      await tab(page, 'Voice').click();
      await page.getByRole('link', { name: 'Visitor: call announced' }).click();
      await page.getByRole('textbox', { name: 'Address of the recording' }).fill(recording);
      await page.getByRole('button', { name: 'Save message' }).click();
      await expect(page.getByRole('list', { name: 'Voice messages' })).toContainText('Own recording');
      const message = (await voiceOf(scene)).find(({ message_id }) => message_id === announced);
      expect(message).toMatchObject({ enabled: true, recording: { full_url: recording } });
    },
  },
  {
    name: 'reset voice messages',
    request: 'POST /api/v1/external/voice/reset',
    async act(scene) {
      const { page, sandbox, widget } = scene;
      const before = await voiceOf(scene);
      const input = { widget_id: widget.id, message_id: announced, enabled: false, file: recording };
      await sandbox.call('voice.update', input);
      await openWidget(scene);
      await tab(page, 'Voice').click();
      await page.getByRole('button', { name: 'Reset all…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Reset all' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
      expect(await voiceOf(scene)).toEqual(before);
    },
  },
  {
    name: 'list users',
    request: 'GET /api/v1/external/users/all',
    async act({ page, sandbox }) {
      await page.goto('/widgets');
      await main(page, 'Users').click();
      const users = Users.parse(await sandbox.call('users.list', { limit: 1000 }));
      const names = page.getByRole('table', { name: 'Users' }).locator('tbody [data-rank="1"]');
      await expect(names).toHaveCount(users.length);
      for (const { name } of users) await expectRowVisible(page.getByRole('table', { name: 'Users' }), { Name: name });
    },
  },
  {
    name: 'widget status statistics',
    request: 'GET /api/v1/external/widgets/all',
    async act(scene) {
      const { total_widgets, enabled_widgets, disabled_widgets } = widgetStatus(await scene.sandbox.widgets());
      const table = await statistics(scene, `${enabled_widgets} of ${total_widgets} widgets are enabled`);
      await expectRowVisible(table, { State: 'Enabled', Number: String(enabled_widgets) });
      await expectRowVisible(table, { State: 'Disabled', Number: String(disabled_widgets) });
    },
  },
  {
    name: 'manager status statistics',
    request: 'GET /api/v1/external/managers/all',
    async act(scene) {
      const status = managerStatus(await managersOf(scene));
      expect(status).toEqual({ total_managers: 2, enabled_managers: 1, disabled_managers: 1 });
      const table = await statistics(scene, '1 of 2 managers is enabled');
      await expectRowVisible(table, { State: 'Disabled', Number: '1' });
      await scene.page.getByRole('textbox', { name: 'Limit' }).fill('1');
      await scene.page.getByRole('textbox', { name: 'Offset' }).fill('1');
      await expect(scene.page.getByRole('region', { name: 'The only manager is disabled' })).toBeVisible();
    },
  },
  {
    name: 'SMS statistics',
    request: 'GET /api/v1/external/sms/all',
    async act(scene) {
      const status = smsStatus(Switchables.parse(await smsOf(scene)));
      const title = `${status.enabled_messages} of ${status.total_messages} SMS messages are enabled`;
      const table = await statistics(scene, title);
      await expectRowVisible(table, { State: 'Enabled', Number: String(status.enabled_messages) });
      await expectRowVisible(table, { State: 'Disabled', Number: String(status.disabled_messages) });
    },
  },
];

test('the contract marks seventeen rows', () => {
  expect(new Set(rows.map(({ name }) => name)).size).toBe(17);
});

for (const { name, request, act } of rows) {
  test(`by hand: ${name}`, async ({ page, sandbox, allowConsole }) => {
    // The recordings of the tests are on no server.
    allowConsole(/media\.example\.com|ERR_NAME_NOT_RESOLVED/);
    await page.context().route(/https?:\/\/media\.example\.com/, (route) => route.abort());
    const widget = await seedTeam(sandbox, { description: 'Corner shop' }, [
      { user_id: 1, business_times: always },
      { user_id: 3, enabled: false },
    ]);
    const asked = new Set<string>();
    page.on('request', (one) => asked.add(`${one.method()} ${new URL(one.url()).pathname}`));
    await act({ page, sandbox, widget });
    expect([...asked]).toContain(request);
  });
}
