import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright';
import { inject } from './page.mjs';

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath =
  process.env.CHROME_PATH || [chromium.executablePath(), ...system].find((file) => existsSync(file));

/** Playwright's Chromium in a new process with an empty cache. What is not on loopback is not reached, only counted. */
const launch = {
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ],
};
export const view = { width: 1440, height: 900 };

/** Bytes a second, and milliseconds that each request takes more. */
const networks = {
  '4g': { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
};

/** Opens a browser, slowed `cpu` times, with every request noted in `requests`, and closes it after `use`. */
export async function session(app, { cpu = 1, net }, use) {
  const browser = await chromium.launch(launch);
  try {
    const context = await browser.newContext({ viewport: view, deviceScaleFactor: 1 });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error).slice(0, 200)));
    const { row, rowMatch, toggle, toggleState } = app;
    await page.addInitScript(inject, { row, rowMatch, toggle, toggleState });
    const requests = await noteRequests(cdp);
    if (net) await cdp.send('Network.emulateNetworkConditions', networks[net]);
    if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    return await use({ page, cdp, requests, errors });
  } finally {
    await browser.close();
  }
}

async function noteRequests(cdp) {
  const requests = new Map();
  await cdp.send('Network.enable');
  cdp.on('Network.requestWillBeSent', ({ requestId, request, timestamp, type }) => {
    if (!/^https?:/.test(request.url) || requests.has(requestId)) return;
    requests.set(requestId, { url: new URL(request.url), at: timestamp, type, bytes: 0 });
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  return requests;
}

/** Opens an address and waits for its first row, then for `rest` milliseconds. Where the app asks who one is, it is told before. */
export async function open(page, url, rest, { signIn } = {}) {
  if (signIn) await post(page, new URL(signIn.path, url), signIn.body);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.__m?.row, null, { timeout: 120_000, polling: 100 });
  await sleep(rest);
}

/** As the page of that origin would; the cookie stays in the browser. */
async function post(page, url, data) {
  const headers = { Origin: url.origin, 'X-CallPage-Console': '1' };
  const response = await page.context().request.post(url.href, { data, headers });
  if (!response.ok()) throw new Error(`The sign-in was refused: ${response.status()}`);
}

/** Moves the mouse there first, as a hand does, so that hovering is not part of the answer. */
export async function click(page, selector) {
  const element = page.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error(`Not visible: ${selector}`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await sleep(150);
  await page.mouse.click(x, y);
}

export async function watched(page) {
  const finished = () => window.__m.watch?.done && window.__m.watch;
  const handle = await page.waitForFunction(finished, null, { timeout: 30_000, polling: 100 });
  return handle.jsonValue();
}

/** Bytes in use after everything that can go has gone. */
export async function heapOf(cdp) {
  for (let i = 0; i < 2; i++) await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}
