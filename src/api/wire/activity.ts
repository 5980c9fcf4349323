import * as z from 'zod/mini';
import { list, nullable, numeric } from './primitives.ts';

/** `unknown`: it was sent, and no answer tells whether it was done. */
export const actStates = ['pending', 'done', 'failed', 'unknown'] as const;
export type ActState = (typeof actStates)[number];

/** What an act is about: the first half of its operation. */
export const actEntities = ['widgets', 'managers', 'sms', 'voice', 'users', 'calls', 'people'] as const;
export type ActEntity = (typeof actEntities)[number];

/** Beyond so many rows a spreadsheet is no help; the filters are. */
export const mostCsvActs = 50_000;

/** One row of the trail. In `request`, `before` and `after`, `•` stands for what is personal or secret. */
export const Act = z.looseObject({
  id: numeric,
  at: z.string(),
  finished_at: nullable(z.string()),
  /** As they were called when they did it. `id` is null for the server itself. */
  person: z.looseObject({ id: nullable(z.string()), name: z.string() }),
  /** `widgets.update`, `widgets.call`, `people.invite`… */
  operation: z.string(),
  entity: z.enum(actEntities),
  widget_id: nullable(numeric),
  user_ids: list(numeric),
  call_id: nullable(numeric),
  message_id: nullable(z.string()),
  /** The name of the person that an act on people is about. */
  subject: nullable(z.string()),
  state: z.enum(actStates),
  /** HTTP status of the answer. */
  status: nullable(numeric),
  /** Why it failed, or why nobody knows. */
  message: nullable(z.string()),
  /** The person said yes to a second call within ten minutes. */
  confirmed: z.boolean(),
  request: nullable(z.record(z.string(), z.unknown())),
  /** What was there, of the keys that were sent; all of it before a delete. null: it was not read. */
  before: nullable(z.record(z.string(), z.unknown())),
  /** The same keys, as CallPage confirmed them. */
  after: nullable(z.record(z.string(), z.unknown())),
});
export type Act = z.infer<typeof Act>;

/** The newest first. `widget_id` alone is a widget's history, with `user_id` an assignment's. */
export interface ActivityInput {
  person_id?: string;
  operation?: string;
  entity?: ActEntity;
  state?: ActState;
  widget_id?: number;
  user_id?: number;
  call_id?: number;
  /** ISO 8601 instants: from the first, up to but without the second. */
  from?: string;
  to?: string;
  /** 1 to 200, 50 when left out. */
  limit?: number;
  offset?: number;
}
