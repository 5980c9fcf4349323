import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { count } from '#src/lib/format.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import list from '#src/ui/list.module.css';
import { Message } from '#src/ui/Message.tsx';
import { Acts } from './Acts.tsx';
import { ExportActs } from './ExportActs.tsx';
import { HistoryState } from './filters.ts';
import { type ActFilters, activityQueries } from './queries.ts';

interface HistoryProps {
  filters: ActFilters;
  /** Whose history it is: `widget`. */
  noun: string;
  /** The same in the account's trail, with every filter. */
  inActivity: string;
}

/** What was done to one thing, on a tab of its page. */
export function History({ filters, noun, inActivity }: HistoryProps) {
  const [{ page, size }, change] = useSearchState(HistoryState);
  const query = useQuery(activityQueries.page(filters, page, size));
  const { data } = query;
  return (
    <>
      {data && data.total > 0 && (
        <div className={list.toolbar}>
          <div className={list.found}>
            <span role="status">{count(data.total, 'act')}</span>
            <Link to={inActivity}>Filter in Activity</Link>
            <ExportActs filters={filters} total={data.total} />
          </div>
        </div>
      )}
      <Acts
        label="History"
        query={query}
        page={page}
        size={size}
        onChange={change}
        empty={
          <Message
            heading="Nothing was done here yet"
            text={`Whatever somebody does to this ${noun} in the console is listed here, with what it was before and after.`}
          />
        }
      />
    </>
  );
}
