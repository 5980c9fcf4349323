import type { Column } from './DataTable.tsx';
import classes from './list.module.css';
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
    <div role="status" aria-label={label}>
      <table className={classes.table} aria-hidden>
        <thead>
          <tr>
            {selectable && <th className={classes.select}>&nbsp;</th>}
            {columns.map(({ key, header, width }) => (
              <th key={key} style={{ width }}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((width) => (
            <tr key={width}>
              {selectable && <td className={classes.select} />}
              {columns.map(({ key, card = 'line' }) => (
                <td key={key} data-card={card}>
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
