import { Button } from '@mantine/core';
import { Message } from './Message.tsx';

interface NoMatchProps {
  heading: string;
  text: string;
  onClear: () => void;
}

/** In place of a list whose filters let nothing through. */
export function NoMatch({ heading, text, onClear }: NoMatchProps) {
  return <Message tone="filtered" heading={heading} text={text} action={<ClearFilters onClear={onClear} />} />;
}

export function ClearFilters({ onClear }: { onClear: () => void }) {
  return (
    <Button
      variant="subtle"
      onClick={({ currentTarget }) => {
        // The button goes with the filters. Whoever uses the keyboard goes on at the first of them.
        const list = currentTarget.closest('main');
        onClear();
        list?.querySelector<HTMLElement>('input[type=search], select')?.focus();
      }}
    >
      Clear filters
    </Button>
  );
}
