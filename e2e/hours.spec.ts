import type { Page } from '@playwright/test';
import { z } from 'zod';
import { failure, failures } from './faults.ts';
import { expect, test } from './fixtures.ts';
import {
  expectFieldError,
  expectFocusTrapped,
  expectNoAxeViolations,
  nextBody,
  tabAndPress,
  tabAndType,
  tabTo,
} from './helpers.ts';
import type { Sandbox } from './sandbox.ts';

type Rule = Record<string, unknown>;
const Manager = z.looseObject({ enabled: z.boolean(), business_times: z.array(z.record(z.string(), z.unknown())) });

const user = 6;

function rule(day_of_week: number, from: string, to: string, timezone = 'Europe/Warsaw', more: Rule = {}): Rule {
  return { day_of_week, enabled: true, start_time: `${from}:00`, end_time: `${to}:00`, timezone, ...more };
}
const off = (day_of_week: number): Rule => ({
  day_of_week,
  enabled: false,
  start_time: null,
  end_time: null,
  timezone: 'Europe/Warsaw',
});

/** A manager of a widget of the test's own, with these hours, and what the sandbox has of it. */
async function seed(sandbox: Sandbox, business_times: Rule[], more: Rule = {}) {
  const widget = await sandbox.seedWidget({ description: 'Corner shop' });
  const pair = { widget_id: widget.id, user_id: user };
  await sandbox.call('managers.create', { ...pair, enabled: true, business_times, ...more });
  const read = async () => Manager.parse(await sandbox.call('managers.get', pair));
  return {
    id: widget.id,
    address: `/widgets/${widget.id}/managers/${user}`,
    read,
    hours: async () => (await read()).business_times,
    write: (hours: Rule[]) => sandbox.call('managers.update', { ...pair, enabled: true, business_times: hours }),
  };
}

const start = (page: Page, name: string) => page.getByRole('textbox', { name: `${name}: start`, exact: true });
const end = (page: Page, name: string) => page.getByRole('textbox', { name: `${name}: end`, exact: true });
const day = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Save hours' });
const state = (page: Page) => page.getByRole('complementary', { name: 'Availability' });

async function saved(page: Page, id: number) {
  await save(page).click();
  await expect(page).toHaveURL(`/widgets/${id}/managers`);
  await expect(page.getByText('Hours saved')).toBeVisible();
}

