import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Act } from '#src/api/wire/activity.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Message } from '#src/ui/Message.tsx';
import { Pager } from '#src/ui/Pager.tsx';
import classes from './ActList.module.css';
import { ActList, ActListSkeleton } from './ActList.tsx';
import { actPageSizes } from './filters.ts';

interface ActsProps {
  /** What the list is: `Activity`, `History`. */
  label: string;
  query: UseQueryResult<{ acts: Act[]; total: number }>;
  page: number;
  size: number;
  onChange: (changes: { page: number; size?: number }) => void;
  /** Stands in the place of a list without an act. */
  empty: ReactNode;
}

/** A page of acts, whatever became of reading it. */
export function Acts({ label, query, page, size, onChange, empty }: ActsProps) {
  const { data, error, isFetching, isPlaceholderData, refetch } = query;
  const isBeyond = data?.acts.length === 0 && data.total > 0;
  return (
    <>
      {error && (
        <LoadError
          what={`The ${label.toLowerCase()}`}
          error={error}
          shown={data && 'The list may be out of date.'}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <ActListSkeleton label={`Loading the ${label.toLowerCase()}`} />}
      {data && data.acts.length > 0 && (
        <div className={classes.page} data-stale={isPlaceholderData}>
          <ActList label={label} acts={data.acts} />
          <Pager
            total={data.total}
            page={page}
            size={size}
            sizes={actPageSizes}
            onPage={(to) => onChange({ page: to })}
            onSize={(rows) => onChange({ size: rows, page: 1 })}
          />
        </div>
      )}
      {isBeyond && (
        <Message
          tone="filtered"
          heading="There is nothing on this page"
          text="The list is shorter than that."
          action={<Button onClick={() => onChange({ page: 1 })}>Go to the first page</Button>}
        />
      )}
      {data?.total === 0 && empty}
    </>
  );
}
