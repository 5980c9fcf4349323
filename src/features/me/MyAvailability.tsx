import { useQuery } from '@tanstack/react-query';
import { userQueries } from '#src/features/users/queries.ts';
import { readEveryMinute, useNow } from '#src/lib/use-now.ts';
import { LoadError } from '#src/ui/LoadError.tsx';
import { Message } from '#src/ui/Message.tsx';
import { CalledNow } from './CalledNow.tsx';
import { MeSkeleton } from './MeSkeleton.tsx';
import classes from './me.module.css';
import { useMyWidgets } from './queries.ts';
import { WidgetCard } from './WidgetCard.tsx';

export function MyAvailability({ userId }: { userId: number }) {
  const { widgets, reading, error, retrying, retry } = useMyWidgets(userId);
  const now = useNow();
  const isEmpty = widgets.length === 0;
  const { data: user, isPending } = useQuery({ ...userQueries.detail(userId), ...readEveryMinute, enabled: !isEmpty });
  if (isEmpty && reading) return <MeSkeleton />;
  return (
    <div className={classes.page}>
      {error && (
        <LoadError
          what="Your widgets"
          error={error}
          shown={isEmpty ? undefined : 'Widgets may be missing or out of date.'}
          retrying={retrying}
          onRetry={retry}
        />
      )}
      {isEmpty && !error && (
        <Message
          heading="You are not assigned to a widget yet"
          text="Calls come from the widgets that you are a manager of. Once an operator has assigned you to one, you switch it on and off here."
        />
      )}
      {!isEmpty && (
        <>
          <CalledNow user={user} isReading={isPending} widgets={widgets} now={now} />
          {/* Safari takes the list out of what it reads aloud where the bullets are styled away. */}
          {/* biome-ignore lint/a11y/noRedundantRoles: for Safari */}
          <ul role="list" className={classes.widgets} aria-label="My widgets">
            {widgets.map((mine) => (
              <WidgetCard
                key={mine.assignment.id}
                userId={userId}
                userEnabled={user?.enabled !== false}
                mine={mine}
                now={now}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
