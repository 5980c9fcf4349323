import * as z from 'zod/mini';
import type { WidgetSetting } from '#src/api/wire/widgets.ts';

/**
 * One key of a widget's `settings` as a row of the form. The API's list holds objects of one or more keys; `entry`
 * tells which object a row came from, so that the list goes back in the shape it came in. A row that was added has
 * none. A value that is no text, number or boolean is kept as JSON and cannot be edited.
 */
export const SettingRow = z.object({
  entry: z.nullable(z.number()),
  key: z.string(),
  kind: z.enum(['text', 'number', 'boolean', 'json']),
  value: z.string(),
});
export type SettingRow = z.infer<typeof SettingRow>;

export const newSetting: SettingRow = { entry: null, key: '', kind: 'text', value: '' };

export function toRows(settings: readonly WidgetSetting[]): SettingRow[] {
  return settings.flatMap((object, entry) =>
    Object.entries(object).map(([key, value]) => ({ entry, key, ...typed(value) })),
  );
}

function typed(value: unknown): Pick<SettingRow, 'kind' | 'value'> {
  if (typeof value === 'string') return { kind: 'text', value };
  if (typeof value === 'number') return { kind: 'number', value: String(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', value: String(value) };
  return { kind: 'json', value: JSON.stringify(value) };
}

export function fromRows(rows: readonly SettingRow[]): WidgetSetting[] {
  const entries = new Map<number | SettingRow, WidgetSetting>();
  for (const row of rows) {
    const object = entries.get(row.entry ?? row) ?? {};
    object[row.key] = wireValue(row);
    entries.set(row.entry ?? row, object);
  }
  return [...entries.values()];
}

function wireValue({ kind, value }: SettingRow): unknown {
  if (kind === 'number') return Number(value);
  if (kind === 'boolean') return value === 'true';
  return kind === 'json' ? JSON.parse(value) : value;
}

/**
 * The indexes of rows whose key another row has already. A key may stand in several of the objects that the API
 * gave; within one of them, or in a row that was added, it would overwrite the other.
 */
export function duplicateKeys(rows: readonly SettingRow[]): ReadonlySet<number> {
  const clashes = (row: SettingRow, index: number) =>
    rows.some(
      (other, at) =>
        at !== index &&
        other.key.trim() === row.key.trim() &&
        (row.entry === null ? other.entry !== null || at < index : other.entry === row.entry && at < index),
    );
  return new Set([...rows.keys()].filter((index) => rows[index] && clashes(rows[index], index)));
}
