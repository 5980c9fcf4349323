import { IconAlertTriangle, IconInbox, IconLock, IconSearchOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Message.module.css';

const icons = { empty: IconInbox, filtered: IconSearchOff, error: IconAlertTriangle, forbidden: IconLock };

interface MessageProps {
  tone?: keyof typeof icons;
  heading: string;
  text: ReactNode;
  action?: ReactNode;
}

/** What stands in place of content: nothing there yet, nothing found, an error, no permission. */
export function Message({ tone = 'empty', heading, text, action }: MessageProps) {
  const Icon = icons[tone];
  return (
    <section className={classes.message} data-tone={tone} role={tone === 'error' ? 'alert' : undefined}>
      <Icon aria-hidden size={28} stroke={1.5} />
      <h2 className={classes.heading}>{heading}</h2>
      <p className={classes.text}>{text}</p>
      {action && <div className={classes.action}>{action}</div>}
    </section>
  );
}
