import { useQuery } from '@tanstack/react-query';
import { managerStatus } from '#src/domain/statistics.ts';
import { assignmentQueries } from '#src/features/managers/queries.ts';
import { CountedWindow, countedOf, partInWords } from '#src/ui/CountedWindow.tsx';
import { LoadError } from '#src/ui/LoadError.tsx';
import classes from './Figure.module.css';
import { FigureSkeleton } from './FigureSkeleton.tsx';
import type { StatisticsFilters } from './filters.ts';
import { StatusFigure } from './StatusFigure.tsx';

interface ManagerFigureProps {
  widgetId: number;
  filters: StatisticsFilters;
  onChange: (changes: Partial<StatisticsFilters>, options?: { typing: boolean }) => void;
}

/** Manager status statistics of a widget, of all its managers or of as many as the limit says, from the offset on. */
export function ManagerFigure({ widgetId, filters, onChange }: ManagerFigureProps) {
  const { data, error, isFetching, refetch } = useQuery(assignmentQueries.list(widgetId));
  if (!data && error) {
    return <LoadError what="The managers" error={error} retrying={isFetching} onRetry={() => void refetch()} />;
  }
  if (!data) return <FigureSkeleton label="Counting the managers" />;

  const counted = countedOf(data, filters);
  const part = partInWords('manager', data.length, counted.length, filters);
  const status = managerStatus(counted);
  return (
    <StatusFigure
      noun="manager"
      subject="Manager status, of the chosen widget"
      status={status}
      counts={{ total: status.total_managers, enabled: status.enabled_managers, disabled: status.disabled_managers }}
      fileName={`manager-status-widget-${widgetId}.csv`}
      note={
        <>
          {error && (
            <LoadError
              what="The managers"
              error={error}
              shown="The figures may be out of date."
              retrying={isFetching}
              onRetry={() => void refetch()}
            />
          )}
          {part && (
            <p role="status" className={classes.note}>
              {part}
            </p>
          )}
        </>
      }
    >
      <div className={classes.note}>
        <CountedWindow value={filters} onChange={onChange} />
      </div>
    </StatusFigure>
  );
}
