import { Link } from 'react-router-dom';
import type { Permission } from '#src/api/wire/operations.ts';
import type { Widget } from '#src/api/wire/widgets.ts';
import { paths } from '#src/app/paths.ts';
import { localeName } from '#src/domain/locales.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { displayUrl } from '#src/domain/widget-url.ts';
import { formatApiTime } from '#src/lib/api-time.ts';
import { formatDate, formatNumber } from '#src/lib/format.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { EnabledBadge } from '#src/ui/EnabledBadge.tsx';
import { WidgetSwitch } from './WidgetSwitch.tsx';

const widgetColumns: readonly Column<Widget>[] = [
  {
    key: 'description',
    header: 'Description',
    sortable: true,
    rank: 1,
    cell: (widget) => <Link to={paths.widget(widget.id)}>{widgetName(widget)}</Link>,
  },
  {
    key: 'url',
    header: 'URL',
    sortable: true,
    rank: 3,
    card: 'wide',
    width: '14rem',
    cell: ({ url }) => displayUrl(url),
  },
  {
    key: 'locale',
    header: 'Locale',
    sortable: true,
    width: '6rem',
    cell: ({ locale_code }) => localeName(locale_code),
  },
  {
    key: 'enabled',
    header: 'Enabled',
    sortable: true,
    rank: 2,
    width: '5.5rem',
    cell: (widget) => <WidgetSwitch widget={widget} />,
  },
  {
    key: 'managers',
    header: 'Managers',
    sortable: true,
    numeric: true,
    width: '6.5rem',
    cell: ({ managers }) => formatNumber(managers.length),
  },
  {
    key: 'installed',
    header: 'Installed',
    sortable: true,
    width: '7.5rem',
    cell: ({ installed_at }) => (installed_at ? formatApiTime(installed_at, formatDate) : 'No'),
  },
  {
    key: 'calls',
    header: 'Calls',
    rank: 3,
    sortable: true,
    numeric: true,
    width: '5rem',
    cell: ({ call_requests_count }) => formatNumber(call_requests_count),
  },
];

/** The same for whom a widget is not to be changed by. */
const readOnlyWidgetColumns = widgetColumns.map((column) =>
  column.key === 'enabled'
    ? { ...column, width: '7rem', cell: ({ enabled }: Widget) => <EnabledBadge enabled={enabled} /> }
    : column,
);

/** For whoever sees no colleagues: all that is there of a widget's managers are themselves. */
const ownWidgetColumns = readOnlyWidgetColumns.filter(({ key }) => key !== 'managers');

export function widgetColumnsFor(can: (permission: Permission) => boolean): readonly Column<Widget>[] {
  if (can('widgets.update')) return widgetColumns;
  return can('team') ? readOnlyWidgetColumns : ownWidgetColumns;
}
