import type { ReactNode } from 'react';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  title: string;
  /** What stands above the title: the way back. */
  back?: ReactNode;
  /** Beside the title: a state, a count. */
  aside?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** The heading of a page, and the browser's title. Navigation moves the focus to it. */
export function PageHeader({ title, back, aside, actions, children }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <title>{`${title} · CallPage Console`}</title>
      {back && <div className={classes.back}>{back}</div>}
      <div className={classes.row}>
        <h1 className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        {aside}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children && <div className={classes.more}>{children}</div>}
    </header>
  );
}
