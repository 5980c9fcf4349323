import { type CSSProperties, lazy, type ReactNode, Suspense, useId } from 'react';
import type { CsvRow } from '#src/lib/csv.ts';
import { ExportButton } from '#src/ui/ExportButton.tsx';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import classes from './Figure.module.css';

const Chart = lazy(() => import('./Chart.tsx').catch(() => ({ default: NoPicture })));

/** The table stands below, so a picture that cannot be loaded costs nothing but itself. */
function NoPicture() {
  return <p className="dim">The chart could not be loaded. The table has the same figures.</p>;
}

interface FigureProps {
  /** What the figures say, in words. */
  finding: string;
  /** What was counted: of which widget, over which days. */
  subject: string;
  /** What is missing from the figures, or how far the reading is. */
  note?: ReactNode;
  chart: Parameters<typeof Chart>[0];
  /** The same figures. */
  table: ReactNode;
  csv: { fileName: string; rows: () => readonly CsvRow[]; note?: string | undefined; disabled: boolean };
  /** Above the picture: what it is of can be chosen. */
  children?: ReactNode;
}

/** A chart whose title says the finding, with a table of the same figures. */
export function Figure({ finding, subject, note, chart, table, csv, children }: FigureProps) {
  const id = useId();
  return (
    <section className={classes.figure} aria-labelledby={id}>
      <header className={classes.head}>
        <h2 id={id}>{finding}</h2>
        <p className="dim">{subject}</p>
      </header>
      {children}
      {note}
      <div role="img" aria-label={`Chart: ${finding}. The table below has the figures.`} className={classes.chart}>
        <Suspense fallback={<Skeleton height={chart.lying ? '44px' : '260px'} />}>
          <Chart {...chart} />
        </Suspense>
        <ul className={classes.legend}>
          {chart.series.map(({ name, color }) => (
            <li key={name} style={{ '--swatch': color } as CSSProperties}>
              {name}
            </li>
          ))}
        </ul>
      </div>
      {table}
      <footer className={classes.foot}>
        <ExportButton {...csv} />
      </footer>
    </section>
  );
}
