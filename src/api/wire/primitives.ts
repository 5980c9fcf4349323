import * as z from 'zod/mini';

/**
 * The API writes a number as a number or as a string, and a flag as a boolean, 0/1 or "0"/"1".
 * These readers accept every form and give one. Everything is read; nothing is sent through them.
 */
export const numeric = z.pipe(
  z.transform((value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value)),
  z.number(),
);

/** Every form of a flag. */
export const flags: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [1, true],
  [0, false],
  ['1', true],
  ['0', false],
  ['true', true],
  ['false', false],
]);

export const flag = z.pipe(
  z.transform((value) => flags.get(value) ?? value),
  z.boolean(),
);

/** Text that the API may leave out or send as null: read as the empty string. */
export const text = z.pipe(
  z.transform((value) => value ?? ''),
  z.string(),
);

/** Missing and null are one thing to the reader: null. */
export function nullable<T extends z.ZodMiniType>(inner: T) {
  return z._default(z.nullable(inner), null);
}

/** A list that the API may leave out or send as null: read as the empty list. */
export function list<T extends z.ZodMiniType>(inner: T) {
  return z.pipe(
    z.transform((value) => value ?? []),
    z.array(inner),
  );
}

/**
 * A list whose rows are read one by one: null stands for one that cannot be read, so that it hides no other and is still
 * a row of its page. `readRows` takes them apart.
 */
export function rows<T extends z.ZodMiniType>(row: T) {
  return z.array(
    z.union([
      row,
      z.pipe(
        z.unknown(),
        z.transform(() => null),
      ),
    ]),
  );
}

/** `YYYY-MM-DD HH:MM:SS` without a zone; see `API_TIME_ZONE` for how it is read. */
export const timestamp = z.string();

/** What every create, update and call answers with. */
export const Created = z.looseObject({ id: numeric });
export type Created = z.infer<typeof Created>;

type Json = Record<string, unknown>;

/** Narrows what a tolerant reader looks into before a schema parses it. */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text as such or as a number; empty for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? value : '';
}

/** A number as such or as text; null for anything else. */
export function numberOf(value: unknown): number | null {
  const text = textOf(value).trim();
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : null;
}

/** An id as a number or as text; null for what is none. */
export function idOf(value: unknown): number | null {
  const id = numberOf(value);
  return id !== null && Number.isSafeInteger(id) && id > 0 ? id : null;
}

/**
 * What is nested travels bare or as `{ data: … }`, and PHP makes a list of no object and an object of a list of one:
 * the one object that was meant, undefined for none.
 */
export function oneOf(value: unknown): Json | undefined {
  return manyOf(value)[0];
}

/** The same for a list: its objects, whatever else stands among them. */
export function manyOf(value: unknown): Json[] {
  const bare = isRecord(value) && 'data' in value ? value.data : value;
  const list: unknown[] = Array.isArray(bare) ? bare : [bare];
  return list.filter(isRecord).filter((one) => Object.keys(one).length > 0);
}
