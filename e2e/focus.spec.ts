import type { Locator, Page, Route } from '@playwright/test';
import { callsOf, seedCalls, seedTeam } from './calls-data.ts';
import { failure } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { tabAndPress } from './helpers.ts';
import { newEmail, People } from './people.ts';
import type { Sandbox } from './sandbox.ts';
import type { RunningServer } from './server-process.ts';

interface Scene {
  page: Page;
  sandbox: Sandbox;
  server: RunningServer;
}

interface Case {
  name: string;
  /** Does it by the keyboard, and gives where the next thing is done. */
  act: (scene: Scene) => Promise<Locator>;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const dialog = (page: Page) => page.getByRole('dialog');
const press = (target: Locator) => tabAndPress(target);

/** The form of a widget of the test's own, with another description typed. */
async function changedWidget({ page, sandbox }: Scene) {
  const widget = await sandbox.seedWidget({ description: 'Corner shop' });
  await page.goto(`/widgets/${widget.id}/edit`);
  await field(page, 'Description').click();
  await page.keyboard.type(' by the sea');
  return widget;
}

/** The same, changed by somebody else before it is saved. */
async function conflict(scene: Scene) {
  const { id, url } = await changedWidget(scene);
  await scene.sandbox.call('widgets.update', { id, url, description: 'Night shop' });
  await press(button(scene.page, 'Save changes'));
  const notice = scene.page.getByRole('alert').filter({ hasText: 'was changed since you opened it' });
  await expect(notice).toBeVisible();
  return notice;
}

/** The managers of a widget of the test's own, and the dialog that removes the first of two. */
async function removing({ page, sandbox }: Scene, managers: number) {
  const { id } = await seedTeam(sandbox, {}, [{ user_id: 3 }, { user_id: 5 }].slice(0, managers));
  await page.goto(`/widgets/${id}/managers`);
  const remove = page.getByRole('table', { name: 'Managers' }).getByRole('button', { name: /^Remove/ });
  await expect(remove).toHaveCount(managers);
  await press(remove.first());
  await press(button(page, 'Remove manager'));
}

async function unanswered({ page, sandbox }: Scene) {
  const { id } = await seedTeam(sandbox);
  await page.goto(`/callbacks?widget=${id}&tel=%2B48600700800`);
  await sandbox.arm(failure('reset', 'widgets.callOrSchedule'));
  await press(button(page, 'Call back'));
  await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible();
}

/** A visitor's answer of a call of the test's own, typed over and then saved or given up. */
async function answer({ page, sandbox }: Scene, end: 'Save' | 'Cancel') {
  const widget = await seedTeam(sandbox);
  await seedCalls(sandbox, widget.id, 1);
  const [call] = await callsOf(sandbox, widget.id);
  await sandbox.call('calls.updateField', { call: call?.id, field: 'topic', value: 'Quote' });
  await page.goto(`/calls/${call?.id}`);
  await field(page, 'topic').click();
  await page.keyboard.type(' and invoice');
  await press(button(page, end));
  await expect(button(page, end)).toHaveCount(0);
  return field(page, 'topic');
}

const cases: readonly Case[] = [
  {
    name: 'a form that is refused: its button',
    act: async (scene) => {
      const { id } = await changedWidget(scene);
      await scene.sandbox.arm(failure('error200', 'widgets.update', { matchId: id }));
      await press(button(scene.page, 'Save changes'));
      await expect(scene.page.getByRole('alert').filter({ hasText: 'Not saved' })).toBeVisible();
      return button(scene.page, 'Save changes');
    },
  },
  {
    name: 'a form of which one field is refused: that field',
    act: async (scene) => {
      const { id } = await changedWidget(scene);
      const errors = { url: ['This address is taken.'] };
      await scene.sandbox.arm({ operation: 'widgets.update', kind: 'status', status: 422, matchId: id, errors });
      await press(button(scene.page, 'Save changes'));
      return field(scene.page, 'URL');
    },
  },
  { name: 'a conflict: its question', act: conflict },
  {
    name: 'a conflict, one’s own kept: the button that saves',
    act: async (scene) => {
      await conflict(scene);
      await press(button(scene.page, 'Keep mine'));
      return button(scene.page, 'Save changes');
    },
  },
  {
    name: 'a conflict, the other loaded: the first field',
    act: async (scene) => {
      await conflict(scene);
      await press(button(scene.page, 'Load the new version'));
      await expect(field(scene.page, 'Description')).toHaveValue('Night shop');
      return field(scene.page, 'URL');
    },
  },
  {
    name: 'a draft that is discarded: the first field',
    act: async (scene) => {
      const { page } = scene;
      await changedWidget(scene);
      page.on('dialog', (asked) => void asked.accept());
      await page.reload();
      await press(button(page, 'Discard them'));
      await expect(field(page, 'Description')).toHaveValue('Corner shop');
      return field(page, 'URL');
    },
  },
  {
    name: 'a question that is refused: its button',
    act: async ({ page, sandbox }) => {
      const { id } = await seedTeam(sandbox, {}, [{ user_id: 3 }]);
      await page.goto(`/widgets/${id}/managers`);
      await press(page.getByRole('table', { name: 'Managers' }).getByRole('button', { name: /^Remove/ }));
      await sandbox.arm(failure('error200', 'managers.delete'));
      await press(button(page, 'Remove manager'));
      await expect(dialog(page).getByRole('alert')).toBeVisible();
      return button(page, 'Remove manager');
    },
  },
  {
    name: 'a row that is deleted: the next row',
    act: async (scene) => {
      await removing(scene, 2);
      const table = scene.page.getByRole('table', { name: 'Managers' });
      await expect(table.getByRole('button', { name: /^Remove/ })).toHaveCount(1);
      return table.locator('tbody tr :focus');
    },
  },
  {
    name: 'the last row that is deleted: the heading of the page',
    act: async (scene) => {
      await removing(scene, 1);
      await expect(scene.page.getByText('Nobody is called for this widget')).toBeVisible();
      return title(scene.page);
    },
  },
  {
    name: 'the last invitation that is withdrawn: the heading of the page',
    act: async ({ page, server }) => {
      const email = newEmail();
      await new People(server).invite({ email, role: 'support' });
      await page.goto('/people');
      await press(button(page, `Withdraw the invitation of ${email}`));
      await press(button(page, 'Withdraw'));
      await expect(page.getByRole('status').filter({ hasText: 'Invitation withdrawn' })).toBeVisible();
      await expect(page.getByRole('table', { name: 'Open invitations' })).toHaveCount(0);
      return title(page);
    },
  },
  {
    name: 'a link that is made: the link',
    act: async ({ page, server }) => {
      const email = newEmail();
      await new People(server).invite({ email, role: 'support' });
      await page.goto('/people');
      await press(button(page, `New link for ${email}`));
      await press(button(page, 'Make the link'));
      await expect(dialog(page).getByText('Invitation link')).toBeVisible();
      return dialog(page).locator(':focus');
    },
  },
  {
    name: 'a callback that is refused: its button',
    act: async ({ page, sandbox }) => {
      const { id } = await seedTeam(sandbox);
      await page.goto(`/callbacks?widget=${id}&tel=%2B48600700800`);
      await sandbox.arm(failure('error200', 'widgets.callOrSchedule'));
      await press(button(page, 'Call back'));
      await expect(page.getByRole('alert').filter({ hasText: 'Not called' })).toBeVisible();
      return button(page, 'Call back');
    },
  },
  {
    name: 'a second callback thought better of: the button',
    act: async ({ page, sandbox }) => {
      const { id } = await seedTeam(sandbox);
      await sandbox.call('widgets.callOrSchedule', { id, tel: '+48600700800' });
      await page.goto(`/callbacks?widget=${id}&tel=%2B48600700800`);
      await press(button(page, 'Call back'));
      await press(button(page, 'Do not call'));
      await expect(dialog(page)).toHaveCount(0);
      return button(page, 'Call back');
    },
  },
  {
    name: 'another callback after one: the heading of the form',
    act: async ({ page, sandbox }) => {
      const { id } = await seedTeam(sandbox);
      await page.goto(`/callbacks?widget=${id}&tel=%2B48600700800`);
      await press(button(page, 'Call back'));
      await press(button(page, 'Call another number'));
      await expect(field(page, 'Telephone')).toHaveValue('');
      return title(page);
    },
  },
  {
    name: 'looking again for a lost answer: the button, to look once more',
    act: async (scene) => {
      await unanswered(scene);
      const looked = scene.page.waitForResponse(/calls\/history/);
      await press(button(scene.page, 'Look again'));
      await looked;
      return button(scene.page, 'Look again');
    },
  },
  {
    name: 'the form after a lost answer: its heading',
    act: async (scene) => {
      await unanswered(scene);
      await press(button(scene.page, 'Back to the form'));
      await expect(field(scene.page, 'Telephone')).toHaveValue('+48 600 700 800');
      return title(scene.page);
    },
  },
  {
    name: 'the last page of a list: the way back',
    act: async ({ page, sandbox }) => {
      await sandbox.seedWidgets(60, (index) => ({ description: `Pagesworth ${index}` }));
      await page.goto('/widgets?q=Pagesworth');
      await button(page, 'Next').focus();
      while (await button(page, 'Next').isEnabled()) await page.keyboard.press('Enter');
      return page.getByRole('navigation', { name: 'Pages' }).locator(':focus');
    },
  },
  {
    name: 'the last page of a list, over a network that brings what keeps the focus later: the way back',
    act: async ({ page, sandbox }) => {
      await sandbox.seedWidgets(30, (index) => ({ description: `Latecomer ${index}` }));
      const held: Route[] = [];
      await page.route(/\/assets\/assist-.*\.js/, (route) => void held.push(route));
      await page.goto('/widgets?q=Latecomer');
      await button(page, 'Next').press('Enter');
      await expect(button(page, 'Next')).toBeDisabled();
      await expect(page.locator(':focus')).toHaveCount(0);
      for (const route of held) await route.continue();
      return button(page, 'Previous');
    },
  },
  {
    name: 'a setting that is removed: what is left of the settings',
    act: async ({ page, sandbox }) => {
      const { id } = await sandbox.seedWidget({ settings: [{ position: 'left' }] });
      await page.goto(`/widgets/${id}/edit`);
      await press(button(page, 'Remove position'));
      return button(page, 'Add a setting');
    },
  },
  {
    name: 'many widgets acted on: the way out, and then the heading of the list',
    act: async ({ page, sandbox }) => {
      await sandbox.seedWidgets(2, (index) => ({ description: `Bulkhead ${index}` }));
      await page.goto('/widgets?q=Bulkhead');
      await page.getByRole('checkbox', { name: 'Select every row on this page' }).press('Space');
      await press(button(page, 'Disable'));
      await press(dialog(page).getByRole('button', { name: 'Disable', exact: true }));
      await expect(dialog(page).getByRole('status')).toHaveText('2 disabled.');
      await expect(dialog(page).locator(':focus')).toHaveCount(1);
      await press(dialog(page).getByRole('button', { name: 'Close', exact: true }).last());
      return title(page);
    },
  },
  {
    name: 'an answer of a call that is given up: its field',
    act: (scene) => answer(scene, 'Cancel'),
  },
  {
    name: 'an answer of a call that is saved: its field',
    act: (scene) => answer(scene, 'Save'),
  },
  {
    name: 'a list that is read after all: the heading of the page',
    act: async ({ page, sandbox }) => {
      await sandbox.arm({ operation: 'users.list', kind: 'status', status: 404, times: 1 });
      await page.goto('/users');
      await press(button(page, 'Try again'));
      await expect(page.getByRole('table')).toBeVisible();
      return title(page);
    },
  },
  {
    name: 'an undo: what had the focus before it',
    act: async ({ page, sandbox }) => {
      const { id } = await sandbox.seedWidget();
      const message = { widget_id: id, message_id: 'visitor.call-scheduled', text: 'Soon', enabled: true };
      await sandbox.call('sms.update', message);
      await page.goto(`/widgets/${id}/sms`);
      await press(button(page, 'Reset Visitor: call scheduled…'));
      await press(dialog(page).getByRole('button', { name: 'Reset' }));
      await press(button(page, 'Undo'));
      await expect(page.getByRole('status').filter({ hasText: '1 text written back' })).toBeVisible();
      return page.locator('main :focus');
    },
  },
];

test.describe('the focus goes to where the next thing is done, after', () => {
  for (const { name, act } of cases)
    test(name, async ({ page, sandbox, server, allowConsole }) => {
      allowConsole(/status of 4\d\d/);
      const next = await act({ page, sandbox, server });
      await expect(next).toBeFocused();
    });
});
