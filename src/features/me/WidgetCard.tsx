import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { hoursAndZoneInWords } from '#src/domain/business-hours/words.ts';
import { widgetName } from '#src/domain/widget-name.ts';
import { useAssignmentSwitch } from '#src/features/managers/queries.ts';
import { localTimeZone } from '#src/lib/days.ts';
import { BusyButton } from '#src/ui/BusyButton.tsx';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import { Switch } from '#src/ui/Switch.tsx';
import { calledInWords } from './called.ts';
import classes from './me.module.css';
import type { MyWidget } from './queries.ts';

interface WidgetCardProps {
  userId: number;
  userEnabled: boolean;
  mine: MyWidget;
  now: number;
}

export function WidgetCard({ userId, userEnabled, mine, now }: WidgetCardProps) {
  const { widget, assignment, hours } = mine;
  const { enabled, setEnabled } = useAssignmentSwitch(widget, assignment);
  const name = widgetName(widget);
  const called = hours && calledInWords({ enabled, userEnabled, hours }, now, localTimeZone());
  const id = `widget-${widget.id}`;
  return (
    <li className={classes.widget}>
      <div className={classes.head}>
        <h2>
          <label htmlFor={id}>{name}</label>
        </h2>
        <Switch
          id={id}
          size="large"
          aria-describedby={`${id}-state`}
          checked={enabled}
          onChange={({ currentTarget }) => setEnabled(currentTarget.checked)}
        />
      </div>
      <p id={`${id}-state`} className={classes.called} data-open={called?.open}>
        {called ? `${called.text}.` : <HoursOnTheirWay mine={mine} />}
      </p>
      {!widget.enabled && <p>The widget itself is switched off: nobody can ask for a call on its site.</p>}
      {!mine.error && <p className="dim">{hours ? hoursAndZoneInWords(hours) : <Skeleton width="10rem" />}</p>}
      <Button
        component={Link}
        to={paths.managerHours(widget.id, userId)}
        state={{ from: paths.me() }}
        variant="default"
        aria-label={`Edit my hours for ${name}`}
        className={classes.edit ?? ''}
      >
        Edit my hours
      </Button>
    </li>
  );
}

function HoursOnTheirWay({ mine: { error, reading, read } }: { mine: MyWidget }) {
  if (!error) return <Skeleton width="14rem" />;
  return (
    <span className={classes.failed}>
      Your hours could not be read. {error.message}
      <BusyButton variant="default" size="compact-sm" loading={reading} onClick={read}>
        Try again
      </BusyButton>
    </span>
  );
}
