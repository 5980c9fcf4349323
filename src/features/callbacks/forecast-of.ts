import type { Assignment } from '#src/api/wire/managers.ts';
import type { Widget } from '#src/api/wire/widgets.ts';
import { type CallTaker, type Forecast, forecastCallNow, forecastCallOrSchedule } from '#src/domain/availability.ts';
import { assignmentName } from '#src/domain/user-name.ts';
import { readTaker } from './intent.ts';

/**
 * What will come of a call that is asked for now (epoch milliseconds), by who was chosen to take it.
 * @param disabled ids of the users who are disabled as such
 */
export function forecastOf(
  { managers }: Pick<Widget, 'managers'>,
  disabled: ReadonlySet<number>,
  taker: string,
  now: number,
): Forecast {
  const callTaker = (manager: Assignment): CallTaker => ({
    name: assignmentName(manager),
    enabled: manager.enabled,
    userEnabled: !disabled.has(manager.user_id),
    hours: manager.business_times,
  });
  const { kind, id } = readTaker(taker);
  if (kind === 'manager') {
    const manager = managers.find((one) => one.id === id);
    if (manager) return forecastCallNow(callTaker(manager), now);
    return { kind: 'refused', why: 'This manager is no longer on the widget.' };
  }
  const asked = kind === 'anybody' ? managers : managers.filter((one) => isMember(one, id));
  return forecastCallOrSchedule(asked.map(callTaker), now);
}

const isMember = ({ departments = [] }: Assignment, id: number) => departments.some((one) => one.id === id);
