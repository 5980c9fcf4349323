/** The database did not do what it was asked for, and may do it later. */
export class DatabaseAway extends Error {
  /** Whether it did it is not known: the answer to a commit was lost. */
  readonly isUnsure: boolean;

  constructor(message: string, { isUnsure = false, cause }: { isUnsure?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.isUnsure = isUnsure;
  }
}

/**
 * SQLSTATE: connection (08), sign-in (28), no such database (3D), full disk or memory (53), stopped or cancelled (57), files (58, XX),
 * a transaction that was left open (25P), read-only (25006), a lock (55P03).
 */
const states = /^(08|28|3D|53|57|58|XX|25P)[0-9A-Z]{3}$|^(25006|55P03)$/;

/** What an error says of the database, or what caused it: undefined where the fault is the query's. */
export function databaseAway(error: unknown): DatabaseAway | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof DatabaseAway) return at;
    if ('code' in at && typeof at.code === 'string' && states.test(at.code))
      return new DatabaseAway(at.message, { cause: at });
  }
  return undefined;
}
