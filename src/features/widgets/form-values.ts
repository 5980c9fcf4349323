import * as z from 'zod/mini';
import type { Widget, WidgetUpdateInput } from '#src/api/wire/widgets.ts';
import { limits } from '#src/domain/limits.ts';
import { normalizeWidgetUrl } from '#src/domain/widget-url.ts';
import { duplicateKeys, fromRows, SettingRow, toRows } from './settings.ts';

/** What the form holds while it is typed in, valid or not: also what a draft keeps. */
export const WidgetFormValues = z.object({
  url: z.string(),
  description: z.string(),
  locale_code: z.string(),
  enabled: z.boolean(),
  settings: z.array(SettingRow),
});
export type WidgetFormValues = z.infer<typeof WidgetFormValues>;

/**
 * What may be sent: the URL normalised, keys of settings without the spaces around them.
 * @param kept what the API has: a URL or a setting that is still the same is the API's own business, and stays to the letter
 */
export function widgetFormSchema(kept?: WidgetFormValues) {
  const isKept = (row: SettingRow) => kept?.settings.some((other) => sameRow(other, row)) ?? false;
  return z.object({
    ...WidgetFormValues.shape,
    url: z.pipe(
      z.string(),
      z.transform((typed, { issues }) => {
        if (typed === kept?.url) return typed;
        const result = normalizeWidgetUrl(typed);
        if (result.ok) return result.url;
        issues.push({ code: 'custom', message: result.problem, input: typed });
        return z.NEVER;
      }),
    ),
    description: z.string().check(z.maxLength(limits.description, `Use ${limits.description} characters at most.`)),
    settings: z.pipe(
      z.array(SettingRow).check(({ value, issues }) => {
        const duplicates = duplicateKeys(value);
        for (const [index, row] of value.entries()) {
          const problem = isKept(row) ? undefined : problemOf(row, duplicates.has(index));
          if (problem) issues.push({ code: 'custom', message: problem.text, path: [index, problem.field], input: row });
        }
      }),
      z.transform((rows) => rows.map((row) => (isKept(row) ? row : { ...row, key: row.key.trim() }))),
    ),
  });
}

const sameRow = (a: SettingRow, b: SettingRow) =>
  a.entry === b.entry && a.key === b.key && a.kind === b.kind && a.value === b.value;

function problemOf(row: SettingRow, duplicate: boolean) {
  if (row.key.trim() === '') return { field: 'key', text: 'Name this setting, or remove the row.' };
  if (duplicate) return { field: 'key', text: 'This key is there already. Change its value instead.' };
  if (row.kind === 'number' && (row.value.trim() === '' || !Number.isFinite(Number(row.value)))) {
    return { field: 'value', text: 'Enter a number, with a point for decimals, or choose Text.' };
  }
  return undefined;
}

export const newWidgetValues: WidgetFormValues = {
  url: '',
  description: '',
  locale_code: 'en',
  enabled: true,
  settings: [],
};

export const valuesOf = (widget: Widget): WidgetFormValues => ({
  url: widget.url,
  description: widget.description,
  locale_code: widget.locale_code,
  enabled: widget.enabled,
  settings: toRows(widget.settings ?? []),
});

const fieldNames = {
  url: 'URL',
  description: 'Description',
  locale_code: 'Locale',
  enabled: 'Enabled',
  settings: 'Settings',
} as const;

export type Field = keyof typeof fieldNames;

/** The fields in which two versions of a widget differ. */
export function differences(before: WidgetFormValues, after: WidgetFormValues): Field[] {
  const fields: Field[] = ['url', 'description', 'locale_code', 'enabled', 'settings'];
  return fields.filter((field) => wireForm(before, field) !== wireForm(after, field));
}

/** Settings are the same when they are sent alike, whichever rows they stand in. */
const wireForm = (values: WidgetFormValues, field: Field) =>
  JSON.stringify(field === 'settings' ? fromRows(values.settings) : values[field]);

export const nameOfField = (field: Field) => fieldNames[field];

/** `id` and `url` always, and of the rest only what was changed: what is left out stays as it is. */
export function changesOf(id: number, baseline: WidgetFormValues, values: WidgetFormValues): WidgetUpdateInput {
  const changed = new Set(differences(baseline, values));
  return {
    id,
    url: values.url,
    ...(changed.has('description') && { description: values.description }),
    ...(changed.has('locale_code') && { locale_code: values.locale_code }),
    ...(changed.has('enabled') && { enabled: values.enabled }),
    ...(changed.has('settings') && { settings: fromRows(values.settings) }),
  };
}
