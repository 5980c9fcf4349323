import { type CSSProperties, lazy, memo, type ReactNode, Suspense } from 'react';
import controls from './controls.module.css';
import classes from './DataTable.module.css';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  /** Numbers stand at the end of their column. */
  numeric?: boolean;
  /**
   * Which columns stay where there is no room for all: 1 names the row and always stays, 2 stays beside it, 3 goes to
   * the row's second line on a narrow window, 4 before it, 5 (unless told otherwise) with it, and then to its own page.
   */
  rank?: 1 | 2 | 3 | 4 | 5;
  /**
   * `bare`: needs no label on the second line. `wide`: nor does this, text that is cut where it does not fit, or buttons
   * that go there from a phone's corner. `alone`: such a text that has a line of its own.
   */
  card?: 'wide' | 'alone' | 'bare' | 'line';
  /** Left out: it takes what the others leave. */
  width?: string;
}

type Id = number | string;

export interface Selection<RowId = number> {
  ids: ReadonlySet<RowId>;
  /** `range`: Shift was held, so everything since the last choice is meant. */
  onToggle: (id: RowId, range: boolean) => void;
  onTogglePage: (page: readonly RowId[]) => void;
}

export interface DataTableProps<Row extends { id: Id }> {
  /** The table's name, for those who do not see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowName: (row: Row) => string;
  /** A column's key, `-` before it for descending. */
  sort?: string;
  /** Left out where no column can be sorted. */
  onSort?: (sort: string) => void;
  /** Left out: rows cannot be chosen. */
  selection?: Selection<Row['id']>;
}

/** As many rows as a browser draws without effort; more are drawn only where they are looked at. */
const manyRows = 100;

const VirtualRows = lazy(() => import('./VirtualRows.tsx'));

export function DataTable<Row extends { id: Id }>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowName, sort = '', onSort, selection } = props;
  const renderRow = (index: number, measure?: (element: HTMLTableRowElement | null) => void) => {
    const row = rows[index];
    return (
      row && (
        <DataRow
          key={row.id}
          row={row}
          index={index}
          measure={measure}
          columns={columns}
          name={rowName(row)}
          selected={selection?.ids.has(row.id) ?? false}
          onToggle={selection?.onToggle}
        />
      )
    );
  };
  return (
    <div className={classes.frame}>
      <table
        className={classes.table}
        aria-rowcount={rows.length + 1}
        data-selectable={selection && true}
        style={columnWidths(columns, selection !== undefined)}
      >
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {selection && <SelectPage rows={rows} selection={selection} />}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        {rows.length > manyRows ? (
          <Suspense>
            <VirtualRows count={rows.length} columns={columns.length + (selection ? 1 : 0)} renderRow={renderRow} />
          </Suspense>
        ) : (
          <tbody>{rows.map((_, index) => renderRow(index))}</tbody>
        )}
      </table>
    </div>
  );
}

/** The columns' widths by their place in a row, for `DataTable.module.css`. */
export function columnWidths<Row>(columns: readonly Column<Row>[], selectable: boolean): CSSProperties {
  const first = selectable ? 2 : 1;
  return Object.fromEntries(
    columns.map(({ width }, index) => [`--column-${first + index}`, width ? `0 0 ${width}` : '1 1 0']),
  );
}

interface SelectPageProps<RowId> {
  rows: readonly { id: RowId }[];
  selection: Selection<RowId>;
}

function SelectPage<RowId>({ rows, selection }: SelectPageProps<RowId>) {
  const chosen = rows.filter(({ id }) => selection.ids.has(id)).length;
  return (
    <th className={classes.select}>
      <input
        type="checkbox"
        className={controls.checkbox}
        aria-label="Select every row on this page"
        checked={rows.length > 0 && chosen === rows.length}
        ref={(input) => {
          if (input) input.indeterminate = chosen > 0 && chosen < rows.length;
        }}
        onChange={() => selection.onTogglePage(rows.map(({ id }) => id))}
      />
    </th>
  );
}

interface HeaderCellProps<Row> {
  column: Column<Row>;
  sort: string;
  onSort: ((sort: string) => void) | undefined;
}

const arrows = { ascending: '↑', descending: '↓', none: '' };

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const { key, header, sortable, numeric, rank = 5 } = column;
  if (!sortable) {
    return (
      <th data-rank={rank} data-numeric={numeric}>
        {header}
      </th>
    );
  }
  const order = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none';
  const next = { none: key, ascending: `-${key}`, descending: '' }[order];
  return (
    <th aria-sort={order} data-rank={rank} data-numeric={numeric}>
      <button type="button" className={classes.sort} onClick={() => onSort?.(next)}>
        {header}
        <span aria-hidden className={classes.arrow}>
          {arrows[order]}
        </span>
      </button>
    </th>
  );
}

interface DataRowProps<Row extends { id: Id }> {
  row: Row;
  columns: readonly Column<Row>[];
  name: string;
  selected: boolean;
  onToggle: Selection<Row['id']>['onToggle'] | undefined;
  index: number;
  measure: ((element: HTMLTableRowElement | null) => void) | undefined;
}

function DataRowView<Row extends { id: Id }>(props: DataRowProps<Row>) {
  const { row, columns, name, selected, onToggle, index, measure } = props;
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} data-selected={selected || undefined}>
      {onToggle && (
        <td className={classes.select}>
          <input
            type="checkbox"
            className={controls.checkbox}
            aria-label={`Select ${name}`}
            checked={selected}
            onChange={({ nativeEvent }) => onToggle(row.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
          />
        </td>
      )}
      {columns.map(({ key, header, cell, numeric, rank = 5, card = 'line' }) => (
        <td key={key} data-label={header} data-numeric={numeric} data-rank={rank} data-card={card}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** A row draws itself again only when it, its columns or its selection changed. */
const DataRow = memo(DataRowView) as typeof DataRowView;
