import { type ReactNode, useEffect, useRef } from 'react';
import classes from './Panel.module.css';

interface PanelProps {
  tone: 'ok' | 'warn';
  heading: string;
  children: ReactNode;
}

/** What stands in place of the form once a call was asked for. The focus goes to it, as the form is gone. */
export function Panel({ tone, heading, children }: PanelProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={classes.panel} data-tone={tone} aria-label={heading}>
      <h2 ref={title} tabIndex={-1}>
        {heading}
      </h2>
      {children}
    </section>
  );
}
