import { queryOptions, useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { changePassword, getSession, readLink, signOut } from '#src/api/session.ts';
import type { Permission } from '#src/api/wire/operations.ts';

export const sessionQueries = {
  current: () =>
    queryOptions({
      queryKey: ['session'],
      queryFn: ({ signal }) => getSession(signal),
      // The server tells when it ends or changes, and so does whatever it refuses.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
    }),
  link: (token: string) =>
    queryOptions({ queryKey: ['link', token], queryFn: () => readLink(token), retry: false, staleTime: 0, gcTime: 0 }),
};

/** Who is signed in. No page is drawn before that is known. */
export const useSession = () => useSuspenseQuery(sessionQueries.current()).data;

/** Whether the person may do something: what they may not do is not offered. The server decides all the same. */
export function useCan(): (permission: Permission) => boolean {
  const { can } = useSession();
  return (permission) => can.includes(permission);
}

/** Ends this session; with `true` every one of the person's, on every device. */
export const useSignOut = () =>
  useMutation({
    mutationFn: (everywhere: boolean) => signOut(everywhere),
    meta: { invalidates: [sessionQueries.current().queryKey] },
  });

/** Every other session of the person ends; this one goes on. */
export const useChangePassword = () => useMutation({ mutationFn: changePassword });
