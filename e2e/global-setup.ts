import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { runScript } from './server-process.ts';

/** The build under test: `DIST` names another one, so that several can be tested side by side. */
const dist = process.env.DIST ?? 'dist';

/** The database that every worker opens its own copy of. */
export const dumpFile = path.resolve('test-results', `e2e-${path.basename(dist)}.tar`);

/** Seeds one database, once: opening a copy takes half a second, seeding takes longer. */
export default async function globalSetup(): Promise<void> {
  if (!existsSync(path.join(dist, 'index.html')))
    throw new Error('There is no build to test. Run "npm run build" first.');
  await mkdir(path.dirname(dumpFile), { recursive: true });
  await runScript('server/testing/e2e-dump.ts', dumpFile, 'demo');
}
