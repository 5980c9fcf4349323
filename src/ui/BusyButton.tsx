import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentProps } from 'react';

interface BusyButtonProps extends ButtonProps, Omit<ComponentProps<'button'>, keyof ButtonProps> {
  /** What it began is under way: a click does nothing more. */
  loading: boolean;
}

/**
 * A button that keeps the focus while what it began is under way. The library's own is disabled then, and whoever pressed
 * it by the keyboard stands nowhere when the answer comes.
 */
export function BusyButton({ loading, onClick, ...props }: BusyButtonProps) {
  return (
    <Button
      {...props}
      loading={loading}
      onClick={(event) => {
        if (loading) event.preventDefault();
        else onClick?.(event);
      }}
      renderRoot={({ disabled, ...root }) => (
        <button type="button" {...root} disabled={props.disabled} aria-disabled={loading || undefined} />
      )}
    />
  );
}
