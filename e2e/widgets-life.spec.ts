import type { Page } from '@playwright/test';
import { failure } from './faults.ts';
import { expect, test } from './fixtures.ts';
import {
  expectFieldError,
  expectFocusTrapped,
  expectRowHidden,
  expectRowVisible,
  nextBody,
  tabAndPress,
  tabAndType,
  tabTo,
} from './helpers.ts';

/** The id in the address of the widget's page that is shown. */
async function shownId(page: Page): Promise<number> {
  await expect(page).toHaveURL(/\/widgets\/\d+$/);
  return Number(new URL(page.url()).pathname.split('/').at(-1));
}

test('the whole life of a widget, by mouse', async ({ page, sandbox }) => {
  const table = page.getByRole('table', { name: 'Widgets' });
  const url = page.getByRole('textbox', { name: 'URL' });
  let id = 0;

  await test.step('an address that is none is explained and kept', async () => {
    await page.goto('/widgets');
    await page.getByRole('link', { name: 'New widget' }).click();
    await url.fill('corner shop');
    await page.getByRole('textbox', { name: 'Description' }).fill('Corner shop');
    await page.getByRole('combobox', { name: 'Locale' }).selectOption('Polish');
    await page.getByRole('button', { name: 'Create widget' }).click();

    await expectFieldError(url, /not a web address/);
    await expect(url).toHaveValue('corner shop');
    await expect(url).toBeFocused();
    expect((await sandbox.requests()).counts).not.toHaveProperty('widgets.create');
  });

  await test.step('it is created, with the address in its normal form', async () => {
    await url.fill('  Corner-Shop.Example.com/Contact?from=1 ');
    await page.getByRole('button', { name: 'Create widget' }).click();
    id = await shownId(page);

    await expect(page.getByRole('heading', { name: 'Corner shop' })).toBeVisible();
    expect(await sandbox.widget(id)).toMatchObject({
      url: 'https://corner-shop.example.com/Contact?from=1',
      description: 'Corner shop',
      locale_code: 'pl',
      enabled: true,
    });
  });

  await test.step('it is in the list', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Widgets' }).click();
    await expectRowVisible(table, {
      Description: 'Corner shop',
      URL: 'corner-shop.example.com/Contact?from=1',
      Locale: 'Polish',
      Managers: '0',
      Installed: 'No',
      Calls: '0',
    });
  });

  await test.step('it is edited, and only what was changed is sent', async () => {
    await table.getByRole('link', { name: 'Corner shop' }).click();
    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Description' }).fill('Corner shop, closing');
    await page.getByRole('combobox', { name: 'Locale' }).selectOption('German');
    await page.getByRole('switch', { name: 'Enabled' }).click();
    const sent = nextBody(page, 'widgets/update');
    await page.getByRole('button', { name: 'Save changes' }).click();

    await expect(page.getByRole('heading', { name: 'Corner shop, closing' })).toBeVisible();
    const changes = { description: 'Corner shop, closing', locale_code: 'de', enabled: false };
    expect(await sent).toEqual({ id, url: 'https://corner-shop.example.com/Contact?from=1', ...changes });
    expect(await sandbox.widget(id)).toMatchObject(changes);
    await expect(page.getByRole('switch', { name: 'Corner shop, closing is enabled' })).not.toBeChecked();
  });

  await test.step('it is duplicated', async () => {
    await page.getByRole('link', { name: 'Duplicate' }).click();
    await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Copy of Corner shop, closing');
    await url.fill('second.example.com');
    await page.getByRole('button', { name: 'Create widget' }).click();
    await expect(page.getByRole('heading', { name: 'Copy of Corner shop, closing' })).toBeVisible();

    const copy = await shownId(page);
    expect(copy).not.toBe(id);
    expect(await sandbox.widget(copy)).toMatchObject({ url: 'https://second.example.com', locale_code: 'de' });
  });

  await test.step('it is deleted once its host is typed', async () => {
    await page.goto(`/widgets/${id}`);
    await page.getByRole('button', { name: 'Delete…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete “Corner shop, closing”?' });
    const host = dialog.getByRole('textbox', { name: 'Type corner-shop.example.com to confirm' });
    await host.fill('second.example.com');
    await dialog.getByRole('button', { name: 'Delete widget' }).click();
    await expectFieldError(host, /Type exactly corner-shop.example.com/);
    expect((await sandbox.requests()).counts).not.toHaveProperty('widgets.delete');

    await host.fill('corner-shop.example.com');
    await dialog.getByRole('button', { name: 'Delete widget' }).click();
    await expect(page).toHaveURL('/widgets');
    await expectRowHidden(table, { Description: 'Corner shop, closing' });
    await expectRowVisible(table, { Description: 'Copy of Corner shop, closing' });
    expect((await sandbox.widgets()).map((widget) => widget.id)).not.toContain(id);
  });
});

