import type { Widget } from '#src/api/wire/widgets.ts';

/** The departments that the widget's managers belong to, by name. */
export function departmentsOf({ managers }: Pick<Widget, 'managers'>) {
  const departments = new Map(managers.flatMap((manager) => manager.departments ?? []).map((one) => [one.id, one]));
  return [...departments.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
