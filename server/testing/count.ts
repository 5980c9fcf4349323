import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

export interface Count {
  passed: number;
  failed: number;
}

const Vitest = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const Playwright = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) });
const Report = z.union([
  Vitest.transform(({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests })),
  Playwright.transform(({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky })),
]);

/**
 * What a step of `npm test` came to: the figures of its report, `unit.json` for `test:unit`, or one for the step itself
 * where it leaves none. A step that failed counts as a failure even where none of its tests did (a file that did not load).
 */
export function countOf(step: string, succeeded: boolean, reports: string): Count {
  const file = path.join(reports, `${step.replace('test:', '')}.json`);
  const none = { passed: succeeded ? 1 : 0, failed: 0 };
  const { passed, failed } = existsSync(file) ? Report.parse(JSON.parse(readFileSync(file, 'utf8'))) : none;
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) };
}
