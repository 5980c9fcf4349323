/** What a text holds that may be a number, before anybody knows of countries. */
export type Scan =
  /** The one number, in Latin digits; `found`: other text stands around it. */
  | { kind: 'number'; text: string; found: boolean }
  /** `numbers` is what may be numbers in it. */
  | { kind: 'refused'; problem: string; numbers: readonly string[] };

/**
 * Looks for the one number in a text: a number alone, a `tel:` link, a number within words. Never joins what stands
 * apart: where a date, an extension or another number is beside it, it says so instead.
 */
export function scan(typed: string): Scan {
  const text = latin(typed).trim();
  if (text === '') return refused('Enter a phone number.');
  if (/^tel:\s*[+\d%(]/i.test(text)) return scanLink(text.slice(4));
  const [date] = dates.exec(text) ?? [];
  if (date !== undefined) {
    const rest = runsOf(text.replace(date, '\n'));
    if (rest.length > 0)
      return refused(`What looks like a date or a time, “${date}”, stands beside the number. Leave it out.`, rest);
  }
  const runs = runsOf(text);
  const [run] = runs;
  if (run === undefined) return refused('This is not a phone number. Enter one such as +48 601 234 567.');
  if (extension.test(text)) return refused('An extension cannot be dialled. Enter the number without it.', [run]);
  if (/\p{L}\p{M}*-?\d|\d-?\p{L}/u.test(text))
    return refused('Letters stand within the number. Write it in digits, such as +48 601 234 567.');
  if (runs.length > 1) return refused(`More than one number: “${run}” and “${runs[1]}”. Keep one.`, runs);
  return { kind: 'number', text: run, found: text.replace(/[.,;:]+$/, '') !== run };
}

/** A place where a number may end although more digits follow, as in `030 123456 / 654321` or `601 234 567 (12)`. */
export interface Seam {
  head: string;
  tail: string;
  /** An area code comes before a slash, a dash or a wide space; before a bracket a whole number. */
  isBracket: boolean;
}

/** Only who knows the countries can tell which of them end one. */
export function seamsOf(number: string): Seam[] {
  const breaks = number.matchAll(/\s*\/\s*|\s+\p{Pd}+\s+|\s{2,}|\s*[([](?!\s*0\s*[)\]])/gu);
  return [...breaks]
    .map(({ index, 0: mark }) => ({
      head: number.slice(0, index),
      tail: number.slice(index + mark.length),
      isBracket: /[([]$/.test(mark),
    }))
    .filter(({ head, tail }) => /\d/.test(head) && /\d/.test(tail));
}

/** The text with the digits of every script as 0–9, and the wide forms of what is between them as the plain ones. */
function latin(text: string): string {
  return (
    text
      .replace(/\p{Cf}/gu, '')
      .replace(/\p{Nd}/gu, (digit) => String(worthOf(digit)))
      // Not of raised or circled digits: a footnote's ² is no digit of the number.
      .replace(/[^\p{No}\p{So}]+/gu, (part) => part.normalize('NFKC'))
      .replace(/[^\S\r\n\t]/g, ' ')
  );
}

/** The digits of a script follow each other from 0 to 9. */
function worthOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}

/** By RFC 3966: `+48-601-234-567`, `601-234-567;phone-context=+48`. */
function scanLink(link: string): Scan {
  const [number = '', ...parameters] = decoded(link).split(';');
  const [context, ...others] = parameters.filter((parameter) => parameter !== '');
  if (parameters.some((parameter) => /^ext=/i.test(parameter)))
    return refused('An extension cannot be dialled. Enter the number without it.', [number]);
  if (context === undefined) return scan(number);
  const [, code] = /^phone-context=(\+[\d().-]+)$/i.exec(context) ?? [];
  if (code === undefined || others.length > 0 || number.startsWith('+'))
    return refused(`The link’s “;${parameters.join(';')}” cannot be dialled. Enter the number alone.`, [number]);
  return { kind: 'number', text: `${code} ${number}`, found: true };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Digits, and what people put between them; a plus begins another number. */
function runsOf(text: string): string[] {
  const runs = text.match(/[([ ]*\+?[\d ()[\]./\p{Pd}]+/gu) ?? [];
  return runs
    .filter((run) => /\d/.test(run))
    .map((run) => run.replace(/^[^\d+([]+/u, '').replace(/(?<=\d[)\]]?)[^\d)\]]+$/u, ''));
}

/** `26.11.2026`, `2026-11-26`, `26/11`, `14:30`, standing apart. With two digits and dashes it is the middle of many a number. */
const dates = (() => {
  const day = '(?:0?[1-9]|[12]\\d|3[01])';
  const month = '(?:0?[1-9]|1[0-2])';
  const year = '(?:19|20)\\d\\d';
  const dated = [
    `${year}([./-])${month}\\1${day}`,
    `${day}-${month}-${year}|${month}-${day}-${year}`,
    `${day}([./])${month}\\2(?:${year}|\\d\\d)|${month}/${day}/(?:${year}|\\d\\d)`,
    `${day}\\.${month}\\.|${day}/${month}`,
    '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?',
  ];
  return new RegExp(`(?<![\\d+./:-])(?:${dated.join('|')})(?![\\d:]|[./-]\\d)`);
})();

const extension =
  /\d[\s,;.(]*(?:ext(?:ension)?|extn|x|wewn?(?:ętrzny)?|w|доб(?:авочный)?|int(?:erno|erne)?|poste|anexo|ramal|dw|durchwahl|linka|#)[\s.:=#]*\d/iu;

function refused(problem: string, numbers: readonly string[] = []): Scan {
  return { kind: 'refused', problem, numbers };
}