test.describe('typing hours', () => {
  test('times are read as people type them, days hold many ranges, 24:00 ends one', async ({ page, sandbox }) => {
    const manager = await seed(sandbox, [rule(1, '09:00', '17:00'), off(2)]);
    await page.goto(manager.address);
    await start(page, 'Monday').fill('830');
    await end(page, 'Monday').fill('12.00');
    await expect(start(page, 'Monday')).toHaveValue('08:30');

    await page.getByRole('button', { name: 'Add hours on Monday' }).click();
    await expect(start(page, 'Monday, range 2')).toBeFocused();
    await start(page, 'Monday, range 2').fill('1pm');
    await end(page, 'Monday, range 2').fill('5:30 p.m.');
    await page.getByRole('button', { name: 'Add hours on Monday' }).click();
    await start(page, 'Monday, range 3').fill('20');
    await end(page, 'Monday, range 3').fill('24:00');
    await page.getByRole('switch', { name: 'Tuesday' }).click();
    await expect(start(page, 'Tuesday')).toHaveValue('09:00');

    await saved(page, manager.id);
    expect(await manager.hours()).toEqual([
      rule(1, '08:30', '12:00'),
      rule(2, '09:00', '17:00'),
      rule(1, '13:00', '17:30'),
      rule(1, '20:00', '24:00'),
    ]);
    await expect(
      page.getByText('Mon 08:30–12:00, 13:00–17:30, 20:00–24:00; Tue 09:00–17:00, Warsaw time'),
    ).toBeVisible();
  });

  test('a night is one range, stored as two rules and shown as one', async ({ page, sandbox }) => {
    const manager = await seed(sandbox, []);
    await page.goto(manager.address);
    await page.getByRole('switch', { name: 'Sunday' }).click();
    await start(page, 'Sunday').fill('22');
    await end(page, 'Sunday').fill('6');
    await expect(day(page, 'Sunday')).toContainText('ends on Monday');
    await saved(page, manager.id);
    expect(await manager.hours()).toEqual([rule(0, '22:00', '24:00'), rule(1, '00:00', '06:00')]);

    await page.getByRole('link', { name: 'Piotr Zieliński', exact: true }).click();
    await expect(start(page, 'Sunday')).toHaveValue('22:00');
    await expect(end(page, 'Sunday')).toHaveValue('06:00');
    await expect(page.getByRole('switch', { name: 'Monday' })).not.toBeChecked();
  });

  test('a day that is switched off and on again has its ranges back', async ({ page, sandbox }) => {
    const hours = [rule(1, '08:00', '12:00'), rule(1, '13:00', '16:00')];
    const manager = await seed(sandbox, hours);
    await page.goto(manager.address);
    const monday = page.getByRole('switch', { name: 'Monday' });
    await monday.click();
    await expect(day(page, 'Monday')).toContainText('Not called');
    await monday.click();
    await expect(start(page, 'Monday, range 2')).toHaveValue('13:00');
    await saved(page, manager.id);
    expect(await manager.hours()).toEqual(hours);
  });

  test('days are copied, presets apply, and both are undone', async ({ page, sandbox }) => {
    const manager = await seed(sandbox, [rule(1, '08:00', '12:00'), rule(6, '10:00', '14:00')]);
    await page.goto(manager.address);
    const copy = async (name: string, ...to: string[]) => {
      await page.getByRole('button', { name: `Copy ${name} to other days` }).click();
      const dialog = page.getByRole('dialog', { name: `Copy ${name} to` });
      for (const one of to) {
        const group = dialog.getByRole('button', { name: one, exact: true });
        await (await group.or(dialog.getByRole('checkbox', { name: one })).all())[0]?.click();
      }
      await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
    };

    await copy('Monday', 'Tuesday', 'Sunday');
    await expect(page.getByText('Monday was copied to Tuesday and Sunday.')).toBeVisible();
    await expect(end(page, 'Sunday')).toHaveValue('12:00');
    await expect(page.getByRole('switch', { name: 'Wednesday' })).not.toBeChecked();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('switch', { name: 'Tuesday' })).not.toBeChecked();

    await page.getByRole('button', { name: 'Use a preset' }).click();
    await page.getByRole('menuitem', { name: 'Around the clock' }).click();
    await expect(state(page)).toContainText('Every day all day');
    await page.getByRole('button', { name: 'Undo' }).click();
    await copy('Saturday', 'All days');
    await expect(state(page)).toContainText('Every day 10:00–14:00');
    await copy('Monday', 'Weekdays');
    await saved(page, manager.id);
    const rules = z.array(z.looseObject({ day_of_week: z.number() })).parse(await manager.hours());
    expect(rules.toSorted((a, b) => a.day_of_week - b.day_of_week)).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((one) => rule(one, '10:00', '14:00')),
    );
  });

  test('the zone is found by city and by offset', async ({ page, sandbox }) => {
    const manager = await seed(sandbox, [rule(1, '09:00', '17:00')]);
    await page.goto(manager.address);
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    const found = page.getByRole('listbox', { name: 'Time zone' }).getByRole('option');
    await zone.click();
    await zone.fill('+5:45');
    await expect(found).toHaveText(['Kathmandu, Asia (UTC+05:45)']);
    await zone.fill('sao paulo');
    await found.getByText('Sao Paulo').click();
    await expect(zone).toHaveValue('Sao Paulo, America (UTC−03:00)');
    await saved(page, manager.id);
    expect(await manager.hours()).toEqual([rule(1, '09:00', '17:00', 'America/Sao_Paulo')]);
  });
});

