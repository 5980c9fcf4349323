import { expect, test } from './fixtures.ts';
import { expectNoAxeViolations } from './helpers.ts';

const pages = {
  'the widgets': '/widgets',
  'a search that finds nothing': '/widgets?q=nothing-is-called-this',
  'a new widget': '/widgets/new',
  'a widget': '/widgets/1',
  'the form of a widget': '/widgets/1/edit',
  'a page that is not there': '/nowhere',
};

for (const [name, path] of Object.entries(pages)) {
  for (const width of [1280, 360]) {
    test(`${name} can be read and used by everybody at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('status', { name: /^Loading/ })).toBeHidden();
      await expectNoAxeViolations(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, 'pixels beyond the edge').toBeLessThanOrEqual(0);
    });
  }
}

test('the dialogs of the widgets can be read and used by everybody', async ({ page }) => {
  // One row, at the top: what the dialog or the bar covers in part would count as a small target.
  await page.goto('/widgets?q=online');
  await page
    .getByRole('checkbox', { name: /^Select / })
    .nth(1)
    .check();
  await page.getByRole('button', { name: 'Disable', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.goto('/widgets/1');
  await page.getByRole('button', { name: 'Delete…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoAxeViolations(page);
});
