import { type BusinessTime, dayMinutes, rangeOf } from '#src/domain/business-hours/rule.ts';
import { mondayFirst, weekdays } from '#src/domain/business-hours/week.ts';
import { hoursInWords } from '#src/domain/business-hours/words.ts';
import classes from './hours.module.css';

interface WeekPictureProps {
  rules: readonly BusinessTime[];
  /** What the clock of the hours' zone shows; left out where they are in several. */
  now?: { day: number; minute: number } | undefined;
}

const percent = (minutes: number) => `${(100 * minutes) / dayMinutes}%`;

/** A week of hours as bars, with the same in words below. */
export function WeekPicture({ rules, now }: WeekPictureProps) {
  return (
    <figure className={classes.picture}>
      <div aria-hidden className={classes.bars}>
        {mondayFirst.map((day) => (
          <div key={day} className={classes.bar} data-today={now?.day === day || undefined}>
            <span>{weekdays[day]?.slice(0, 3)}</span>
            <div className={classes.track}>
              {piecesOf(rules, day).map(({ start, end }) => (
                <i
                  key={`${start}-${end}`}
                  className={classes.piece}
                  style={{ left: percent(start), width: percent(end - start) }}
                />
              ))}
              {now?.day === day && <i className={classes.now} style={{ left: percent(now.minute) }} />}
            </div>
          </div>
        ))}
        <div className={classes.axis}>
          {[0, 6, 12, 18, 24].map((hour) => (
            <span key={hour} style={{ left: percent(hour * 60) }}>
              {hour}
            </span>
          ))}
        </div>
      </div>
      <figcaption>{hoursInWords(rules)}</figcaption>
    </figure>
  );
}

function piecesOf(rules: readonly BusinessTime[], day: number) {
  const ranges = rules.flatMap((rule) => rangeOf(rule) ?? []).filter((range) => range.day === day);
  return ranges.filter((one, index) => ranges.findIndex((o) => o.start === one.start && o.end === one.end) === index);
}
