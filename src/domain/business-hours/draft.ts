import * as z from 'zod/mini';
import type { Week } from './week.ts';

const time = z.nullable(z.string());

const Rule = z.looseObject({
  day_of_week: z.number(),
  enabled: z.boolean(),
  start_time: time,
  end_time: time,
  timezone: z.string(),
});

const Range = z.object({
  start: z.string(),
  end: z.string(),
  timeZone: z.string(),
  from: z.array(z.number()),
});

const Draft = z.object({
  rules: z.array(Rule),
  days: z.array(z.object({ on: z.boolean(), ranges: z.array(Range) })).check(z.length(7)),
  timeZone: z.nullable(z.string()),
});

/** A week as it was stored while it was edited; undefined for anything else, such as a draft of an older version. */
export function weekFromDraft(value: unknown): Week | undefined {
  return Draft.safeParse(value).data;
}
