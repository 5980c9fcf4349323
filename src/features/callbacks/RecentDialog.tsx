import { Button, Group, Stack, Text } from '@mantine/core';
import { Dialog } from '#src/ui/Dialog.tsx';
import { CallList } from './CallList.tsx';
import type { Question } from './use-placing.ts';
import { WidgetNamed } from './WidgetNamed.tsx';

/** The number was called a moment ago, or nobody can tell: ringing twice is what the person has to want. */
export function RecentDialog({ intent, recent, error, told, decide }: Question) {
  const decline = () => decide(false);
  return (
    <Dialog
      onClose={decline}
      title={error ? `Call ${intent.telText} without a check?` : `${intent.telText} was called a moment ago`}
    >
      <Stack>
        <Text size="sm">
          You are about to have {intent.telText} called for <WidgetNamed id={intent.widgetId} />.
        </Text>
        {told !== undefined && <Text size="sm">{told}</Text>}
        {error && (
          <Text size="sm">
            Whether this number was called in the last 10 minutes could not be read. {error.message} If somebody has
            called it meanwhile, it rings twice.
          </Text>
        )}
        {recent.length > 0 && (
          <>
            <Text size="sm">This number was called in the last 10 minutes. If you go on, it rings again.</Text>
            <CallList label="Calls of the last 10 minutes" calls={recent} />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={decline}>
            Do not call
          </Button>
          <Button onClick={() => decide(true)}>{error ? 'Call all the same' : 'Call again'}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
