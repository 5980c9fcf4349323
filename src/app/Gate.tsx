import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { followOtherTabs, sessionQueries } from '#src/features/session/queries.ts';
import { sessionEnd } from '#src/features/session/session-end.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Shell } from './Shell.tsx';

const SignInPage = lazy(() => import('#src/features/session/SignInPage.tsx'));
const SignInAgain = lazy(() => import('#src/features/session/SignInAgain.tsx'));

/** The pages, for whoever is signed in; in their place, and at their address, the sign-in page. */
export function Gate() {
  const { data: session, error, isFetching, refetch } = useQuery(sessionQueries.current());
  const isOver = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.isOver);
  const client = useQueryClient();
  useEffect(() => followOtherTabs(client), [client]);
  if (session?.person) {
    return (
      <>
        <Shell key={session.person.id} />
        <Suspense>{isOver && <SignInAgain person={session.person} />}</Suspense>
      </>
    );
  }
  if (session) {
    return (
      <Suspense>
        <SignInPage />
      </Suspense>
    );
  }
  if (!error) return null;
  return <LoadError what="Who is signed in" error={error} retrying={isFetching} onRetry={() => void refetch()} />;
}
