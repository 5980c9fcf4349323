import type { Page } from '@playwright/test';
import { failure } from './faults.ts';
import { expect, test } from './fixtures.ts';

const mainNav = (page: Page) => page.getByRole('navigation', { name: 'Main' });
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const burger = (page: Page) => page.getByRole('button', { name: 'Navigation' });

test('the address alone leads to the widgets', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL('/widgets');
  await expect(title(page)).toHaveText('Widgets');
});

test('every link of the navigation opens its page, marks it, names it and moves the focus to its heading', async ({
  page,
}) => {
  await page.goto('/widgets/new');
  await expect(title(page)).toHaveText('New widget');
  for (const link of await mainNav(page).getByRole('link').all()) {
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(title(page)).toBeFocused();
    await expect(page).toHaveTitle(`${await title(page).textContent()} · CallPage Console`);
  }
});

test('the title of a widget’s page is the widget’s', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget({ description: 'Corner shop' });
  await page.goto(`/widgets/${id}`);
  await expect(page).toHaveTitle('Corner shop · CallPage Console');
  await page.goBack();
  await page.goto(`/widgets/new?from=${id}`);
  await expect(page).toHaveTitle('Duplicate widget · CallPage Console');
});

test('below 768 px the navigation waits behind a button', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 800 });
  await page.goto('/widgets/new');
  await expect(mainNav(page)).toBeVisible();
  await expect(burger(page)).toBeHidden();

  await page.setViewportSize({ width: 767, height: 800 });
  await expect(mainNav(page)).toBeHidden();
  await expect(burger(page)).toHaveAttribute('aria-expanded', 'false');
  await burger(page).click();
  await expect(burger(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('combobox', { name: 'Colours' })).toBeVisible();
  await mainNav(page).getByRole('link', { name: 'Widgets' }).click();
  await expect(title(page)).toHaveText('Widgets');
  await expect(title(page)).toBeFocused();
  await expect(mainNav(page)).toBeHidden();
});

test('the skip link shows itself to the keyboard and passes the navigation by', async ({ page }) => {
  await page.goto('/widgets');
  await expect(title(page)).toBeVisible();
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).not.toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'New widget' })).toBeFocused();
});

test('the connection is named, with its greeting and how long it took', async ({ page }) => {
  await page.goto('/widgets');
  const badge = page.getByRole('status', { name: 'Connection' });
  await expect(badge).toContainText('Sandbox');
  await expect(badge).toContainText(/\d ms/);
  await expect(badge).toContainText('Welcome to the CallPage REST API');
});

test('a connection that is lost is told, and checked again on request', async ({ page, sandbox }) => {
  await sandbox.arm(failure('reset', 'root'));
  await page.goto('/widgets');
  const badge = page.getByRole('status').filter({ hasText: 'No connection' });
  await badge.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Sandbox');
});

/** Whether the page is drawn light on dark. */
const isDark = (page: Page) =>
  page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? []).map(
      Number,
    );
    return red + green + blue < 3 * 128;
  });

test('colours follow the system until one is chosen, which is then kept', async ({ page }) => {
  const colours = page.getByRole('combobox', { name: 'Colours' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/widgets');
  await expect(colours).toHaveValue('auto');
  await expect.poll(() => isDark(page)).toBe(true);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => isDark(page)).toBe(false);

  await colours.selectOption('Colours: dark');
  await expect.poll(() => isDark(page)).toBe(true);
  await page.reload();
  await expect(colours).toHaveValue('dark');
  await expect.poll(() => isDark(page)).toBe(true);

  await page.emulateMedia({ colorScheme: 'dark' });
  await colours.selectOption('Colours: light');
  await page.reload();
  await expect.poll(() => isDark(page)).toBe(false);
  await colours.selectOption('Colours: system');
  await expect.poll(() => isDark(page)).toBe(true);
});

test('an address that leads nowhere says so', async ({ page }) => {
  for (const path of ['/%ff', '/no%00such/page?x=%00', '/no/such/page']) {
    await page.goto(path);
    await expect(title(page)).toHaveText('Page not found');
  }
  await expect(page).toHaveTitle('Page not found · CallPage Console');
  await page.getByRole('link', { name: 'Go to your start page' }).click();
  await expect(title(page)).toHaveText('Widgets');
});

for (const path of ['/widgets/999999', '/widgets/999999/edit', '/widgets/no-number', '/widgets/new?from=999999']) {
  test(`${path} says that there is no such widget`, async ({ page, allowConsole }) => {
    allowConsole(/status of (404|422)/);
    await page.goto(path);
    await expect(title(page)).toHaveText('Widget not found');
    await expect(page.getByText('There is no such widget')).toBeVisible();
    await page.getByRole('link', { name: 'Go to the widgets' }).click();
    await expect(title(page)).toHaveText('Widgets');
  });
}

test('a widget that cannot be read says why and is read again on request', async ({ page, sandbox }) => {
  const { id } = await sandbox.seedWidget({ description: 'Corner shop' });
  await sandbox.arm(failure('html', 'widgets.get', { times: 3 }));
  await page.goto(`/widgets/${id}`);
  const error = page.getByRole('alert').filter({ hasText: 'The widget could not be read' });
  await expect(error).toContainText('sent an answer that could not be read');
  await error.getByRole('button', { name: 'Try again' }).click();
  await expect(title(page)).toHaveText('Corner shop');
});

test('a page whose code cannot be fetched says so, and a reload brings it', async ({ page, context, allowConsole }) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/, /dynamically imported module/);
  await page.goto('/widgets');
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('link', { name: 'New widget' }).click();
  await expect(page.getByRole('heading', { name: 'This page could not be shown' })).toBeVisible();
  await expect(mainNav(page)).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(title(page)).toHaveText('New widget');
});
