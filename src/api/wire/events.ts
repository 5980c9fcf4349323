import * as z from 'zod/mini';
import { actEntities } from './activity.ts';
import { nullable, numeric } from './primitives.ts';
import { ConsoleRole } from './session.ts';

/** Names of the events of `GET /events` (`text/event-stream`). */
export const eventNames = ['hello', 'change', 'refresh', 'beat', 'signed-out'] as const;
export type EventName = (typeof eventNames)[number];

/** The first event of every connection. */
export const Hello = z.looseObject({
  /** Of the server, to compare with the page's own. */
  version: z.string(),
  /** Who is listening, as the server knows them by now. An earlier version of it tells neither. */
  role: z.optional(ConsoleRole),
  user_id: z.optional(nullable(numeric)),
});
export type Hello = z.infer<typeof Hello>;

/**
 * Something was changed, by whomever, or may have been. No ids: anything of that kind. What the person may not read is not told.
 * `refresh` (no data) stands for changes that cannot be told one by one, such as after a long gap: read everything again.
 * `beat` (no data) comes every 15 seconds: after 40 without one the connection is dead.
 * `signed-out` (no data): the session has ended; the stream ends with it.
 */
export const Change = z.looseObject({
  entity: z.enum(actEntities),
  operation: z.string(),
  /** Ids of the entity; of `managers`, `sms` and `voice` those of the widget. */
  ids: z.array(z.number()),
  /** CallPage users concerned, for `managers`. */
  user_ids: z.array(z.number()),
  /** `Idempotency-Key` of the request, by which the page that sent it knows its own. */
  key: nullable(z.string()),
});
export type Change = z.infer<typeof Change>;
