import { isRecord } from '#src/api/wire/primitives.ts';

const secret = /pass|secret|token|api_?key|authorization/i;
const email = /^e?mail$/i;
const phone = /^(tel|tel_.*|phone.*|to|to_formatted)$/i;
const personal = /^(name|first_name|last_name|avatar|value)$/i;

type Json = Record<string, unknown>;

/** What may be kept of what was sent or read: of what is personal only enough to recognise it, of secrets nothing. */
export function mask(record: Json): Json {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, maskValue(key, value)]));
}

/** The same of a sentence, such as CallPage's reason, which may say what was sent. */
export function maskText(text: string): string {
  return (
    text
      // From the first character of a word only: beginning anew at each of its characters takes a long one for ever.
      .replace(/(?<![^\s@<>"'(])[^\s@<>"'(]+@[^\s@<>"')]+/g, maskEmail)
      .replace(/(?:\+|\b00)\d[\d\s().-]{4,}\d|\b\d{9,}\b/g, maskPhone)
  );
}

function maskValue(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => maskValue(key, one));
  if (isRecord(value)) return mask(value);
  if (value === null || value === undefined || value === '') return value;
  if (secret.test(key)) return '•••';
  const text = String(value);
  if (phone.test(key)) return maskPhone(text);
  if (email.test(key)) return maskEmail(text);
  if (personal.test(key)) return text.replace(/^(.).*/su, '$1•••');
  return typeof value === 'string' ? maskUrl(value) : value;
}

const maskPhone = (text: string) => `•••${text.replace(/\D/g, '').slice(-3)}`;
const maskEmail = (text: string) => text.replace(/^(.)[^@]*/su, '$1•••');

/** An address may carry a password before its host, and anything behind its path. */
function maskUrl(text: string): string {
  if (!/^https?:/i.test(text)) return text;
  return text.replace(/^(https?:\/*)[^/?#]*@/i, '$1•••@').replace(/([?#]).*$/s, '$1•••');
}
