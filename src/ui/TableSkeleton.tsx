import classes from './DataTable.module.css';
import { type Column, columnWidths } from './DataTable.tsx';
import { Skeleton } from './Skeleton.tsx';

const rows = ['62%', '48%', '75%', '55%', '68%', '42%', '58%', '70%'];

interface TableSkeletonProps<Row> {
  columns: readonly Column<Row>[];
  label: string;
  /** Rows of the table can be chosen. */
  selectable?: boolean;
}

/** A table of the same shape as the one that is on its way. */
export function TableSkeleton<Row>({ columns, label, selectable = true }: TableSkeletonProps<Row>) {
  return (
    <div role="status" aria-label={label} className={classes.frame}>
      <table
        className={classes.table}
        aria-hidden
        data-selectable={selectable || undefined}
        style={columnWidths(columns, selectable)}
      >
        <thead>
          <tr>
            {selectable && <th className={classes.select}>&nbsp;</th>}
            {columns.map(({ key, header, rank = 5 }) => (
              <th key={key} data-rank={rank}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((width) => (
            <tr key={width}>
              {selectable && <td className={classes.select} />}
              {columns.map(({ key, rank = 5, card = 'line' }) => (
                <td key={key} data-rank={rank} data-card={card}>
                  <Skeleton width={width} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
