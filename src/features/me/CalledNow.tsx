import type { User } from '#src/api/wire/users.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { localTimeZone } from '#src/lib/days.ts';
import { type Called, calledAcross } from './called.ts';
import { NowSkeleton } from './MeSkeleton.tsx';
import classes from './me.module.css';
import type { MyWidget } from './queries.ts';

interface CalledNowProps {
  user: User | undefined;
  /** Whether the user is on the way: who is disabled is not called, whatever the hours say. */
  isReading: boolean;
  widgets: readonly MyWidget[];
  now: number;
}

/** The answer that the page is opened for: am I called now, and if not, when. */
export function CalledNow({ user, isReading, widgets, now }: CalledNowProps) {
  const places = widgets.map(({ widget, enabled, hours }) => ({ name: widgetName(widget), enabled, hours }));
  const called = calledAcross(places, now, localTimeZone());
  const { heading, text } = user?.enabled === false ? disabledUser : inWords(called);
  const isOpen = called.kind === 'now' && user?.enabled !== false;
  if (isReading || widgets.some(({ hours, error }) => !hours && !error)) {
    return (
      <div role="status" aria-label="Loading your hours">
        <NowSkeleton />
      </div>
    );
  }
  return (
    <section className={classes.now} data-open={isOpen} aria-label="Now">
      <div role="status">
        <p className={classes.state}>{heading}</p>
        <p>{text}</p>
      </div>
      {user?.tel && <p className="dim">Your calls ring at {user.tel_formatted || user.tel}.</p>}
    </section>
  );
}

const disabledUser = {
  heading: 'You are not called',
  text: 'Your user is disabled in CallPage, whatever the switches below say. An operator can enable it on the Users page.',
};

function inWords(called: Called): { heading: string; text: string } {
  if (called.kind === 'now') return { heading: 'You are called now', text: `For ${widgetsOf(called)}.` };
  if (called.kind === 'unknown') {
    return { heading: 'Not known now', text: `The hours for ${list.format(called.names)} could not be read.` };
  }
  const heading = 'You are not called now';
  if (called.kind === 'next') return { heading, text: `Next called ${called.when}, for ${widgetsOf(called)}.` };
  if (called.kind === 'off') {
    return { heading, text: 'You are switched off for every widget. Switch one on to be called.' };
  }
  return { heading, text: 'There are no hours in which you are called. Edit your hours to be called.' };
}

const widgetsOf = ({ names, all }: { names: string[]; all: boolean }) =>
  all && names.length > 1 ? 'all your widgets' : list.format(names);

const list = new Intl.ListFormat('en', { type: 'conjunction' });
