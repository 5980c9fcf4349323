import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect } from './fixtures.ts';
import type { Sandbox, SandboxWidget } from './sandbox.ts';

/** What a row is done with. */
export interface Scene {
  page: Page;
  sandbox: Sandbox;
  /** A widget of the test's own with two managers, one of them switched on. */
  widget: SandboxWidget;
}

export interface Row {
  /** The contract's own words. */
  name: string;
  /** What the browser has to ask for. */
  request: string;
  /** What a person does, and what is read back from the sandbox's API. */
  act: (scene: Scene) => Promise<void>;
}

const Switchable = z.looseObject({ enabled: z.boolean() });
export const Switchables = z.array(Switchable);
const Message = Switchable.extend({ message_id: z.string(), updated_at: z.string().nullable() });
const Sms = Message.extend({ text: z.string() });
const Voice = Message.extend({ recording: z.looseObject({ full_url: z.string() }).nullable() });
const Manager = Switchable.extend({ user_id: z.number(), business_times: z.array(z.unknown()) });
export const Users = z.array(z.looseObject({ id: z.number(), name: z.string() }));

export const afterCall = 'visitor.dial-completed';
export const announced = 'visitor.call';
export const recording = 'https://media.example.com/hello.mp3';

const list = async (sandbox: Sandbox, operation: string, widget_id: number) => sandbox.call(operation, { widget_id });
export const smsOf = async ({ sandbox, widget }: Scene) =>
  z.array(Sms).parse(await list(sandbox, 'sms.list', widget.id));
export const voiceOf = async ({ sandbox, widget }: Scene) =>
  z.array(Voice).parse(await list(sandbox, 'voice.list', widget.id));
export const managersOf = async ({ sandbox, widget }: Scene) =>
  z.array(Manager).parse(await list(sandbox, 'managers.list', widget.id));

export const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Widget' }).getByRole('link', { name, exact: true });
export const main = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });

/** Opens the widget of the test from the list, as a person finds it. */
export async function openWidget({ page, widget }: Scene) {
  await page.goto('/widgets');
  await page.getByRole('searchbox', { name: 'Search widgets' }).fill(widget.description ?? '');
  await page.getByRole('link', { name: widget.description ?? '' }).click();
  await expect(page.getByRole('heading', { level: 1, name: widget.description ?? '' })).toBeVisible();
}

/** Opens the statistics of the test's widget and gives the figure with this title. */
export async function statistics({ page, widget }: Scene, title: string) {
  await page.goto('/widgets');
  await main(page, 'Statistics').click();
  await page.getByRole('combobox', { name: 'Widget' }).fill(widget.description ?? '');
  await page.getByRole('option', { name: widget.description ?? '' }).click();
  return page.getByRole('region', { name: title }).getByRole('table');
}
