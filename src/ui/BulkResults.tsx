import { Text } from '@mantine/core';
import type { BulkResult } from '#src/lib/bulk.ts';
import { formatNumber } from '#src/lib/format.ts';
import classes from './BulkResults.module.css';

interface BulkResultsProps<Item> {
  results: readonly BulkResult<Item>[];
  /** Everything that was asked for: what has no result was stopped before its turn. */
  targets: readonly Item[];
  nameOf: (item: Item) => string;
  done: string;
}

export function BulkResults<Item extends { id: number }>({ results, targets, nameOf, done }: BulkResultsProps<Item>) {
  const failed = results.filter(({ error }) => error);
  const succeeded = results.filter(({ error }) => !error);
  const stopped = targets.length - results.length;
  const summary = [
    `${formatNumber(succeeded.length)} ${done}`,
    failed.length > 0 && `${formatNumber(failed.length)} failed`,
    stopped > 0 && `${formatNumber(stopped)} not begun`,
  ].filter(Boolean);
  return (
    <>
      <Text size="sm" fw={500} role="status">
        {summary.join(', ')}.
      </Text>
      {failed.length > 0 && (
        <ul className={classes.list} aria-label="Failed">
          {failed.map(({ item, error }) => (
            <li key={item.id}>
              <strong>{nameOf(item)}</strong>
              <span>{error?.message}</span>
            </li>
          ))}
        </ul>
      )}
      {succeeded.length > 0 && (
        <details>
          <summary className={classes.summary}>
            Show the {formatNumber(succeeded.length)} {done}
          </summary>
          <ul className={classes.list} aria-label="Succeeded">
            {succeeded.map(({ item }) => (
              <li key={item.id}>{nameOf(item)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
