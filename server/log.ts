import { DrizzleQueryError } from 'drizzle-orm';
import { type Logger, type LoggerOptions, pino } from 'pino';

/**
 * A JSON line per event on standard output, each passed through `scrub` as a whole, so that no field can carry a secret.
 * What was put into a query is left out: tokens of sessions, numbers, hashes of passwords.
 */
export function createLogger(level: string, scrub = (line: string) => line): Logger {
  return pino(
    { level, serializers: { err: describeError }, hooks: { logMethod } },
    { write: (line: string) => process.stdout.write(scrub(line)) },
  );
}

/** pino would take an error's own message for that of the line. */
const logMethod: NonNullable<LoggerOptions['hooks']>['logMethod'] = function logMethod([first, ...rest], method) {
  if (first instanceof Error && rest.length === 0) method.call(this, { err: first }, messageOf(first));
  else method.call(this, first, ...rest);
};

/** pino's own way copies every field of an error. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, stack = '', cause } = error;
  return {
    type: name,
    message: messageOf(error),
    ...('code' in error && { code: error.code }),
    stack: stack.split('\n').filter((line) => /^ {4}at /.test(line)),
    ...(cause !== undefined && { cause: describeError(cause) }),
  };
}

function messageOf(error: Error): string {
  return error instanceof DrizzleQueryError ? `Failed query: ${error.query}` : error.message;
}
