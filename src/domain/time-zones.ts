/** Whether the platform knows the IANA zone, by its present or a former name. A bare offset such as `+02:00` is none. */
export function isTimeZone(timeZone: string): boolean {
  return /^[a-z]/i.test(timeZone) && formatFor(timeZone) !== undefined;
}

/** `America/Argentina/Buenos_Aires` as `Buenos Aires`. */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** A zone's offset from UTC at the instant (epoch milliseconds), in minutes; 0 for a zone that is not known. */
export function offsetAt(timeZone: string, instant: number): number {
  const text =
    formatFor(timeZone)
      ?.formatToParts(instant)
      .find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(text) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -offset : offset;
}

/** `+02:00`, as people know a zone besides its city. */
export function offsetText(minutes: number): string {
  const parts = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '−' : '+'}${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

export interface ZoneOption {
  timeZone: string;
  city: string;
  /** `Europe`; empty for UTC */
  region: string;
  /** minutes from UTC at the instant asked about */
  offset: number;
}

/** Every zone of the platform with its offset at the instant, by offset and city. Some 400: make it once, when asked. */
export function timeZoneOptions(instant: number): ZoneOption[] {
  const names = Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/') && !name.startsWith('Etc/'));
  const zones = new Set(['UTC', ...names.map((name) => renamed.get(name) ?? name)]);
  return [...zones]
    .map((timeZone) => ({
      timeZone,
      city: cityOf(timeZone),
      region: timeZone.includes('/') ? (timeZone.split('/')[0] ?? '') : '',
      offset: offsetAt(timeZone, instant),
    }))
    .toSorted((a, b) => a.offset - b.offset || a.city.localeCompare(b.city));
}

/** Options whose city, region or zone holds every word of the query, or whose offset is the one typed (`+2`, `UTC-3:30`). */
export function searchTimeZones(options: readonly ZoneOption[], query: string): ZoneOption[] {
  const offset = typedOffset(query);
  if (offset !== undefined) return options.filter((option) => option.offset === offset);
  const words = plain(query)
    .split(/[\s_/]+/)
    .filter(Boolean);
  return options.filter((option) => words.every((word) => plain(option.timeZone).includes(word)));
}

function typedOffset(query: string): number | undefined {
  const match = /^(?:utc|gmt)?\s*([+−-])\s*(\d{1,2})(?::?([0-5]\d))?$/i.exec(query.trim());
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '+' ? minutes : -minutes;
}

/** `São Paulo` finds `America/Sao_Paulo`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function formatFor(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

/** Engines list some cities by names they had before; both names work, people search for today's. */
const renamed = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
]);
