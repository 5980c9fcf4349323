import * as z from 'zod/mini';
import type { User } from '#src/api/wire/users.ts';
import { phoneIncludes } from '#src/domain/phone-search.ts';
import { listState, type SortValues, sortRows } from '#src/lib/list-state.ts';
import { roleName, roleOf } from './roles.ts';

/** What the list's URL holds. */
export const UserFilters = z.object({
  q: z.catch(z.string(), ''),
  role: z.catch(z.string(), ''),
  sign_in: z.catch(z.enum(['', 'yes', 'no']), ''),
  ...listState,
});
export type UserFilters = z.output<typeof UserFilters>;

/** Everything that narrows the list, at its initial value. */
export const noFilters = { q: '', role: '', sign_in: '', page: 1 } as const;

export const isFiltered = ({ q, role, sign_in }: UserFilters) => q !== '' || role !== '' || sign_in !== '';

const sortValues: SortValues<User> = {
  name: (user) => user.name,
  email: (user) => user.email ?? '',
  // As long as each other, or a number of more digits would come after every shorter one.
  tel: (user) => user.tel.padEnd(16, '0'),
  role: (user) => roleName(roleOf(user)),
  online: (user) => user.last_online ?? '',
};

/** The users that pass every filter, in the order asked for. The search takes a number in any shape. */
export function selectUsers(users: readonly User[], filters: UserFilters): readonly User[] {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (user: User) => {
    const text = `${user.name}\n${user.email ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word)) || phoneIncludes(user.tel, filters.q);
  };
  const matching = users.filter(
    (user) =>
      (filters.role === '' || roleOf(user) === filters.role) &&
      (filters.sign_in === '' || (filters.sign_in === 'yes') === (user.email !== null)) &&
      holds(user),
  );
  return sortRows(matching, filters.sort, sortValues);
}

/** The account's roles with how many users have each, the known ones first. */
export function countRoles(users: readonly User[]) {
  const counts = new Map<string, number>([
    ['owner', 0],
    ['admin', 0],
    ['manager', 0],
  ]);
  for (const user of users) counts.set(roleOf(user), (counts.get(roleOf(user)) ?? 0) + 1);
  const roles = [...counts].filter(([role, figure]) => role !== '' && figure > 0);
  return [
    { value: '', name: 'All', figure: users.length },
    ...roles.map(([role, figure]) => ({ value: role, name: roleName(role), figure })),
  ];
}
