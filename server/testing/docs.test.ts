import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '#package.json' with { type: 'json' };

const records = readdirSync('docs/decisions').map((file) => `docs/decisions/${file}`);
const documents = ['README.md', 'CONTRIBUTING.md', ...records];
const textOf = (file: string) => readFileSync(file, 'utf8');
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, group = '']) => group);

describe('the documents', () => {
  test.each(documents)('%s names only scripts that exist', (file) => {
    const known = Object.keys(manifest.scripts);
    expect(matches(textOf(file), /npm run ([\w:]+)/g).filter((script) => !known.includes(script))).toEqual([]);
  });

  test.each(documents)('%s links only to files that exist', (file) => {
    const links = matches(textOf(file), /\]\((?!https?:)([^)#]+)\)/g);
    expect(links.filter((link) => !existsSync(path.join(path.dirname(file), link)))).toEqual([]);
  });

  test('the index lists every decision', () => {
    const linked = matches(textOf('docs/decisions/README.md'), /\]\((\d{4}[^)]+)\)/g);
    const written = records.map((file) => path.basename(file)).filter((name) => /^\d{4}-/.test(name));
    expect(linked.toSorted()).toEqual(written.toSorted());
  });

  test('the README names every variable of the environment', () => {
    const sources = textOf('server/config.ts') + textOf('server/sandbox/config.ts');
    const readme = textOf('README.md');
    const variables = new Set(matches(sources, /^ {2}([A-Z][A-Z_]+):/gm));
    expect(variables.size).toBeGreaterThan(5);
    expect([...variables].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
