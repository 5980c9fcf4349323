import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CallHistoryInput } from '#src/api/wire/calls.ts';
import { callsByDay, type DayCounts, type Outcome, outcomes, sumOfDays } from '#src/domain/calls-by-day.ts';
import type { Days } from '#src/lib/day-presets.ts';
import { localTimeZone } from '#src/lib/days.ts';
import { count, unreadableInWords } from '#src/lib/format.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { CallsTable } from './CallsTable.tsx';
import classes from './Figure.module.css';
import { Figure } from './Figure.tsx';
import { FigureSkeleton } from './FigureSkeleton.tsx';
import { dayInWords, findingOfDays } from './findings.ts';
import { outcomeNames } from './outcome-names.ts';
import { Progress } from './Progress.tsx';
import { type CountedCalls, statisticsQueries } from './queries.ts';

interface CallsFigureProps {
  query: CallHistoryInput;
  days: Days;
  /** The reader's own. */
  today: string;
  subject: string;
}

/** Calls by day and outcome, over every page of the history. */
export function CallsFigure({ query, days, today, subject }: CallsFigureProps) {
  const { data, error, isFetching, refetch } = useQuery(statisticsQueries.calls(query));
  // Outlives the skeleton between two ranges.
  const [open, setOpen] = useState(false);
  const counts = useMemo(
    () => callsByDay([...(data?.calls.values() ?? [])], { ...days, timeZone: localTimeZone() }),
    [data, days],
  );
  const failed = error && (
    <LoadError
      what="The calls"
      error={error}
      shown={data && `The figures are of ${count(data.calls.size, 'call')} alone.`}
      retrying={isFetching}
      onRetry={() => void refetch()}
    />
  );
  if (!data) return failed || <FigureSkeleton label="Counting the calls" height="260px" />;

  const leftOut = leftOutOf(data);
  const finding = findingOfDays(counts);
  const sum = sumOfDays(counts);
  const shown = outcomes.filter((outcome) => sum[outcome] > 0);
  return (
    <Figure
      finding={data.whole ? finding : `So far: ${finding}`}
      subject={`${subject}${days.to >= today ? '. Today is not over' : ''}`}
      note={
        <>
          {failed}
          {leftOut && (
            <p role="status" className={classes.note}>
              {leftOut}
            </p>
          )}
          {!data.whole && !error && <Progress nouns="calls" read={data.calls.size} total={data.total} />}
        </>
      }
      chart={{
        dataKey: 'day',
        bars: counts.map((day) => ({ day: dayInWords(day.day), ...named(day, shown) })),
        series: shown.map((outcome) => ({ name: outcomeNames[outcome], color: `var(--chart-${outcome})` })),
      }}
      csv={{
        fileName: `calls-${days.from}-${days.to}.csv`,
        rows: () => counts.map((day) => ({ Day: day.day, ...named(day, outcomes), Total: day.total })),
        note: leftOut,
        disabled: !data.whole,
      }}
      table={
        <details className={classes.details} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary className={classes.summary}>Show the figures of {count(counts.length, 'day')}</summary>
          <CallsTable days={counts} sum={sum} caption={finding} />
        </details>
      }
    />
  );
}

/** What came and is in no figure, in words. */
function leftOutOf({ calls, unreadable }: CountedCalls): string | undefined {
  const undated = [...calls.values()].filter(({ createdAt }) => createdAt === null).length;
  const sentences = [
    unreadable > 0 && unreadableInWords(unreadable, 'call'),
    undated > 0 && `${count(undated, 'call')} came without a time that could be read.`,
  ].filter(Boolean);
  return sentences.length > 0 ? `${sentences.join(' ')} Not counted in any figure.` : undefined;
}

const named = (day: DayCounts, shown: readonly Outcome[]) =>
  Object.fromEntries(shown.map((outcome) => [outcomeNames[outcome], day[outcome]]));
