import { IconCalendarClock, IconHelpCircle, IconPhoneCall, IconPhoneOff } from '@tabler/icons-react';
import type { Widget } from '#src/api/wire/widgets.ts';
import type { Forecast as ForecastKind } from '#src/domain/availability.ts';
import { momentInWords } from '#src/domain/moment-words.ts';
import { cityOf } from '#src/domain/time-zones.ts';
import { localTimeZone } from '#src/lib/days.ts';
import { useNow } from '#src/lib/use-now.ts';
import classes from './Forecast.module.css';
import { forecastOf } from './forecast-of.ts';
import { readTaker } from './intent.ts';

const nobody: ReadonlySet<number> = new Set();

const icons = { now: IconPhoneCall, scheduled: IconCalendarClock, refused: IconPhoneOff, unknown: IconHelpCircle };

interface ForecastProps {
  widget: Widget;
  /** Ids of the users who are disabled as such; undefined where they could not be read. */
  disabled: ReadonlySet<number> | undefined;
  taker: string;
}

/** What will happen when the call is asked for now. It comes with the time-zone library, so on its own. */
export default function Forecast({ widget, disabled, taker }: ForecastProps) {
  const now = useNow();
  const forecast = forecastOf(widget, disabled ?? nobody, taker, now);
  const Icon = icons[forecast.kind];
  return (
    <div className={classes.forecast} data-kind={forecast.kind}>
      <Icon aria-hidden size={20} stroke={1.6} />
      <div role="status" aria-label="What will happen">
        <p>{inWords(forecast, now)}</p>
        {forecast.kind === 'refused' && readTaker(taker).kind === 'manager' && (
          <p className="dim">
            A manager who is chosen is called now or not at all. Choose “Anybody who is available” to have the call
            scheduled instead.
          </p>
        )}
        {!disabled && <p className="dim">Whether somebody is disabled as a user could not be read.</p>}
        {!widget.enabled && (
          <p className="dim">
            This widget is disabled: visitors do not see its button. Your call goes through all the same.
          </p>
        )}
      </div>
    </div>
  );
}

function inWords(forecast: ForecastKind, now: number): string {
  if (forecast.kind === 'refused') return `CallPage will refuse this call. ${forecast.why}`;
  const names = namesOf(forecast.names);
  if (forecast.kind === 'unknown') {
    return `What will happen is not known: CallPage did not tell the hours of ${names}.`;
  }
  if (forecast.kind === 'now') {
    return `${names} ${forecast.names.length > 1 ? 'are' : 'is'} available: the call is placed now.`;
  }
  const zone = localTimeZone();
  const when = `${momentInWords(forecast.at, now, zone)}, ${cityOf(zone)} time`;
  return `Nobody is available now. The call will be scheduled for ${when}, when ${names} can take it.`;
}

/** `Anna, Piotr and 3 others`. */
function namesOf(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} others`] : names;
  return new Intl.ListFormat('en').format(shown);
}
