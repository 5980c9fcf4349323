import { Failure } from './failure.ts';

/** Refuses what no database and no CallPage can keep: NUL, and half of a character. */
export function requireText(...values: unknown[]): void {
  if (values.every(isText)) return;
  throw new Failure(422, 'There is a character in this that cannot be stored. Type the text anew.', {
    outcome: 'not_sent',
  });
}

function isText(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && !/\p{Surrogate}/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).flat().every(isText);
}
