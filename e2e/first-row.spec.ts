import { expect, test } from './fixtures.ts';

test('what the first row needs is asked for first, in six requests', async ({ page }) => {
  await page.goto('/widgets');
  await page.getByRole('table').getByRole('link').first().waitFor();

  const requests = await page.evaluate(() => {
    const asked = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return asked.map(({ name }) => new URL(name).pathname);
  });
  const list = requests.indexOf('/api/v1/external/widgets/all');
  expect(list, requests.join('\n')).toBeGreaterThan(0);
  expect(list, requests.join('\n')).toBeLessThan(6);
});
