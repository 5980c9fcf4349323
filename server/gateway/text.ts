import { Failure } from './failure.ts';

/** Far more than a person enters, and few enough that nothing made of them takes long. */
const most = { entries: 20_000, depth: 32 } as const;

/** Refuses what no database and no CallPage can keep (NUL, half of a character), and what nobody sends in earnest. */
export function requireText(...values: unknown[]): void {
  const problem = problemOf(values);
  if (problem !== undefined) throw new Failure(422, problem, { outcome: 'not_sent' });
}

/** What is wrong with something that was sent, in a sentence; undefined where nothing is. Level by level: depth costs no stack. */
export function problemOf(sent: unknown): string | undefined {
  let entries = 0;
  let level = [sent];
  for (let depth = 0; level.length > 0; depth += 1) {
    entries += level.length;
    if (entries > most.entries) return `There is too much in this: ${most.entries} names and values at most.`;
    if (depth > most.depth) return `This is nested too deeply: ${most.depth} levels at most.`;
    if (!level.every(isText)) return 'There is a character in this that cannot be stored. Type the text anew.';
    level = level.flatMap(inside);
  }
  return undefined;
}

function inside(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.entries(value).flat() : [];
}

function isText(value: unknown): boolean {
  return typeof value !== 'string' || !(value.includes('\0') || /\p{Surrogate}/u.test(value));
}
