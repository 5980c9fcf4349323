import { IconPhoneCall } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import classes from './Card.module.css';

/** The frame of the pages that are there without anybody signed in. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={classes.page}>
      <p className={classes.brand}>
        <IconPhoneCall aria-hidden size={22} stroke={1.8} />
        CallPage Console
      </p>
      <div className={classes.card}>
        <PageHeader title={title} />
        {children}
      </div>
    </main>
  );
}
