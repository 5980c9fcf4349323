import { randomInt } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';
import { callsOf, seedTeam } from './calls-data.ts';
import { newEmail, type People } from './people.ts';
import type { Sandbox, SandboxWidget } from './sandbox.ts';

interface World {
  sandbox: Sandbox;
  people: People;
  /** A widget of the test's own. */
  widget: SandboxWidget;
}

/** A form that makes something, as a person fills it in, and how much of it there is afterwards. */
export interface MakingForm {
  name: string;
  path: (world: World) => string;
  /** Types what names the thing, and the rest. */
  type: (page: Page, thing: string) => Promise<void>;
  submit: string;
  /** Whose answer is lost. */
  operation: string;
  /** Sends once more what has no answer, and waits for what comes of it. */
  again: (page: Page) => Promise<void>;
  /** How many things of this name there are. */
  made: (world: World, thing: string) => Promise<number>;
  /** What is made, and what another tab types meanwhile. */
  things: () => [string, string];
  /** Whether the other tab's is a thing of its own, and not another word for the same. */
  isMany: boolean;
  /** Whether what is typed outlives a reload. */
  isKept: boolean;
}

const User = z.looseObject({ name: z.string() });
const Manager = z.looseObject({ user_id: z.number() });
const Sms = z.looseObject({ text: z.string(), updated_at: z.string().nullable() });
const Voice = z.looseObject({ recording: z.object({ full_url: z.string() }).nullable() });
const Invitation = z.looseObject({ email: z.string() });
const Barred = z.looseObject({ reason: z.string() });

/** Users and people of earlier tests are still there. */
const own = () => crypto.randomUUID().slice(0, 8);

/** What is on the list stays there for the tests that follow. */
const newBarred = () => `+48 604 ${1000 + randomInt(9000)} ${randomInt(10, 100)}`;

const press = (page: Page, role: 'textbox' | 'combobox', name: string, text: string) =>
  page.getByRole(role, { name, exact: true }).pressSequentially(text);

/** Replaces what a field holds. */
async function retype(page: Page, name: string, text: string) {
  await page.getByRole('textbox', { name, exact: true }).press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Submits again, and something says what came of it. */
const submit = (name: string, came: (page: Page) => Locator) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(came(page)).toBeVisible();
};
const nobodyKnows = (page: Page) => page.getByRole('alert').filter({ hasText: 'nobody knows whether it was done' });

const count = <T>(all: readonly T[], is: (one: T) => boolean) => all.filter(is).length;

