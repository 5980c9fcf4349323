import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { lookAtLists } from './lists-look.ts';
import { clearUp, lists, seedHostile } from './lists-scene.ts';
import { People } from './people.ts';

const widths = Array.from({ length: 31 }, (_, index) => 320 + 32 * index);

for (const [name, { role = 'operator', at, ready, open }] of Object.entries(lists)) {
  test.describe(name, () => {
    test.use({ role });

    test('can be read at every width', async ({ page, sandbox, server }) => {
      const scene = await seedHostile(sandbox, new People(server));
      await page.goto(await at(scene));
      await open?.(page, scene);
      await expect(ready(page)).toBeVisible();
      const found: string[] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        for (const what of await lookAtLists(page, width)) found.push(`at ${width} px ${what}`);
      }
      expect(found).toEqual([]);
      await clearUp(scene);
    });
  });
}

test('every file that draws a list is named by one that is walked', () => {
  const features = path.resolve('src/features');
  const drawsList = /<(DataTable|PagedTable|ItemList|Facts|BulkDialog|SearchMultiSelect|table|ul|ol|dl)\b/;
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && drawsList.test(readFileSync(path.join(features, file), 'utf8')))
    .map((file) => file.replaceAll(path.sep, '/').replace('.tsx', ''));
  expect(
    Object.values(lists)
      .flatMap(({ of }) => of)
      .sort(),
  ).toEqual(files.sort());
});
