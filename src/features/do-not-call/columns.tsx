import { Button } from '@mantine/core';
import type { BarredNumber } from '#src/api/wire/do-not-call.ts';
import { formatDate } from '#src/lib/format.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { readAs } from './number-text.ts';

export const numberColumns = (onRemove: (entry: BarredNumber) => void): readonly Column<BarredNumber>[] => [
  {
    key: 'number',
    header: 'Number',
    sortable: true,
    rank: 1,
    width: '13rem',
    cell: (entry) => <Shown {...entry} />,
  },
  {
    key: 'reason',
    header: 'Reason',
    rank: 3,
    sortable: true,
    card: 'alone',
    cell: ({ reason }) => reason,
  },
  { key: 'by', header: 'Added by', sortable: true, rank: 4, width: '18%', cell: ({ added_by }) => added_by },
  {
    key: 'at',
    header: 'Added',
    sortable: true,
    rank: 4,
    width: '8.5rem',
    cell: ({ added_at }) => formatDate(added_at),
  },
  {
    key: 'actions',
    header: 'Actions',
    rank: 2,
    width: '8rem',
    cell: (entry) => (
      <Button
        variant="default"
        size="xs"
        aria-label={`Take ${readAs(entry)} off the list`}
        onClick={() => onRemove(entry)}
      >
        Take off…
      </Button>
    ),
  },
];

/** What was typed stands beside where it has other digits, such as a zero that is dialled within its country alone. */
function Shown(entry: BarredNumber) {
  const shown = readAs(entry);
  const isSame = shown.replace(/\D/g, '').endsWith(entry.number.replace(/\D/g, ''));
  return (
    <>
      <span className="tabular">{shown}</span>
      {!isSame && <span className="dim"> ({entry.number})</span>}
    </>
  );
}
