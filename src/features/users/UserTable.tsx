import { useMemo } from 'react';
import type { User } from '#src/api/wire/users.ts';
import { userName } from '#src/domain/user-name.ts';
import { count } from '#src/lib/format.ts';
import { useSearchState } from '#src/lib/use-search-state.ts';
import { FilterSelect } from '#src/ui/FilterSelect.tsx';
import classes from '#src/ui/list.module.css';
import { ClearFilters } from '#src/ui/NoMatch.tsx';
import { PagedTable } from '#src/ui/PagedTable.tsx';
import { SearchField } from '#src/ui/SearchField.tsx';
import { StatusFilter } from '#src/ui/StatusFilter.tsx';
import { userColumns } from './columns.tsx';
import { countRoles, isFiltered, noFilters, selectUsers, UserFilters } from './filters.ts';

const signIn = { '': 'Sign-in: any', yes: 'Can sign in', no: 'Cannot sign in' };

export function UserTable({ users }: { users: readonly User[] }) {
  const [filters, change] = useSearchState(UserFilters);
  const roles = useMemo(() => countRoles(users), [users]);
  const matching = useMemo(() => selectUsers(users, filters), [users, filters]);
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
          {isFiltered(filters) && <ClearFilters onClear={() => change(noFilters)} />}
        </div>
      </div>
      <PagedTable
        caption="Users"
        columns={userColumns}
        rows={matching}
        rowName={userName}
        state={filters}
        onChange={change}
        noMatch={{
          heading: 'No user matches',
          text: 'Change the search or the filters, or clear them to see every user.',
        }}
        onClear={() => change(noFilters)}
      />
    </>
  );
}
