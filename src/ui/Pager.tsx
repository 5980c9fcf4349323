import { Button } from '@mantine/core';
import { formatNumber } from '#src/lib/format.ts';
import controls from './controls.module.css';
import classes from './list.module.css';

interface PagerProps {
  total: number;
  /** There are more than `total`, nobody knows how many. */
  open?: boolean;
  page: number;
  /** Rows on a page; 0 for all. */
  size: number;
  sizes: readonly number[];
  onPage: (page: number) => void;
  onSize: (size: number) => void;
}

export function Pager({ total, open = false, page, size, sizes, onPage, onSize }: PagerProps) {
  const { first, last, current, pages } = pageWindow(total, page, size);
  return (
    <nav className={classes.pager} aria-label="Pages">
      <span className={classes.range}>
        {formatNumber(first + 1)}–{formatNumber(last)} of {open && 'more than '}
        {formatNumber(total)}
      </span>
      <select
        className={controls.select}
        aria-label="Rows on a page"
        value={size}
        onChange={({ currentTarget }) => onSize(Number(currentTarget.value))}
      >
        {sizes.map((option) => (
          <option key={option} value={option}>
            {option === 0 ? 'All rows' : `${option} rows`}
          </option>
        ))}
      </select>
      <span className={classes.steps}>
        <Button variant="default" disabled={current <= 1} onClick={() => onPage(current - 1)}>
          Previous
        </Button>
        <Button variant="default" disabled={current >= pages && !open} onClick={() => onPage(current + 1)}>
          Next
        </Button>
      </span>
    </nav>
  );
}

/** Which rows a page shows, as the indexes `[first, last)`; a page beyond the last one is the last one, `current`. */
export function pageWindow(total: number, page: number, size: number) {
  const pages = size === 0 ? 1 : Math.max(1, Math.ceil(total / size));
  const current = Math.min(page, pages);
  const first = (current - 1) * size;
  return { pages, current, first, last: size === 0 ? total : Math.min(total, first + size) };
}
