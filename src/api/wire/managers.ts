import * as z from 'zod/mini';
import { flag, isRecord, list, nullable, numeric, text } from './primitives.ts';

export const BusinessTime = z.looseObject({
  /** 0 = Sunday … 6 = Saturday */
  day_of_week: numeric,
  enabled: flag,
  /** `HH:MM` or `HH:MM:SS`; null on a day that is not enabled */
  start_time: nullable(z.string()),
  end_time: nullable(z.string()),
  /** IANA zone */
  timezone: text,
});
export type BusinessTime = z.infer<typeof BusinessTime>;

const Department = z.looseObject({ id: numeric, name: text });

/** The user as an assignment carries it: enough to name and reach a person. */
const AssignedUser = z.looseObject({
  id: numeric,
  name: text,
  email: nullable(z.string()),
  tel: text,
  avatar: nullable(z.string()),
});

/**
 * A user's assignment to a widget, the API's "manager". `widgets/all` gives the short form; `widgets/get` and
 * `managers/*` add hours and departments.
 */
export const Assignment = z.pipe(
  z.transform(readIds),
  z.looseObject({
    id: numeric,
    user_id: numeric,
    enabled: z._default(flag, true),
    user: z.optional(AssignedUser),
    business_times: z.optional(list(BusinessTime)),
    departments: z.optional(list(Department)),
  }),
);
export type Assignment = z.infer<typeof Assignment>;

/** An assignment's id comes as `id` or `manager_id`, its user's as `user_id` or `user.id`. */
function readIds(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const user = isRecord(value.user) ? value.user : undefined;
  return { ...value, id: value.id ?? value.manager_id, user_id: value.user_id ?? user?.id, user };
}

export interface BusinessTimeInput {
  day_of_week: number;
  enabled: boolean;
  start_time: string | null;
  end_time: string | null;
  timezone: string;
}

export interface ManagerInput {
  user_id: number;
  widget_id: number;
  enabled: boolean;
  /** Left out, the API resets the hours to Mon–Fri 09:00–17:00: always send them along. */
  business_times?: BusinessTimeInput[];
}
