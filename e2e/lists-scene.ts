import type { Page } from '@playwright/test';
import { z } from 'zod';
import { paths } from '#src/app/paths.ts';
import { everyCall, seedCalls } from './calls-data.ts';
import type { Role } from './fixtures.ts';
import type { People } from './people.ts';
import type { Sandbox, SandboxWidget } from './sandbox.ts';

const longName = 'Donaudampfschifffahrtsgesellschaft Rechtsschutzversicherung und Lebensmittelgeschäft in Świnoujście';
const longWord = 'long'.repeat(14);
const sentence = 'The customer asked in writing that nobody calls this number again, for whatever reason. ';
const Made = z.object({ id: z.number() });
const Barred = z.array(z.object({ id: z.number() }));
/** Oliver Hughes, whom the demo's manager is. */
const oliver = 15;

const ranges = [1, 2, 3, 4, 5].flatMap((day_of_week) =>
  ['08:00', '11:00', '14:00', '17:00'].map((start_time, index) => ({
    day_of_week,
    enabled: true,
    start_time,
    end_time: `${10 + 3 * index}:30`,
    timezone: 'America/Argentina/Buenos_Aires',
  })),
);

export interface Scene {
  sandbox: Sandbox;
  people: People;
  widget: SandboxWidget;
  /** A user with a name as long as it may be, the widget's manager. */
  user: number;
}

/** Names as long as they may be, addresses without a break, hours of twenty ranges. */
export async function seedHostile(sandbox: Sandbox, people: People): Promise<Scene> {
  const url = `https://example.com/${'path'.repeat(400)}`;
  const widget = await sandbox.seedWidget({ description: longName, url });
  const bare = { description: 'x'.repeat(250), url: `https://${'a'.repeat(60)}.${'b'.repeat(60)}.example.com` };
  await sandbox.seedWidget(bare);
  const email = `${crypto.randomUUID()}.${'long'.repeat(5)}@${'example'.repeat(8)}.example.com`;
  const input = { name: longName.slice(0, 100), tel: '+48600111222', email };
  const { id: user } = Made.parse(await sandbox.call('users.create', input));
  for (const user_id of [user, oliver])
    await sandbox.call('managers.create', { widget_id: widget.id, user_id, enabled: true, business_times: ranges });
  await seedCalls(sandbox, widget.id, 3);
  return { sandbox, people, widget, user };
}

/** What else the scene made is taken away: the sandbox itself takes the widgets. */
export async function clearUp({ sandbox, people, user }: Scene): Promise<void> {
  await sandbox.call('users.delete', { id: user });
  for (const { id } of Barred.parse(await people.get('/console/do-not-call')))
    await people.post('/console/do-not-call/remove', { id });
}

export interface List {
  /** The files in `src/features` that draw what is looked at: each that draws a list stands here once. */
  of: string[];
  role?: Role;
  at: (scene: Scene) => string | Promise<string>;
  /** What has to be there before it is looked at. */
  ready: (page: Page) => ReturnType<Page['getByRole']>;
  open?: (page: Page, scene: Scene) => Promise<unknown>;
}

const table = (name: string) => (page: Page) => page.getByRole('table', { name, exact: true }).getByRole('row').nth(1);
const item = (name: string) => (page: Page) => page.getByRole('list', { name }).getByRole('listitem').first();
const fact = (text: string) => (page: Page) => page.getByRole('main').getByText(text, { exact: true });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

