import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

interface VirtualRowsProps {
  count: number;
  columns: number;
  /** The row at an index; `measure` is its ref. */
  renderRow: (index: number, measure: (element: HTMLTableRowElement | null) => void) => ReactNode;
}

const rowHeight = 49;

/** A table body that holds only the rows near the window, with the height of the others above and below them. */
export default function VirtualRows({ count, columns, renderRow }: VirtualRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (body.current) setTop(body.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  const virtual = useWindowVirtualizer({ count, estimateSize: () => rowHeight, overscan: 8, scrollMargin: top });
  const items = virtual.getVirtualItems();
  const above = (items[0]?.start ?? top) - top;
  const below = virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top);
  return (
    // The browser would hold on to a row that is drawn no more, and scroll back with it.
    <tbody ref={body} style={{ overflowAnchor: 'none' }}>
      <Spacer height={above} columns={columns} />
      {items.map(({ index }) => renderRow(index, virtual.measureElement))}
      <Spacer height={below} columns={columns} />
    </tbody>
  );
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
