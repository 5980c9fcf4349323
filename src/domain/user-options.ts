import { phoneIncludes } from './phone-search.ts';
import { userName } from './user-name.ts';

interface Choice {
  id: number;
  name: string;
  email: string | null;
  tel: string;
}

/** CallPage users as what one chooses from: `Eleanor Whitfield (eleanor@example.com)`. */
export const userOptions = (users: readonly Choice[]) =>
  users.map((user) => ({ value: String(user.id), label: `${userName(user)} (${user.email ?? user.tel})` }));

/** Finds them by words of the name and the email, or by a number in any shape, which the label may not show. */
export const userFilter =
  (users: readonly Choice[]) =>
  <Option extends object>({ options, search, limit }: { options: Option[]; search: string; limit: number }) => {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const tels = new Map(users.map(({ id, tel }) => [String(id), tel]));
    const matches = (value: string, label: string) =>
      words.every((word) => label.toLowerCase().includes(word)) || phoneIncludes(tels.get(value) ?? '', search);
    return options
      .filter((one) => 'value' in one && 'label' in one && matches(String(one.value), String(one.label)))
      .slice(0, limit);
  };
