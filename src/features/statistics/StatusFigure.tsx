import type { ReactNode } from 'react';
import { formatNumber } from '#src/lib/format.ts';
import classes from './Figure.module.css';
import { Figure } from './Figure.tsx';
import { findingOfStatus } from './findings.ts';

interface StatusFigureProps {
  /** `widget` */
  noun: string;
  subject: string;
  /** In the shape of the contract: `{ total_widgets, enabled_widgets, disabled_widgets }`. */
  status: object;
  counts: { total: number; enabled: number; disabled: number };
  fileName: string;
  /** More is on its way, or some could not be read: nothing is exported as if it were all. */
  partial?: boolean;
  note?: ReactNode;
  children?: ReactNode;
}

const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });

/** How many are enabled and how many are not: a bar, and the same as a table. */
export function StatusFigure({
  noun,
  subject,
  status,
  counts,
  fileName,
  partial = false,
  note,
  children,
}: StatusFigureProps) {
  const { total, enabled, disabled } = counts;
  const finding = findingOfStatus(noun, counts);
  return (
    <Figure
      finding={partial ? `So far: ${finding}` : finding}
      subject={subject}
      note={note}
      chart={{
        lying: true,
        dataKey: 'of',
        bars: [{ of: noun, Enabled: enabled, Disabled: disabled }],
        series: [
          { name: 'Enabled', color: 'var(--chart-completed)' },
          { name: 'Disabled', color: 'var(--chart-cancelled)' },
        ],
      }}
      csv={{ fileName, rows: () => [{ ...status }], disabled: partial }}
      table={
        <table className={classes.table}>
          <caption className="visually-hidden">{finding}</caption>
          <thead>
            <tr>
              <th scope="col">State</th>
              <th scope="col">Number</th>
              <th scope="col">Share</th>
            </tr>
          </thead>
          <tbody>
            {[
              { name: 'Enabled', figure: enabled },
              { name: 'Disabled', figure: disabled },
            ].map(({ name, figure }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{formatNumber(figure)}</td>
                <td>{total === 0 ? '–' : percent.format(figure / total)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              <td>{formatNumber(total)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      }
    >
      {children}
    </Figure>
  );
}
