/** A widget as the measured apps show it. */
export interface Row {
  id: number;
  url: string;
  description: string;
  enabled: boolean;
  locale_code: string;
  /** How many. */
  managers: number;
}

const words = [
  'amber',
  'birch',
  'cedar',
  'delta',
  'ember',
  'flint',
  'grove',
  'heron',
  'indigo',
  'jasper',
  'kestrel',
  'lumen',
  'maple',
  'north',
] as const;
const locales = ['en', 'de', 'fr', 'pl', 'es', 'it', 'hu', 'pt'] as const;

/**
 * The same rows for every app. The letter q, which the instrument searches for, occurs in every tenth row (7, 17, 27…)
 * and in no other, so that the first row shown changes with the first keystroke.
 */
export function rows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const id = index + 1;
    const word = id % 10 === 7 ? 'quartz' : at(words, id);
    return {
      id,
      url: `https://site-${String(id).padStart(5, '0')}.example.com/${word}`,
      description: `${word} ${at(words, id * 7)} ${at(words, id * 3)} widget ${id}`,
      enabled: id % 3 !== 0,
      locale_code: at(locales, id),
      managers: (id * 13) % 9,
    };
  });
}

function at(list: readonly [string, ...string[]], index: number): string {
  return list[index % list.length] ?? list[0];
}
