import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { PageSkeleton } from '#src/ui/PageSkeleton.tsx';
import { newWidgetValues, valuesOf } from './form-values.ts';
import { NewWidgetForm } from './NewWidgetForm.tsx';
import { widgetQueries } from './queries.ts';
import { WidgetError } from './WidgetError.tsx';

/** Creates a widget: an empty one, or with `?from=` a duplicate of another. */
export function NewWidgetPage() {
  const from = Number(useSearchParams()[0].get('from') ?? Number.NaN);
  return Number.isInteger(from) ? <DuplicateWidget from={from} /> : <Create />;
}

function Create() {
  return (
    <>
      <Header title="New widget" />
      <NewWidgetForm initial={newWidgetValues} draftKey={paths.newWidget()} />
    </>
  );
}

function DuplicateWidget({ from }: { from: number }) {
  const { data, error, refetch } = useQuery(widgetQueries.detail(from));
  if (error && !data) return <WidgetError error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const values = valuesOf(data);
  const description = `Copy of ${widgetName(data)}`;
  return (
    <>
      <Header title="Duplicate widget">
        <p className="dim">
          Takes over the locale{values.settings.length > 0 && ' and the settings'} of “{widgetName(data)}”. Managers,
          hours and message templates are not copied.
        </p>
      </Header>
      <NewWidgetForm key={from} initial={{ ...values, description }} draftKey={paths.duplicateWidget(from)} />
    </>
  );
}

function Header({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <PageHeader title={title} back={<Link to={paths.widgets()}>Widgets</Link>}>
      {children}
    </PageHeader>
  );
}
