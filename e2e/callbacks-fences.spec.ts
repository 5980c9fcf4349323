import type { Page } from '@playwright/test';
import { callsOf, everyCall, seedTeam } from './calls-data.ts';
import { failure } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { expectFieldError, expectNoAxeViolations } from './helpers.ts';
import { People } from './people.ts';

const telephone = (page: Page) => page.getByRole('textbox', { name: 'Telephone' });
const send = (page: Page) => page.getByRole('button', { name: 'Call back' });
const open = (page: Page) => page.getByRole('status', { name: 'Open calls to this number' });
const placed = (page: Page) => page.getByRole('region', { name: /^Call \d+ to/ });

test.use({ role: 'support' });

test('a number that must not be called is refused, in words, and what was typed stays', async ({
  page,
  sandbox,
  server,
  allowConsole,
}) => {
  allowConsole(/status of 422/);
  const { id } = await seedTeam(sandbox);
  const people = new People(server);
  await people.post('/console/do-not-call/add', { numbers: ['+48 604 100 200'], reason: 'Asked by letter' });
  await page.goto(`/callbacks?widget=${id}`);
  await telephone(page).pressSequentially('604100200');
  await send(page).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'Not called' });
  await expect(refusal).toContainText('+48 604 100 200 is on the do-not-call list: Asked by letter. Olivia Operator');
  await expectFieldError(telephone(page), /on the do-not-call list/);
  await expect(telephone(page)).toBeFocused();
  await expect(telephone(page)).toHaveValue('604 100 200');
  await expectNoAxeViolations(page);
  expect(await callsOf(sandbox, id)).toEqual([]);
});

test('a costly number is asked about, and called for whoever wants it', async ({ page, sandbox, allowConsole }) => {
  allowConsole(/status of 409/);
  const { id } = await seedTeam(sandbox);
  await page.goto(`/callbacks?widget=${id}`);
  await telephone(page).pressSequentially('700123456');
  await send(page).click();
  const question = page.getByRole('dialog', { name: 'Call +48 700 123 456 at a higher cost?' });
  await expect(question).toContainText('is a premium-rate number');
  await expect(question.getByRole('button', { name: 'Do not call' })).toBeFocused();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  expect(await callsOf(sandbox, id)).toEqual([]);
  await send(page).click();
  await question.getByRole('button', { name: 'Call all the same' }).click();
  await expect(placed(page)).toBeVisible();
  expect(await callsOf(sandbox, id)).toHaveLength(1);
});

test('an open call of any widget is shown while the number is typed, and asked about before another', async ({
  page,
  sandbox,
}) => {
  // Of the demo's: asked for longer ago than ten minutes.
  const scheduled = (await everyCall(sandbox)).findLast(({ data }) => data.human_status === 'scheduled');
  if (!scheduled) throw new Error('No call of the demo is scheduled.');
  const { description } = await sandbox.widget(scheduled.data.leadable_id);
  const { id } = await seedTeam(sandbox, { description: 'Florist' });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/callbacks?widget=${id}`);
  await telephone(page).pressSequentially(scheduled.data.to.slice(0, -1));
  await expect(open(page)).toBeEmpty();
  await telephone(page).pressSequentially(scheduled.data.to.slice(-1));
  await expect(open(page)).toContainText('An open call to this number');
  await expect(open(page)).toContainText('Scheduled for');
  await expect(open(page)).toContainText(String(description));
  await expect(open(page).getByRole('link')).toHaveAttribute('href', `/calls/${scheduled.id}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectNoAxeViolations(page);

  await send(page).click();
  const question = page.getByRole('dialog', { name: /^\+[\d ]+ has an open call$/ });
  await expect(question.getByRole('list', { name: 'Open calls' })).toContainText(String(description));
  await question.getByRole('button', { name: 'Do not call' }).click();
  expect(await callsOf(sandbox, id)).toEqual([]);
  await send(page).click();
  await question.getByRole('button', { name: 'Call as well' }).click();
  await expect(placed(page)).toBeVisible();
  expect(await callsOf(sandbox, id)).toHaveLength(1);
});

test('that open calls cannot be read is said under the number', async ({ page, sandbox }) => {
  const { id } = await seedTeam(sandbox);
  await page.goto(`/callbacks?widget=${id}`);
  await sandbox.arm(failure('status', 'calls.list', { times: 20 }));
  await telephone(page).pressSequentially('606100200');
  await expect(open(page)).toContainText('Whether this number has an open call could not be read.');
});
