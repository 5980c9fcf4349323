import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { seedTeam } from './calls-data.ts';
import { expect, test } from './fixtures.ts';
import { expectFieldError } from './helpers.ts';
import type { Sandbox } from './sandbox.ts';

const widgetBox = (page: Page) => page.getByRole('combobox', { name: 'Widget' });
const send = (page: Page) => page.getByRole('button', { name: 'Call back' });
const options = (page: Page) => page.getByRole('listbox').getByRole('option');

/** The form with the first of two shops chosen and a number that nobody called before. */
async function twoShops(page: Page, sandbox: Sandbox) {
  const north = await seedTeam(sandbox, { description: 'Kettle north' });
  const south = await seedTeam(sandbox, { description: 'Kettle south' });
  await page.goto(`/callbacks?widget=${north.id}&tel=%2B48600700801`);
  await expect(widgetBox(page)).toHaveValue(/^Kettle north/);
  return { north, south };
}

async function dials(sandbox: Sandbox): Promise<number> {
  const { counts } = await sandbox.requests();
  return (counts['widgets.call'] ?? 0) + (counts['widgets.callOrSchedule'] ?? 0);
}

test.describe('while a list of options is open', () => {
  test('Enter takes the only match and sends nothing', async ({ page, sandbox }) => {
    await twoShops(page, sandbox);
    await widgetBox(page).click();
    await page.keyboard.type('south');
    await expect(options(page)).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(widgetBox(page)).toHaveValue(/^Kettle south/);
    await expect(options(page)).toHaveCount(0);
    expect(await dials(sandbox)).toBe(0);
  });

  test('Enter among several takes the highlighted one, and none where none is', async ({ page, sandbox }) => {
    await twoShops(page, sandbox);
    await widgetBox(page).click();
    await page.keyboard.type('kettle');
    await page.keyboard.press('Enter');
    await expect(widgetBox(page)).toHaveValue('kettle');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(widgetBox(page)).toHaveValue(/^Kettle south/);
    expect(await dials(sandbox)).toBe(0);
  });

  test('what was typed and not chosen is an error on submit, never the old choice', async ({ page, sandbox }) => {
    await twoShops(page, sandbox);
    const forecast = page.getByRole('status', { name: 'What will happen' });
    await expect(forecast).toBeVisible();
    await widgetBox(page).click();
    await page.keyboard.type('kettle');
    await expect(forecast).toBeHidden();
    await send(page).click();
    await expectFieldError(widgetBox(page), /“kettle” is typed and not chosen/);
    await expect(widgetBox(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(widgetBox(page)).toHaveValue(/^Kettle north/);
    await expect(forecast).toBeVisible();
    expect(await dials(sandbox)).toBe(0);
  });

  test('an emptied box sends nothing either', async ({ page, sandbox }) => {
    await twoShops(page, sandbox);
    await widgetBox(page).click();
    await page.keyboard.press('Backspace');
    await send(page).click();
    await expectFieldError(widgetBox(page), /Nothing is chosen/);
    expect(await dials(sandbox)).toBe(0);
  });

  test('that nothing matches is announced', async ({ page, sandbox }) => {
    await twoShops(page, sandbox);
    await widgetBox(page).click();
    await page.keyboard.type('xylophone');
    await expect(page.getByRole('status').filter({ hasText: 'No widget matches' })).toHaveCount(1);
  });

  test('Escape closes the list first, the dialog after', async ({ page, sandbox }) => {
    const { id } = await sandbox.seedWidget({ description: 'Kettle north' });
    await page.goto(`/widgets/${id}/managers`);
    await page.getByRole('button', { name: 'Assign managers' }).first().click();
    const dialog = page.getByRole('dialog', { name: /Assign managers/ });
    const users = dialog.getByRole('combobox', { name: 'Users' });
    await expect(users).toBeFocused();
    await page.keyboard.type('wysocka');
    await expect(options(page)).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(options(page)).toHaveCount(0);
    await expect(dialog).toBeVisible();

    await test.step('and what was typed there and not chosen assigns nobody', async () => {
      await page.keyboard.type('kow zzz');
      await dialog.getByRole('heading').click();
      await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
      await expectFieldError(users, /“kow zzz” is typed and not chosen/);
      expect((await sandbox.requests()).counts['widgets.addUsers'] ?? 0).toBe(0);
    });
    await users.click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
});

type Step = { name: string; run: (page: Page) => Promise<void> };

const press = (key: string): Step => ({ name: key, run: (page) => page.keyboard.press(key) });
const type = (text: string): Step => ({ name: `type ${text}`, run: (page) => page.keyboard.type(text) });

const steps: readonly Step[] = [
  ...['ArrowDown', 'ArrowUp', 'Enter', 'Enter', 'Escape', 'Tab', 'Shift+Tab', 'Backspace'].map(press),
  ...['kettle', 'south', 'north', 'zzz'].map(type),
  { name: 'click the box', run: (page) => widgetBox(page).click() },
  { name: 'click the button', run: (page) => send(page).click() },
  {
    name: 'click an option',
    run: async (page) => {
      if ((await options(page).count()) > 0) await options(page).last().click();
    },
  },
];

/** Whether the form can still be filled in, and nothing of it is on its way. */
const isStillAsked = (page: Page) =>
  page.evaluate(() => document.querySelector('form button[type="submit"]:not([data-loading])') !== null);

/** A call, a refusal, a field that is not right, or a question. */
const outcome = (page: Page) =>
  page
    .getByRole('heading', { name: /^Call \d+/ })
    .or(page.locator('[aria-invalid="true"]'))
    .or(page.getByRole('alert'))
    .or(page.getByRole('dialog'));

test('whatever is typed, pressed and clicked, the widget that rings is the one on the screen', async ({
  page,
  sandbox,
  allowConsole,
}) => {
  test.setTimeout(120_000);
  // A widget without managers takes no call.
  allowConsole(/422/);
  const { north } = await twoShops(page, sandbox);
  const names = new Map((await sandbox.widgets()).map((one) => [one.id, one.description || new URL(one.url).host]));
  const sent: { id: number }[] = [];
  page.on('request', (request) => {
    if (/widgets\/call/.test(request.url())) sent.push(request.postDataJSON());
  });
  let number = 600_701_000;
  const walk = fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 8 }), async (keys) => {
    const before = sent.length;
    number += 1;
    await page.goto(`/callbacks?widget=${north.id}&tel=%2B48${number}`);
    await widgetBox(page).click();
    let shown = '';
    for (const { run } of [...keys, { run: (on: Page) => send(on).click() }]) {
      shown = await widgetBox(page).inputValue();
      await run(page);
      if (!(await isStillAsked(page))) break;
    }
    await expect(outcome(page).first()).toBeVisible();
    const placed = page.getByRole('region', { name: /^Call \d+/ });
    for (const { id } of sent.slice(before)) {
      expect(shown).toContain(names.get(id));
      if ((await placed.count()) > 0) await expect(placed).toContainText(names.get(id) ?? '');
    }
    expect(sent.length - before, 'calls for one intent').toBeLessThanOrEqual(1);
  });
  await fc.assert(walk, { numRuns: 12, seed: 9, endOnFailure: true });
  expect(sent.length, 'walks at whose end a call was asked for').toBeGreaterThan(0);
});
