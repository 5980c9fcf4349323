import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { widgetOptions } from '#src/domain/widget-options.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import { PresetDayRange } from '#src/ui/DayRange.tsx';
import { FilterSelect } from '#src/ui/FilterSelect.tsx';
import list from '#src/ui/list.module.css';
import { ClearFilters } from '#src/ui/NoMatch.tsx';
import { SearchField } from '#src/ui/SearchField.tsx';
import { SearchSelect } from '#src/ui/SearchSelect.tsx';
import classes from './CallToolbar.module.css';
import { CallFilters, isFiltered, noFilters, statusOptions } from './filters.ts';

interface CallToolbarProps {
  filters: CallFilters;
  onChange: (changes: Partial<CallFilters>, options?: { typing: boolean }) => void;
  /** What was found. */
  children: ReactNode;
}

export function CallToolbar({ filters, onChange, children }: CallToolbarProps) {
  return (
    <div className={list.filters}>
      <SearchField
        label="Search by number"
        placeholder="Search by number"
        value={filters.q}
        onChange={(q) => onChange({ q, page: 1 }, { typing: true })}
      />
      <FilterSelect
        label="Status"
        value={filters.status}
        options={statusOptions}
        onChange={(status) => onChange({ status: CallFilters.shape.status.parse(status), page: 1 })}
      />
      <WidgetFilter value={filters.widget} onChange={(widget) => onChange({ widget, page: 1 })} />
      <PresetDayRange
        from={filters.from}
        to={filters.to}
        onChange={(days, options) => onChange({ ...days, page: 1 }, options)}
      />
      {isFiltered(filters) && <ClearFilters onClear={() => onChange(noFilters)} />}
      {children}
    </div>
  );
}

/** The widgets are read once they are looked at: the history does not need them. */
function WidgetFilter({ value, onChange }: { value: number; onChange: (widget: number) => void }) {
  const [opened, setOpened] = useState(false);
  const { data, isFetching } = useQuery({ ...widgetQueries.list(), enabled: opened || value !== 0 });
  const options = useMemo(() => widgetOptions(data?.widgets ?? []), [data]);
  return (
    <SearchSelect
      what="Widget"
      className={classes.widget ?? ''}
      aria-label="Widget"
      placeholder="Widget: any"
      data={options}
      value={value === 0 ? null : String(value)}
      clearable
      nothingFoundMessage={isFetching ? 'Reading the widgets…' : 'No widget matches'}
      onDropdownOpen={() => setOpened(true)}
      onChange={(chosen) => onChange(Number(chosen ?? 0))}
    />
  );
}
