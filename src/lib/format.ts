const number = lazy(() => new Intl.NumberFormat());
const date = lazy(() => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }));
const dateTime = lazy(() => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }));

export const formatNumber = (value: number) => number().format(value);

/** `12 widgets`, `1 widget`. */
export const count = (value: number, noun: string, plural = `${noun}s`) =>
  `${number().format(value)} ${value === 1 ? noun : plural}`;

/** `2 calls came in a form that could not be read.` */
export const unreadableInWords = (value: number, noun: string) =>
  `${count(value, noun)} came in a form that could not be read.`;

/** The console's ISO 8601, or epoch milliseconds, in the reader's own zone; else the text itself. */
export const formatDate = (moment: string | number) => format(date(), moment);
export const formatDateTime = (moment: string | number) => format(dateTime(), moment);

/** `45 s`, `3 min 05 s`. */
export function formatDuration(seconds: number): string {
  const rest = Math.round(seconds) % 60;
  const minutes = (Math.round(seconds) - rest) / 60;
  return minutes === 0 ? `${rest} s` : `${number().format(minutes)} min ${String(rest).padStart(2, '0')} s`;
}

function format(formatter: Intl.DateTimeFormat, moment: string | number): string {
  const instant = new Date(moment);
  return Number.isNaN(instant.getTime()) ? String(moment) : formatter.format(instant);
}

/** A browser takes some 20 ms over its first formatter: the first request is sent before that. */
function lazy<Formatter>(make: () => Formatter): () => Formatter {
  let made: Formatter | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
