import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

/** A line of code, the file it would stand in, and the rule that must refuse it (or nothing must). */
interface Case {
  name: string;
  file: string;
  code: string;
  rule?: string;
}

const imports = 'lint/style/noRestrictedImports';
const using = (specifier: string) => `import { x } from '${specifier}';\nexport const y = x;\n`;
const refused = (name: string, file: string, specifier: string): Case => ({
  name,
  file,
  code: using(specifier),
  rule: imports,
});
const allowed = (name: string, file: string, specifier: string): Case => ({ name, file, code: using(specifier) });

const cases: Case[] = [
  refused('domain does not import lib', 'src/domain/a1.ts', '#src/lib/format.ts'),
  refused('domain does not import React', 'src/domain/a2.ts', 'react'),
  refused('domain does not import Node', 'src/domain/a3.ts', 'node:fs'),
  allowed('domain imports its siblings', 'src/domain/a4.ts', './week.ts'),
  allowed('domain imports zod/mini', 'src/domain/a5.ts', 'zod/mini'),
  allowed('tests of the domain import their tools', 'src/domain/a6.test.ts', 'fast-check'),
  refused('lib does not import api', 'src/lib/b1.ts', '#src/api/http.ts'),
  allowed('lib imports domain', 'src/lib/b2.ts', '#src/domain/limits.ts'),
  refused('api does not import ui', 'src/api/c1.ts', '#src/ui/notify.tsx'),
  refused('wire does not import the rest of api', 'src/api/wire/c2.ts', '#src/api/http.ts'),
  allowed('api imports lib', 'src/api/c3.ts', '#src/lib/csv.ts'),
  refused('ui does not import api', 'src/ui/d1.tsx', '#src/api/widgets.ts'),
  refused('ui does not import a feature', 'src/ui/d2.tsx', '#src/features/widgets/queries.ts'),
  allowed('ui imports Mantine', 'src/ui/d3.tsx', '@mantine/core'),
  refused('a feature does not import another', 'src/features/users/e1.tsx', '#src/features/widgets/columns.tsx'),
  refused('a feature does not import app', 'src/features/users/e2.tsx', '#src/app/routes.tsx'),
  allowed("a feature imports another's queries", 'src/features/users/e3.tsx', '#src/features/widgets/queries.ts'),
  allowed('a feature imports app/paths', 'src/features/users/e4.tsx', '#src/app/paths.ts'),
  refused('app does not import the server', 'src/app/f1.tsx', '#server/config.ts'),
  allowed('app imports a feature', 'src/app/f2.tsx', '#src/features/widgets/WidgetsPage.tsx'),
  refused('the server does not import the browser', 'server/g1.ts', '#src/lib/csv.ts'),
  refused('the server does not import api beyond wire', 'server/g2.ts', '#src/api/http.ts'),
  allowed('the server imports the wire', 'server/g3.ts', '#src/api/wire/widgets.ts'),
  refused('e2e does not import the server', 'e2e/h1.ts', '#server/config.ts'),
  refused('e2e does not import a feature', 'e2e/h2.ts', '#src/features/widgets/queries.ts'),
  allowed('e2e imports paths', 'e2e/h3.ts', '#src/app/paths.ts'),
  refused('nothing goes up by ../', 'src/features/widgets/i1.tsx', '../users/queries.ts'),
  refused('nothing goes up by ./../', 'server/db/i2.ts', './../config.ts'),
  {
    name: 'a lazy import is fenced too',
    file: 'src/ui/j1.ts',
    code: "export const load = () => import('#src/app/App.tsx');\n",
    rule: imports,
  },
  {
    name: 'only http.ts calls fetch',
    file: 'src/features/users/k1.ts',
    code: "export const load = () => fetch('/x');\n",
    rule: 'lint/style/noRestrictedGlobals',
  },
  { name: 'http.ts calls fetch', file: 'src/api/http.ts', code: "export const load = () => fetch('/x');\n" },
  ...['localStorage', 'sessionStorage'].map(
    (storage): Case => ({
      name: `only storage.ts uses ${storage}`,
      file: `src/ui/k2-${storage}.ts`,
      code: `export const read = () => ${storage}.getItem('x');\n`,
      rule: 'lint/style/noRestrictedGlobals',
    }),
  ),
  {
    name: 'storage.ts uses sessionStorage',
    file: 'src/lib/storage.ts',
    code: "export const read = () => sessionStorage.getItem('x');\n",
  },
  {
    name: 'the browser does not import Node',
    file: 'src/lib/l1.ts',
    code: using('node:fs'),
    rule: 'lint/correctness/noNodejsModules',
  },
  {
    name: 'a promise does not float',
    file: 'src/lib/m1.ts',
    code: 'async function go(): Promise<void> {\n  await Promise.resolve();\n}\nexport function start() {\n  go();\n}\n',
    rule: 'lint/nursery/noFloatingPromises',
  },
  {
    name: 'a promise is not a condition',
    file: 'src/lib/m2.ts',
    code: 'async function ready(): Promise<boolean> {\n  return await Promise.resolve(true);\n}\nexport function start() {\n  if (ready()) return 1;\n  return 2;\n}\n',
    rule: 'lint/nursery/noMisusedPromises',
  },
  {
    name: 'a hook is not called in a condition',
    file: 'src/ui/m3.tsx',
    code: "import { useId } from 'react';\nexport function useMaybe(on: boolean) {\n  if (on) useId();\n}\n",
    rule: 'lint/correctness/useHookAtTopLevel',
  },
  {
    name: 'the console is not the log',
    file: 'server/gateway/n1.ts',
    code: "console.log('x');\n",
    rule: 'lint/suspicious/noConsole',
  },
];

const report = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

/** Lints a folder with the project's own configuration and gives the rules that spoke, by file. */
async function lint(folder: string): Promise<Map<string, string[]>> {
  const biome = path.resolve('node_modules/.bin/biome');
  const output = await new Promise<string>((resolve) => {
    const args = ['lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false', '.'];
    execFile(biome, args, { cwd: folder, maxBuffer: 1 << 24 }, (_error, stdout) => resolve(stdout));
  });
  const found = new Map<string, string[]>();
  for (const { category, location } of report.parse(JSON.parse(output)).diagnostics) {
    const file = path.normalize(location.path);
    found.set(file, [...(found.get(file) ?? []), category]);
  }
  return found;
}

describe('the linter', () => {
  let folder = '';
  let found = new Map<string, string[]>();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fences-'));
    await writeFile(path.join(folder, 'biome.json'), await readFile('biome.json'));
    await writeFile(path.join(folder, 'package.json'), await readFile('package.json'));
    for (const { file, code } of cases) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), code);
    }
    found = await lint(folder);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(cases)('$name', ({ file, rule }) => {
    const rules = found.get(file) ?? [];
    if (rule) expect(rules).toContain(rule);
    else expect(rules).toEqual([]);
  });
});
