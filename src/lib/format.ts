const number = lazy(() => new Intl.NumberFormat());
const date = lazy(() => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }));
const dateTime = lazy(() => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }));

export const formatNumber = (value: number) => number().format(value);

/** `12 widgets`, `1 widget`. */
export const count = (value: number, noun: string, plural = `${noun}s`) =>
  `${number().format(value)} ${value === 1 ? noun : plural}`;

/** The API's `YYYY-MM-DD HH:MM:SS`, read as UTC, or the console's ISO 8601, in the reader's own zone; else the text itself. */
export const formatDate = (timestamp: string) => format(date(), timestamp);
export const formatDateTime = (timestamp: string) => format(dateTime(), timestamp);

/** Epoch milliseconds in the reader's own zone. */
export const formatInstant = (instant: number) => dateTime().format(instant);

/** `45 s`, `3 min 05 s`. */
export function formatDuration(seconds: number): string {
  const rest = Math.round(seconds) % 60;
  const minutes = (Math.round(seconds) - rest) / 60;
  return minutes === 0 ? `${rest} s` : `${number().format(minutes)} min ${String(rest).padStart(2, '0')} s`;
}

function format(formatter: Intl.DateTimeFormat, timestamp: string): string {
  const instant = new Date(timestamp.endsWith('Z') ? timestamp : `${timestamp.replace(' ', 'T')}Z`);
  return Number.isNaN(instant.getTime()) ? timestamp : formatter.format(instant);
}

/** A browser takes some 20 ms over its first formatter: the first request is sent before that. */
function lazy<Formatter>(make: () => Formatter): () => Formatter {
  let made: Formatter | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
