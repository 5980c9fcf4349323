import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from './browser.ts';
import { type Count, countOf } from './count.ts';

/**
 * `npm test`: every check in order, the cheap ones first. It stops at the first that fails, except with CI=true, where
 * one run should tell everything. What failed is named once more at the end, and the last line is `N passed, N failed`,
 * a step without tests counting as one.
 * Reports go to the folder TEST_REPORTS, or to one that is thrown away.
 */
const steps = ['lint', 'unused', 'types', 'test:unit', 'test:server', 'build', 'test:size', 'test:e2e'];

try {
  findBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const reports = path.resolve(process.env.TEST_REPORTS ?? mkdtempSync(path.join(tmpdir(), 'console-tests-')));
mkdirSync(reports, { recursive: true });
const total: Count = { passed: 0, failed: 0, failures: [] };

for (const step of steps) {
  const started = Date.now();
  console.log(`\n== npm run ${step}`);
  const { status } = spawnSync('npm', ['run', '--silent', step], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TEST_REPORTS: reports },
  });
  const { passed, failed, failures } = countOf(step, status === 0, reports);
  total.passed += passed;
  total.failed += failed;
  total.failures.push(...failures);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`== ${step}: ${failed === 0 ? 'passed' : 'failed'} in ${seconds} s`);
  if (failed > 0 && !process.env.CI) break;
}

if (total.failures.length > 0) console.log(`\nFailed:\n${total.failures.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
