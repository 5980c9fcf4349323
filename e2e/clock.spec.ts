import type { Page } from '@playwright/test';
import { seedTeam } from './calls-data.ts';
import { expect, test } from './fixtures.ts';

const forecast = (page: Page) => page.getByRole('status', { name: 'What will happen' });
const people = { joanna: 1, eleanor: 3 };

/** Hours from two days ago to two days ahead, by the server's clock: three days are left in which nobody is there. */
function aroundToday() {
  const today = new Date().getUTCDay();
  return [5, 6, 7, 8, 9].map((day) => ({
    ...{ day_of_week: (today + day) % 7, enabled: true, timezone: 'UTC' },
    ...{ start_time: '00:00', end_time: '24:00' },
  }));
}

for (const days of [3.5, -3.5]) {
  test(`what is true now follows the server, with the device’s clock off by ${days} days`, async ({
    page,
    sandbox,
  }) => {
    const { id } = await seedTeam(sandbox, {}, [{ user_id: people.joanna, business_times: aroundToday() }]);
    await page.addInitScript((off) => {
      const { now } = Date;
      Date.now = () => now() + off;
    }, days * 86_400_000);
    await page.goto(`/callbacks?widget=${id}`);
    await expect(forecast(page)).toHaveText('Joanna Wysocka is available: the call is placed now.');
    await page.goto(`/widgets/${id}/managers/${people.joanna}`);
    await expect(page.getByRole('complementary', { name: 'Availability' })).toContainText('Called now');
  });
}

test('the forecast is asked again before it goes stale: every minute, and when the window is looked at', async ({
  page,
  sandbox,
}) => {
  const { id } = await seedTeam(sandbox, {}, [{ user_id: people.joanna }, { user_id: people.eleanor }]);
  await page.clock.install();
  await page.goto(`/callbacks?widget=${id}`);
  await expect(forecast(page)).toHaveText(
    'Joanna Wysocka and Eleanor Whitfield are available: the call is placed now.',
  );

  // By CallPage's own dashboard: nobody tells the console.
  await sandbox.call('managers.delete', { widget_id: id, user_id: people.eleanor });
  await page.clock.fastForward(60_000);
  await expect(forecast(page)).toHaveText('Joanna Wysocka is available: the call is placed now.');

  await sandbox.call('managers.delete', { widget_id: id, user_id: people.joanna });
  await page.clock.fastForward(15_000);
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await expect(forecast(page)).toContainText('This widget has no managers');
});