export const makingForms: MakingForm[] = [
  {
    name: 'a widget',
    path: () => '/widgets/new',
    type: async (page, thing) => {
      await press(page, 'textbox', 'URL', `https://${thing}.example.com`);
      await press(page, 'textbox', 'Description', thing);
    },
    submit: 'Create widget',
    operation: 'widgets.create',
    again: submit('Create widget', nobodyKnows),
    made: async ({ sandbox }, thing) => count(await sandbox.widgets(), ({ description }) => description === thing),
    things: () => [`zanzibar-${own()}`, `timbuktu-${own()}`],
    isMany: true,
    isKept: true,
  },
  {
    name: 'a user',
    path: () => '/users/new',
    type: async (page, thing) => {
      await press(page, 'textbox', 'Name', thing);
      await press(page, 'textbox', 'Phone number', '+48600222333');
    },
    submit: 'Create user',
    operation: 'users.create',
    again: submit('Create user', nobodyKnows),
    made: async ({ sandbox }, thing) =>
      count(z.array(User).parse(await sandbox.call('users.list', { limit: 1000 })), ({ name }) => name === thing),
    things: () => [`Zoe ${own()}`, `Tim ${own()}`],
    isMany: true,
    isKept: true,
  },
  {
    name: 'managers of a widget',
    path: ({ widget }) => `/widgets/${widget.id}/managers`,
    type: async (page, thing) => {
      await page.getByRole('button', { name: 'Assign managers' }).first().click();
      await press(page, 'combobox', 'Users', thing);
      await page.getByRole('option', { name: new RegExp(thing) }).click();
    },
    submit: 'Assign',
    operation: 'widgets.addUsers',
    again: async (page) => {
      await page.getByRole('button', { name: 'Assign', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
    },
    made: async ({ sandbox, widget }, thing) => {
      const ids: Record<string, number> = { Hannah: 0, Piotr: 0 };
      const users = z.array(User.extend({ id: z.number() })).parse(await sandbox.call('users.list', { limit: 1000 }));
      for (const { name, id } of users) for (const first in ids) if (name.startsWith(first)) ids[first] = id;
      const managers = z.array(Manager).parse(await sandbox.call('managers.list', { widget_id: widget.id }));
      return count(managers, ({ user_id }) => user_id === ids[thing]);
    },
    things: () => ['Piotr', 'Hannah'],
    isMany: true,
    isKept: false,
  },
  {
    name: 'a callback',
    path: ({ widget }) => `/callbacks?widget=${widget.id}`,
    type: (page, thing) => press(page, 'textbox', 'Telephone', thing),
    submit: 'Call back',
    operation: 'widgets.callOrSchedule',
    again: submit('Send it again', nobodyKnows),
    made: async ({ sandbox, widget }, thing) =>
      count(await callsOf(sandbox, widget.id), ({ data }) => data.to === thing),
    things: () => ['+48600700811', '+48600700812'],
    isMany: true,
    isKept: true,
  },
  {
    name: 'an invitation',
    path: () => '/people/invite',
    type: async (page, thing) => {
      await press(page, 'textbox', 'Email', thing);
      await page.getByRole('combobox', { name: 'Role' }).selectOption('Support');
    },
    submit: 'Make the link',
    operation: 'POST /auth/people/invite',
    again: submit('Make the link', (page) => page.getByRole('heading', { name: /^Invitation for/ })),
    made: async ({ people }, thing) =>
      count(z.array(Invitation).parse(await people.get('/auth/invitations')), ({ email }) => email === thing),
    things: () => [newEmail(), newEmail()],
    isMany: true,
    isKept: true,
  },
  {
    name: 'a number that is never called',
    path: () => '/do-not-call/add',
    type: async (page, thing) => {
      await press(page, 'textbox', 'Numbers', thing);
      await press(page, 'textbox', 'Reason', `Asked by letter: ${thing}`);
    },
    submit: 'Add to the list',
    operation: 'POST /console/do-not-call/add',
    again: submit('Add to the list', (page) => page.getByRole('table', { name: 'Do not call' })),
    made: async ({ people }, thing) =>
      count(z.array(Barred).parse(await people.get('/console/do-not-call')), ({ reason }) => reason.endsWith(thing)),
    things: () => [newBarred(), newBarred()],
    isMany: true,
    isKept: true,
  },
  {
    name: 'an SMS text',
    path: ({ widget }) => `/widgets/${widget.id}/sms/edit?message=visitor.call-scheduled`,
    type: (page, thing) => retype(page, 'Text', thing),
    submit: 'Save text',
    operation: 'sms.create',
    again: submit('Save text', (page) => page.getByRole('list', { name: 'SMS messages' })),
    made: async ({ sandbox, widget }, thing) =>
      count(
        z.array(Sms).parse(await sandbox.call('sms.list', { widget_id: widget.id })),
        ({ text, updated_at }) => text === thing && updated_at !== null,
      ),
    things: () => ['Zanzibar', 'Timbuktu'],
    isMany: false,
    isKept: true,
  },
  {
    name: 'a voice message',
    path: ({ widget }) => `/widgets/${widget.id}/voice/edit?message=visitor.call`,
    type: (page, thing) => retype(page, 'Address of the recording', thing),
    submit: 'Save message',
    operation: 'voice.create',
    again: submit('Save message', (page) => page.getByRole('list', { name: 'Voice messages' })),
    made: async ({ sandbox, widget }, thing) =>
      count(
        z.array(Voice).parse(await sandbox.call('voice.list', { widget_id: widget.id })),
        ({ recording }) => recording?.full_url === thing,
      ),
    things: () => ['https://media.example.com/zanzibar.mp3', 'https://media.example.com/timbuktu.mp3'],
    isMany: false,
    isKept: true,
  },
];

/** The widget that the forms are about, on which somebody can always take a call. */
export const worldOf = async (sandbox: Sandbox, people: People): Promise<World> => ({
  sandbox,
  people,
  widget: await seedTeam(sandbox, { description: 'Corner shop' }),
});
