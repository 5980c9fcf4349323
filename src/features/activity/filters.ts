import * as z from 'zod/mini';
import { actEntities, actStates } from '#src/api/wire/activity.ts';
import { addDays, isDay, startOfDay } from '#src/lib/days.ts';
import { operationNames } from './operation-names.ts';
import type { ActFilters } from './queries.ts';

export const actPageSizes = [25, 50, 100] as const;

/** Page of a list of acts, as the URL holds it. */
const paging = {
  page: z.catch(z.coerce.number().check(z.int(), z.positive()), 1),
  size: z.catch(z.coerce.number().check(z.refine((size) => actPageSizes.some((known) => known === size))), 25),
};
export const HistoryState = z.object(paging);

const day = z.catch(z.string().check(z.refine(isDay)), '');
/** An id; 0 for all. */
const id = z.catch(z.coerce.number().check(z.int(), z.nonnegative(), z.maximum(2_147_483_647)), 0);

/** What the trail's URL holds. */
export const ActivityState = z.object({
  /** A person's id. */
  person: z.catch(z.string(), ''),
  entity: z.catch(z.enum(['', ...actEntities]), ''),
  operation: z.catch(z.string().check(z.refine((name) => operationNames.has(name))), ''),
  state: z.catch(z.enum(['', ...actStates]), ''),
  from: day,
  to: day,
  widget: id,
  user: id,
  ...paging,
});
export type ActivityState = z.output<typeof ActivityState>;

/** Everything that narrows the trail, at its initial value. */
export const noFilters = {
  person: '',
  entity: '',
  operation: '',
  state: '',
  from: '',
  to: '',
  widget: 0,
  user: 0,
  page: 1,
} as const satisfies Partial<ActivityState>;

export function isFiltered(state: ActivityState): boolean {
  const { page: _, ...filters } = noFilters;
  return Object.entries(filters).some(([name, value]) => state[name as keyof typeof filters] !== value);
}

/** Why no act can match, in a sentence; undefined where some can. */
export function problemOf({ from, to }: Pick<ActivityState, 'from' | 'to'>): string | undefined {
  return from !== '' && to !== '' && from > to ? 'The first day is after the last one.' : undefined;
}

/** The filters as the server takes them; the days are the reader's own. */
export function filtersOf({ person, entity, operation, state, from, to, widget, user }: ActivityState): ActFilters {
  return {
    ...(person !== '' && { person_id: person }),
    ...(entity !== '' && { entity }),
    ...(operation !== '' && { operation }),
    ...(state !== '' && { state }),
    ...(from !== '' && { from: new Date(startOfDay(from)).toISOString() }),
    ...(to !== '' && { to: new Date(startOfDay(addDays(to, 1))).toISOString() }),
    ...(widget !== 0 && { widget_id: widget }),
    ...(user !== 0 && { user_id: user }),
  };
}
