import { defineConfig } from '@playwright/test';
import { findBrowser } from '#server/testing/browser.ts';
import type { TestFixtures, WorkerFixtures } from './e2e/fixtures.ts';

const reports = process.env.TEST_REPORTS;

export default defineConfig<TestFixtures, WorkerFixtures>({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...(reports ? [['json', { outputFile: `${reports}/e2e.json` }] as const] : [])],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Warsaw',
    // A film of every test would cost a twelfth of the time, and a failure leaves a picture and the page's own snapshots.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: findBrowser() },
  },
  projects: [
    { name: 'app', testIgnore: 'dev-smoke.spec.ts' },
    { name: 'dev-smoke', testMatch: 'dev-smoke.spec.ts', timeout: 90_000, use: { mode: 'dev' } },
  ],
});
