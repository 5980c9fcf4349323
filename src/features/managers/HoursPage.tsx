import { useQuery } from '@tanstack/react-query';
import { useIdParam } from '#src/lib/use-id-param.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { HoursForm } from './HoursForm.tsx';
import { HoursSkeleton } from './HoursSkeleton.tsx';
import { assignmentQueries } from './queries.ts';

/** The business hours of one manager of one widget: the first tab of their page. */
export function HoursPage() {
  const id = useIdParam();
  const userId = useIdParam('userId');
  // Read anew at every visit, then mounted: a copy from before would only meet "changed since you opened it".
  const fresh = useQuery({ ...assignmentQueries.detail(id, userId), staleTime: 0, refetchOnMount: 'always' });
  const assignment = fresh.isFetchedAfterMount ? fresh.data : undefined;
  const failed = fresh.error && !fresh.data;
  return (
    <>
      {failed && (
        <LoadError
          what="The hours"
          error={fresh.error}
          retrying={fresh.isFetching}
          onRetry={() => void fresh.refetch()}
        />
      )}
      {!assignment && !failed && <HoursSkeleton />}
      {assignment && <HoursForm key={`${id}-${userId}`} widgetId={id} assignment={assignment} />}
    </>
  );
}
