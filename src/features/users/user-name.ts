import type { User } from '#src/api/wire/users.ts';

/** What a user is called wherever one is spoken of. */
export const userName = ({ id, name }: Pick<User, 'id' | 'name'>) => name || `User ${id}`;

/** The number for reading, with its extension. */
export function userTel({ tel, tel_formatted, tel_extension }: User): string {
  const number = tel_formatted || tel;
  return tel_extension ? `${number} ext. ${tel_extension}` : number;
}
