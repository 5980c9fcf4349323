import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { useCan } from '#src/features/session/queries.ts';
import { count, unreadableInWords } from '#src/lib/format.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import { DataTable } from '#src/ui/DataTable.tsx';
import { LoadError } from '#src/ui/LoadError.tsx';
import list from '#src/ui/list.module.css';
import { Message } from '#src/ui/Message.tsx';
import { NoMatch } from '#src/ui/NoMatch.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { Pager } from '#src/ui/Pager.tsx';
import { TableSkeleton } from '#src/ui/TableSkeleton.tsx';
import classes from './CallsPage.module.css';
import { CallToolbar } from './CallToolbar.tsx';
import { callColumns } from './columns.tsx';
import type { CallEntry } from './entry.ts';
import { CallFilters, callPageSizes, isFiltered, noFilters, problemOf, queryOf } from './filters.ts';
import { type CallHistoryPage, callQueries } from './queries.ts';

const callName = ({ id, telText }: CallEntry) => telText || `Call ${id}`;

export function CallsPage() {
  const [filters, change] = useSearchState(CallFilters);
  const problem = problemOf(filters);
  const { data, error, isFetching, isPlaceholderData, dataUpdatedAt, refetch } = useQuery({
    ...callQueries.page(queryOf(filters), filters.page, filters.size),
    enabled: problem === undefined,
  });
  const place = useCan()('widgets.callOrSchedule') && (
    <Button component={Link} to={paths.callbacks()}>
      New callback
    </Button>
  );
  const isEmpty = data?.calls.length === 0 && data.unreadable === 0;
  const isFirstUse = isEmpty && !isFiltered(filters) && filters.page === 1;
  return (
    <>
      <PageHeader title="Calls" actions={place} />
      {!isFirstUse && (
        <div className={list.toolbar}>
          <CallToolbar filters={filters} onChange={change}>
            {data && !problem && <Found page={data} at={dataUpdatedAt} />}
          </CallToolbar>
        </div>
      )}
      {error && !problem && (
        <LoadError
          what="The calls"
          error={error}
          shown={data && 'The list may be out of date.'}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {problem && <NoMatch heading="No call matches" text={problem} onClear={() => change(noFilters)} />}
      {!problem && !data && !error && (
        <TableSkeleton columns={callColumns} label="Loading the calls" selectable={false} />
      )}
      {!problem && data && !isEmpty && (
        <div className={classes.page} data-stale={isPlaceholderData}>
          {data.unreadable > 0 && (
            <p role="status" className={list.partial}>
              {unreadableInWords(data.unreadable, 'call')} {data.unreadable === 1 ? 'It is' : 'They are'} not shown.
            </p>
          )}
          {data.calls.length > 0 && (
            <DataTable caption="Calls" columns={callColumns} rows={data.calls} rowName={callName} />
          )}
          <Pager
            {...totalOf(data, filters)}
            page={filters.page}
            size={filters.size}
            sizes={callPageSizes}
            onPage={(page) => change({ page })}
            onSize={(size) => change({ size, page: 1 })}
          />
        </div>
      )}
      {!problem && isEmpty && !isFirstUse && (
        <NothingHere page={filters.page} onClear={() => change(noFilters)} onFirst={() => change({ page: 1 })} />
      )}
      {isFirstUse && (
        <Message
          heading="No calls yet"
          text={
            place
              ? 'Every call that a visitor or your team asks for is listed here. Have somebody called back to see the first one.'
              : 'The calls that you take are listed here.'
          }
          action={place}
        />
      )}
    </>
  );
}

function Found({ page, at }: { page: CallHistoryPage; at: number }) {
  return (
    <div className={list.found}>
      {page.total !== undefined && <span role="status">{count(page.total, 'call')}</span>}
      <span className={classes.live}>Live, read at {time.format(at)}</span>
    </div>
  );
}

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

/** The API's count where it fits what was read, else what is known. */
function totalOf({ calls, unreadable, hasMore, total = 0 }: CallHistoryPage, { page, size }: CallFilters) {
  const known = (page - 1) * size + calls.length + unreadable;
  if (!hasMore) return { total: known };
  return total > known ? { total } : { total: known, open: true };
}

function NothingHere({ page, onClear, onFirst }: { page: number; onClear: () => void; onFirst: () => void }) {
  if (page > 1) {
    return (
      <Message
        tone="filtered"
        heading="There are no calls on this page"
        text="The history is shorter than that."
        action={<Button onClick={onFirst}>Go to the first page</Button>}
      />
    );
  }
  return (
    <NoMatch heading="No call matches" text="Change the filters, or clear them to see every call." onClear={onClear} />
  );
}
