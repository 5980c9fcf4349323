import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod/mini';
import { readRows } from '#src/api/rows.ts';
import { Call } from '#src/api/wire/calls.ts';
import { rows } from '#src/api/wire/primitives.ts';
import { publishedCall } from '#src/domain/published-call.testing.ts';
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
    extension: '',
    tags: ['Hot lead'],
    notes: ['Wants a quote'],
    fields: [{ name: 'topic', value: 'Quote' }],
  });
});

test('shows a call whose nested parts are missing or of another shape', () => {
  const entry = entryOf(call({ call: { data: [] }, tags: { data: 'none' }, feedback: null, leadable_id: 3 }));
  expect(entry).toMatchObject({ manager: '', durationSeconds: null, tags: [], rating: null, widgetName: 'Widget 3' });
});

const empty = { data: [] };

describe('the answer that CallPage published', () => {
  const nothing = { manager: '', department: '', durationSeconds: null, rating: null, referer: '', extension: '' };
  const shown = {
    ...{ id: 9041, tel: '+48600700800', telText: '+48 600 700 800', status: 'new' },
    ...{ createdAt: Date.parse('2026-11-24T10:05:06Z'), scheduledAt: null, cancelledAt: null },
    ...{ ...nothing, widgetId: 3, widgetName: 'Corner shop', tags: [], notes: [], fields: [] },
  };

  test('is shown as it is', () => {
    expect(entryOf(z.parse(Call, publishedCall))).toEqual(shown);
  });

  test('is no less in a list with rows that cannot be read', () => {
    const list = [null, publishedCall, 'a text', [], { data: empty }, { id: 0, data: {} }, { id: 'seven' }];
    const { items, unreadable } = readRows(z.parse(rows(Call), list));
    expect([items.map(({ id }) => id), unreadable]).toEqual([[9041], 6]);
  });

  const { data: fields } = publishedCall;
  test.each<[string, unknown]>([
    ['with the id of its entry alone', { id: 9041, data: { ...fields, id: undefined } }],
    ['with the id of its data alone', { data: fields }],
    ['with an id as text', { id: '9041', data: { ...fields, id: '9041' } }],
    ['flat', { ...fields }],
    ['with fields beside its data', { ...fields, data: { id: 9041 } }],
    ['in a list of one', { id: 9041, data: [fields] }],
  ])('is the same call %s', (_, entry) => {
    expect(entryOf(z.parse(Call, entry))).toEqual(shown);
  });
});

test('a call that came by something else than a widget leads to none', () => {
  const lead = (type: unknown) => entryOf(call({ leadable_id: 3, leadable_type: type }));
  for (const type of ['Widget', 'widget', 'App\\Models\\Widget', null, undefined]) expect(lead(type).widgetId).toBe(3);
  expect(lead('LandingPage')).toMatchObject({ widgetId: null, widgetName: 'LandingPage 3' });
});

test('times have any form', () => {
  for (const time of ['2026-11-24T10:05:06Z', '2026-11-24T12:05:06+02:00', 1_795_514_706, '1795514706000']) {
    expect(entryOf(call({ created_at: time })).createdAt, String(time)).toBe(Date.parse('2026-11-24T10:05:06Z'));
  }
  for (const time of [null, '', '0000-00-00 00:00:00', 0, true, empty]) {
    expect(entryOf(call({ created_at: time })).createdAt).toBeNull();
  }
});

/** The forms in which CallPage may say that there is none of what is nested, and those in which it may wrap it. */
const absent = fc.constantFrom<unknown>(undefined, null, [], {}, empty, { data: null }, { data: {} });
const wrapped = <T>(value: T) =>
  fc
    .constantFrom<(inner: T) => unknown>(
      (inner) => inner,
      (inner) => ({ data: inner }),
      (inner) => ({ data: [inner] }),
      (inner) => [inner],
    )
    .map((wrap) => wrap(value));
const asText = (value: number) => fc.constantFrom<unknown>(value, String(value));

test('in any mixture of the forms what is known is read, and what is absent is not told', () => {
  const nested = {
    department: { name: 'Sales' },
    call: { duration: '61', user: { name: 'Anna' } },
    tags: { name: 'Hot' },
  };
  const none = Object.fromEntries(Object.keys(publishedCall.data).map((key) => [key, absent]));
  const forms = fc.record({
    id: asText(7),
    to: fc.constant('+48600700800'),
    leadable_id: asText(3),
    leadable_type: fc.constantFrom('Widget', 'widget'),
    department: wrapped(nested.department),
    call: wrapped(nested.call),
    tags: wrapped(nested.tags),
    referer: fc.constantFrom<unknown>(
      'https://a.example',
      { data: 'https://a.example' },
      { data: { url: 'https://a.example' } },
    ),
  });
  const entry = fc.tuple(fc.record(none), forms).chain(([former, known]) => {
    const data = { ...former, ...known };
    return fc.constantFrom<unknown>(
      { id: data.id, data },
      { data },
      { id: data.id, data: { ...data, id: null } },
      data,
    );
  });
  fc.assert(
    fc.property(entry, (row) => {
      expect(entryOf(z.parse(Call, row))).toEqual({
        ...{ id: 7, tel: '+48600700800', telText: '+48600700800', status: '', widgetId: 3, widgetName: 'Widget 3' },
        ...{ createdAt: null, scheduledAt: null, cancelledAt: null, manager: 'Anna', department: 'Sales' },
        ...{ durationSeconds: 61, rating: null, referer: 'https://a.example', extension: '' },
        ...{ tags: ['Hot'], notes: [], fields: [] },
      });
    }),
    { numRuns: 300 },
  );
});

test('no answer at all hides another, whatever stands in it', () => {
  const keys = ['id', ...Object.keys(publishedCall.data), 'data', 'name', 'user', 'value', 'toString', '__proto__'];
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(null, true, 0, -1, 7, 1.5, '', '7', 'new', 'Widget', Number.MAX_SAFE_INTEGER + 1),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 8 }),
    ),
  }));
  fc.assert(
    fc.property(value, (row) => {
      const { items, unreadable } = readRows(z.parse(rows(Call), [row, publishedCall]));
      expect(items.length + unreadable).toBe(2);
      expect(items.map(entryOf).at(-1)).toMatchObject({ id: 9041, widgetId: 3 });
    }),
    { numRuns: 1000 },
  );
});

test('a call has ended with any status that nothing follows', () => {
  expect(['new', 'scheduled', 'ringing', 'in-progress'].some((status) => hasEnded({ status }))).toBe(false);
  expect(['completed', 'cancelled', 'failed', 'unheard-of'].every((status) => hasEnded({ status }))).toBe(true);
});
