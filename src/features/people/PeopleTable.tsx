import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { Person } from '#src/api/wire/people.ts';
import { count } from '#src/lib/format.ts';
import { pageSizes } from '#src/lib/list-state.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import { DataTable } from '#src/ui/DataTable.tsx';
import { FilterSelect } from '#src/ui/FilterSelect.tsx';
import classes from '#src/ui/list.module.css';
import { Message } from '#src/ui/Message.tsx';
import { Pager, pageWindow } from '#src/ui/Pager.tsx';
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
  const { first, last } = pageWindow(matching.length, filters.page, filters.size);
  const clear = (
    <Button variant="subtle" onClick={() => change(noFilters)}>
      Clear filters
    </Button>
  );
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
          {isFiltered(filters) && clear}
        </div>
      </div>
      {matching.length === 0 ? (
        <Message
          tone="filtered"
          heading="Nobody matches"
          text="Change the search or the filters, or clear them to see everybody."
          action={clear}
        />
      ) : (
        <>
          <DataTable
            caption="People"
            columns={columns}
            rows={matching.slice(first, last)}
            rowName={({ name }) => name}
            sort={filters.sort}
            onSort={(sort) => change({ sort, page: 1 })}
          />
          <Pager
            total={matching.length}
            page={filters.page}
            size={filters.size}
            sizes={pageSizes}
            onPage={(page) => change({ page })}
            onSize={(size) => change({ size, page: 1 })}
          />
        </>
      )}
    </>
  );
}
