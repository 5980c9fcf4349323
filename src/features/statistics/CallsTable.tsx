import { type DayCounts, type OutcomeCounts, outcomes } from '#src/domain/calls-by-day.ts';
import { formatNumber } from '#src/lib/format.ts';
import classes from './Figure.module.css';
import { dayInWords } from './findings.ts';
import { outcomeNames } from './outcome-names.ts';

interface CallsTableProps {
  days: readonly DayCounts[];
  sum: OutcomeCounts;
  caption: string;
}

/** The figures of the chart, the latest day first. */
export function CallsTable({ days, sum, caption }: CallsTableProps) {
  return (
    // A box that scrolls is reached by keyboard only where it can be focused.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className={classes.scroll} tabIndex={0} aria-label="Figures by day">
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {outcomes.map((outcome) => (
              <th key={outcome} scope="col" data-outcome>
                {outcomeNames[outcome]}
              </th>
            ))}
            <th scope="col">Total</th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day.day}>
              <th scope="row">
                <time dateTime={day.day}>{dayInWords(day.day)}</time>
              </th>
              <Cells counts={day} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <Cells counts={sum} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Cells({ counts }: { counts: OutcomeCounts }) {
  return (
    <>
      {outcomes.map((outcome) => (
        <td key={outcome} data-outcome={outcomeNames[outcome]}>
          {formatNumber(counts[outcome])}
        </td>
      ))}
      <td>{formatNumber(counts.total)}</td>
    </>
  );
}
