import { hashKey } from '@tanstack/react-query';
import type { Assignment } from '#src/api/wire/managers.ts';
import { type BusinessTime, zoneOf } from '#src/domain/business-hours/rule.ts';
import { mondayFirst, weekdays } from '#src/domain/business-hours/week.ts';

type Rules = readonly BusinessTime[];

/** The same rules in the same order, whatever the order of their keys. */
export const sameRules = (a: Rules, b: Rules) => hashKey([a]) === hashKey([b]);

/** Where two versions of somebody's hours differ, in the words of the editor: `Monday`, `the time zone`. */
export function changedParts(before: Rules, after: Rules): string[] {
  const ofDay = (rules: Rules, day: number) =>
    rules.filter((rule) => rule.day_of_week === day).map(({ timezone: _, ...rule }) => rule);
  const zones = (rules: Rules) => [...new Set(rules.map(zoneOf))].toSorted();
  const days = mondayFirst.filter((day) => hashKey([ofDay(before, day)]) !== hashKey([ofDay(after, day)]));
  const parts = days.map((day): string => weekdays[day] ?? '');
  if (hashKey(zones(before)) !== hashKey(zones(after))) parts.push('the time zone');
  return parts.length === 0 && !sameRules(before, after) ? ['the hours'] : parts;
}

/**
 * The hours of a manager that was read in full. Throws where the API left them out: a write without them would reset
 * them to Monday to Friday 09:00–17:00, so nothing may be written then.
 */
export function hoursOf({ business_times }: Assignment) {
  if (business_times) return business_times;
  throw new Error('CallPage did not say what hours this manager has, and a change without them would reset them.');
}
