import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Path of the browser that tests run in: `CHROME_PATH` where it is set, else Playwright's own, else the system's
 * Chromium or Chrome. Throws one sentence that says how to get one.
 */
export function findBrowser(): string {
  const wanted = process.env.CHROME_PATH;
  if (wanted) {
    if (existsSync(wanted)) return wanted;
    throw new Error(`CHROME_PATH names ${wanted}, and there is nothing there. Set it to a Chromium or Chrome.`);
  }
  const found = [chromium.executablePath(), ...system].find((file) => existsSync(file));
  if (found) return found;
  throw new Error(
    'There is no browser for the e2e tests. Run "npx playwright install chromium", or on Debian "apt-get install chromium", or set CHROME_PATH.',
  );
}
