import * as z from 'zod';
import type { StoredBusinessTime } from '#server/db/schema.ts';
import type { BusinessTimeInput } from '#src/api/wire/managers.ts';
import { defaultHours as apiDefault, defaultTimeZone, rangeOf } from '#src/domain/business-hours/rule.ts';
import { isTimeZone } from '#src/domain/time-zones.ts';
import { accepts, flag, wholeNumber } from './inputs.ts';

const timeError = 'Send a time as HH:MM or HH:MM:SS, 24:00 at the latest.';

/** Kept as the API reads back: with seconds. */
const time = z
  .string({ error: timeError })
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?|24:00(?::00)?)$/, { error: timeError })
  .transform((value) => (value.length === 5 ? `${value}:00` : value))
  .nullish()
  .transform((value) => value ?? null);

const zone = z
  .string({ error: 'Send an IANA time zone such as Europe/Warsaw.' })
  .refine(isTimeZone, { error: 'This time zone is not known. Send an IANA one such as Europe/Warsaw.' })
  .default(defaultTimeZone);

const rule = z
  .looseObject(
    { day_of_week: wholeNumber(0, 6), enabled: flag, start_time: time, end_time: time, timezone: zone },
    { error: 'Send a rule: an object with day_of_week and enabled, start_time, end_time and timezone.' },
  )
  .transform((value) => (value.enabled ? value : { ...value, start_time: null, end_time: null }))
  .superRefine((value, context) => {
    if (!value.enabled) return;
    if (value.start_time === null || value.end_time === null) {
      const path = value.start_time === null ? 'start_time' : 'end_time';
      context.addIssue({ code: 'custom', path: [path], message: 'A rule that is enabled needs a start and an end.' });
    } else if (value.start_time >= value.end_time) {
      context.addIssue({ code: 'custom', path: ['end_time'], message: 'Send an end that is after the start.' });
    }
  });

/** `business_times` as clients send them: any number of rules a day, keys that are not known kept as they are. */
export const businessTimes = accepts<BusinessTimeInput[]>()(
  z.array(rule, { error: 'Send a list of rules.' }).superRefine((rules, context) => {
    for (const index of overlapping(rules)) {
      context.addIssue({
        code: 'custom',
        path: [index, 'start_time'],
        message: 'This range overlaps another one of the same day. Join them, or move one.',
      });
    }
  }),
);

/** What the API puts where the hours are left out, as it reads them back. */
export const defaultHours: StoredBusinessTime[] = apiDefault.map((value) => ({
  ...value,
  start_time: `${value.start_time}:00`,
  end_time: `${value.end_time}:00`,
}));

/** The rules that begin before an earlier one of their day has ended. Days of two zones are two days. */
function overlapping(rules: readonly BusinessTimeInput[]): number[] {
  const ranges = rules
    .map((value, index) => ({ index, range: rangeOf(value), zone: value.timezone }))
    .flatMap(({ range, ...rest }) => (range === null ? [] : [{ ...rest, ...range }]))
    .sort((a, b) => a.start - b.start);
  const ends = new Map<string, number>();
  return ranges
    .filter(({ day, zone, start, end }) => {
      const key = `${day} ${zone}`;
      const latest = ends.get(key) ?? start;
      ends.set(key, Math.max(latest, end));
      return latest > start;
    })
    .map(({ index }) => index);
}
