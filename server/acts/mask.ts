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

function maskValue(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => maskValue(key, one));
  if (isRecord(value)) return mask(value);
  if (value === null || value === undefined || value === '') return value;
  if (secret.test(key)) return '•••';
  const text = String(value);
  if (phone.test(key)) return `•••${text.replace(/\D/g, '').slice(-3)}`;
  if (email.test(key)) return text.replace(/^(.)[^@]*/, '$1•••');
  if (personal.test(key)) return `${text.slice(0, 1)}•••`;
  return value;
}
