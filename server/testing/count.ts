import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

export interface Count {
  passed: number;
  failed: number;
  /** Where each failure is and what it says, in a few lines, for the end of a log that is read from its end. */
  failures: string[];
}

const Vitest = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    testResults: z.array(
      z.object({
        name: z.string(),
        assertionResults: z.array(
          z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).default([]) }),
        ),
      }),
    ),
  })
  .transform(({ numPassedTests, numFailedTests, testResults }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    failures: testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => failureOf(path.relative('', name), fullName, failureMessages[0])),
    ),
  }));

interface Suite {
  specs: z.infer<typeof Spec>[];
  suites?: Suite[] | undefined;
}
const Spec = z.object({
  ok: z.boolean(),
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({ results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })) }),
  ),
});
const Suite: z.ZodType<Suite> = z.object({ specs: z.array(Spec), suites: z.lazy(() => z.array(Suite)).optional() });
const specsOf = ({ specs, suites = [] }: Suite): Suite['specs'] => [...specs, ...suites.flatMap(specsOf)];

const Playwright = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
    suites: z.array(Suite),
  })
  .transform(({ stats, suites }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    failures: suites
      .flatMap(specsOf)
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }) =>
        failureOf(file, title, tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message),
      ),
  }));

/**
 * What a step of `npm test` came to: the figures of its report, `unit.json` for `test:unit`, or one for the step itself
 * where it leaves none. A step that failed counts as a failure even where none of its tests did (a file that did not load).
 */
export function countOf(step: string, succeeded: boolean, reports: string): Count {
  const file = path.join(reports, `${step.replace('test:', '')}.json`);
  const { passed, failed, failures } = existsSync(file)
    ? z.union([Vitest, Playwright]).parse(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: succeeded ? 1 : 0, failed: 0, failures: [] };
  if (succeeded || failed > 0) return { passed, failed, failures };
  return { passed, failed: 1, failures: [`${step}: failed, as said above`] };
}

function failureOf(file: string, name: string, message = ''): string {
  return [`${file}: ${name}`, ...message.split('\n').slice(0, 8)].join('\n    ');
}
