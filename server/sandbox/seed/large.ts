import type { CallStatus } from '#src/api/wire/calls.ts';
import { locales } from '#src/domain/locales.ts';
import { type Dataset, nothing } from './dataset.ts';
import { codeOf } from './demo.ts';
import { weeks } from './hours.ts';
import { random } from './random.ts';

const size = { widgets: 10_000, users: 2000, assignmentsPerWidget: 3, calls: 100_000 };

const trades = [
  'Dental clinic',
  'Car dealer',
  'Law office',
  'Estate agency',
  'Language school',
  'Solar installer',
  'Insurance broker',
  'Fitness club',
  'Furniture shop',
  'Travel agency',
] as const;
const places = [
  'Kraków',
  'Berlin',
  'Lyon',
  'Leeds',
  'Porto',
  'Brno',
  'Tallinn',
  'Szeged',
  'Kaunas',
  'Malmö',
  'Bursa',
  'Torino',
  'Sevilla',
  'Boston',
] as const;
const purposes = [
  'main site',
  'offer page',
  'online booking',
  'spring campaign',
  'contact page',
  'price list',
] as const;
const givenNames = [
  'Anna',
  'Jonas',
  'Marta',
  'Pavel',
  'Chloé',
  'Hugo',
  'Ines',
  'Oskar',
  'Zofia',
  'Liam',
  'Elif',
  'Marco',
  'Nadia',
  'Peter',
  'Sofia',
  'Viktor',
] as const;
const familyNames = [
  'Kowalska',
  'Meyer',
  'Dubois',
  'Novák',
  'Silva',
  'Rossi',
  'Tamm',
  'Nagy',
  'Petrov',
  'Johansson',
  'Yilmaz',
  'Garcia',
  'Evans',
  'Kazlauskas',
] as const;
const kinds = ['office', 'early', 'late', 'lunchBreak', 'partTime'] as const;
const zones = ['Europe/Warsaw', 'Europe/London', 'America/New_York'] as const;

const outcomes = [
  ['completed', 66],
  ['manager-failed', 13],
  ['user-failed', 11],
  ['cancelled', 6],
  ['failed', 4],
] as const satisfies readonly [readonly [CallStatus, number], ...(readonly [CallStatus, number])[]];

/** An account of the size that lists must stay quick at. The same at every seeding, but for the moment it ends at. */
export function large(now: Date): Dataset {
  const calls = manyCalls(now);
  const counts = new Map<number, number>();
  for (const { widgetId } of calls) counts.set(widgetId, (counts.get(widgetId) ?? 0) + 1);
  return {
    ...nothing,
    users: manyUsers(now),
    widgets: manyWidgets(now, counts),
    assignments: manyAssignments(),
    calls,
  };
}

function manyUsers(now: Date): Dataset['users'] {
  const dice = random(1);
  return numbers(size.users).map((id) => {
    const name = `${dice.pick(givenNames)} ${dice.pick(familyNames)}`;
    return {
      id,
      name,
      email: id % 25 === 0 ? null : `person${id}@solvana.example`,
      tel: `+4860${String(id).padStart(7, '0')}`,
      role: id === 1 ? ('owner' as const) : id <= 20 ? ('admin' as const) : ('manager' as const),
      createdAt: daysBefore(now, 700 - (id % 600)),
      activatedAt: daysBefore(now, 699 - (id % 600)),
    };
  });
}

function manyWidgets(now: Date, counts: ReadonlyMap<number, number>): Dataset['widgets'] {
  const dice = random(2);
  return numbers(size.widgets).map((id) => {
    const [trade, place] = [dice.pick(trades), dice.pick(places)];
    const url = `https://${slug(trade)}-${slug(place)}-${id}.example`;
    return {
      id,
      url,
      description: `${trade} ${place}: ${dice.pick(purposes)}`,
      enabled: dice.next() < 0.85,
      localeCode: dice.pick([locales[0], ...locales]).code,
      installedAt: dice.next() < 0.9 ? daysBefore(now, 1 + dice.below(900)) : null,
      widgetCode: codeOf(url),
      callRequestsCount: counts.get(id) ?? 0,
    };
  });
}

/** Three people on each widget, no one twice. */
function manyAssignments(): Dataset['assignments'] {
  const dice = random(3);
  const hours = kinds.flatMap((kind) => zones.map((zone) => weeks[kind](zone)));
  return numbers(size.widgets).flatMap((widgetId) =>
    numbers(size.assignmentsPerWidget).map((nth) => ({
      id: (widgetId - 1) * size.assignmentsPerWidget + nth,
      widgetId,
      userId: 1 + ((widgetId * 7 + nth * 613) % size.users),
      enabled: dice.next() < 0.9,
      businessTimes: hours[dice.below(hours.length)] ?? [],
    })),
  );
}

/** Over 365 days, the oldest first. */
function manyCalls(now: Date): Dataset['calls'] {
  const dice = random(4);
  const step = (365 * 86_400_000) / size.calls;
  return numbers(size.calls).map((id) => {
    const status = dice.weighted(outcomes);
    const createdAt = new Date(now.getTime() - Math.floor((size.calls - id) * step) - dice.below(step) - 60_000);
    return {
      id,
      widgetId: 1 + Math.floor(dice.next() ** 2 * size.widgets),
      userId: 1 + dice.below(size.users),
      tel: `+4822${String(dice.below(10_000_000)).padStart(7, '0')}`,
      status,
      createdAt,
      cancelledAt: status === 'cancelled' ? new Date(createdAt.getTime() + 240_000) : null,
      durationSeconds: status === 'completed' ? 20 + dice.below(900) : null,
    };
  });
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}

function slug(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '-');
}
