import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { widgetStatus } from '#src/domain/statistics.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { FigureSkeleton } from './FigureSkeleton.tsx';
import { Progress } from './Progress.tsx';
import { StatusFigure } from './StatusFigure.tsx';

/** Widget status statistics, of the whole account. */
export function WidgetFigure() {
  const { data, error, isFetching, refetch } = useQuery(widgetQueries.list());
  const status = useMemo(() => widgetStatus(data?.widgets ?? []), [data]);
  const failed = error && (
    <LoadError
      what="The widgets"
      error={error}
      shown={data && `Only ${data.widgets.length} widgets could be read.`}
      retrying={isFetching}
      onRetry={() => void refetch()}
    />
  );
  if (!data) return failed || <FigureSkeleton label="Counting the widgets" />;
  return (
    <StatusFigure
      noun="widget"
      subject="Widget status, of the whole account"
      status={status}
      counts={{ total: status.total_widgets, enabled: status.enabled_widgets, disabled: status.disabled_widgets }}
      fileName="widget-status.csv"
      partial={!data.whole}
      note={failed || (!data.whole && <Progress nouns="widgets" read={data.widgets.length} total={data.total} />)}
    />
  );
}