test.describe('what stands in the way of saving', () => {
  test('is told at the range, with the fix, and nothing is sent', async ({ page, sandbox }) => {
    const hours = [rule(1, '09:00', '12:00'), rule(1, '13:00', '17:00'), rule(2, '09:00', '17:00')];
    const manager = await seed(sandbox, hours);
    await page.goto(manager.address);
    await end(page, 'Monday, range 1').fill('14');
    await start(page, 'Tuesday').fill('nine');
    await save(page).click();
    await expectFieldError(start(page, 'Monday, range 2'), /Overlaps Monday’s 09:00–14:00/);
    await expectFieldError(start(page, 'Tuesday'), /Type a start such as 9, 9:30 or 5pm/);
    await expect(start(page, 'Tuesday')).toHaveValue('nine');
    await expect(page.getByRole('alert')).toContainText('2 ranges cannot be saved as they are');
    await expect(start(page, 'Monday, range 2')).toBeFocused();
    expect((await sandbox.requests()).counts).not.toHaveProperty('managers.update');

    await page.getByRole('button', { name: 'Start it at 14:00' }).click();
    await expect(start(page, 'Monday, range 2')).toHaveValue('14:00');
    await expect(start(page, 'Monday, range 2')).not.toHaveAttribute('aria-invalid');
    await start(page, 'Tuesday').fill('9');
    await saved(page, manager.id);
    expect(await manager.hours()).toEqual([
      rule(1, '09:00', '14:00'),
      rule(1, '14:00', '17:00'),
      rule(2, '09:00', '17:00'),
    ]);
  });

  test('is not told while a time is half typed', async ({ page, sandbox }) => {
    const manager = await seed(sandbox, [rule(1, '09:00', '12:00'), rule(2, '00:00', '05:00')]);
    await page.goto(manager.address);
    await end(page, 'Monday').fill('');
    await end(page, 'Monday').pressSequentially('1');
    await expect(day(page, 'Monday')).not.toContainText('Overlaps');
    await expect(day(page, 'Tuesday')).not.toContainText('Overlaps');
    await end(page, 'Monday').pressSequentially('7');
    await end(page, 'Monday').blur();
    await expect(end(page, 'Monday')).toHaveValue('17:00');
    await end(page, 'Monday').fill('');
    await end(page, 'Monday').blur();
    await expectFieldError(end(page, 'Monday'), /Type an end such as/);
  });

  for (const { kind, reason } of failures) {
    test(`${kind} of the write is told, and everything typed stays`, async ({ page, sandbox }) => {
      const manager = await seed(sandbox, [rule(1, '09:00', '17:00')]);
      await page.goto(manager.address);
      await start(page, 'Monday').fill('7');
      await sandbox.arm(failure(kind, 'managers.update'));
      await save(page).click();
      await expect(page.getByRole('alert').filter({ hasText: 'Not saved' })).toContainText(reason);
      await expect(start(page, 'Monday')).toHaveValue('07:00');
      expect(await manager.hours()).toEqual([rule(1, '09:00', '17:00')]);
      await saved(page, manager.id);
      expect(await manager.hours()).toEqual([rule(1, '07:00', '17:00')]);
    });
  }

  test('somebody else’s change is told by day, and the person decides', async ({ page, sandbox }) => {
    const manager = await seed(sandbox, [rule(1, '09:00', '17:00'), rule(2, '09:00', '17:00')]);
    const theirs = [rule(1, '09:00', '17:00'), rule(2, '10:00', '11:00')];
    await page.goto(manager.address);
    await start(page, 'Monday').fill('8');
    await manager.write(theirs);
    await save(page).click();
    const notice = page.getByRole('alert').filter({ hasText: 'changed since you opened it' });
    await expect(notice).toContainText('Someone changed Tuesday meanwhile');
    expect(await manager.hours()).toEqual(theirs);
    await page.getByRole('button', { name: 'Load the new version' }).click();
    await expect(start(page, 'Monday')).toHaveValue('09:00');
    await expect(start(page, 'Tuesday')).toHaveValue('10:00');

    await start(page, 'Monday').fill('7');
    await manager.write([rule(5, '09:00', '10:00')]);
    await save(page).click();
    await expect(notice).toContainText('Monday, Tuesday, and Friday');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await saved(page, manager.id);
    expect(await manager.hours()).toEqual([rule(1, '07:00', '17:00'), rule(2, '10:00', '11:00')]);
  });

  test('a switch meanwhile is no conflict, and saving keeps it', async ({ page, sandbox }) => {
    const manager = await seed(sandbox, [rule(1, '09:00', '17:00')]);
    await page.goto(manager.address);
    await start(page, 'Monday').fill('8');
    await page.getByRole('switch', { name: /is enabled for/ }).click();
    await expect(state(page)).toContainText('Disabled for this widget.');
    await saved(page, manager.id);
    expect(await manager.read()).toMatchObject({ enabled: false, business_times: [rule(1, '08:00', '17:00')] });
  });
});

