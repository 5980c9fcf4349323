import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { userName } from '#src/domain/user-name.ts';
import { userQueries } from '#src/features/users/queries.ts';

/** What a CallPage user is called; `User 15` until the users are read, and for one who is there no longer. */
export function useUserNames(): (id: number) => string {
  const { data: users } = useQuery(userQueries.list());
  return useMemo(() => {
    const names = new Map(users?.map(({ id, name }) => [id, name]));
    return (id) => userName({ id, name: names.get(id) });
  }, [users]);
}
