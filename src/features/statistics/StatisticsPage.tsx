import '#src/ui/styles/mantine.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { widgetName } from '#src/domain/widget-name.ts';
import { useCan } from '#src/features/session/queries.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { dayOf } from '#src/lib/days.ts';
import { useNow } from '#src/lib/use-now.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { CallsFigure } from './CallsFigure.tsx';
import { callQueryOf, daysOf, problemOf, StatisticsFilters } from './filters.ts';
import { dayInWords } from './findings.ts';
import { ManagerFigure } from './ManagerFigure.tsx';
import { SmsFigure } from './SmsFigure.tsx';
import classes from './StatisticsPage.module.css';
import { StatisticsToolbar } from './StatisticsToolbar.tsx';
import { WidgetFigure } from './WidgetFigure.tsx';

export function StatisticsPage() {
  const [filters, change] = useSearchState(StatisticsFilters);
  const today = dayOf(useNow());
  const days = useMemo(() => daysOf(filters, today), [filters, today]);
  const problem = problemOf(days);
  const can = useCan();
  const of = useWidgetName(filters.widget);
  return (
    <>
      <PageHeader title="Statistics" />
      <StatisticsToolbar filters={filters} days={days} onChange={change} />
      <div className={classes.figures}>
        <div className={classes.wide}>
          {problem ? (
            <Message tone="filtered" heading="These days cannot be counted" text={problem} />
          ) : (
            <CallsFigure
              query={callQueryOf(filters, days)}
              days={days}
              today={today}
              subject={`Calls by day and outcome, ${dayInWords(days.from)} to ${dayInWords(days.to)}, ${of}`}
            />
          )}
        </div>
        <WidgetFigure />
        {filters.widget === 0 ? (
          <ChooseWidget what={can('sms.list') ? 'managers and SMS' : 'managers'} />
        ) : (
          <>
            <ManagerFigure widgetId={filters.widget} filters={filters} onChange={change} />
            {can('sms.list') && <SmsFigure widgetId={filters.widget} />}
          </>
        )}
      </div>
    </>
  );
}

function useWidgetName(id: number): string {
  const { data } = useQuery(widgetQueries.list());
  if (id === 0) return 'every widget';
  const widget = data?.widgets.find((one) => one.id === id);
  return widget ? widgetName(widget) : `widget ${id}`;
}

/** CallPage gives managers and SMS messages for one widget at a time. */
function ChooseWidget({ what }: { what: string }) {
  return (
    <div className={classes.choose}>
      <Message
        heading={`Choose a widget for its ${what}`}
        text="CallPage counts these for one widget at a time. Choose one above."
      />
    </div>
  );
}
