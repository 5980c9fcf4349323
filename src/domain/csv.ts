/** A number is written as one; text is guarded, whatever it looks like. */
export type CsvValue = string | number | boolean;

/** What stands between two cells: a spreadsheet takes `;` where the comma is the decimal sign. */
export const csvSeparators = [',', ';'] as const;
export type CsvSeparator = (typeof csvSeparators)[number];

export interface CsvOptions {
  separator: CsvSeparator;
  /** What the file leaves out, as its last line, since a file goes on without the page that it came from. */
  note?: string | undefined;
}

/** The separator of a locale (BCP 47); the runtime's own where none is given. */
export function csvSeparatorOf(locale?: string): CsvSeparator {
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  return decimal === '.' ? ',' : ';';
}

/**
 * A CSV file for spreadsheets: RFC 4180 with a byte order mark, by which they read it as UTF-8. Nothing in it is taken
 * for a formula there.
 */
export function csvOf(
  columns: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
  { separator, note }: CsvOptions,
): string {
  const lines = [columns, ...rows].map((row) => row.map((value) => cell(value, separator)).join(separator));
  if (note !== undefined) lines.push(cell(note, separator));
  return `\uFEFF${lines.join('\r\n')}`;
}

function cell(value: CsvValue, separator: CsvSeparator): string {
  if (typeof value === 'number') return separator === ';' ? String(value).replace('.', ',') : String(value);
  const text = guarded(String(value));
  // Also for the separator of others: the file may be opened under another locale than the one it was made for.
  return /[",;\t\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What a spreadsheet passes over before it decides whether a cell is a formula: white space, controls, and what is not
 * seen at all (zero-width signs, joiners, the byte order mark, fillers).
 */
const unseen = String.raw`[\s\p{Z}\p{C}\p{DI}\u2800]`;
/** The signs that begin a formula, the wide and small ones of East Asian keyboards too. */
const sign = '[=+\\-@＝＋－＠﹦﹢﹣﹫−]';
const formula = new RegExp(`^(?=${unseen}*${sign})`, 'u');
/** Of a cell of several lines each line, since a reader that does not heed the quotes takes it for a row. */
const formulaInLine = new RegExp(`^(?=(?:(?![\\n\\r\\u2028\\u2029])${unseen})*${sign})`, 'gmu');

/**
 * The text with an apostrophe before whatever a spreadsheet would run, which says there that it is text. Telephone
 * numbers get one too: `+48…` would be worked out, and lose its plus.
 */
const guarded = (text: string): string => text.replace(formula, "'").replace(formulaInLine, "'");
