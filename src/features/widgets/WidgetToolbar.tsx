import { useMemo } from 'react';
import type { Widget } from '#src/api/wire/widgets.ts';
import { localeName } from '#src/domain/locales.ts';
import { widgetStatus } from '#src/domain/statistics.ts';
import { useCan } from '#src/features/session/queries.ts';
import { count, formatNumber } from '#src/lib/format.ts';
import { ExportButton } from '#src/ui/ExportButton.tsx';
import { FilterSelect } from '#src/ui/FilterSelect.tsx';
import classes from '#src/ui/list.module.css';
import { ClearFilters } from '#src/ui/NoMatch.tsx';
import { SearchField } from '#src/ui/SearchField.tsx';
import { StatusFilter } from '#src/ui/StatusFilter.tsx';
import { csvRow } from './csv.ts';
import { isFiltered, noFilters, type WidgetFilters } from './filters.ts';
import type { WidgetList } from './queries.ts';

interface WidgetToolbarProps {
  list: WidgetList;
  reading: boolean;
  matching: readonly Widget[];
  filters: WidgetFilters;
  onChange: (changes: Partial<WidgetFilters>, options?: { typing: boolean }) => void;
}

const installed = { '': 'Installed: any', yes: 'Installed', no: 'Not installed' };
const managers = { '': 'Managers: any', yes: 'With managers', no: 'Without managers' };

export function WidgetToolbar({ list, reading, matching, filters, onChange }: WidgetToolbarProps) {
  const { widgets } = list;
  const can = useCan();
  const status = useMemo(() => statusOptions(widgets), [widgets]);
  const locales = useMemo(() => localeOptions(widgets), [widgets]);
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
          {reading && list.total !== undefined && widgets.length < list.total
            ? `Reading ${formatNumber(widgets.length)} of ${count(list.total, 'widget')}…`
            : count(matching.length, 'widget')}
        </span>
        <ExportButton
          fileName="widgets.csv"
          rows={() => matching.map(csvRow)}
          disabled={matching.length === 0 || reading}
        />
      </div>
      <div className={classes.filters}>
        <SearchField
          label="Search widgets"
          placeholder="Search by description or URL"
          value={filters.q}
          onChange={(q) => onChange({ q, page: 1 }, { typing: true })}
        />
        <FilterSelect
          label="Locale"
          value={filters.locale}
          options={locales}
          onChange={(locale) => onChange({ locale, page: 1 })}
        />
        <FilterSelect
          label="Installed"
          value={filters.installed}
          options={installed}
          onChange={(value) => onChange({ installed: yesNo(value), page: 1 })}
        />
        {can('team') && (
          <FilterSelect
            label="Managers"
            value={filters.managers}
            options={managers}
            onChange={(value) => onChange({ managers: yesNo(value), page: 1 })}
          />
        )}
        {isFiltered(filters) && <ClearFilters onClear={() => onChange(noFilters)} />}
      </div>
    </div>
  );
}

/** The widget status statistics, each figure a filter. */
function statusOptions(widgets: readonly Widget[]) {
  const { total_widgets, enabled_widgets, disabled_widgets } = widgetStatus(widgets);
  return [
    { value: '', name: 'All', figure: total_widgets },
    { value: 'yes', name: 'Enabled', figure: enabled_widgets },
    { value: 'no', name: 'Disabled', figure: disabled_widgets },
  ] as const;
}

function localeOptions(widgets: readonly Widget[]): Record<string, string> {
  const codes = [...new Set(widgets.map(({ locale_code }) => locale_code))].filter(Boolean);
  const names = codes.map((code) => [code, localeName(code)] as const).toSorted((a, b) => a[1].localeCompare(b[1]));
  return { '': 'Locale: any', ...Object.fromEntries(names) };
}

const yesNo = (value: string) => (value === 'yes' || value === 'no' ? value : '');
