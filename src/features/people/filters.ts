import * as z from 'zod/mini';
import type { Person } from '#src/api/wire/people.ts';
import { type ConsoleRole, consoleRoles } from '#src/api/wire/session.ts';
import { consoleRoleNames } from '#src/domain/console-roles.ts';
import { listState, type SortValues, sortRows } from '#src/lib/list-state.ts';

/** What the list's URL holds. */
export const PeopleFilters = z.object({
  q: z.catch(z.string(), ''),
  role: z.catch(z.enum(['', ...consoleRoles]), ''),
  access: z.catch(z.enum(['', 'active', 'deactivated']), ''),
  ...listState,
});
export type PeopleFilters = z.output<typeof PeopleFilters>;

/** Everything that narrows the list, at its initial value. */
export const noFilters = { q: '', role: '', access: '', page: 1 } as const;

export const isFiltered = ({ q, role, access }: PeopleFilters) => q !== '' || role !== '' || access !== '';

const sortValues: SortValues<Person> = {
  name: ({ name }) => name,
  email: ({ email }) => email,
  role: ({ role }) => consoleRoles.indexOf(role),
  seen: ({ last_seen_at }) => last_seen_at ?? '',
};

/** The people who pass every filter, in the order asked for. */
export function selectPeople(people: readonly Person[], filters: PeopleFilters): readonly Person[] {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = people.filter(({ name, email, role, active }) => {
    const text = `${name}\n${email}`.toLowerCase();
    return (
      (filters.role === '' || role === filters.role) &&
      (filters.access === '' || (filters.access === 'active') === active) &&
      words.every((word) => text.includes(word))
    );
  });
  return sortRows(matching, filters.sort, sortValues);
}

/** How many people have each role. */
export function countRoles(people: readonly Person[]) {
  const figure = (role: ConsoleRole) => people.filter((person) => person.role === role).length;
  return [
    { value: '' as const, name: 'All', figure: people.length },
    ...consoleRoles.map((role) => ({ value: role, name: consoleRoleNames[role], figure: figure(role) })),
  ];
}
