import { useMemo } from 'react';
import type { Person } from '#src/api/wire/people.ts';
import { count } from '#src/lib/format.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import { FilterSelect } from '#src/ui/FilterSelect.tsx';
import classes from '#src/ui/list.module.css';
import { ClearFilters } from '#src/ui/NoMatch.tsx';
import { PagedTable } from '#src/ui/PagedTable.tsx';
import { SearchField } from '#src/ui/SearchField.tsx';
import { StatusFilter } from '#src/ui/StatusFilter.tsx';
import { peopleColumns } from './columns.tsx';
import { countRoles, isFiltered, noFilters, PeopleFilters, selectPeople } from './filters.ts';
import { useUserNames } from './use-user-names.ts';

const access = { '': 'Access: any', active: 'Active', deactivated: 'Deactivated' };

export function PeopleTable({ people, me }: { people: readonly Person[]; me: string }) {
  const [filters, change] = useSearchState(PeopleFilters);
  const userName = useUserNames();
  const columns = useMemo(() => peopleColumns(me, userName), [me, userName]);
  const matching = useMemo(() => selectPeople(people, filters), [people, filters]);
  return (
    <>
      <div className={classes.toolbar}>
        <StatusFilter
          label="Role"
          value={filters.role}
          options={countRoles(people)}
          onChange={(role) => change({ role, page: 1 })}
        />
        <div className={classes.found}>
          <span role="status">{count(matching.length, 'person', 'people')}</span>
        </div>
        <div className={classes.filters}>
          <SearchField
            label="Search people"
            placeholder="Search by name or email"
            value={filters.q}
            onChange={(q) => change({ q, page: 1 }, { typing: true })}
          />
          <FilterSelect
            label="Access"
            value={filters.access}
            options={access}
            onChange={(value) => change({ access: PeopleFilters.shape.access.parse(value), page: 1 })}
          />
          {isFiltered(filters) && <ClearFilters onClear={() => change(noFilters)} />}
        </div>
      </div>
      <PagedTable
        caption="People"
        columns={columns}
        rows={matching}
        rowName={({ name }) => name}
        state={filters}
        onChange={change}
        noMatch={{
          heading: 'Nobody matches',
          text: 'Change the search or the filters, or clear them to see everybody.',
        }}
        onClear={() => change(noFilters)}
      />
    </>
  );
}
