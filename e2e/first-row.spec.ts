import { expect, test } from './fixtures.ts';

test('the first row takes six requests: the page, its scripts and styles, and the list', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto('/widgets');
  await page.getByRole('table').getByRole('link').first().waitFor();
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(6);
});