export const lists: Record<string, List> = {
  widgets: {
    of: ['widgets/WidgetTable'],
    at: () => `${paths.widgets()}?sort=description`,
    ready: table('Widgets'),
  },
  'widgets that failed': {
    of: ['widgets/WidgetBulkBar'],
    at: () => `${paths.widgets()}?sort=description&size=100`,
    ready: item('Failed'),
    open: async (page, { sandbox, widget }) => {
      await sandbox.arm({ operation: 'widgets.update', kind: 'status', matchId: widget.id, message: sentence });
      await page.getByRole('checkbox', { name: `Select ${longName}` }).check();
      await page.getByRole('checkbox', { name: /^Select x+/ }).check();
      await page.getByRole('region', { name: 'Selected widgets' }).getByRole('button', { name: 'Disable' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
      await page.getByText('Show the 1 disabled').click();
    },
  },
  'facts of a widget': {
    of: ['widgets/WidgetOverview'],
    at: ({ widget }) => paths.widget(widget.id),
    ready: fact('Widget ID'),
  },
  managers: { of: ['managers/ManagerTable'], at: paths.managers, ready: table('Managers') },
  'managers of a widget': {
    of: ['managers/WidgetManagersPage', 'managers/StatusStatistics'],
    at: ({ widget }) => paths.widgetManagers(widget.id),
    ready: table('Managers'),
  },
  'users to be assigned': {
    of: ['managers/AssignDialog'],
    at: () => paths.widgetManagers(1),
    ready: (page) => page.getByRole('listbox').getByRole('option').first(),
    open: async (page) => {
      await press(page, 'Assign managers');
      await page
        .getByRole('dialog')
        .getByRole('combobox')
        .or(page.getByRole('textbox', { name: 'Users' }))
        .click();
    },
  },
  users: { of: ['users/UserTable'], at: paths.users, ready: table('Users') },
  'facts of a user': {
    of: ['users/UserPage'],
    role: 'support',
    at: ({ user }) => paths.user(user),
    ready: fact('User ID'),
  },
  'widgets that lose a user': {
    of: ['users/DeleteUserDialog'],
    at: ({ user }) => paths.user(user),
    ready: (page) => page.getByRole('dialog').getByRole('listitem').first(),
    open: (page) => press(page, 'Delete…'),
  },
  'people and invitations': {
    of: ['people/PeopleTable', 'people/OpenInvitations'],
    at: async ({ people }) => {
      const email = `${longWord}.${crypto.randomUUID()}@example.com`;
      await people.invite({ email, role: 'support', name: longName });
      return paths.people();
    },
    ready: table('Open invitations'),
  },
  'sessions of a person': {
    of: ['people/OpenSessions'],
    at: async ({ people }) =>
      paths.person((await people.all()).find(({ name }) => name === 'Olivia Operator')?.id ?? ''),
    ready: table('Open sessions'),
  },
  'numbers that are not called': {
    of: ['do-not-call/NumberTable'],
    at: async ({ people }) => {
      const reason = sentence.repeat(3).slice(0, 200);
      await people.post('/console/do-not-call/add', { numbers: ['+48 605 000 001'], reason });
      await people.post('/console/do-not-call/add', {
        numbers: ['0664 1234567'],
        country: 'AT',
        reason: 'z'.repeat(200),
      });
      return paths.doNotCall();
    },
    ready: table('Do not call'),
  },
  calls: { of: ['calls/CallsPage'], at: paths.calls, ready: table('Calls') },
  'facts of a call': {
    of: ['calls/CallPage', 'calls/CallAnswers'],
    role: 'support',
    at: async ({ sandbox }) => {
      const calls = await everyCall(sandbox);
      return paths.call(calls.find(({ data }) => data.call_request_fields.data.length > 0)?.id ?? '');
    },
    ready: fact('The visitor’s answers'),
  },
  'open calls to a number': {
    of: ['callbacks/CallList'],
    at: ({ widget }) => paths.callbackTo(widget.id, '+48600500000'),
    ready: item('Open calls'),
  },
  activity: {
    of: ['activity/ActList'],
    at: async ({ people }) => {
      const email = `${longWord}.${crypto.randomUUID()}@example.com`;
      await people.invite({ email, role: 'support', name: longName });
      return paths.activity();
    },
    ready: (page) => page.getByRole('region', { name: 'Today' }).getByRole('listitem').first(),
  },
  'what an act changed': {
    of: ['activity/ActDiff', 'activity/ActDetails'],
    at: ({ widget }) => paths.widgetEdit(widget.id),
    ready: table('What changed'),
    open: async (page) => {
      await page.getByRole('textbox', { name: 'Description' }).fill(`${longName.slice(0, 60)} ${longName}`);
      await press(page, 'Save');
      await page.waitForURL(/\/widgets\/\d+$/);
      await page.getByRole('navigation', { name: 'Widget' }).getByRole('link', { name: 'History' }).click();
      await press(page, /^Details: /);
    },
  },
  'figures of calls and states': {
    of: ['statistics/CallsTable', 'statistics/StatusFigure', 'statistics/Figure'],
    at: paths.statistics,
    ready: (page) => page.getByRole('region', { name: 'Figures by day' }).getByRole('row').nth(1),
    open: (page) => page.getByText(/^Show the figures of/).click(),
  },
  'my widgets': { of: ['me/MyAvailability'], role: 'manager', at: paths.me, ready: item('My widgets') },
  'facts of an account': { of: ['session/AccountPage'], role: 'manager', at: paths.account, ready: fact('Email') },
  'SMS messages': {
    of: ['sms-templates/SmsMessages'],
    at: async (scene) => {
      await customise(scene);
      return paths.widgetSms(scene.widget.id);
    },
    ready: item('SMS messages'),
  },
  'SMS messages to be reset': {
    of: ['sms-templates/ResetSmsDialog'],
    at: async (scene) => {
      await customise(scene);
      return paths.widgetSms(scene.widget.id);
    },
    ready: (page) => page.getByRole('dialog').getByRole('listitem').first(),
    open: (page) => press(page, 'Reset all…'),
  },
  'voice messages': {
    of: ['voice-templates/VoiceMessages'],
    at: async ({ sandbox, widget }) => {
      // No browser asks for it before somebody presses "play".
      const file = `https://media.example.com/${longWord}/${longWord}/hello.mp3`;
      await sandbox.call('voice.update', { widget_id: widget.id, message_id: 'visitor.call', enabled: true, file });
      return paths.widgetVoice(widget.id);
    },
    ready: item('Voice messages'),
  },
};

async function customise({ sandbox, widget }: Scene) {
  const text = sentence.repeat(2).slice(0, 170) + longWord;
  await sandbox.call('sms.update', { widget_id: widget.id, message_id: 'visitor.dial-completed', enabled: true, text });
}