test.describe('hours that came in another form', () => {
  const unusual = [
    rule(1, '08:15', '12:00', 'Europe/Warsaw', { start_time: '08:15:30', note: 'kept' }),
    rule(3, '09:00', '17:00', 'Asia/Kolkata', { x: [1, 2] }),
    { ...off(0), holiday: true },
  ];

  test('in several zones are shown as they are, and sent back as they came', async ({ page, sandbox }) => {
    const manager = await seed(sandbox, unusual);
    await page.goto(manager.address);
    await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('');
    await expect(day(page, 'Monday')).toContainText('Europe/Warsaw');
    await expect(day(page, 'Wednesday')).toContainText('Asia/Kolkata');
    await end(page, 'Wednesday').fill('18');
    const sent = nextBody(page, 'managers/update');
    await saved(page, manager.id);
    const changed = [unusual[0], { ...unusual[1], end_time: '18:00' }, unusual[2]];
    expect(await sent).toMatchObject({ enabled: true, business_times: changed });
    expect(await manager.hours()).toEqual([unusual[0], { ...unusual[1], end_time: '18:00:00' }, unusual[2]]);
  });

  test('are unified when the person says so, and not before', async ({ page, sandbox }) => {
    const manager = await seed(sandbox, unusual);
    await page.goto(manager.address);
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    const choose = async () => {
      await zone.fill('london');
      await page
        .getByRole('listbox', { name: 'Time zone' })
        .getByRole('option', { name: /^London/ })
        .click();
    };
    await choose();
    await expect(day(page, 'Wednesday')).not.toContainText('Asia/Kolkata');
    await page.getByRole('button', { name: 'Back to several time zones' }).click();
    await expect(day(page, 'Wednesday')).toContainText('Asia/Kolkata');
    await choose();
    await saved(page, manager.id);
    expect((await manager.hours()).map(({ timezone }) => timezone)).toEqual(Array(3).fill('Europe/London'));
    expect(await manager.hours()).toMatchObject([{ start_time: '08:15:30', note: 'kept' }, { x: [1, 2] }, {}]);
  });
});

test.describe('leaving', () => {
  test('a changed week asks first, and a reload brings it back', async ({ page, sandbox }) => {
    const manager = await seed(sandbox, [rule(1, '09:00', '17:00')]);
    await page.goto(manager.address);
    await end(page, 'Monday').fill('2');
    await page.reload();
    await expect(page.getByText('Your unsaved changes were restored.')).toBeVisible();
    await expect(end(page, 'Monday')).toHaveValue('2');
    await page.getByRole('link', { name: 'Managers of Corner shop' }).click();
    const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
    await dialog.getByRole('button', { name: 'Keep editing' }).last().click();
    await page.getByRole('button', { name: 'Discard them' }).click();
    await expect(end(page, 'Monday')).toHaveValue('17:00');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await expect(page).toHaveURL(`/widgets/${manager.id}/managers`);
  });
});

