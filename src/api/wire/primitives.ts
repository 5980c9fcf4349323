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

/** `YYYY-MM-DD HH:MM:SS` without a zone; see `API_TIME_ZONE` for how it is read. */
export const timestamp = z.string();

/** What every create, update and call answers with. */
export const Created = z.looseObject({ id: numeric });
export type Created = z.infer<typeof Created>;

/** Narrows what a tolerant reader looks into before a schema parses it. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
