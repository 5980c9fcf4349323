import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectFieldError, expectNoAxeViolations, tabAndPress, tabAndType } from './helpers.ts';
import { openAs, People } from './people.ts';

const current = (page: Page) => page.getByLabel(/^Current password/);
const next = (page: Page) => page.getByLabel(/^New password/);
const change = (page: Page) => page.getByRole('button', { name: 'Change password' });
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const ended = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });

test('says who one is and what one may do', async ({ page }) => {
  await page.goto('/widgets');
  await page.getByRole('link', { name: /Olivia Operator/ }).click();
  await expect(title(page)).toHaveText('Account');
  await expect(page.getByText('operator@demo.example')).toBeVisible();
  await expect(page.getByText('Everything, and who may use the console.')).toBeVisible();
});

test.describe('a manager', () => {
  test.use({ role: 'manager' });
  test('is told which user of CallPage they are', async ({ page }) => {
    await page.goto('/account');
    await expect(page.getByRole('definition').filter({ hasText: 'Oliver Hughes' })).toHaveCount(2);
  });
});

test('the password is changed by keyboard, and every other session ends', async ({ server, browser }) => {
  const people = new People(server);
  const person = await people.make('support');
  const other = await openAs(browser, person, '/calls');
  const page = await openAs(browser, person, '/account');

  await tabAndType(current(page), 'not the right one');
  await tabAndType(next(page), 'short');
  await page.keyboard.press('Enter');
  await expectFieldError(next(page), /12 characters or more/);
  await next(page).fill('a password of other words');
  await tabAndPress(change(page));
  await expectFieldError(current(page), /This is not your password/);
  await expect(current(page)).toBeFocused();
  await expect(next(page)).toHaveValue('a password of other words');
  await expect(ended(other)).toBeHidden();

  await current(page).fill(person.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Password changed')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Password', exact: true })).toBeFocused();
  await expect(current(page)).toHaveValue('');
  await expect(ended(other)).toBeVisible();
  // The page goes on, and hears what happens.
  await expect(ended(page)).toBeHidden();
  await people.post('/auth/people/update', { id: person.id, role: 'operator' });
  await expect(page.getByRole('link', { name: 'People' })).toBeVisible();
  await openAs(browser, { ...person, password: 'a password of other words' });
});

test('no password stays behind in the browser', async ({ page }) => {
  await page.goto('/account');
  await current(page).fill('something secret');
  await next(page).fill('something else that is secret');
  await expect(current(page)).toHaveValue('something secret');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('secret');
});

test('who is signed in by one click is told that they have no password', async ({ page, allowConsole }) => {
  allowConsole(/403/);
  await page.goto('/account');
  await current(page).fill('none at all');
  await next(page).fill('a password of many words');
  await change(page).click();
  await expectFieldError(current(page), /A demo person has none until an operator makes a password link/);
});

test('signing out everywhere ends every session, also in another browser', async ({ server, browser }) => {
  const person = await new People(server).make('support');
  const other = await openAs(browser, person, '/calls');
  const page = await openAs(browser, person, '/account');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(title(page)).toHaveText('Sign in');
  await expect(ended(other)).toBeVisible();
});

for (const width of [1280, 360]) {
  test(`the account is accessible and fits at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/account');
    await title(page).waitFor();
    await expectNoAxeViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