test.describe('whether the person is called', () => {
  test('is told live while editing, and follows the clock', async ({ page, sandbox }) => {
    const manager = await seed(sandbox, [rule(3, '09:00', '17:00')]);
    // A Wednesday: 08:59 in Warsaw.
    await page.clock.install();
    await sandbox.setTime('2026-11-25T07:59:30Z');
    await page.goto(manager.address);
    await expect(state(page)).toContainText('Not called now');
    await expect(state(page)).toContainText('It is 08:59 on Wednesday in Warsaw; hours start at 09:00.');
    await expect(state(page)).toContainText('Next called today at 09:00, Warsaw time.');
    await sandbox.setTime('2026-11-25T08:00:00Z');
    await page.clock.runFor(31_000);
    await expect(state(page).getByRole('status')).toHaveText('Called now');

    await start(page, 'Wednesday').fill('ten');
    await expect(state(page)).toContainText('A range that cannot be read is not counted here');
    await start(page, 'Wednesday').fill('10');
    await expect(state(page)).toContainText('Next called today at 10:00, Warsaw time.');
    await expect(state(page)).not.toContainText('cannot be read');
    await expect(state(page)).toContainText('with your changes, which are not saved yet');
    await page.getByRole('switch', { name: 'Wednesday' }).click();
    await expect(state(page)).toContainText('No day is switched on.');
    await expect(state(page)).toContainText('No hours are left in which this person is ever called.');
    await expect(state(page)).toContainText('No hours');
  });

  test('agrees with the first slot that CallPage gives a call', async ({ page, sandbox }) => {
    const weekday = new Date(Date.now() + 2 * 86_400_000).getUTCDay();
    const manager = await seed(sandbox, [rule(weekday, '09:30', '10:00', 'UTC')]);
    await page.goto(manager.address);
    const id = z.object({ id: z.number() });
    const made = id.parse(await sandbox.call('widgets.callOrSchedule', { id: manager.id, tel: '+48221234567' }));
    const call = z
      .object({ data: z.object({ scheduled_at: z.string() }) })
      .parse(await sandbox.call('calls.get', { id: made.id }));
    const slot = new Date(`${call.data.scheduled_at.replace(' ', 'T')}Z`);
    expect(slot.toISOString()).toContain('T09:30:00');
    const name = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(slot);
    await expect(state(page)).toContainText(`Next called ${name} at 09:30, UTC time`);
  });

  test('of somebody who is disabled as a user is no, for every widget', async ({ page, sandbox, resetData }) => {
    // The user stays disabled otherwise.
    await resetData('demo');
    const everyDay = [0, 1, 2, 3, 4, 5, 6].map((one) => rule(one, '00:00', '24:00'));
    const manager = await seed(sandbox, everyDay);
    await sandbox.call('users.update', { id: user, name: 'Anna', tel: '+48221234567', enabled: false });
    await page.goto(manager.address);
    await expect(state(page).getByRole('status')).toHaveText('Not called now');
    await expect(state(page)).toContainText('Disabled as a user, so for every widget.');
  });

  test('of a disabled person is no, whatever the hours', async ({ page, sandbox }) => {
    const everyDay = [0, 1, 2, 3, 4, 5, 6].map((one) => rule(one, '00:00', '24:00'));
    const manager = await seed(sandbox, everyDay, { enabled: false });
    await page.goto(manager.address);
    await expect(state(page)).toContainText('Not called now');
    await expect(state(page)).toContainText('Disabled for this widget.');
    await expect(state(page)).toContainText('once enabled, called at once');
    await page.getByRole('switch', { name: /is enabled for/ }).click();
    await expect(state(page).getByRole('status')).toHaveText('Called now');
  });
});

test('hours that cannot be read say so and are read again', async ({ page, sandbox }) => {
  const manager = await seed(sandbox, [rule(1, '09:00', '17:00')]);
  await sandbox.arm(failure('error200', 'managers.get'));
  await page.goto(manager.address);
  await expect(page.getByRole('alert')).toContainText('The hours could not be read');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(start(page, 'Monday')).toHaveValue('09:00');
});

