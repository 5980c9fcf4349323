import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, Outlet, useSearchParams } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { widgetOptions } from '#src/domain/widget-options.ts';
import { useWidgetParam } from '#src/lib/use-widget-param.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { SearchSelect } from '#src/ui/SearchSelect.tsx';
import { widgetQueries } from './queries.ts';
import classes from './WidgetChoicePage.module.css';

interface WidgetChoicePageProps {
  title: string;
  /** What the choice is for. */
  text: string;
}

/** Asks for a widget first, and then shows what the child route shows of it. The choice is in the URL. */
export function WidgetChoicePage({ title, text }: WidgetChoicePageProps) {
  const { data, error, isFetching, refetch } = useQuery(widgetQueries.list());
  const chosen = useWidgetParam();
  const [, setSearch] = useSearchParams();
  const widgets = data?.widgets;
  const options = useMemo(() => widgetOptions(widgets ?? []), [widgets]);
  return (
    <>
      <PageHeader title={title}>
        <div className={classes.choice}>
          <SearchSelect
            what="Widget"
            label="Widget"
            placeholder={isFetching && options.length === 0 ? 'Reading the widgets…' : 'Search by description or URL'}
            data={options}
            value={Number.isNaN(chosen) ? null : String(chosen)}
            onChange={(id) => id !== null && setSearch({ widget: id })}
            allowDeselect={false}
          />
          {!Number.isNaN(chosen) && <Link to={paths.widget(chosen)}>Open the widget</Link>}
        </div>
      </PageHeader>
      {error && (
        <LoadError
          what="The widgets"
          error={error}
          shown={data && 'Some widgets may be missing from the choice.'}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!Number.isNaN(chosen) && <Outlet />}
      {Number.isNaN(chosen) && !error && <Message {...invitation(widgets?.length, text)} />}
    </>
  );
}

function invitation(count: number | undefined, text: string) {
  if (count !== 0) return { heading: 'Choose a widget', text };
  return {
    heading: 'No widgets yet',
    text: 'Messages belong to a widget.',
    action: <Link to={paths.newWidget()}>Create a widget</Link>,
  };
}
