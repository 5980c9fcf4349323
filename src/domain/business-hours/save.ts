import { type BusinessTime, wireMinutes, zoneOf } from './rule.ts';
import { formatTime } from './typed-time.ts';
import { blankRule, commonZone, isAsItCame, type Piece, piecesOf, type TypedRange, type Week } from './week.ts';

/**
 * The week as the rules to send. What was not edited is the very rule that came (its seconds, its unknown keys), in
 * its place; an edited range changes its own rule, a new one takes over a rule that its day has to spare, and a day
 * that loses all its ranges is sent as off. Call it when `problemsOf` finds nothing: a range that cannot be read is
 * sent as it came.
 */
export function rulesOf(week: Week): BusinessTime[] {
  const wanted = week.days.flatMap((day, number) =>
    day.on ? day.ranges.flatMap((range) => wantedOf(week, number, range)) : [],
  );
  const placed = new Map<number, BusinessTime>();
  for (const { index, piece } of wanted) {
    const rule = index === undefined ? undefined : week.rules[index];
    if (index !== undefined && rule !== undefined) placed.set(index, revise(rule, piece));
  }
  const added: BusinessTime[] = [];
  for (const { index, piece } of wanted) {
    if (index !== undefined || piece === null) continue;
    const spare = week.rules.findIndex((rule, other) => rule.day_of_week === piece.day && !placed.has(other));
    const revised = revise(week.rules[spare] ?? { ...blankRule, timezone: piece.timeZone }, piece);
    if (spare < 0) added.push(revised);
    else placed.set(spare, revised);
  }
  return [...withRest(week, placed, added), ...added];
}

/** Whether there is something to save: the rules would differ, or a time was typed that cannot be read yet. */
export function isChanged(week: Week): boolean {
  return isHalfTyped(week) || JSON.stringify(rulesOf(week)) !== JSON.stringify(week.rules);
}

/** Whether a time was typed that cannot be read yet. Its range is then left out, or counts as it came. */
export function isHalfTyped(week: Week): boolean {
  return week.days.some((day, number) => day.on && day.ranges.some((range) => isUnread(week, number, range)));
}

function isUnread(week: Week, day: number, range: TypedRange): boolean {
  return piecesOf(week, day, range) === null && !isAsItCame(week, day, range);
}

interface Wanted {
  /** the rule that stands for the piece; undefined for a new one */
  index: number | undefined;
  /** null: the rule as it came */
  piece: Piece | null;
}

function wantedOf(week: Week, day: number, range: TypedRange): Wanted[] {
  const pieces = isAsItCame(week, day, range) ? null : piecesOf(week, day, range);
  if (pieces === null) return range.from.map((index) => ({ index, piece: null }));
  return pieces.map((piece, order) => ({ index: range.from[order], piece }));
}

function revise(rule: BusinessTime, piece: Piece | null): BusinessTime {
  if (piece === null) return rule;
  return {
    ...rule,
    day_of_week: piece.day,
    enabled: true,
    start_time: keepText(rule.start_time, piece.start, Math.floor),
    end_time: keepText(rule.end_time, piece.end, Math.ceil),
    timezone: zoneOf(rule) === piece.timeZone ? rule.timezone : piece.timeZone,
  };
}

/** Seconds that came stay where their minute was not edited. */
function keepText(text: string | null, minutes: number, round: (minutes: number) => number): string {
  const read = wireMinutes(text);
  return text !== null && read !== null && round(read) === minutes ? text : formatTime(minutes);
}

/**
 * The rules in their places. Those that no range stands for stay as they are where they were off; where they were on,
 * their range was removed or its day switched off: the first keeps the day as off, unless another rule holds it.
 */
function withRest(week: Week, placed: Map<number, BusinessTime>, added: BusinessTime[]): BusinessTime[] {
  const { rules, timeZone } = week;
  const rezone = (rule: BusinessTime) =>
    timeZone === null || timeZone === commonZone(rules) ? rule : { ...rule, timezone: timeZone };
  const off = rules.filter((rule, index) => !placed.has(index) && !rule.enabled);
  const held = new Set([...placed.values(), ...added, ...off].map((rule) => rule.day_of_week));
  return rules.flatMap((rule, index) => {
    const place = placed.get(index);
    if (place !== undefined) return [place];
    if (week.days[rule.day_of_week] === undefined) return [rule];
    if (!rule.enabled) return [rezone(rule)];
    if (held.has(rule.day_of_week)) return [];
    held.add(rule.day_of_week);
    return [rezone({ ...rule, enabled: false, start_time: null, end_time: null })];
  });
}
