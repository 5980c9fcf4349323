import * as z from 'zod/mini';

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

/** A week as a draft of the editor holds it. What an older version of it stored does not parse. */
export const StoredWeek = z.object({
  rules: z.array(Rule),
  days: z.array(z.object({ on: z.boolean(), ranges: z.array(Range) })).check(z.length(7)),
  timeZone: z.nullable(z.string()),
});
