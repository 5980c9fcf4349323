/** What PostgreSQL says where it ends, is full or was waited for too long; of the rest of its errors it is the query's fault. */
const states = /^(08|53|57|58)...$|^25006$|^55P03$/;
const systemCodes = /^(ECONN\w+|EPIPE|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENOSPC|EROFS|EIO)$/;
const words =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|not queryable|connection error|no space left|read-only file system|PGlite is clos|INTERNAL_SERVER_ERROR/i;

/** Whether an error, or what caused it, says that the database does not answer now: nothing is wrong with what was asked. */
export function isUnavailable(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false;
  if ('code' in error && typeof error.code === 'string' && (states.test(error.code) || systemCodes.test(error.code))) {
    return true;
  }
  if (words.test(error.message) || ('status' in error && error.status === 'INTERNAL_SERVER_ERROR')) return true;
  const several = error instanceof AggregateError ? error.errors : [];
  return [error.cause, ...several].some((one) => isUnavailable(one, depth + 1));
}
