import { expect, test } from './fixtures.ts';
import { clickRowAction, expectRowVisible } from './helpers.ts';

test('a widget is found and switched off through Vite’s proxy', async ({ page, sandbox }) => {
  const widget = await sandbox.seedWidget({ description: 'Corner shop', enabled: true });

  await page.goto('/');
  await page.getByRole('searchbox').fill('Corner');
  const table = page.getByRole('table');
  await expectRowVisible(table, { Description: 'Corner shop' });
  await clickRowAction(table, 'Corner shop', 'Corner shop is enabled');

  await expect(page.getByRole('switch', { name: 'Corner shop is enabled' })).not.toBeChecked();
  await expect.poll(async () => (await sandbox.widget(widget.id)).enabled).toBe(false);
});
