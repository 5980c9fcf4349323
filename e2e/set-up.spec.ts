import { expect, test } from './fixtures.ts';
import { dumpFile } from './global-setup.ts';
import { expectFieldError, expectNoAxeViolations } from './helpers.ts';
import { startServer } from './server-process.ts';

test.use({ role: null });

test('the first operator comes in by the link that the server has printed, once', async ({ page, allowConsole }) => {
  allowConsole(/410/);
  const { url, setUpLink = '', stop } = await startServer(dumpFile, { DEMO_SIGN_IN: 'off' });
  const title = page.getByRole('heading', { level: 1 });
  const password = page.getByLabel('Password', { exact: true });

  await test.step('nobody can sign in before that', async () => {
    await page.goto(`${url}/widgets`);
    await expect(title).toHaveText('Sign in');
    await expect(page.getByText('Nobody can sign in yet')).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await expectNoAxeViolations(page);
  });

  await test.step('the link asks who they are', async () => {
    await page.goto(setUpLink);
    await expect(title).toHaveText('Set up CallPage Console');
    await page.getByRole('textbox', { name: 'Your name' }).fill('Fay First');
    await page.getByRole('textbox', { name: 'Email' }).fill('fay@console.example');
    await password.fill('too short');
    await page.keyboard.press('Enter');
    await expectFieldError(password, /12 characters or more/);
    await expectNoAxeViolations(page);
    await password.fill('long enough for all');
    await page.keyboard.press('Enter');
    await expect(title).toHaveText('Widgets');
    await expect(page.getByRole('link', { name: 'Fay First Operator' })).toBeVisible();
    expect(page.url()).not.toContain('#');
  });

  await test.step('as long as they are alone they are told what to do', async () => {
    await page.getByRole('link', { name: 'People' }).click();
    await expect(page.getByRole('heading', { name: 'You are the only one so far' })).toBeVisible();
  });

  await test.step('it is good once', async () => {
    await page.goto('about:blank');
    await page.goto(setUpLink);
    await expect(title).toHaveText('This link does not open');
  });
  await stop();
});
