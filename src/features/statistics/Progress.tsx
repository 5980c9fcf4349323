import { formatNumber } from '#src/lib/format.ts';
import classes from './Figure.module.css';

interface ProgressProps {
  /** `calls` */
  nouns: string;
  read: number;
  /** The API's own count; undefined where it gives none. */
  total: number | undefined;
}

/** How far the reading is: the figures beside it are of what was read. */
export function Progress({ nouns, read, total }: ProgressProps) {
  const known = total !== undefined && total > read ? total : undefined;
  const text = `Counted ${formatNumber(read)} ${known === undefined ? '' : `of ${formatNumber(known)} `}${nouns} so far`;
  return (
    <p className={classes.note}>
      <progress aria-label={`Reading the ${nouns}`} value={known && read} max={known} />
      <span className="tabular">{text}</span>
    </p>
  );
}