test('somebody who is no manager of the widget is named as such', async ({ page, allowConsole }) => {
  allowConsole(/404/);
  await page.goto('/widgets/2/managers/8');
  await expect(page.getByRole('alert')).toContainText('User 8 is not a manager of widget 2.');
});

test('the time library is loaded by the pages that need a clock alone', async ({ page }) => {
  const loaded = () =>
    page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /\/clock-[^/]*\.js/.test(name)));
  await page.goto('/widgets/2/managers');
  await page.getByRole('link', { name: 'Katarzyna Mazur', exact: true }).waitFor();
  expect(await loaded()).toBe(false);
  await page.getByRole('link', { name: 'Katarzyna Mazur', exact: true }).click();
  await state(page).waitFor();
  expect(await loaded()).toBe(true);
});

test('a week is edited and saved by keyboard alone', async ({ page, sandbox }) => {
  test.slow();
  const { keyboard } = page;
  const manager = await seed(sandbox, [rule(1, '09:00', '17:00')]);
  await page.goto(manager.address);
  await tabTo(page.getByRole('combobox', { name: 'Time zone' }));
  await keyboard.type('lond');
  await page.getByRole('option', { name: /^London/ }).waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tabAndPress(page.getByRole('button', { name: 'Use a preset' }));
  await page.getByRole('menu').waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await tabAndType(start(page, 'Monday'), '730');
  await tabAndPress(page.getByRole('button', { name: 'Add hours on Monday' }), 'Space');
  await expect(start(page, 'Monday, range 2')).toBeFocused();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('19');
  await tabAndType(end(page, 'Monday, range 2'), '20');
  await tabAndPress(page.getByRole('button', { name: 'Copy Monday to other days' }));
  const dialog = page.getByRole('dialog', { name: 'Copy Monday to' });
  await dialog.waitFor();
  await expectFocusTrapped(dialog);
  await tabAndPress(dialog.getByRole('checkbox', { name: 'Friday' }), 'Space');
  await tabAndPress(dialog.getByRole('button', { name: 'Copy', exact: true }));
  await expect(page.getByRole('button', { name: 'Copy Monday to other days' })).toBeFocused();
  await tabAndPress(page.getByRole('button', { name: 'Remove Friday, range 2' }));
  await expect(page.getByRole('button', { name: 'Add hours on Friday' })).toBeFocused();
  await tabTo(end(page, 'Friday'), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page).toHaveURL(`/widgets/${manager.id}/managers`);
  expect(await manager.hours()).toEqual([
    rule(1, '07:30', '17:00', 'Europe/London'),
    rule(1, '19:00', '20:00', 'Europe/London'),
    rule(5, '07:30', '17:00', 'Europe/London'),
  ]);
});

for (const width of [1280, 360]) {
  test.describe(`the editor at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });
    const zones = [rule(1, '09:00', '17:00'), rule(2, '22:00', '24:00', 'America/Argentina/Buenos_Aires')];

    test('fits and passes axe, with an error at a range', async ({ page, sandbox }) => {
      await page.goto((await seed(sandbox, zones)).address);
      await start(page, 'Monday').fill('nine');
      await save(page).click();
      await expect(page.getByRole('alert')).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, 'pixels to scroll sideways').toBe(0);
      await expectNoAxeViolations(page);
    });

    test('passes axe with the days to copy to', async ({ page, sandbox }) => {
      await page.goto((await seed(sandbox, zones)).address);
      await page.getByRole('button', { name: 'Copy Tuesday to other days' }).click();
      await page.getByRole('dialog').waitFor();
      await expectNoAxeViolations(page);
    });

    test('passes axe with the presets', async ({ page, sandbox }) => {
      await page.goto((await seed(sandbox, zones)).address);
      await page.getByRole('button', { name: 'Use a preset' }).click();
      await page.getByRole('menu').waitFor();
      await expectNoAxeViolations(page);
    });
  });
}
