import { useQuery } from '@tanstack/react-query';
import { managerStatus } from '#src/domain/statistics.ts';
import { assignmentQueries } from '#src/features/managers/queries.ts';
import { formatNumber } from '#src/lib/format.ts';
import { wholeFrom } from '#src/lib/whole-from.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { NumberBox } from '#src/ui/NumberBox.tsx';
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

  const limit = filters.limit === '' ? data.length : wholeFrom(filters.limit, 1);
  const offset = filters.offset === '' ? 0 : wholeFrom(filters.offset, 0);
  const start = offset ?? 0;
  const counted = data.slice(start, start + (limit ?? data.length));
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
          {counted.length < data.length && (
            <p role="status" className={classes.note}>
              {counted.length === 0
                ? `None of the ${formatNumber(data.length)} managers is counted: the offset is past the last one.`
                : `Managers ${formatNumber(start + 1)}–${formatNumber(start + counted.length)} of ${formatNumber(data.length)} are counted.`}
            </p>
          )}
        </>
      }
    >
      <div className={classes.note}>
        <NumberBox
          label="Limit"
          placeholder="All"
          value={filters.limit}
          problem={limit === null ? 'Type a whole number from 1, or nothing for all.' : undefined}
          onChange={(text) => onChange({ limit: text }, { typing: true })}
        />
        <NumberBox
          label="Offset"
          placeholder="0"
          value={filters.offset}
          problem={offset === null ? 'Type a whole number from 0.' : undefined}
          onChange={(text) => onChange({ offset: text }, { typing: true })}
        />
      </div>
    </StatusFigure>
  );
}