test('the whole life of a widget, by keyboard alone', async ({ page, sandbox }) => {
  const { keyboard } = page;
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  const url = page.getByRole('textbox', { name: 'URL' });
  let id = 0;

  await test.step('the skip link leads past the navigation', async () => {
    await page.goto('/widgets');
    await heading('Widgets').waitFor();
    await keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'New widget' })).toBeFocused();
  });

  await test.step('a page that is opened has its heading focused', async () => {
    await keyboard.press('Enter');
    await expect(heading('New widget')).toBeFocused();
  });

  await test.step('it is created', async () => {
    await tabAndType(url, 'night shop');
    await keyboard.press('Enter');
    await expectFieldError(url, /not a web address/);
    await expect(url).toBeFocused();

    await keyboard.press('Shift+Tab');
    await tabAndType(url, 'night-shop.example.com');
    await tabAndType(page.getByRole('textbox', { name: 'Description' }), 'Night shop');
    await tabAndType(page.getByRole('combobox', { name: 'Locale' }), 'Cze');
    await tabAndPress(page.getByRole('button', { name: 'Create widget' }));

    await expect(heading('Night shop')).toBeFocused();
    id = await shownId(page);
    expect(await sandbox.widget(id)).toMatchObject({ url: 'https://night-shop.example.com', locale_code: 'cz' });
  });

  await test.step('it is found in the list, switched and opened', async () => {
    await tabTo(page.getByRole('main').getByRole('link', { name: 'Widgets' }), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(heading('Widgets')).toBeFocused();
    await tabAndType(page.getByRole('searchbox', { name: 'Search widgets' }), 'night');
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
    await tabAndPress(page.getByRole('switch', { name: 'Night shop is enabled' }), 'Space');
    await expect.poll(async () => (await sandbox.widget(id)).enabled).toBe(false);
    await tabTo(page.getByRole('link', { name: 'Night shop' }), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(heading('Night shop')).toBeFocused();
  });

  await test.step('it is edited', async () => {
    const tab = page.getByRole('link', { name: 'Edit' });
    await tabAndPress(tab);
    await page.getByRole('form', { name: 'Edit widget' }).waitFor();
    await expect(tab).toBeFocused();
    await tabAndType(page.getByRole('textbox', { name: 'Description' }), 'Day shop');
    await tabAndPress(page.getByRole('switch', { name: 'Enabled' }), 'Space');
    await tabAndPress(page.getByRole('button', { name: 'Add a setting' }), 'Space');
    await tabTo(page.getByRole('textbox', { name: 'Key of setting 1' }), 'Shift+Tab');
    await keyboard.type('countdown_seconds');
    await tabAndType(page.getByRole('combobox', { name: 'Type of countdown_seconds' }), 'Num');
    await tabAndType(page.getByRole('textbox', { name: 'Value of countdown_seconds' }), '28');
    await keyboard.press('Enter');

    await expect(heading('Day shop')).toBeFocused();
    expect(await sandbox.widget(id)).toMatchObject({
      description: 'Day shop',
      enabled: true,
      settings: [{ countdown_seconds: 28 }],
    });
  });

  await test.step('it is duplicated', async () => {
    await tabAndPress(page.getByRole('link', { name: 'Duplicate' }));
    await expect(heading('Duplicate widget')).toBeFocused();
    await tabTo(url);
    await keyboard.press('Enter');
    await expect(heading('Copy of Day shop')).toBeFocused();
    expect(await sandbox.widget(await shownId(page))).toMatchObject({ settings: [{ countdown_seconds: 28 }] });
  });

  await test.step('the copy is deleted from a dialog that keeps the focus and gives it back', async () => {
    const copy = await shownId(page);
    const open = page.getByRole('button', { name: 'Delete…' });
    const dialog = page.getByRole('dialog', { name: 'Delete “Copy of Day shop”?' });
    const host = dialog.getByRole('textbox', { name: 'Type night-shop.example.com to confirm' });
    await tabAndPress(open);
    await expect(host).toBeFocused();
    await expectFocusTrapped(dialog);
    await tabAndPress(dialog.getByRole('button', { name: 'Cancel' }), 'Space');
    await expect(dialog).toBeHidden();
    await expect(open).toBeFocused();

    await keyboard.press('Enter');
    await tabAndType(host, 'night-shop.example.com');
    await tabAndPress(dialog.getByRole('button', { name: 'Delete widget' }));
    await expect(heading('Widgets')).toBeFocused();
    const left = (await sandbox.widgets()).map((widget) => widget.id);
    expect(left).toContain(id);
    expect(left).not.toContain(copy);
  });
});

test('a delete whose answer was lost is found done at the next try, and Back leads to nothing that is gone', async ({
  page,
  sandbox,
  allowConsole,
}) => {
  allowConsole(/status of 404/);
  const { id } = await sandbox.seedWidget({ description: 'Closing down', url: 'https://closing.example.com' });
  await page.goto('/widgets?q=closing');
  await page.getByRole('link', { name: 'Closing down' }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('closing.example.com');
  await sandbox.arm(failure('reset', 'widgets.delete', { when: 'after' }));
  await dialog.getByRole('button', { name: 'Delete widget' }).click();
  await expect(dialog.getByRole('alert')).toContainText('closed the connection before its answer was complete');
  expect((await sandbox.widgets()).map((widget) => widget.id)).not.toContain(id);
  await dialog.getByRole('button', { name: 'Delete widget' }).click();
  await expect(page).toHaveURL('/widgets');

  await page.goBack();
  await expect(page.getByRole('heading', { name: 'There is no such widget' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete…' })).toBeHidden();
});
