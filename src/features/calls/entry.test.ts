import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod/mini';
import { Call } from '#src/api/wire/calls.ts';
import { setApiTimeZone } from '#src/lib/api-time.ts';
import { entryOf, hasEnded } from './entry.ts';

const bare = { id: '7', to: '+48600700800', human_status: 'scheduled', created_at: '2026-11-24 10:00:00' };
const call = (more: Record<string, unknown> = {}) => z.parse(Call, { id: '7', data: { ...bare, ...more } });

test('reads what is nested, and times in the zone of the API', () => {
  setApiTimeZone('Europe/Warsaw');
  onTestFinished(() => setApiTimeZone('UTC'));
  const entry = entryOf(
    call({
      scheduled_at: '2026-11-25 09:00:00',
      leadable_id: 3,
      leadable_description: 'Corner shop',
      department: { data: { id: 1, name: 'Sales' } },
      call: { data: { duration: '185', user: { id: 2, name: 'Anna' } } },
      feedback: { data: { rating: 5 } },
      tags: { data: [{ id: 1, name: 'Hot lead' }] },
      notes: { data: [{ text: 'Wants a quote' }] },
      call_request_fields: { data: [{ name: 'topic', value: 'Quote' }] },
    }),
  );
  expect(entry).toEqual({
    id: 7,
    tel: '+48600700800',
    telText: '+48600700800',
    status: 'scheduled',
    widgetId: 3,
    widgetName: 'Corner shop',
    createdAt: Date.parse('2026-11-24T09:00:00Z'),
    scheduledAt: Date.parse('2026-11-25T08:00:00Z'),
    cancelledAt: null,
    manager: 'Anna',
    department: 'Sales',
    durationSeconds: 185,
    rating: 5,
    referer: '',
    tags: ['Hot lead'],
    notes: ['Wants a quote'],
    fields: [{ name: 'topic', value: 'Quote' }],
  });
});

test('shows a call whose nested parts are missing or of another shape', () => {
  const entry = entryOf(call({ call: { data: [] }, tags: { data: 'none' }, feedback: null, leadable_id: 3 }));
  expect(entry).toMatchObject({ manager: '', durationSeconds: null, tags: [], rating: null, widgetName: 'Widget 3' });
});

test('a call has ended with any status that nothing follows', () => {
  expect(['new', 'scheduled', 'ringing', 'in-progress'].some((status) => hasEnded({ status }))).toBe(false);
  expect(['completed', 'cancelled', 'failed', 'unheard-of'].every((status) => hasEnded({ status }))).toBe(true);
});
