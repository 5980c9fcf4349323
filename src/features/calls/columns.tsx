import { Link } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { formatDateTime, formatDuration } from '#src/lib/format.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { CallStatus } from './CallStatus.tsx';
import type { CallEntry } from './entry.ts';

export const callColumns: readonly Column<CallEntry>[] = [
  {
    key: 'number',
    header: 'Number',
    rank: 1,
    width: '11.5rem',
    cell: (call) => (
      <Link to={paths.call(call.id)} className="tabular">
        {call.telText || `Call ${call.id}`}
      </Link>
    ),
  },
  {
    key: 'created',
    header: 'Requested',
    rank: 3,
    card: 'bare',
    width: '12rem',
    cell: ({ createdAt }) => (createdAt === null ? 'Not told' : formatDateTime(createdAt)),
  },
  {
    key: 'status',
    header: 'Status',
    rank: 3,
    card: 'bare',
    width: '13rem',
    cell: (call) => <CallStatus call={call} />,
  },
  {
    key: 'widget',
    header: 'Widget',
    rank: 4,
    card: 'alone',
    cell: ({ widgetId, widgetName }) =>
      widgetId === null ? widgetName : <Link to={paths.widget(widgetId)}>{widgetName}</Link>,
  },
  { key: 'manager', header: 'Manager', width: '9rem', cell: ({ manager }) => manager || '–' },
  {
    key: 'duration',
    header: 'Length',
    numeric: true,
    width: '6.5rem',
    cell: ({ durationSeconds }) => (durationSeconds === null ? '–' : formatDuration(durationSeconds)),
  },
];
