import { SegmentedMessage } from 'sms-segments-calculator';

export interface SmsFigures {
  /** of `limits.sms`, counted as a person counts them: an emoji is one */
  characters: number;
  /** how many messages the operator bills */
  segments: number;
  /** `UCS-2` holds 70 characters in one message (67 in each of several), `GSM-7` 160 (153) */
  encoding: 'GSM-7' | 'UCS-2';
  /** what forces UCS-2; empty in GSM-7 */
  forcing: ForcingCharacter[];
}

export interface ForcingCharacter {
  text: string;
  /** where it begins, in UTF-16 units, as selections in a text field count */
  position: number;
  /** the same in GSM-7, which may be empty for an invisible character; null where there is none, as for an emoji */
  replacement: string | null;
}

/** Counts a text as it will be sent: with its variables filled in, since their values may force UCS-2 too. */
export function smsFigures(text: string): SmsFigures {
  const message = new SegmentedMessage(text);
  return {
    characters: [...text].length,
    segments: text === '' ? 0 : message.segmentsCount,
    encoding: message.encodingName,
    forcing: message.encodingName === 'GSM-7' ? [] : findForcing(message),
  };
}

/** The text with every character that forces UCS-2 replaced where a replacement exists. */
export function inPlainCharacters(text: string): string {
  return new SegmentedMessage(text, 'UCS-2').graphemes
    .map((grapheme) => (isGsm(grapheme) ? grapheme : (replacementOf(grapheme) ?? grapheme)))
    .join('');
}

function findForcing(message: SegmentedMessage): ForcingCharacter[] {
  let position = 0;
  return message.graphemes.flatMap((text) => {
    const found = { text, position, replacement: null };
    position += text.length;
    return isGsm(text) ? [] : [{ ...found, replacement: replacementOf(text) }];
  });
}

/** Composed where GSM-7 has the letter, else by our table, else without accents and compatibility forms (`½`, `ﬁ`). */
function replacementOf(grapheme: string): string | null {
  const composed = grapheme.normalize('NFC');
  if (isGsm(composed)) return composed;
  const bare = [...composed].map(lookUp).join('').normalize('NFKD').replace(/\p{M}/gu, '');
  const plain = [...bare].map(lookUp).join('');
  return isGsm(plain) ? plain : null;
}

function isGsm(text: string): boolean {
  return new SegmentedMessage(text).encodingName === 'GSM-7';
}

function lookUp(character: string): string {
  return replacements.get(character) ?? character;
}

const replacements = new Map(
  Object.entries({
    "'": '‘’‚‛′ʼ`´',
    '"': '“”„‟″«»',
    '-': '‐‑‒–—―−•·',
    '<': '‹',
    '>': '›',
    '/': '⁄÷',
    ' ': '\u2028\u2029\t',
    '': '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff',
    '*': '×',
    a: 'ą',
    c: 'ç',
    d: 'đð',
    D: 'ĐÐ',
    h: 'ħ',
    i: 'ı',
    l: 'ł',
    L: 'Ł',
    t: 'ŧ',
    oe: 'œ',
    OE: 'Œ',
    th: 'þ',
    Th: 'Þ',
    SS: 'ẞ',
    '(c)': '©',
    '(R)': '®',
  }).flatMap(([plain, characters]) => [...characters].map((character): [string, string] => [character, plain])),
);
