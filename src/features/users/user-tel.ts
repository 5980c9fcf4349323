import type { User } from '#src/api/wire/users.ts';

/** The number for reading, with its extension. */
export function userTel({ tel, tel_formatted, tel_extension }: User): string {
  const number = tel_formatted || tel;
  return tel_extension ? `${number} ext. ${tel_extension}` : number;
}
