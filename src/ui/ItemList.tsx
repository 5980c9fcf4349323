import type { ReactNode } from 'react';
import classes from './ItemList.module.css';
import { Skeleton } from './Skeleton.tsx';

/** A list of few things that need more room than a table's row. */
export function ItemList({ label, children }: { label: string; children: ReactNode }) {
  return (
    // Safari takes the list out of what it reads aloud where the bullets are styled away.
    // biome-ignore lint/a11y/noRedundantRoles: for Safari
    <ul className={classes.list} role="list" aria-label={label}>
      {children}
    </ul>
  );
}

interface ItemProps {
  title: ReactNode;
  note: ReactNode;
  /** The switch in the corner. */
  toggle: ReactNode;
  actions: ReactNode;
  children?: ReactNode;
}

export function Item({ title, note, toggle, actions, children }: ItemProps) {
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.note}>{note}</p>
      </div>
      <div className={classes.actions}>{actions}</div>
      <div className={classes.switch}>{toggle}</div>
      {children && <div className={classes.body}>{children}</div>}
    </li>
  );
}

const rows = ['38%', '52%', '44%', '57%', '41%'];

/** A list of the same shape as the one that is on its way. */
export function ItemListSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className={classes.list}>
      {rows.map((width) => (
        <div key={width} className={classes.item}>
          <div className={classes.head}>
            <Skeleton width="11rem" />
            <br />
            <Skeleton width="7rem" height="0.625rem" />
          </div>
          <div className={classes.switch}>
            <Skeleton width="2.25rem" height="1.25rem" />
          </div>
          <div className={classes.body}>
            <Skeleton width={width} />
          </div>
        </div>
      ))}
    </div>
  );
}
