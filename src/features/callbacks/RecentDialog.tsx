import { Button, Group, Stack, Text } from '@mantine/core';
import { Dialog } from '#src/ui/Dialog.tsx';
import { CallList } from './CallList.tsx';
import type { Question } from './use-placing.ts';
import { WidgetNamed } from './WidgetNamed.tsx';

/** A second call, a costly one, or that nobody can tell: what comes of it is what the person has to want. */
export function RecentDialog(question: Question) {
  const { intent, recent, open, error, told, decide } = question;
  const decline = () => decide(false);
  return (
    <Dialog onClose={decline} title={titleOf(question)}>
      <Stack>
        <Text size="sm">
          You are about to have {intent.telText} called for <WidgetNamed id={intent.widgetId} />.
        </Text>
        {told && <Text size="sm">{told.text}</Text>}
        {error && (
          <Text size="sm">
            Whether this number has an open call, or was called in the last 10 minutes, could not be read.{' '}
            {error.message} If somebody has called it meanwhile, it rings twice.
          </Text>
        )}
        {recent.length > 0 && (
          <>
            <Text size="sm">This number was called in the last 10 minutes. If you go on, it rings again.</Text>
            <CallList label="Calls of the last 10 minutes" calls={recent} />
          </>
        )}
        {open.length > 0 && (
          <>
            <Text size="sm">A call to this number is not over yet. If you go on, it gets another one.</Text>
            <CallList label="Open calls" calls={open} />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={decline}>
            Do not call
          </Button>
          <Button onClick={() => decide(true)}>{verbOf(question)}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function titleOf({ intent: { telText }, recent, told, error }: Question): string {
  if (error) return `Call ${telText} without a check?`;
  if (told?.reason === 'call_costs') return `Call ${telText} at a higher cost?`;
  return recent.length > 0 || told ? `${telText} was called a moment ago` : `${telText} has an open call`;
}

function verbOf({ recent, told, error }: Question): string {
  if (error || told?.reason === 'call_costs') return 'Call all the same';
  return recent.length > 0 || told ? 'Call again' : 'Call as well';
}
