import type { User } from '#src/api/wire/users.ts';
import { type RoleSlug, roleSlugs } from '#src/api/wire/users.ts';

const names: Readonly<Record<RoleSlug, string>> = { owner: 'Owner', admin: 'Admin', manager: 'Manager' };

/** The role's plain name; one that is not known stands for itself. */
export function roleName(slug: string): string {
  const known = roleSlugs.find((role) => role === slug);
  return known ? names[known] : slug;
}

export const roleOf = ({ role }: Pick<User, 'role'>) => role?.slug ?? '';

/** What can be given to a user; an account has its owner, and nobody is made one here. */
export const assignableRoles = [
  { value: 'manager', label: 'Manager: own widgets and calls' },
  { value: 'admin', label: 'Admin: everything but billing' },
] as const;

export const isAssignable = (slug: string): slug is 'manager' | 'admin' =>
  assignableRoles.some(({ value }) => value === slug);
