import { expect, test } from './fixtures.ts';

/** The picture in the README. It is written to `docs` only where UPDATE_SCREENSHOT is set, so that a run changes no file. */
test('the list of the demo account shows its twelve widgets and the sandbox behind it', async ({ page }, testInfo) => {
  await page.goto('/widgets');
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(13);
  await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Sandbox');
  await page.mouse.move(0, 0);
  const path = process.env.UPDATE_SCREENSHOT ? 'docs/screenshot.png' : testInfo.outputPath('screenshot.png');
  await page.screenshot({ path, animations: 'disabled' });
});
