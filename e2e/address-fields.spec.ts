import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectFieldError, expectNoAxeViolations, tabTo } from './helpers.ts';

const v1 = '/api/v1/external';
const from = (page: Page) => page.getByRole('textbox', { name: 'From' });
const to = (page: Page) => page.getByRole('textbox', { name: 'To' });
const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const entriesOf = (page: Page) => page.evaluate(() => window.history.length);

/** Every instant that a filter of days asked for from here on. */
function asked(page: Page): Set<string> {
  const instants = new Set<string>();
  page.on('request', (request) => {
    const { searchParams, pathname } = new URL(request.url());
    if (!/history|acts/.test(pathname)) return;
    for (const name of ['date_from', 'date_to', 'from', 'to']) {
      const value = searchParams.get(name);
      if (value !== null) instants.add(`${name}=${value}`);
    }
  });
  return instants;
}

/** Of this century, in Unix seconds or as ISO 8601: nothing of a year that was half typed. */
const plausible = /=(1[67]\d{8}|20[2-9]\d-.*)$/;

/** An act, without which the trail has no filters. */
async function act(page: Page, url: string): Promise<void> {
  const body = { id: 1, url: 'https://one.example', description: 'Renamed' };
  const headers = { Origin: url, 'X-CallPage-Console': '1' };
  await page.request.post(`${url}${v1}/widgets/update`, { data: body, headers });
}

for (const { locale, path, typed, shown } of [
  { locale: 'en-GB', path: '/activity', typed: '3/4/2026', shown: '03/04/2026' },
  { locale: 'en-US', path: '/calls', typed: '04032026', shown: '04/03/2026' },
  { locale: 'pl-PL', path: '/calls', typed: '3.04.2026', shown: '03.04.2026' },
  { locale: 'pl-PL', path: '/statistics?range=custom', typed: '03.04.2026', shown: '03.04.2026' },
]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test(`a day is typed key by key on ${path}, and the address changes once`, async ({ page, server }) => {
      await act(page, server.url);
      await page.goto(path);
      await from(page).waitFor();
      const [before, instants] = [await entriesOf(page), asked(page)];
      await tabTo(from(page));
      for (const [index, key] of [...typed].entries()) {
        expect(param(page, 'from')).toBeNull();
        await page.keyboard.press(key);
        await expect(from(page)).toHaveValue(typed.slice(0, index + 1));
      }
      await expect.poll(() => param(page, 'from')).toBe('2026-04-03');
      expect(await entriesOf(page)).toBe(before + 1);
      await page.keyboard.press('Tab');
      await expect(from(page)).toHaveValue(shown);

      await tabTo(to(page));
      await page.keyboard.type(shown);
      await expect.poll(() => param(page, 'to')).toBe('2026-04-03');
      expect(await entriesOf(page)).toBe(before + 2);
      await expect.poll(() => instants.size).toBeGreaterThan(0);
      for (const instant of instants) expect(instant).toMatch(plausible);

      await page.goBack();
      await expect(to(page)).toHaveValue('');
      await expect(from(page)).toHaveValue(shown);
      await page.goBack();
      await expect(from(page)).toHaveValue('');
    });
  });
}

test('what is typed and is no day stays, says why, and asks for nothing', async ({ page }) => {
  await page.goto('/calls?from=2026-11-01');
  await from(page).waitFor();
  const instants = asked(page);
  for (const [typed, problem] of [
    ['31/02/2026', /no such day/],
    ['01/11/0002', /from 2000 to 2100/],
    ['26/11/20', undefined],
    ['26/1', /as dd\/mm\/yyyy/],
  ] as const) {
    await tabTo(from(page));
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    if (problem) {
      await expect(from(page)).toHaveValue(typed);
      await expectFieldError(from(page), problem);
      expect(param(page, 'from')).toBe('2026-11-01');
    } else {
      await expect.poll(() => param(page, 'from')).toBe('2020-11-26');
      await page.goBack();
      await expect(from(page)).toHaveValue('01/11/2026');
    }
    await page.keyboard.press('Shift+Tab');
  }
  await expect(from(page)).toHaveValue('26/1');
  await expectNoAxeViolations(page);

  await test.step('Escape brings back the day of the address', async () => {
    await tabTo(from(page));
    await page.keyboard.press('Escape');
    await expect(from(page)).toHaveValue('01/11/2026');
    await expect(from(page)).not.toHaveAttribute('aria-invalid');
  });

  await test.step('a day is corrected in its middle, and taken where the field is left', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Delete');
    await page.keyboard.type('15');
    expect(param(page, 'from')).toBe('2026-11-01');
    await page.keyboard.press('Tab');
    await expect.poll(() => param(page, 'from')).toBe('2026-11-15');
  });

  await test.step('an empty field is no filter', async () => {
    await tabTo(from(page), 'Shift+Tab');
    await page.keyboard.press('Delete');
    await expect(page).toHaveURL('/calls');
  });
  for (const instant of instants) expect(instant).toMatch(plausible);
});

