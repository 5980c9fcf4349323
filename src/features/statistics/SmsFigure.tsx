import { useQuery } from '@tanstack/react-query';
import { smsStatus } from '#src/domain/statistics.ts';
import { smsQueries } from '#src/features/sms-templates/queries.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { FigureSkeleton } from './FigureSkeleton.tsx';
import { StatusFigure } from './StatusFigure.tsx';

/** SMS statistics of a widget. */
export function SmsFigure({ widgetId }: { widgetId: number }) {
  const { data, error, isFetching, refetch } = useQuery(smsQueries.list(widgetId));
  const failed = error && (
    <LoadError
      what="The SMS messages"
      error={error}
      shown={data && 'The figures may be out of date.'}
      retrying={isFetching}
      onRetry={() => void refetch()}
    />
  );
  if (!data) return failed || <FigureSkeleton label="Counting the SMS messages" />;
  const status = smsStatus(data);
  return (
    <StatusFigure
      noun="SMS message"
      subject="SMS status, of the chosen widget"
      status={status}
      counts={{ total: status.total_messages, enabled: status.enabled_messages, disabled: status.disabled_messages }}
      fileName={`sms-status-widget-${widgetId}.csv`}
      note={failed}
    />
  );
}
