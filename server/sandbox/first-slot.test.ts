import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dataOf, useAccount } from '#server/testing/account.ts';
import { ask } from '#server/testing/client.ts';
import { forecastCallOrSchedule } from '#src/domain/availability.ts';
import { availabilityAt } from '#src/domain/business-hours/availability.ts';
import type { BusinessTime } from '#src/domain/business-hours/rule.ts';
import { formatTime } from '#src/domain/business-hours/typed-time.ts';
import { cityOf } from '#src/domain/time-zones.ts';
import { parseTimestamp } from '#src/domain/timestamps.ts';

const zones = ['Europe/Warsaw', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Chatham'];
const mostly = fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false));
const quarter = fc.integer({ min: 0, max: 96 });

/** Up to two ranges on each of some days, none of them overlapping. */
const schedule = fc
  .uniqueArray(
    fc.record({
      day: fc.integer({ min: 0, max: 6 }),
      zone: fc.constantFrom(...zones),
      ends: fc.oneof(
        fc.uniqueArray(quarter, { minLength: 2, maxLength: 2 }),
        fc.uniqueArray(quarter, { minLength: 4, maxLength: 4 }),
      ),
      enabled: mostly,
    }),
    { maxLength: 4, selector: ({ day }) => day },
  )
  .map((days) => days.flatMap(rulesOfDay));

function rulesOfDay(one: { day: number; zone: string; ends: number[]; enabled: boolean }): BusinessTime[] {
  const times = one.ends.toSorted((a, b) => a - b).map((end) => formatTime(end * 15));
  return times.flatMap((start_time, index) => {
    const end_time = times[index + 1];
    if (index % 2 > 0 || end_time === undefined) return [];
    const rule = { day_of_week: one.day, enabled: one.enabled, timezone: one.zone };
    return one.enabled ? { ...rule, start_time, end_time } : { ...rule, start_time: null, end_time: null };
  });
}

/** Moments near the clock changes of these zones, to the second. */
const moment = fc
  .record({
    day: fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-09-27', '2026-10-25', '2027-04-04'),
    seconds: fc.integer({ min: -5 * 86_400, max: 3 * 86_400 }),
  })
  .map(({ day, seconds }) => new Date(Date.parse(`${day}T00:00:00Z`) + seconds * 1000));

const Created = z.object({ id: z.number() });
const Call = z.object({ data: z.object({ human_status: z.string(), scheduled_at: z.string().nullable() }) });

describe('the first available slot', () => {
  const account = useAccount();

  const setUserEnabled = async (id: number, enabled: boolean) => {
    const user = { id, name: 'Anna', tel: '+442079460019', enabled };
    expect(await account.post('users/update', user)).toMatchObject({ status: 200 });
  };

  it('is the one that the hours page names, over 50 schedules and moments', async () => {
    const met = new Set<string>();
    await account.post('managers/create', { widget_id: 2, user_id: 4, enabled: true });
    const cases = fc.tuple(schedule, moment, mostly);
    for (const [rules, now, userEnabled] of fc.sample(cases, { seed: 20_261_124, numRuns: 50 })) {
      account.now = now;
      await setUserEnabled(4, userEnabled);
      const saved = await account.post('managers/update', {
        widget_id: 2,
        user_id: 4,
        enabled: true,
        business_times: rules,
      });
      expect(saved).toMatchObject({ status: 200 });

      const page = availabilityAt(rules, { enabled: true, userEnabled }, now.getTime());
      const answer = await account.post('widgets/call-or-schedule', { id: 2, tel: '+48600700800' });
      const said = `${now.toISOString()} ${userEnabled} ${JSON.stringify(rules)}`;
      if (answer.status === 422 && !userEnabled) {
        met.add('disabled');
        expect(page, said).toMatchObject({ open: false, why: expect.stringMatching(/^Disabled as a user/) });
        continue;
      }
      if (answer.status === 422) {
        met.add('never');
        expect(page, said).toMatchObject({ open: false, next: null, nextInWords: null });
        continue;
      }
      const path = `/api/v3/external/calls/${dataOf(answer, Created).id}`;
      const { data } = dataOf(await ask(account.app, { path }), Call);
      met.add(data.human_status);
      if (data.scheduled_at === null) {
        expect(page, said).toEqual({ open: true, why: null, next: now.getTime(), nextInWords: null });
        continue;
      }
      const slot = parseTimestamp(data.scheduled_at);
      expect(page, said).toMatchObject({ open: false, next: slot });
      expect(
        zones.map((zone) => slotInWords(zone, slot ?? 0, now.getTime())),
        said,
      ).toContain(page.nextInWords);
    }
    expect([...met].sort()).toEqual(['disabled', 'never', 'new', 'scheduled']);
  });

  it('is the one that the callback page forecasts for a team, some of whom are switched off or disabled', async () => {
    const met = new Set<string>();
    const members = [1, 2, 4];
    for (const user_id of members) await account.post('managers/create', { widget_id: 2, user_id, enabled: true });
    const team = fc.tuple(
      ...members.map(() => fc.record({ enabled: fc.boolean(), userEnabled: mostly, hours: schedule })),
    );
    for (const [takers, now] of fc.sample(fc.tuple(team, moment), { seed: 20_261_125, numRuns: 50 })) {
      account.now = now;
      for (const [index, { enabled, userEnabled, hours }] of takers.entries()) {
        await setUserEnabled(members[index] ?? 0, userEnabled);
        const input = { widget_id: 2, user_id: members[index], enabled, business_times: hours };
        expect(await account.post('managers/update', input)).toMatchObject({ status: 200 });
      }
      const forecast = forecastCallOrSchedule(
        takers.map((taker) => ({ name: 'Anna', ...taker })),
        now.getTime(),
      );
      const answer = await account.post('widgets/call-or-schedule', { id: 2, tel: '+48600700800' });
      met.add(forecast.kind);
      const said = `${now.toISOString()} ${JSON.stringify(takers)}`;
      expect(answer.status, said).toBe(forecast.kind === 'refused' ? 422 : 200);
      if (forecast.kind === 'refused') continue;
      const path = `/api/v3/external/calls/${dataOf(answer, Created).id}`;
      const { data } = dataOf(await ask(account.app, { path }), Call);
      expect(parseTimestamp(data.scheduled_at), said).toBe(forecast.kind === 'scheduled' ? forecast.at : null);
    }
    expect([...met].sort()).toEqual(['now', 'refused', 'scheduled']);
  });
});

/** Written out for itself: what the clock and the calendar of the zone show then. */
function slotInWords(timeZone: string, slot: number, now: number): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(slot);
  const date = (instant: number) => Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant));
  const days = (date(slot) - date(now)) / 86_400_000;
  const weekday = format({ weekday: 'long' });
  const later = days < 7 ? weekday : `${weekday.slice(0, 3)} ${format({ day: 'numeric', month: 'short' })}`;
  const day = ['today', 'tomorrow'][days] ?? later;
  return `${day} at ${format({ hour: '2-digit', minute: '2-digit' })}, ${cityOf(timeZone)} time`;
}
