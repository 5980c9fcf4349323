import { expect, test } from 'vitest';
import { paths } from './paths.ts';

test('every address of the console, as people have bookmarked it', () => {
  const build: Record<string, (id: number) => string> = paths;
  const all = Object.fromEntries(Object.entries(build).map(([name, path]) => [name, path(7)]));
  expect(all).toMatchInlineSnapshot(`
    {
      "duplicateWidget": "/widgets/new?from=7",
      "home": "/",
      "newWidget": "/widgets/new",
      "widget": "/widgets/7",
      "widgetEdit": "/widgets/7/edit",
      "widgets": "/widgets",
    }
  `);
});
