import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

/** The budgets over the built files, in kB of gzip (1 kB = 1,000 bytes). */
const budget = { js: 160, jsAndCss: 172, requests: 6, chunk: 60, charts: 140, phone: 45 };

const dist = path.resolve(process.env.DIST ?? 'dist');
const Chunk = z.object({
  file: z.string(),
  name: z.string().optional(),
  css: z.array(z.string()).default([]),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
});
const manifest = z
  .record(z.string(), Chunk)
  .parse(JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')));

function chunk(key: string) {
  const found = manifest[key];
  if (!found) throw new Error(`The build has no chunk for ${key}. Where did it move?`);
  return found;
}

/** The chunk and all that its static imports bring along, as manifest keys. */
function withImports(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of chunk(key).imports) withImports(next, seen);
  return seen;
}

const filesOf = (keys: Iterable<string>) => {
  const chunks = [...keys].map(chunk);
  return { js: [...new Set(chunks.map(({ file }) => file))], css: [...new Set(chunks.flatMap(({ css }) => css))] };
};
const kB = (file: string) => gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length / 1000;
const sum = (files: string[]) => files.reduce((total, file) => total + kB(file), 0);

const entry = 'index.html';
/** What must be there before the first row of the widget list, where the console opens. */
const list = 'src/features/widgets/WidgetsPage.tsx';
const first = withImports(entry);
if (list in manifest) withImports(list, first);
const { js, css } = filesOf(first);
const routes = Object.keys(manifest).filter((key) => /^src\/features\/.*Page\.tsx$/.test(key));
const later = Object.keys(manifest).filter((key) => !first.has(key) && chunk(key).file.endsWith('.js'));

const sourceOf = (key: string) => readFileSync(path.join(dist, chunk(key).file), 'utf8');
/**
 * Libraries that are large and rarely needed, known in minified code by words of their own, and the pages that cannot
 * show anything without. Elsewhere they come when they are used, if at all.
 */
const heavy = [
  { name: 'charts', mark: 'recharts-', limit: budget.charts, pages: [] },
  {
    name: 'phone library',
    mark: 'country_calling_codes',
    limit: budget.phone,
    pages: ['CallbackPage', 'NewUserPage', 'UserPage'],
  },
  { name: 'clock library', mark: 'PlainMonthDay', limit: budget.chunk, pages: ['HoursPage', 'MePage'] },
  { name: 'SMS counter', mark: 'getEncodingName', limit: budget.chunk, pages: ['SmsFormPage'] },
];
const limitOf = (key: string) => heavy.find(({ mark }) => sourceOf(key).includes(mark))?.limit ?? budget.chunk;

describe('sizes of the build, gzip', () => {
  const rows: Record<string, unknown>[] = [];
  const measured = (what: string, value: number, limit: number) => {
    rows.push({ what, value: Math.round(value * 10) / 10, limit });
    return value;
  };
  afterAll(() => console.table(rows));

  test('JavaScript before the widget list', () => {
    expect(measured('JS before the list, kB', sum(js), budget.js)).toBeLessThanOrEqual(budget.js);
  });

  test('JavaScript and CSS before the widget list', () => {
    const total = measured('JS + CSS before the list, kB', sum([...js, ...css]), budget.jsAndCss);
    expect(total).toBeLessThanOrEqual(budget.jsAndCss);
  });

  test('requests before the first row: the page, its scripts and styles, the session and the list', () => {
    const count = measured('requests before the first row', 1 + js.length + css.length + 2, budget.requests);
    expect(count, `${[...js, ...css].join('\n')}\n`).toBeLessThanOrEqual(budget.requests);
  });

  test.each(later)('later chunk %s', (key) => {
    const { file } = chunk(key);
    const limit = limitOf(key);
    const size = measured(path.basename(file), kB(file), limit);
    expect(size).toBeLessThanOrEqual(limit);
  });

  test.each(heavy)('$name: loaded with the pages that need it, and with no other', ({ mark, pages }) => {
    const holds = (key: string) => sourceOf(key).includes(mark);
    expect(Object.keys(manifest).some(holds), 'it is in the build').toBe(true);
    const found = routes.filter((key) => [...withImports(key)].some(holds));
    expect(found.map((key) => path.basename(key, '.tsx'))).toEqual(pages);
    expect([...first].filter(holds)).toEqual([]);
  });

  test('no chunks import each other in a circle', () => {
    const circles = Object.keys(manifest).filter((key) =>
      chunk(key).imports.some((next) => withImports(next).has(key)),
    );
    expect(circles).toEqual([]);
  });

  test('each file has its compressed forms beside it', () => {
    for (const file of [...js, ...css]) {
      expect(statSync(path.join(dist, `${file}.br`)).size).toBeLessThanOrEqual(statSync(path.join(dist, file)).size);
    }
  });
});
