import * as z from 'zod/mini';
import { BusinessTime } from '#src/api/wire/managers.ts';
import { isRecord } from '#src/api/wire/primitives.ts';
import { hoursAndZoneInWords } from '#src/domain/business-hours/words.ts';
import { consoleRoleNames } from '#src/domain/console-roles.ts';
import { localeName } from '#src/domain/locales.ts';

type Json = Readonly<Record<string, unknown>>;

/** What the fields of a record are called on the screen. */
const labels: Readonly<Record<string, string>> = {
  url: 'Address',
  description: 'Description',
  locale_code: 'Locale',
  enabled: 'Enabled',
  active: 'Active',
  business_times: 'Hours',
  name: 'Name',
  email: 'Email',
  tel: 'Telephone',
  role: 'Role',
  text: 'Text',
  file: 'Recording',
  recording: 'Recording',
  value: 'Answer',
  reason: 'Reason',
  department_id: 'Department',
  manager_id: 'Manager',
  user_id: 'CallPage user',
};

const setting = 'settings.';

/** `Address`, `Setting color`; a field that is not known stands for itself. */
export function fieldLabel(field: string): string {
  return field.startsWith(setting) ? `Setting ${field.slice(setting.length)}` : (labels[field] ?? field);
}

/** The field within a sentence: `the address`; all settings are one thing there. */
export function fieldPhrase(field: string): string {
  if (field === 'enabled') return 'the on/off switch';
  if (field === 'active') return 'the access';
  if (field.startsWith(setting)) return 'the settings';
  const label = fieldLabel(field);
  return `the ${label === 'CallPage user' ? label : label.toLowerCase()}`;
}

const order = Object.keys(labels);
/** As on the forms; what is not known, and the settings, come last. */
const placeOf = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);

/** The fields of a record by name, in the order of the forms, each setting of a widget as a field of its own. */
export function fieldsOf(record: Json): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  // The database gives them back in an order of its own.
  for (const [name, value] of Object.entries(record).toSorted(([a], [b]) => placeOf(a) - placeOf(b))) {
    if (name !== 'settings') fields.set(name, value);
    else for (const [key, one] of settingsOf(value)) fields.set(freeName(fields, setting + key), one);
  }
  return fields;
}

/** A list of objects of one or more keys, or one such object. */
function settingsOf(value: unknown): [string, unknown][] {
  return (Array.isArray(value) ? value : [value]).flatMap((one) => (isRecord(one) ? Object.entries(one) : []));
}

/** A key may stand in several of the objects. */
function freeName(taken: ReadonlyMap<string, unknown>, name: string, count = 1): string {
  const numbered = count === 1 ? name : `${name} (${count})`;
  return taken.has(numbered) ? freeName(taken, name, count + 1) : numbered;
}

/** Of the console and of CallPage. */
const roles: Readonly<Record<string, string>> = { ...consoleRoleNames, owner: 'Owner', admin: 'Admin' };
const flags = new Map([true, 1, '1', 'true'].map((value): [unknown, string] => [value, 'Yes']));
for (const value of [false, 0, '0', 'false']) flags.set(value, 'No');

/** A value in words; empty for one that is empty. Two values that mean the same read the same. */
export function valueInWords(field: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (field === 'enabled' || field === 'active' || typeof value === 'boolean') return flags.get(value) ?? plain(value);
  if (field === 'business_times') return rulesInWords(value);
  if (field === 'locale_code') return localeName(plain(value));
  if (field === 'role') return roleInWords(isRecord(value) ? value.slug : value);
  if (field === 'recording' && isRecord(value)) return plain(value.full_url);
  return plain(value);
}

const plain = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);

export const roleInWords = (slug: unknown) => roles[plain(slug)] ?? plain(slug);

function rulesInWords(value: unknown): string {
  const rules = z.safeParse(z.array(BusinessTime), value);
  return rules.success ? hoursAndZoneInWords(rules.data) : plain(value);
}

/** What tells two values apart that read the same: hours that are off may hold other times. */
export function fingerprint(field: string, value: unknown): string {
  const rules = field === 'business_times' ? z.safeParse(z.array(BusinessTime), value) : undefined;
  if (!rules?.success) return valueInWords(field, value);
  return JSON.stringify(
    rules.data
      .map(({ day_of_week, enabled, start_time, end_time, timezone }) =>
        [day_of_week, enabled, start_time?.slice(0, 5) ?? '', end_time?.slice(0, 5) ?? '', timezone].join(' '),
      )
      .toSorted(),
  );
}

/** Part of it was left out when it was recorded, because it is personal or secret. */
export const isMasked = (words: string) => words.includes('•••');
