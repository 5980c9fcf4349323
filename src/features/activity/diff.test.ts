import { describe, expect, test } from 'vitest';
import { changedFields, diffOf } from './diff.ts';

const act = { entity: 'widgets', state: 'done', request: null, before: null, after: null } as const;

const rule = (start_time: string, more = {}) => ({
  day_of_week: 1,
  enabled: true,
  start_time,
  end_time: '17:00',
  timezone: 'Europe/Warsaw',
  ...more,
});

describe('what an act changed', () => {
  test('is told field by field in the order of the forms, apart from what stayed', () => {
    const { fields, hasBefore, after } = diffOf({
      ...act,
      request: { id: 1, url: 'https://a.example', enabled: false, locale_code: 'de' },
      before: { url: 'https://a.example', enabled: 1, locale_code: 'pl' },
      after: { url: 'https://a.example', enabled: false, locale_code: 'de' },
    });
    expect({ hasBefore, after }).toEqual({ hasBefore: true, after: 'After' });
    expect(fields).toEqual([
      { field: 'url', before: 'https://a.example', after: 'https://a.example', kind: 'same' },
      { field: 'locale_code', before: 'Polish', after: 'German', kind: 'changed' },
      { field: 'enabled', before: 'Yes', after: 'No', kind: 'changed' },
    ]);
  });

  test('is only what was asked for where it was not done', () => {
    const request = { id: 1, url: 'https://a.example', enabled: false };
    const before = { url: 'https://a.example', enabled: true };
    for (const state of ['failed', 'unknown', 'pending'] as const) {
      expect(diffOf({ ...act, state, request, before }).after).toBe('Asked for');
    }
    expect(changedFields({ ...act, state: 'failed', request, before })).toEqual(['enabled']);
  });

  test('of a delete is what there was, of a call what was sent', () => {
    const gone = diffOf({ ...act, request: { id: 1 }, before: { description: 'Shop', enabled: true } });
    expect(gone).toMatchObject({ hasBefore: true, after: null });
    expect(gone.fields.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['description', 'Shop', null],
      ['enabled', 'Yes', null],
    ]);
    const call = diffOf({ ...act, request: { id: 1, tel: '•••567' } });
    expect(call).toMatchObject({ hasBefore: false, after: 'Sent', fields: [{ field: 'tel', after: '•••567' }] });
  });

  test('is not told of what was masked the same', () => {
    const { fields } = diffOf({
      ...act,
      entity: 'users',
      before: { name: 'A•••', tel: '•••567' },
      after: { name: 'A•••', tel: '•••999' },
    });
    expect(fields.map(({ field, kind }) => [field, kind])).toEqual([
      ['name', 'masked'],
      ['tel', 'changed'],
    ]);
  });

  test('names each setting, those that are gone too', () => {
    const { fields } = diffOf({
      ...act,
      before: { settings: [{ color: 'red', timeout: 5 }, { color: 'blue' }] },
      after: { settings: [{ color: 'red' }, { color: 'green', sound: true }] },
    });
    expect(fields.map(({ field, before, after, kind }) => [field, before, after, kind])).toEqual([
      ['settings.color', 'red', 'red', 'same'],
      ['settings.color (2)', 'blue', 'green', 'changed'],
      ['settings.sound', null, 'Yes', 'changed'],
      ['settings.timeout', '5', null, 'changed'],
    ]);
  });

  test('tells hours in words, and what words leave out as it came', () => {
    const hours = (before: unknown[], after: unknown[]) =>
      diffOf({ ...act, entity: 'managers', before: { business_times: before }, after: { business_times: after } })
        .fields[0];
    expect(hours([rule('09:00:00')], [rule('08:00')])).toMatchObject({
      before: 'Mon 09:00–17:00, Warsaw time',
      after: 'Mon 08:00–17:00, Warsaw time',
    });
    expect(hours([rule('09:00:00', { end_time: '17:00:00' })], [rule('09:00')])).toMatchObject({ kind: 'same' });
    const off = { day_of_week: 2, enabled: false };
    expect(hours([rule('09:00'), rule('10:00', off)], [rule('09:00'), rule('11:00', off)])).toMatchObject({
      kind: 'changed',
      before: expect.stringContaining('10:00'),
      after: expect.stringContaining('11:00'),
    });
  });

  test('keeps what a person’s act says of their CallPage user', () => {
    const { fields } = diffOf({
      ...act,
      entity: 'people',
      request: { user_id: 5, role: 'manager' },
      before: { user_id: null, role: 'support' },
      after: { user_id: 5, role: 'manager' },
    });
    expect(fields.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['role', 'Support', 'Manager'],
      ['user_id', '', '5'],
    ]);
  });
});
