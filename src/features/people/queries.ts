import { queryOptions, useMutation } from '@tanstack/react-query';
import {
  endSession,
  invite,
  makePasswordLink,
  readInvitations,
  readPeople,
  readSessions,
  updatePerson,
  withdrawInvitation,
} from '#src/api/people.ts';
import type { Person, PersonUpdateInput } from '#src/api/wire/people.ts';
import { sessionQueries } from '#src/features/session/queries.ts';

export const peopleQueries = {
  all: () => ['people'] as const,
  list: () =>
    queryOptions({
      queryKey: [...peopleQueries.all(), 'list'],
      queryFn: ({ signal }) => readPeople(signal),
    }),
  invitations: () =>
    queryOptions({
      queryKey: [...peopleQueries.all(), 'invitations'],
      queryFn: ({ signal }) => readInvitations(signal),
    }),
  sessions: (id: string) =>
    queryOptions({
      queryKey: [...peopleQueries.all(), 'sessions', id],
      queryFn: ({ signal }) => readSessions(id, signal),
      // People come and go, and nothing tells the page.
      staleTime: 0,
    }),
};

/** The operator may be among those who changed. */
const everybody = { invalidates: [peopleQueries.all(), sessionQueries.current().queryKey] };

export const useInvite = () => useMutation({ mutationFn: invite, meta: { invalidates: [peopleQueries.all()] } });

export const useWithdrawInvitation = () =>
  useMutation({ mutationFn: withdrawInvitation, meta: { invalidates: [peopleQueries.all()] } });

interface Edit {
  input: PersonUpdateInput;
  /** Whether anything is left to save. Throws where the person is no longer what the form was opened with. */
  check: (current: Person) => boolean;
}

/** Saves what was changed, unless somebody else changed the person meanwhile. */
export const useSavePerson = () =>
  useMutation({
    mutationFn: async ({ input, check }: Edit) => {
      const current = (await readPeople()).find(({ id }) => id === input.id);
      if (!current || check(current)) await updatePerson(input);
    },
    meta: everybody,
  });

/** Lets somebody in again, or shuts them out. */
export const useSetActive = () =>
  useMutation({
    mutationFn: (person: { id: string; active: boolean }) => updatePerson(person),
    meta: everybody,
  });

export const useMakePasswordLink = () =>
  useMutation({ mutationFn: makePasswordLink, meta: { invalidates: [peopleQueries.all()] } });

export const useEndSession = () =>
  useMutation({ mutationFn: endSession, meta: { invalidates: [peopleQueries.all()] } });
