import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { widgetOptions } from '#src/domain/widget-options.ts';
import { widgetQueries } from '#src/features/widgets/queries.ts';
import type { Days } from '#src/lib/day-presets.ts';
import { DayRange } from '#src/ui/DayRange.tsx';
import { FilterSelect } from '#src/ui/FilterSelect.tsx';
import { SearchSelect } from '#src/ui/SearchSelect.tsx';
import { rangeOptions, StatisticsFilters } from './filters.ts';
import classes from './StatisticsPage.module.css';

interface StatisticsToolbarProps {
  filters: StatisticsFilters;
  days: Days;
  onChange: (changes: Partial<StatisticsFilters>, options?: { typing: boolean }) => void;
}

export function StatisticsToolbar({ filters, days, onChange }: StatisticsToolbarProps) {
  const { data, isFetching } = useQuery(widgetQueries.list());
  const options = useMemo(() => widgetOptions(data?.widgets ?? []), [data]);
  return (
    <div className={classes.toolbar}>
      <SearchSelect
        what="Widget"
        className={classes.widget ?? ''}
        aria-label="Widget"
        placeholder="Every widget"
        data={options}
        value={filters.widget === 0 ? null : String(filters.widget)}
        clearable
        nothingFoundMessage={isFetching ? 'Reading the widgets…' : 'No widget matches'}
        // Another widget has other managers.
        onChange={(chosen) => onChange({ widget: Number(chosen ?? 0), limit: '', offset: '' })}
      />
      <FilterSelect
        label="Days"
        value={filters.range}
        options={rangeOptions}
        onChange={(range) => onChange({ range: StatisticsFilters.shape.range.parse(range), ...days })}
      />
      {filters.range === 'custom' && <DayRange from={filters.from} to={filters.to} onChange={onChange} />}
    </div>
  );
}
