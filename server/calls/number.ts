import { type PhoneNumber, parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max';

/** What a number is to whoever pays for the call, or would be rung by it. */
type Kind = 'ordinary' | 'premium' | 'satellite' | 'short' | 'impossible';

export interface DialledNumber {
  /** Country code and number, by which two ways to write a number are one. */
  digits: string;
  /** E.164; null where it came without a plus or `00`, so that nobody can tell which country it is of. */
  tel: string | null;
  /** For reading. */
  text: string;
  kind: Kind;
}

/**
 * Reads the `tel` of a call in whatever form it arrives: `+48 600 100 200`, `0048600100200`, `48600100200`. Null for what
 * is no number, or holds anything that CallPage might read in another way than the console.
 */
export function readDialled(tel: unknown): DialledNumber | null {
  if (typeof tel !== 'string') return null;
  const typed = tel
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (!/^\(?\+?[\d\s()./\p{Pd}]*\d[\d\s()./\p{Pd}]*$/u.test(typed)) return null;
  const raw = typed.replace(/\D/g, '').replace(/^00/, '');
  const number = parsePhoneNumberFromString(`+${raw}`, { extract: false });
  const e164 = number?.number ?? `+${raw}`;
  return {
    digits: e164.slice(1),
    tel: /^\(?(\+|00)/.test(typed) ? e164 : null,
    text: number?.formatInternational() ?? e164,
    kind: kindOf(e164, number),
  };
}

/** No country has subscribers whose numbers are shorter, its code included. */
const shortest = 6;

function kindOf(e164: string, number: PhoneNumber | undefined): Kind {
  if (e164.length - 1 <= shortest || validatePhoneNumberLength(e164) === 'TOO_SHORT') return 'short';
  if (!number?.isPossible()) return 'impossible';
  if (/^\+(870|88[123])/.test(e164)) return 'satellite';
  return e164.startsWith('+979') || number.getType() === 'PREMIUM_RATE' ? 'premium' : 'ordinary';
}

/** What a call is to forward: its number in E.164, so that nothing is read one way here and another way there. */
export function withE164<Body extends Readonly<Record<string, unknown>>>(body: Body): Body {
  const tel = readDialled(body.tel)?.tel;
  return tel ? { ...body, tel } : body;
}
