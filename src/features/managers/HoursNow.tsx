import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Assignment } from '#src/api/wire/managers.ts';
import { availabilityAt } from '#src/domain/business-hours/availability.ts';
import { minuteOfDay, weekday, zonedAt } from '#src/domain/business-hours/clock.ts';
import { isChanged, isHalfTyped, rulesOf } from '#src/domain/business-hours/save.ts';
import { formatTime } from '#src/domain/business-hours/typed-time.ts';
import { commonZone, type Week, weekdays } from '#src/domain/business-hours/week.ts';
import { cityOf } from '#src/domain/time-zones.ts';
import { userQueries } from '#src/features/users/queries.ts';
import { localTimeZone } from '#src/lib/days.ts';
import { readEveryMinute, useNow } from '#src/lib/use-now.ts';
import { WeekPicture } from '#src/ui/hours/WeekPicture.tsx';
import classes from './HoursPage.module.css';
import { useAssignmentIntent } from './queries.ts';

interface HoursNowProps {
  week: Week;
  widgetId: number;
  assignment: Assignment;
}

/** Whether the person is called now, why not and when next, by the hours as they stand in the editor. */
export function HoursNow({ week, widgetId, assignment }: HoursNowProps) {
  const now = useNow();
  const enabled = useAssignmentIntent(widgetId, assignment);
  const userEnabled =
    useQuery({ ...userQueries.detail(assignment.user_id), ...readEveryMinute }).data?.enabled !== false;
  const isOn = enabled && userEnabled;
  const rules = useMemo(() => rulesOf(week), [week]);
  const { open, why, next, nextInWords } = useMemo(
    () => availabilityAt(rules, { enabled, userEnabled }, now, localTimeZone()),
    [rules, enabled, userEnabled, now],
  );
  const zone = commonZone(rules);
  const clock = zone === null ? undefined : zonedAt(now, zone);
  return (
    <aside className={classes.aside} aria-label="Availability">
      <p role="status" className={classes.state} data-open={open}>
        {open ? 'Called now' : 'Not called now'}
      </p>
      {why && <p>{why}</p>}
      {open && zone !== null && clock && (
        <p>
          It is {formatTime(minuteOfDay(clock))} on {weekdays[weekday(clock)]} in {cityOf(zone)}.
        </p>
      )}
      {nextInWords && (
        <p>
          {isOn ? 'Next called' : 'Once enabled, called from'} {nextInWords}.
        </p>
      )}
      {next === now && !isOn && <p>These hours are running: once enabled, called at once.</p>}
      {next === null && <p>No hours are left in which this person is ever called.</p>}
      {isHalfTyped(week) && (
        <p className={classes.unsaved}>A range that cannot be read is not counted here as it was typed.</p>
      )}
      {isChanged(week) && <p className={classes.unsaved}>This is with your changes, which are not saved yet.</p>}
      <WeekPicture rules={rules} now={clock && { day: weekday(clock), minute: minuteOfDay(clock) }} />
    </aside>
  );
}
