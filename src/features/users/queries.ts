import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { unlessGone } from '#src/api/errors.ts';
import { createUser, deleteUser, getUser, readUsers, updateUser } from '#src/api/users.ts';
import type { User, UserCreateInput, UserUpdateInput } from '#src/api/wire/users.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { useIntentKey } from '#src/lib/use-intent-key.ts';
import { userTel } from './user-tel.ts';

export const userQueries = {
  all: () => ['users'] as const,
  /** Every user of the account. */
  list: () =>
    queryOptions({
      queryKey: [...userQueries.all(), 'list'],
      queryFn: ({ signal }) => readUsers(signal),
    }),
  detail: (id: number) =>
    queryOptions({
      queryKey: [...userQueries.all(), 'detail', id],
      queryFn: ({ signal }) => getUser(id, signal),
    }),
};

/** The users who are disabled as such, and so take no call for any widget, by id. */
export const disabledUsers = (users: readonly User[]): ReadonlySet<number> =>
  new Set(users.filter(({ enabled }) => enabled === false).map(({ id }) => id));

/** The numbers of users for reading, by id. */
export const userTels = (users: readonly User[]): ReadonlyMap<number, string> =>
  new Map(users.map((user) => [user.id, userTel(user)]));

export function useCreateUser() {
  const { once, renew } = useIntentKey('users.create');
  const create = useMutation({
    mutationFn: (input: UserCreateInput) => once(input, createUser),
    meta: { invalidates: [userQueries.all()] },
  });
  return { ...create, renew };
}

interface Edit {
  input: UserUpdateInput;
  /** Whether anything is left to save. Throws where the user is no longer what the form was opened with. */
  check: (current: User) => boolean;
}

/** Saves what was changed, unless somebody else changed the user meanwhile. */
export const useSaveUser = () =>
  useMutation({
    mutationFn: async ({ input, check }: Edit) => {
      if (check(await getUser(input.id))) await updateUser(input);
    },
    meta: { invalidates: [userQueries.all()] },
  });

export function useDeleteUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => deleteUser(id).catch(unlessGone),
    onSuccess: (_data, id) => {
      client.setQueryData(userQueries.list().queryKey, (users) => users?.filter((user) => user.id !== id));
    },
    // The widgets and the managers name the user too.
    meta: { invalidates: [userQueries.list().queryKey, widgetQueries.all()] },
  });
}
