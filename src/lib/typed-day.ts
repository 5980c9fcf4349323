import { firstDay, isDay, lastDay } from './days.ts';

type Part = 'day' | 'month' | 'year';

/** How a day is written in a locale. */
export interface DayFormat {
  order: readonly Part[];
  /** `dd/mm/yyyy`: what a field for a day asks for. */
  hint: string;
  /** `26/11/2026` of `2026-11-26`. */
  format: (day: string) => string;
}

/** How days are written in a locale (BCP 47); the runtime's own where none is given. Always by our calendar and digits. */
export function dayFormatOf(locale?: string): DayFormat {
  const style = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' } as const;
  const formatter = new Intl.DateTimeFormat(locale, { ...style, calendar: 'gregory', numberingSystem: 'latn' });
  const parts = formatter.formatToParts(0).filter(({ type }) => type in hints || type === 'literal');
  // What stands before the first part or after the last one (`г.`) says nothing, and nor do marks of direction.
  const [first, last] = [parts.findIndex(isPart), parts.findLastIndex(isPart)];
  const written = parts
    .slice(first, last + 1)
    .map(({ type, value }) => ({ type, value: value.replace(/\p{Cf}/gu, '') }));
  const order = written.map(({ type }) => type).filter(isPartName);
  const fill = (values: Readonly<Record<Part, string>>) =>
    written.map(({ type, value }) => (isPartName(type) ? values[type] : value)).join('');
  const format = (day: string) => {
    const [year = '', month = '', date = ''] = day.split('-');
    return fill({ year, month, day: date });
  };
  return { order, hint: fill(hints), format };
}

const hints: Readonly<Record<Part, string>> = { day: 'dd', month: 'mm', year: 'yyyy' };
const isPartName = (type: string): type is Part => type in hints;
const isPart = ({ type }: { type: string }) => isPartName(type);

interface TypedDay {
  /** `YYYY-MM-DD`, or empty where nothing was typed. */
  day: string;
  /** Nothing is left to be typed: a year of four digits, and a day of two after it. */
  whole: boolean;
}

/**
 * Reads a day as a person types it: in the order of the locale, with any signs between or none (`26112026`), or year
 * first with a year of four digits. A year of two digits is one of this century.
 * @returns the day, or what is wrong with the text, in a sentence
 */
export function readDay(text: string, { order, hint }: Pick<DayFormat, 'order' | 'hint'>): TypedDay | string {
  const typed = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (typed === '') return { day: '', whole: true };
  const parts = partsOf(typed, order);
  if (parts === undefined) return `Type the day as ${hint}.`;
  const { year, month, day } = parts;
  const read = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDay(read)) {
    const isOutside = read < firstDay || read > lastDay;
    return isOutside ? `Type a year from ${firstDay.slice(0, 4)} to ${lastDay.slice(0, 4)}.` : 'There is no such day.';
  }
  return { day: read, whole: year.length === 4 && /\d{2}\D*$/.test(typed) };
}

/** The digits of each part; undefined where they cannot be told apart. */
function partsOf(typed: string, order: readonly Part[]): Record<Part, string> | undefined {
  if (/^\d{8}$/.test(typed)) {
    const [a = 'day', b = 'month'] = order;
    const [one, two] = [hints[a].length, hints[a].length + hints[b].length];
    return named(order, [typed.slice(0, one), typed.slice(one, two), typed.slice(two)]);
  }
  if (!/^\d+(?:[\s./,-]+\d+){2}[\s./,-]*$/.test(typed)) return undefined;
  const groups = typed.split(/\D+/).filter(Boolean);
  const isYearFirst = groups[0]?.length === 4;
  // In a locale that writes the year first nobody knows which of two numbers before a year is the month.
  if (!isYearFirst && order[0] === 'year' && groups[2]?.length === 4) return undefined;
  const parts = named(isYearFirst ? ['year', 'month', 'day'] : order, groups);
  const fits = [2, 4].includes(parts.year.length) && parts.month.length <= 2 && parts.day.length <= 2;
  return fits ? parts : undefined;
}

function named(order: readonly Part[], values: readonly string[]): Record<Part, string> {
  const of = (part: Part) => values[order.indexOf(part)] ?? '';
  return { day: of('day'), month: of('month'), year: of('year') };
}
