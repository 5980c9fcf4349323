import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  clickRowAction,
  expectFieldError,
  expectNoAxeViolations,
  expectRowVisible,
  row,
  tabAndPress,
  tabAndType,
  tabTo,
} from './helpers.ts';
import { People } from './people.ts';

const list = (page: Page) => page.getByRole('table', { name: 'Do not call' });
const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

let next = 0;
/** A number that no other test of this worker puts on the list. */
const newNumber = () =>
  `+48 603 ${String(Math.floor(next / 1000)).padStart(3, '0')} ${String(next++ % 1000).padStart(3, '0')}`;

test('numbers are pasted, what is none stays to be corrected, and one is taken off again', async ({
  page,
  context,
}) => {
  const [one, two, three] = [newNumber(), newNumber(), newNumber()];
  await page.goto('/do-not-call');
  await page.getByRole('link', { name: 'Add numbers' }).first().click();
  await button(page, 'Add to the list').click();
  await expectFieldError(field(page, 'Numbers'), /Enter a number/);
  await expectFieldError(field(page, 'Reason'), /Say why/);

  await field(page, 'Numbers').focus();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const pasted = `${one}\r\n${two.replaceAll(' ', '')}, ${one}\nJan Nowak`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), pasted);
  await page.keyboard.press('ControlOrMeta+V');
  await field(page, 'Reason').pressSequentially('Asked by letter');
  await button(page, 'Add to the list').click();
  await expect(page.getByRole('alert')).toContainText('2 numbers were added, 1 number was on the list already.');
  await expect(field(page, 'Numbers')).toHaveValue('Jan Nowak');
  await expectFieldError(field(page, 'Numbers'), /“Jan Nowak”: /);
  await expect(field(page, 'Numbers')).toBeFocused();
  await expectNoAxeViolations(page);

  await test.step('what is left survives a reload', async () => {
    page.once('dialog', (question) => void question.accept());
    await page.reload();
    await expect(field(page, 'Numbers')).toHaveValue('Jan Nowak');
    await expect(field(page, 'Reason')).toHaveValue('Asked by letter');
  });

  await field(page, 'Numbers').press('ControlOrMeta+A');
  await field(page, 'Numbers').pressSequentially(three.replace('+48 ', ''));
  await page.getByRole('combobox', { name: 'Country of numbers without a code' }).selectOption('Poland +48');
  await button(page, 'Add to the list').click();
  await expect(page).toHaveURL('/do-not-call');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectRowVisible(list(page), { Number: three, Reason: 'Asked by letter', 'Added by': 'Olivia Operator' });

  await test.step('the list is searched by a part of a number, and exported', async () => {
    await page.getByRole('searchbox', { name: 'Search the list' }).pressSequentially(two.slice(4));
    await expect(list(page).getByRole('row')).toHaveCount(2);
    const download = page.waitForEvent('download');
    await button(page, 'Export CSV').click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).toContain(two);
    expect(text).toContain('Asked by letter');
    await page.getByRole('searchbox', { name: 'Search the list' }).pressSequentially('9999999');
    await expect(page.getByRole('heading', { name: 'No number matches' })).toBeVisible();
    await button(page, 'Clear filters').first().click();
  });

  await test.step('one is taken off, and the trail tells of all of it', async () => {
    await clickRowAction(list(page), two, /^Take .* off the list$/);
    const dialog = page.getByRole('dialog', { name: `Take ${two} off the list?` });
    await expect(dialog).toContainText('It can be called again at once.');
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await dialog.getByRole('button', { name: 'Take off the list' }).click();
    await expect(row(list(page), two)).toHaveCount(0);
    await page.goto('/activity?entity=doNotCall');
    const last = two.slice(-3);
    await expect(page.getByRole('list').first()).toContainText(`removed •••${last} from the do-not-call list`);
    await expect(page.getByRole('main')).toContainText('added 2 numbers to the do-not-call list');
    await expect(page.getByRole('main')).not.toContainText(two);
  });
});

test('by keyboard alone, at 360 px, in light and dark', async ({ page }) => {
  const number = newNumber();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/do-not-call');
  await tabAndPress(page.getByRole('link', { name: 'Add numbers' }).first());
  await tabAndType(field(page, 'Numbers'), number);
  await tabAndType(field(page, 'Reason'), 'No more, please');
  expect(await fits(page)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(row(list(page), number)).toBeVisible();
  expect(await fits(page)).toBe(true);
  await expectNoAxeViolations(page);
  await tabAndPress(row(list(page), number).getByRole('button'));
  await expectNoAxeViolations(page);
  await tabAndPress(page.getByRole('dialog').getByRole('button', { name: 'Take off the list' }));
  await expect(row(list(page), number)).toHaveCount(0);
  await tabTo(page.getByRole('link', { name: 'Add numbers' }).first());
});

test('an empty list says what it is for, one that cannot be read says why, and it follows what others do', async ({
  page,
  sandbox,
  server,
}) => {
  await sandbox.arm({ operation: 'GET /console/do-not-call', kind: 'status', message: 'The disk is full.', times: 3 });
  await page.goto('/do-not-call');
  await expect(page.getByRole('heading', { name: 'The list could not be read' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('The disk is full.');
  await button(page, 'Try again').click();
  const people = new People(server);
  const number = newNumber();
  await expect(list(page).or(page.getByRole('heading', { name: 'Every number may be called' }))).toBeVisible();
  await people.post('/console/do-not-call/add', { numbers: [number], reason: 'Moved away' });
  await expect(row(list(page), number)).toBeVisible();
});

test.describe('support', () => {
  test.use({ role: 'support' });
  test('does not see the list', async ({ page }) => {
    await page.goto('/do-not-call');
    await expect(page.getByRole('heading', { name: 'Not for your role' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Do not call' })).toHaveCount(
      0,
    );
  });
});
