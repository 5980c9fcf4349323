import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { connectionQueries, useApiTime } from './queries.ts';

/** What a component shows of the time, as an ISO 8601 instant, where CallPage's zone is this. */
function shown(timestamp: string | null, timeZone?: string): string {
  const client = new QueryClient();
  client.setQueryData(connectionQueries.timeZone().queryKey, timeZone);
  return renderToString(createElement(QueryClientProvider, { client }, createElement(Shown, { timestamp })));
}

const Shown = ({ timestamp }: { timestamp: string | null }) => useApiTime(timestamp, toIso);
const toIso = (moment: string | number) => (typeof moment === 'number' ? new Date(moment).toISOString() : moment);

test('CallPage’s times are read in its zone, and in none before that is known', () => {
  expect(shown('2026-11-24 09:00:00', 'UTC')).toBe('2026-11-24T09:00:00.000Z');
  expect(shown('2026-11-24 09:00:00', 'Europe/Warsaw')).toBe('2026-11-24T08:00:00.000Z');
  expect(shown('long ago', 'Europe/Warsaw')).toBe('long ago');
  expect(shown('2026-11-24 09:00:00')).toBe('');
  expect(shown(null, 'UTC')).toBe('');
});
