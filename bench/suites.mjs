import { setTimeout as sleep } from 'node:timers/promises';
import { click, heapOf, open, session, view, watched } from './session.mjs';

const countOf = (page, selector) => page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);
const mean = (times) => (times.includes(null) ? null : times.reduce((total, time) => total + time, 0) / times.length);

/** What is measured of an app: a number, or an object of numbers, each under its name. */
export const suites = { load, nav, big, scroll };

/** Opening the list: as it is, slowed four times, and on a slow line as well. */
async function load(app) {
  const url = app.url + app.list;
  const plain = await session(app, {}, async ({ page, cdp, requests, errors }) => {
    await open(page, url, 2000, app);
    const times = await timesOf(page);
    const shape = { dom: await countOf(page, '*'), rows: await countOf(page, app.row), heap: await heapOf(cdp) };
    return { plain: times, bytes: bytesBefore(requests, times.row), ...shape, errors };
  });
  const cpu4 = await session(app, { cpu: 4 }, async ({ page }) => {
    await open(page, url, 1500, app);
    return timesOf(page);
  });
  const cpu4_4g = await session(app, { cpu: 4, net: '4g' }, async ({ page }) => {
    await open(page, url, 2500, app);
    return timesOf(page);
  });
  return { ...plain, cpu4, cpu4_4g };
}

/** A switch, and coming back to the list from another page. The first of three is to warm up. */
async function nav(app) {
  return session(app, { cpu: 4 }, async ({ page }) => {
    await open(page, app.url + app.list, 1500, app);
    const toggles = [];
    for (let i = 0; i < 3; i++) {
      await page.evaluate(() => window.__m.armToggle());
      await click(page, app.toggleClick ?? app.toggle);
      toggles.push((await watched(page)).ms);
      await sleep(600);
    }
    const navs = [];
    for (let i = 0; i < 3; i++) {
      await click(page, app.navAway);
      const away = (ready) => !window.__m.first() && document.querySelector(ready);
      await page.waitForFunction(away, app.navAwayReady, { timeout: 15_000, polling: 100 });
      await sleep(800);
      await page.evaluate(() => window.__m.armNav());
      await click(page, app.navList);
      navs.push((await watched(page)).ms);
      await sleep(600);
    }
    return { toggle: mean(toggles.slice(1)), nav: mean(navs.slice(1)) };
  });
}

/** The list of 10,000, and a letter typed into its search. */
async function big(app) {
  return session(app, { cpu: 4 }, async ({ page, cdp, requests }) => {
    await open(page, app.urlBig + app.list, 0, app);
    const end = await readToEnd(page, app);
    await sleep(2000);
    const { row, blocking, longest } = await timesOf(page);
    const found = { ...end, row, blocking, longest, apiBytes: bytesBefore(requests, Number.POSITIVE_INFINITY).api };
    const shape = { dom: await countOf(page, '*'), rows: await countOf(page, app.row), heap: await heapOf(cdp) };
    await page.locator(app.filter).first().click();
    await sleep(500);
    const first = await type(page);
    await page.keyboard.press('Backspace');
    await sleep(3000);
    return { ...found, ...shape, filter: first, filter2: await type(page), heapAfterFilter: await heapOf(cdp) };
  });
}

/** An app that reads its list to the end says when: milliseconds until then. Its search is measured at rest. */
async function readToEnd(page, { complete }) {
  if (!complete) return {};
  const said = ({ selector, text }) => {
    const found = [...document.querySelectorAll(selector)].some((element) =>
      new RegExp(text).test(element.textContent),
    );
    return found && performance.now();
  };
  const end = await page.waitForFunction(said, complete, { timeout: 60_000, polling: 20 });
  return { whole: await end.jsonValue() };
}

async function type(page) {
  await page.evaluate(() => window.__m.armFilter());
  await page.keyboard.press('q');
  const { ms } = await watched(page);
  await sleep(800);
  return ms;
}

/** Three seconds of the mouse wheel over 100 rows, down and then up. */
async function scroll(app) {
  const at = (cpu) =>
    session(app, { cpu }, async ({ page }) => {
      await open(page, app.url + (app.list100 ?? app.list), 2000, app);
      const rows = await countOf(page, app.row);
      await page.mouse.move(view.width * 0.6, view.height * 0.6);
      await page.evaluate(() => window.__m.armFrames(3000));
      const start = Date.now();
      for (let now = start; now - start < 2900; now = Date.now()) {
        await page.mouse.wheel(0, now - start < 1500 ? 60 : -60);
        await sleep(16);
      }
      const { frames } = await watched(page);
      const share = (ms) => frames.filter((frame) => frame > ms).length / frames.length;
      return { rows, frames: frames.length, over17: share(17.7), over50: share(50) };
    });
  return { cpu1: await at(1), cpu4: await at(4) };
}

const timesOf = (page) =>
  page.evaluate(() => {
    const { fcp, lcp, row, long } = window.__m;
    const tasks = long.map(([, duration]) => duration);
    const blocking = tasks.reduce((total, duration) => total + Math.max(0, duration - 50), 0);
    return { fcp, lcp, row, blocking, longest: Math.max(0, ...tasks) };
  });

/** What was asked for before a moment of the page's time, in bytes as they travelled. */
function bytesBefore(requests, milliseconds) {
  const all = [...requests.values()];
  const end = (all[0]?.at ?? 0) + milliseconds / 1000;
  const found = { requests: 0, js: 0, css: 0, html: 0, api: 0, other: 0, total: 0, external: 0 };
  for (const { url, at, type, bytes } of all) {
    if (url.hostname !== '127.0.0.1') found.external += 1;
    else if (at <= end) {
      found.requests += 1;
      found.total += bytes;
      found[kindOf(url, type)] += bytes;
    }
  }
  return found;
}

function kindOf({ pathname }, type) {
  if (/\.m?js$/.test(pathname)) return 'js';
  if (/\.css$/.test(pathname)) return 'css';
  if (type === 'Document') return 'html';
  return type === 'Fetch' || type === 'XHR' ? 'api' : 'other';
}
