import { useMemo } from 'react';
import { managerStatus } from '#src/domain/statistics.ts';
import { assignmentName } from '#src/domain/user-name.ts';
import { widgetOptions } from '#src/domain/widget-options.ts';
import { count } from '#src/lib/format.ts';
import classes from '#src/ui/list.module.css';
import { ClearFilters } from '#src/ui/NoMatch.tsx';
import { SearchField } from '#src/ui/SearchField.tsx';
import { SearchSelect } from '#src/ui/SearchSelect.tsx';
import { StatusFilter } from '#src/ui/StatusFilter.tsx';
import { isFiltered, type ManagerFilters, noFilters } from './filters.ts';
import type { ManagerRow } from './rows.ts';

interface ManagerToolbarProps {
  rows: readonly ManagerRow[];
  reading: boolean;
  found: number;
  filters: ManagerFilters;
  onChange: (changes: Partial<ManagerFilters>, options?: { typing: boolean }) => void;
}

export function ManagerToolbar({ rows, reading, found, filters, onChange }: ManagerToolbarProps) {
  const status = useMemo(() => statusOptions(rows), [rows]);
  const widgets = useMemo(() => widgetOptions([...new Set(rows.map(({ widget }) => widget))]), [rows]);
  const users = useMemo(() => managerOptions(rows), [rows]);
  return (
    <div className={classes.toolbar}>
      <StatusFilter
        label="Status"
        value={filters.enabled}
        options={status}
        onChange={(enabled) => onChange({ enabled, page: 1 })}
      />
      <div className={classes.found}>
        <span role="status">
          {reading ? `Reading: ${count(rows.length, 'manager')} so far…` : count(found, 'manager')}
        </span>
      </div>
      <div className={classes.filters}>
        <SearchField
          label="Search managers"
          placeholder="Search by name, email, number or widget"
          value={filters.q}
          onChange={(q) => onChange({ q, page: 1 }, { typing: true })}
        />
        <SearchSelect
          what="Widget"
          aria-label="Widget"
          placeholder="Widget: any"
          data={widgets}
          value={filters.widget || null}
          clearable
          onChange={(widget) => onChange({ widget: widget ?? '', page: 1 })}
        />
        <SearchSelect
          what="User"
          aria-label="Manager"
          placeholder="Manager: any"
          data={users}
          value={filters.user || null}
          clearable
          onChange={(user) => onChange({ user: user ?? '', page: 1 })}
        />
        {isFiltered(filters) && <ClearFilters onClear={() => onChange(noFilters)} />}
      </div>
    </div>
  );
}

/** The manager status statistics of the account, each figure a filter. */
function statusOptions(rows: readonly ManagerRow[]) {
  const { total_managers, enabled_managers, disabled_managers } = managerStatus(
    rows.map(({ assignment }) => assignment),
  );
  return [
    { value: '', name: 'All', figure: total_managers },
    { value: 'yes', name: 'Enabled', figure: enabled_managers },
    { value: 'no', name: 'Disabled', figure: disabled_managers },
  ] as const;
}

/** Each once, by name; the id tells apart two of the same name. */
function managerOptions(rows: readonly ManagerRow[]) {
  const byId = new Map(rows.map(({ assignment }) => [assignment.user_id, assignmentName(assignment)]));
  const names = [...byId].toSorted((a, b) => a[1].localeCompare(b[1]));
  const twice = new Set(names.filter(([, name], index) => names[index + 1]?.[1] === name).map(([, name]) => name));
  return names.map(([id, name]) => ({ value: String(id), label: twice.has(name) ? `${name} (${id})` : name }));
}