test('the days that are asked for most are one choice away', async ({ page, server }) => {
  await act(page, server.url);
  const dayOf = (back: number) =>
    new Date(Date.now() - back * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Warsaw' });
  for (const path of ['/calls', '/activity']) {
    await page.goto(path);
    const days = page.getByRole('combobox', { name: 'Days' });
    await tabTo(days);
    await page.keyboard.type('Yes');
    await expect.poll(() => param(page, 'from')).toBe(dayOf(1));
    expect(param(page, 'to')).toBe(dayOf(1));
    await days.selectOption('Last 30 days');
    await expect.poll(() => param(page, 'from')).toBe(dayOf(29));
    await page.reload();
    await expect(days.getByRole('option', { selected: true })).toHaveText('Last 30 days');
    await from(page).fill('2026-01-05');
    await expect(days.getByRole('option', { selected: true })).toHaveText('Between two days');
    await days.selectOption('Days: any');
    await expect(page).toHaveURL(path);
    await expect(from(page)).toHaveValue('');
  }
  await page.goto('/statistics');
  await page.getByRole('combobox', { name: 'Days' }).selectOption('Yesterday');
  await expect(page.getByRole('heading', { name: /in 1 day|in these days/ })).toBeVisible();
});

test('the browser’s own calendar is a click away', async ({ page }) => {
  await page.goto('/calls');
  await page.evaluate(() => {
    HTMLInputElement.prototype.showPicker = function open() {
      // What the browser does once a day was chosen in it.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(this, '2026-04-03');
      this.dispatchEvent(new Event('input', { bubbles: true }));
    };
  });
  await page.getByRole('button', { name: 'From: choose in a calendar' }).click();
  await expect.poll(() => param(page, 'from')).toBe('2026-04-03');
  await expect(from(page)).toHaveValue('03/04/2026');
});

test('whatever field the address controls: what is typed stays as it is, and ends in the address', async ({ page }) => {
  for (const { path, role = 'searchbox', name, text, key } of [
    { path: '/widgets', name: 'Search widgets', text: ' shop & co ', key: 'q' },
    { path: '/managers', name: 'Search managers', text: 'Ann+a', key: 'q' },
    { path: '/users', name: 'Search users', text: '+48 600', key: 'q' },
    { path: '/people', name: 'Search people', text: 'o=%25&x', key: 'q' },
    { path: '/calls', name: 'Search by number', text: '(600) 500-0', key: 'q' },
    { path: '/statistics?widget=1', role: 'textbox', name: 'Limit', text: '12x', key: 'limit' },
    { path: '/statistics?widget=1', role: 'textbox', name: 'Offset', text: '007', key: 'offset' },
    { path: '/widgets/1/managers', role: 'textbox', name: 'Offset', text: '1', key: 'offset' },
  ] as const) {
    await test.step(`${name} on ${path}`, async () => {
      await page.goto(path);
      const field = page.getByRole(role, { name });
      await field.click();
      const before = await entriesOf(page);
      for (const [index, character] of [...text].entries()) {
        await page.keyboard.press(character === ' ' ? 'Space' : character);
        expect(await field.inputValue()).toBe(text.slice(0, index + 1));
      }
      await expect.poll(() => param(page, key)?.trim()).toBe(text.trim());
      await expect(field).toHaveValue(text);
      await page.keyboard.press('Home');
      await page.keyboard.press('Delete');
      await expect(field).toHaveValue(text.slice(1));
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await expect.poll(() => param(page, key)).toBeNull();
      expect(await entriesOf(page)).toBe(before);
    });
  }
});
