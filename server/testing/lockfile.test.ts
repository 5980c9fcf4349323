import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const Lock = z.object({
  packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).default({}) })),
});

/** npm drops what its registry could not give (a mirror without other platforms), and `npm ci` then refuses the file. */
test('the lock file holds the packages of every platform', () => {
  const { packages } = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const known = Object.keys(packages);
  const wanted = Object.values(packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies));
  expect(wanted.filter((name) => !known.some((key) => key.endsWith(`node_modules/${name}`)))).toEqual([]);
});
