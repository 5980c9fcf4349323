import type { ReactNode } from 'react';
import classes from './Badge.module.css';

interface BadgeProps {
  /** The dot's colour; the text says the same. */
  tone: 'ok' | 'bad' | 'warn' | 'dim';
  children: ReactNode;
}

/** A state in a word or two. */
export function Badge({ tone, children }: BadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
