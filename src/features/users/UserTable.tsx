import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { User } from '#src/api/wire/users.ts';
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
import { userColumns } from './columns.tsx';
import { countRoles, isFiltered, noFilters, selectUsers, UserFilters } from './filters.ts';
import { userName } from './user-name.ts';

const signIn = { '': 'Sign-in: any', yes: 'Can sign in', no: 'Cannot sign in' };

export function UserTable({ users }: { users: readonly User[] }) {
  const [filters, change] = useSearchState(UserFilters);
  const roles = useMemo(() => countRoles(users), [users]);
  const matching = useMemo(() => selectUsers(users, filters), [users, filters]);
  const { first, last } = pageWindow(matching.length, filters.page, filters.size);
  const rows = useMemo(() => matching.slice(first, last), [matching, first, last]);
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
          options={roles}
          onChange={(role) => change({ role, page: 1 })}
        />
        <div className={classes.found}>
          <span role="status">{count(matching.length, 'user')}</span>
        </div>
        <div className={classes.filters}>
          <SearchField
            label="Search users"
            placeholder="Search by name, email or number"
            value={filters.q}
            onChange={(q) => change({ q, page: 1 }, { typing: true })}
          />
          <FilterSelect
            label="Sign-in"
            value={filters.sign_in}
            options={signIn}
            onChange={(value) => change({ sign_in: value === 'yes' || value === 'no' ? value : '', page: 1 })}
          />
          {isFiltered(filters) && clear}
        </div>
      </div>
      {matching.length === 0 ? (
        <Message
          tone="filtered"
          heading="No user matches"
          text="Change the search or the filters, or clear them to see every user."
          action={clear}
        />
      ) : (
        <>
          <DataTable
            caption="Users"
            columns={userColumns}
            rows={rows}
            rowName={userName}
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
