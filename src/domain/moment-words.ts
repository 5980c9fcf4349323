/**
 * When a moment is, as a person would say it at `now`, by the clock of the zone: `today at 14:00`, `tomorrow at 09:00`,
 * `Monday at 09:00` within the week, else `Mon 7 Dec at 09:00`, with the year where it is another. Both are epoch
 * milliseconds. Throws a RangeError for a zone that is not known.
 */
export function momentInWords(instant: number, now: number, timeZone: string): string {
  const at = partsAt(instant, timeZone);
  return `${dayInWords(at, partsAt(now, timeZone))} at ${at.hour}:${at.minute}`;
}

type Parts = Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute', string> & { dayNumber: number };

function dayInWords(at: Parts, now: Parts): string {
  const days = at.dayNumber - now.dayNumber;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days > 1 && days < 7) return at.weekday;
  const date = `${at.weekday.slice(0, 3)} ${at.day} ${at.month}`;
  return at.year === now.year ? date : `${date} ${at.year}`;
}

function partsAt(instant: number, timeZone: string): Parts {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const found = new Map(format.formatToParts(instant).map((part) => [part.type, part.value]));
  const read = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  return {
    weekday: read('weekday'),
    day: read('day'),
    month: read('month'),
    year: read('year'),
    hour: read('hour'),
    minute: read('minute'),
    dayNumber: Date.parse(`${read('day')} ${read('month')} ${read('year')} UTC`) / 86_400_000,
  };
}
