import { useQuery } from '@tanstack/react-query';
import { count } from '#src/lib/format.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import list from '#src/ui/list.module.css';
import { Message } from '#src/ui/Message.tsx';
import { NoMatch } from '#src/ui/NoMatch.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { ActivityToolbar } from './ActivityToolbar.tsx';
import { Acts } from './Acts.tsx';
import { ExportActs } from './ExportActs.tsx';
import { ActivityState, filtersOf, isFiltered, noFilters, problemOf } from './filters.ts';
import { activityQueries } from './queries.ts';

/** Who did what, when, and what became of it. */
export function ActivityPage() {
  const [state, change] = useSearchState(ActivityState);
  const filters = filtersOf(state);
  const problem = problemOf(state);
  const query = useQuery({
    ...activityQueries.page(filters, state.page, state.size),
    enabled: problem === undefined,
  });
  const { data } = query;
  const narrowed = isFiltered(state);
  const isFirstUse = data?.total === 0 && !narrowed;
  return (
    <>
      <PageHeader
        title="Activity"
        actions={!problem && data && data.total > 0 && <ExportActs filters={filters} total={data.total} />}
      />
      {!isFirstUse && (
        <div className={list.toolbar}>
          <ActivityToolbar state={state} onChange={change}>
            {data && !problem && (
              <div className={list.found}>
                <span role="status">{count(data.total, 'act')}</span>
              </div>
            )}
          </ActivityToolbar>
        </div>
      )}
      {problem ? (
        <NoMatch heading="No act matches" text={problem} onClear={() => change(noFilters)} />
      ) : (
        <Acts
          label="Activity"
          query={query}
          page={state.page}
          size={state.size}
          onChange={change}
          empty={
            narrowed ? (
              <NoMatch
                heading="No act matches"
                text="Change the filters, or clear them to see everything that was done."
                onClear={() => change(noFilters)}
              />
            ) : (
              <NothingYet />
            )
          }
        />
      )}
    </>
  );
}

function NothingYet() {
  return (
    <Message
      heading="Nothing was done yet"
      text="Whoever changes something, or has somebody called, is listed here with what it was and what became of it."
    />
  );
}
