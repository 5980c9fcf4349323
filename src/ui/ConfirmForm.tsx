import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { BusyButton } from './BusyButton.tsx';
import { refuseUnchosen } from './use-typed-choice.ts';

export interface ConfirmFormProps {
  /** What follows from it. */
  children: ReactNode;
  verb: string;
  /** Takes something away, which nobody should do by a mere Enter. */
  takes?: boolean | undefined;
  /** What has to be typed first, where nothing brings back what is lost. */
  typed?: string | undefined;
  change?: { error: Error | null; isPending: boolean };
  /** What it is called when nothing came of it: `Not deleted`. */
  errorTitle?: string;
  disabled?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what follows from something, and does it or not. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { children, verb, takes = false, typed, change, disabled = false, onConfirm, onClose } = props;
  const [text, setText] = useState('');
  const [mismatch, setMismatch] = useState(false);
  const comparable = (one: string) => one.trim().toLowerCase();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (change?.isPending || refuseUnchosen(event.currentTarget)) return;
        if (typed !== undefined && comparable(text) !== comparable(typed)) setMismatch(true);
        else onConfirm();
      }}
    >
      <Stack>
        {typeof children === 'string' ? <Text size="sm">{children}</Text> : children}
        {typed !== undefined && (
          <TextInput
            data-autofocus
            label={`Type ${typed} to confirm`}
            value={text}
            onChange={({ currentTarget }) => {
              setText(currentTarget.value);
              setMismatch(false);
            }}
            error={mismatch && `Type exactly ${typed}.`}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
        {change?.error && (
          <Alert color="red" role="alert" title={props.errorTitle}>
            {change.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus={takes || undefined}>
            Cancel
          </Button>
          <BusyButton
            type="submit"
            color={takes ? 'red' : undefined}
            loading={change?.isPending ?? false}
            disabled={disabled}
            data-autofocus={!takes || undefined}
          >
            {verb}
          </BusyButton>
        </Group>
      </Stack>
    </form>
  );
}
