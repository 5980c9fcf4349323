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
    expect(countOf('lint', true, reports)).toEqual({ passed: 1, failed: 0 });
    expect(countOf('types', false, reports)).toEqual({ passed: 0, failed: 1 });
  });

  test('is read from the report of vitest', () => {
    report('unit.json', { numPassedTests: 7, numFailedTests: 2 });
    expect(countOf('test:unit', false, reports)).toEqual({ passed: 7, failed: 2 });
  });

  test('is read from the report of Playwright, where a flaky test has failed', () => {
    report('e2e.json', { stats: { expected: 5, unexpected: 1, flaky: 1 } });
    expect(countOf('test:e2e', false, reports)).toEqual({ passed: 5, failed: 2 });
  });

  test('has a failure when the step failed though no test did', () => {
    report('server.json', { numPassedTests: 3, numFailedTests: 0 });
    expect(countOf('test:server', false, reports)).toEqual({ passed: 3, failed: 1 });
  });
});
