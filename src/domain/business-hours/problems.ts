import { isTimeZone } from '#src/domain/time-zones.ts';
import { editRange, removeRange } from './edit.ts';
import { dayMinutes } from './rule.ts';
import { formatTime, parseTime } from './typed-time.ts';
import { cameBackwards, type Piece, piecesOf, type TypedRange, type Week, weekdays } from './week.ts';

export interface RangeProblem {
  day: number;
  /** of the range within its day */
  index: number;
  field: 'start' | 'end' | 'range';
  /** what is wrong and what to do */
  text: string;
  /** one click: what it says and the week it makes */
  fix?: { label: string; week: Week };
}

/** What stands in the way of saving, one problem a range. Days that are off are not asked. */
export function problemsOf(week: Week): RangeProblem[] {
  const placed = placesOf(week);
  return placed.flatMap((place) => ownProblem(week, place) ?? overlapProblem(week, place, placed) ?? []);
}

/** Zones among the ranges that no clock knows, each once; rules in them are never open. */
export function unknownZonesOf(week: Week): string[] {
  const ranges = week.days.flatMap((day) => (day.on ? day.ranges : []));
  const zones = new Set(ranges.map((range) => week.timeZone ?? range.timeZone));
  return [...zones].filter((zone) => !isTimeZone(zone));
}

interface Place {
  day: number;
  index: number;
  range: TypedRange;
  pieces: Piece[];
}

function placesOf(week: Week): Place[] {
  return week.days.flatMap(({ on, ranges }, day) =>
    on ? ranges.map((range, index) => ({ day, index, range, pieces: piecesOf(week, day, range) ?? [] })) : [],
  );
}

function ownProblem(week: Week, place: Place): RangeProblem | undefined {
  const { day, index, range } = place;
  const start = parseTime(range.start, 'start');
  const end = parseTime(range.end, 'end');
  if (start === null) return { day, index, field: 'start', text: startProblem(range.start) };
  if (end === null) return { day, index, field: 'end', text: 'Type an end such as 17, 17:30, 5pm or 24:00.' };
  if (start === end) {
    const fix = { label: 'Use the whole day', week: editRange(week, day, index, { start: '00:00', end: '24:00' }) };
    return { day, index, field: 'end', text: 'The end is the same as the start. Type a later end.', fix };
  }
  if (cameBackwards(week, day, range)) return backwards(week, place);
  return undefined;
}

function startProblem(start: string): string {
  return parseTime(start, 'end') === dayMinutes
    ? 'A range cannot start at the end of a day. Start it on the next day at 00:00.'
    : 'Type a start such as 9, 9:30 or 5pm.';
}

/** As one rule it never opens, and only the person knows whether a night was meant. */
function backwards(week: Week, { day, index, pieces }: Place): RangeProblem {
  return {
    day,
    index,
    field: 'range',
    text: 'This range came with its end before its start, so it never opens. Make it overnight or change a time.',
    fix: {
      label: pieces.length > 1 ? `End it on ${weekdays[(day + 1) % 7]}` : 'End it at 24:00',
      week: editRange(week, day, index, { from: [] }),
    },
  };
}

/** Of two ranges that overlap, the one that starts later has the problem. */
function overlapProblem(week: Week, place: Place, places: readonly Place[]): RangeProblem | undefined {
  const head = place.pieces[0];
  if (head === undefined) return undefined;
  for (const other of places) {
    const hit = other.pieces.find(
      (piece, order) => overlaps(piece, head) && isEarlier(other, piece, order, place, head),
    );
    if (hit === undefined) continue;
    const { day, index } = place;
    const text = `Overlaps ${timesText(other)}. Ranges of one day must not overlap.`;
    return { day, index, field: 'range', text, fix: makeRoom(week, place, head, hit) };
  }
  return undefined;
}

function overlaps(a: Piece, b: Piece): boolean {
  return a.day === b.day && a.timeZone === b.timeZone && a.start < b.end && b.start < a.end;
}

function isEarlier(other: Place, piece: Piece, order: number, place: Place, head: Piece): boolean {
  if (other === place) return false;
  if (piece.start !== head.start) return piece.start < head.start;
  return order > 0 || other.index < place.index;
}

/** The range starts where the other ends, or goes where nothing of it is left. */
function makeRoom(week: Week, { day, index }: Place, head: Piece, hit: Piece) {
  const start = formatTime(hit.end);
  return hit.end < head.end
    ? { label: `Start it at ${start}`, week: editRange(week, day, index, { start }) }
    : { label: 'Remove this range', week: removeRange(week, day, index) };
}

function timesText({ day, range }: Place): string {
  const end = parseTime(range.end, 'end') ?? dayMinutes;
  const start = parseTime(range.start, 'start') ?? 0;
  return `${weekdays[day]}’s ${formatTime(start)}–${formatTime(end)}`;
}
