import * as z from 'zod/mini';
import { send, v1 } from './http.ts';
import { readAll } from './pages.ts';
import { Created } from './wire/primitives.ts';
import { User, type UserCreateInput, type UserUpdateInput } from './wire/users.ts';

const UserList = z.array(User);

/** Every user of the account, over all pages. */
export function readUsers(signal?: AbortSignal): Promise<User[]> {
  return readAll((query) => send({ operation: 'users.list', path: v1('users/all'), query, data: UserList, signal }));
}

export async function getUser(id: number, signal?: AbortSignal): Promise<User> {
  return (await send({ operation: 'users.get', path: v1('users/get'), query: { id }, data: User, signal })).data;
}

/** @param key of the intent: sent again with it, the user is not made twice */
export async function createUser(body: UserCreateInput, key?: string): Promise<Created> {
  const request = { operation: 'users.create', path: v1('users/create'), method: 'POST', body, key } as const;
  return (await send({ ...request, data: Created })).data;
}

/** `id`, `name` and `tel` always; what is left out of the rest stays as it is. */
export async function updateUser(body: UserUpdateInput): Promise<Created> {
  const request = { operation: 'users.update', path: v1('users/update'), method: 'POST', body } as const;
  return (await send({ ...request, data: Created })).data;
}

export async function deleteUser(id: number): Promise<void> {
  await send({ operation: 'users.delete', path: v1('users/delete'), method: 'POST', body: { id }, data: z.unknown() });
}
