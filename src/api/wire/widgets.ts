import * as z from 'zod/mini';
import { Assignment, type BusinessTimeInput } from './managers.ts';
import { flag, isRecord, list, nullable, numeric, text, timestamp } from './primitives.ts';

/** `{ [key]: number | string | boolean }`. The keys are not public: none is named here and none is ever dropped. */
export const WidgetSetting = z.record(z.string(), z.unknown());
export type WidgetSetting = z.infer<typeof WidgetSetting>;

/** `widgets/all` gives the managers in short form; `widgets/get` adds their hours, and `settings` when set. */
export const Widget = z.pipe(
  z.transform(readManagers),
  z.looseObject({
    id: numeric,
    url: text,
    description: text,
    enabled: flag,
    locale_code: text,
    installation_status: z._default(numeric, 0),
    installed_at: nullable(timestamp),
    company_sms_name: nullable(z.string()),
    call_requests_count: z._default(numeric, 0),
    managers: list(Assignment),
    widget_code: z.optional(nullable(z.string())),
    settings: z.optional(z.nullable(z.pipe(z.transform(readSettings), z.array(WidgetSetting)))),
  }),
);
export type Widget = z.infer<typeof Widget>;

/** Some answers say `assignments` for `managers`. */
function readManagers(value: unknown): unknown {
  if (!isRecord(value) || value.managers !== undefined) return value;
  return { ...value, managers: value.assignments };
}

/** A list of objects; some clients send, and so read back, one object. */
function readSettings(value: unknown): unknown {
  return Array.isArray(value) || value === null ? value : [value];
}

export interface WidgetCreateInput {
  url: string;
  description?: string;
  locale_code?: string;
}

/** What is left out stays as it is. */
export interface WidgetUpdateInput {
  id: number;
  url: string;
  description?: string;
  locale_code?: string;
  enabled?: boolean;
  settings?: WidgetSetting[];
}

export interface AddUsersInput {
  id: number;
  user_id: number | number[];
  business_times?: BusinessTimeInput[];
}

/** `department_id` or `manager_id`, never both. */
export interface CallInput {
  id: number;
  tel: string;
  department_id?: number;
  manager_id?: number;
}

export const AddedUsers = z.array(z.looseObject({ user_id: numeric, manager_id: numeric }));
export type AddedUsers = z.infer<typeof AddedUsers>;
