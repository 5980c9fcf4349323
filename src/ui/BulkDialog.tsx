import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { BulkResult } from '#src/lib/bulk.ts';
import { formatNumber } from '#src/lib/format.ts';
import { BulkResults } from './BulkResults.tsx';
import { ConfirmForm } from './ConfirmForm.tsx';
import { Dialog } from './Dialog.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';

interface RunOptions<Item> {
  onResult: (result: BulkResult<Item>) => void;
  signal: AbortSignal;
}

interface BulkDialogProps<Item> {
  items: readonly Item[];
  nameOf: (item: Item) => string;
  title: string;
  verb: string;
  /** `disabled` */
  done: string;
  consequence: string;
  destructive?: boolean | undefined;
  run: (items: readonly Item[], options: RunOptions<Item>) => Promise<unknown>;
  /** With the items that did not succeed, or nothing when nothing was begun. */
  onClose: (left?: readonly Item[]) => void;
}

/** Asks, acts on every item with its progress in view, and tells what became of each. */
export function BulkDialog<Item extends { id: number }>(props: BulkDialogProps<Item>) {
  const { items, title, onClose } = props;
  const [targets, setTargets] = useState(items);
  const [results, setResults] = useState<readonly BulkResult<Item>[]>([]);
  const [state, setState] = useState<'asking' | 'running' | 'finished'>('asking');
  const abort = useRef<AbortController>(undefined);
  // Nobody would be told of what is done after they have left.
  useEffect(() => () => abort.current?.abort(), []);

  const start = async (batch: readonly Item[]) => {
    abort.current = new AbortController();
    setTargets(batch);
    setResults([]);
    setState('running');
    await props.run(batch, {
      signal: abort.current.signal,
      onResult: (result) => setResults((former) => [...former, result]),
    });
    setState('finished');
  };

  const succeeded = new Set(results.filter(({ error }) => !error).map(({ item }) => item.id));
  const left = targets.filter(({ id }) => !succeeded.has(id));
  const close = () => {
    if (state === 'asking') onClose();
    if (state === 'finished') onClose(left);
  };

  return (
    <Dialog
      onClose={close}
      title={state === 'asking' ? `${title}?` : title}
      withCloseButton={state !== 'running'}
      closeOnClickOutside={false}
    >
      <Stack>
        {state === 'asking' && (
          <ConfirmForm
            verb={props.verb}
            takes={props.destructive}
            typed={props.destructive ? String(items.length) : undefined}
            onConfirm={() => void start(items)}
            onClose={close}
          >
            {props.consequence}
          </ConfirmForm>
        )}
        {state === 'running' && (
          <>
            <LeaveGuard
              when={() => true}
              onLeave={() => abort.current?.abort()}
              title="Stop and leave?"
              text="The rest is not done then, and what became of each is not told."
              stay="Stay"
            />
            <Text size="sm" className="tabular" role="status">
              {formatNumber(results.length)} of {formatNumber(targets.length)} done
            </Text>
            <Progress value={(100 * results.length) / targets.length} aria-label="Progress" />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => abort.current?.abort()}>
                Stop
              </Button>
            </Group>
          </>
        )}
        {state === 'finished' && (
          <>
            <BulkResults results={results} targets={targets} nameOf={props.nameOf} done={props.done} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                Close
              </Button>
              {left.length > 0 && (
                <Button data-autofocus onClick={() => void start(left)}>
                  Try {formatNumber(left.length)} again
                </Button>
              )}
            </Group>
          </>
        )}
      </Stack>
    </Dialog>
  );
}
