import {
  type QueryClient,
  type QueryFilters,
  queryOptions,
  useMutation,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import { acceptLink, changePassword, getSession, readLink, signIn, signInAsDemo, signOut } from '#src/api/session.ts';
import type { Permission } from '#src/api/wire/operations.ts';
import type { Session } from '#src/api/wire/session.ts';
import { setApiTimeZone } from '#src/lib/api-time.ts';
import { drafts } from '#src/lib/drafts.ts';
import { otherTabs } from './other-tabs.ts';
import { sessionEnd } from './session-end.ts';

/** `version` stays the one with which the page was loaded, however often the session is read. */
interface CurrentSession extends Session {
  /** The person went on purpose: who comes next does not begin where they were. */
  left?: boolean;
}

export const sessionQueries = {
  current: () =>
    queryOptions({
      queryKey: ['session'],
      queryFn: async ({ signal, client }): Promise<CurrentSession> => {
        const askedAt = performance.now();
        const [session] = await Promise.all([getSession(signal), drafts.open()]);
        const before = client.getQueryData<CurrentSession>(sessionQueries.current().queryKey);
        if (session.person) {
          if (before?.person && session.person.id !== before.person.id) return giveWay(before);
          sessionEnd.isThere(askedAt);
          return begin(session, before);
        }
        if (!before?.person) return { ...begin(session, before), ...(before?.left && { left: true }) };
        // It ended under the page, which stays until the person is back or leaves.
        sessionEnd.begin(askedAt);
        return before;
      },
      // The server tells when it changes.
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

export const useSignIn = () => useMutation({ mutationFn: signIn, onSuccess: useEnter() });

export const useDemoSignIn = () => useMutation({ mutationFn: signInAsDemo, onSuccess: useEnter() });

export const useAcceptLink = () => useMutation({ mutationFn: acceptLink, onSuccess: useEnter() });

/** It begins a new session: a page that heard of the end of the old one first goes on. */
export function useChangePassword() {
  const { person } = useSession();
  return useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      sessionEnd.goOn();
      otherTabs.tell(person?.id);
    },
  });
}

/** Drafts go with the person, and so does everything that was read: the sign-in page lets go of it. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (everywhere: boolean) => {
      await signOut(everywhere);
      drafts.signOut();
      otherTabs.tell(undefined);
      return getSession();
    },
    onSuccess: (session) => {
      set(client, (before) => ({ ...begin(session, before), left: true }));
      sessionEnd.leave();
    },
  });
}

/** From a page whose session has ended to the sign-in page. Drafts stay for the person whose they are. */
export function useLeave(): () => void {
  const client = useQueryClient();
  return () => {
    set(client, (session) => session && { ...session, person: null });
    sessionEnd.leave();
  };
}

function useEnter() {
  const client = useQueryClient();
  return (session: Session) => {
    const before = client.getQueryData<CurrentSession>(sessionQueries.current().queryKey)?.person;
    if (before && before.id !== session.person?.id) forgetWhatWasRead(client);
    set(client, (before) => begin(session, before));
    arrive(session.person?.id, before?.id);
    otherTabs.tell(session.person?.id);
  };
}

/** What waits goes on for whoever it was of, and for nobody else. */
function arrive(person: string | undefined, before: string | undefined): void {
  if (person === before) sessionEnd.goOn();
  else sessionEnd.leave();
}

/** Somebody else has signed in: every page of the one goes before anything of the other is shown, and what is still typed into it is nobody's. */
function giveWay(session: CurrentSession): CurrentSession {
  drafts.clear();
  sessionEnd.leave();
  setTimeout(() => window.location.reload());
  return { ...session, person: null, left: true };
}

const whatWasRead: QueryFilters = {
  predicate: ({ queryKey }) => queryKey[0] !== sessionQueries.current().queryKey[0],
};

/** What one person has read is not there for the next. */
export function forgetWhatWasRead(client: QueryClient): void {
  client.removeQueries(whatWasRead);
  client.getMutationCache().clear();
}

/** Has the open page read everything anew as soon as its person has another role, or is another CallPage user. */
export function useReadAsOneself(): void {
  const client = useQueryClient();
  const { person } = useSession();
  const self = `${person?.role} ${person?.user_id}`;
  const before = useRef(self);
  useLayoutEffect(() => {
    if (before.current === self) return;
    before.current = self;
    void client.resetQueries(whatWasRead);
  }, [client, self]);
}

function begin(session: Session, before: CurrentSession | undefined): CurrentSession {
  setApiTimeZone(session.time_zone);
  drafts.belongTo(session.person?.id);
  return { ...session, version: before?.version ?? session.version };
}

function set(client: QueryClient, update: (before: CurrentSession | undefined) => CurrentSession | undefined): void {
  client.setQueryData<CurrentSession>(sessionQueries.current().queryKey, update);
}

/** Goes along with what happens to the session in another tab. Returns the way to stop. */
export function followOtherTabs(client: QueryClient): () => void {
  const follow = async () => {
    const before = client.getQueryData<CurrentSession>(sessionQueries.current().queryKey)?.person?.id;
    const session = await getSession();
    const now = session.person?.id;
    if (now !== undefined && before !== undefined && now !== before) {
      set(client, (session) => session && giveWay(session));
      return;
    }
    set(client, (before) => ({ ...begin(session, before), left: now === undefined }));
    arrive(now, before);
  };
  return otherTabs.listen((person) => {
    if (person === undefined) drafts.clear();
    else drafts.belongTo(person);
    void follow().catch(() => undefined);
  });
}
