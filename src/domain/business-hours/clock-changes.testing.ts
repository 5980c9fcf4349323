/**
 * The days, local to each zone, on which its clocks change in 2026 and 2027. Kolkata's never do; Havana's skip and
 * repeat the hour after midnight, Beirut's skip it and repeat the one before.
 */
export const clockChanges: Record<string, readonly string[]> = {
  'Europe/Warsaw': ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'],
  'America/New_York': ['2026-03-08', '2026-11-01', '2027-03-14', '2027-11-07'],
  'Asia/Kolkata': ['2026-03-29', '2027-10-31'],
  'Australia/Lord_Howe': ['2026-04-05', '2026-10-04', '2027-04-04', '2027-10-03'],
  'Pacific/Chatham': ['2026-04-05', '2026-09-27', '2027-04-04', '2027-09-26'],
  'America/Havana': ['2026-03-08', '2026-11-01', '2027-03-14', '2027-11-07'],
  'Asia/Beirut': ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'],
};

export const minute = 60_000;
export const day = 1440 * minute;

/** What a zone's clock shows, minute by minute, as minutes since Sunday 00:00: by `Intl`, not by the code under test. */
export function clock(zone: string, from: number, minutes: number): Uint16Array {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  return Uint16Array.from({ length: minutes }, (_, index) => {
    const [weekday = '', hour = 0, min = 0] = format.format(from + index * minute).split(/[\s,:]+/);
    return days.indexOf(weekday) * 1440 + Number(hour) * 60 + Number(min);
  });
}
