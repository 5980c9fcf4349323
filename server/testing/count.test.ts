import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countOf } from './count.ts';

describe('the count of a step', () => {
  let reports = '';
  beforeEach(() => {
    reports = mkdtempSync(path.join(tmpdir(), 'count-'));
  });
  afterEach(() => rmSync(reports, { recursive: true, force: true }));
  const report = (name: string, content: unknown) => writeFileSync(path.join(reports, name), JSON.stringify(content));

  test('is one for a step without tests', () => {
    expect(countOf('lint', true, reports)).toEqual({ passed: 1, failed: 0, failures: [] });
    expect(countOf('types', false, reports)).toMatchObject({
      passed: 0,
      failed: 1,
      failures: [expect.stringContaining('types')],
    });
  });

  test('is read from the report of vitest, with what failed and why', () => {
    const ran = (status: string, fullName: string) => ({ status, fullName, failureMessages: ['Expected 4', 'At 2:3'] });
    const testResults = [
      { name: path.resolve('src/a.test.ts'), assertionResults: [ran('passed', 'A'), ran('failed', 'B')] },
    ];
    report('unit.json', { numPassedTests: 7, numFailedTests: 1, testResults });
    expect(countOf('test:unit', false, reports)).toEqual({
      passed: 7,
      failed: 1,
      failures: ['src/a.test.ts: B\n    Expected 4'],
    });
  });

  test('is read from the report of Playwright, where a flaky test has failed', () => {
    const spec = (title: string, ok: boolean) => ({
      title,
      ok,
      file: 'a.spec.ts',
      tests: [{ results: ok ? [{}] : [{ error: { message: 'Not there' } }] }],
    });
    const suites = [{ specs: [spec('A', true)], suites: [{ specs: [spec('B', false)] }] }];
    report('e2e.json', { stats: { expected: 5, unexpected: 1, flaky: 1 }, suites });
    expect(countOf('test:e2e', false, reports)).toEqual({
      passed: 5,
      failed: 2,
      failures: ['a.spec.ts: B\n    Not there'],
    });
  });

  test('has a failure when the step failed though no test did', () => {
    report('server.json', { numPassedTests: 3, numFailedTests: 0, testResults: [] });
    expect(countOf('test:server', false, reports)).toMatchObject({
      passed: 3,
      failed: 1,
      failures: [expect.stringContaining('test:server')],
    });
  });
});
