import { expect, test } from 'vitest';
import { CallbackSchema, type CallbackValues, readTaker } from './intent.ts';

const values = (more: Partial<CallbackValues> = {}): CallbackValues => ({
  widget: '3',
  tel: '600 700 800',
  country: 'PL',
  guess: '',
  taker: '',
  ...more,
});

const problems = (more: Partial<CallbackValues>) =>
  CallbackSchema.safeParse(values(more)).error?.issues.map(({ path, message }) => [path.join(), message]);

test('an intent holds the number in E.164 and who takes the call', () => {
  const base = { widgetId: 3, tel: '+48600700800', telText: '+48 600 700 800' };
  expect(CallbackSchema.parse(values())).toEqual(base);
  expect(CallbackSchema.parse(values({ taker: 'department:2' }))).toEqual({ ...base, departmentId: 2 });
  expect(CallbackSchema.parse(values({ taker: 'manager:5' }))).toEqual({ ...base, managerId: 5 });
});

test('a number with its own country code needs no country, and 00 is asked about without one', () => {
  expect(CallbackSchema.parse(values({ tel: '(+44) 20 7946 0018', country: '' })).tel).toBe('+442079460018');
  expect(problems({ tel: '(0044) 20 7946 0018', country: '' })).toEqual([
    ['tel', expect.stringContaining('+44 20 7946 0018')],
  ]);
});

test('everything that is missing is said at once, each at its field', () => {
  expect(problems({ widget: '', tel: '12' })).toEqual([
    ['widget', 'Choose the widget that the call belongs to.'],
    ['tel', expect.stringMatching(/too short/)],
  ]);
  expect(problems({ country: '' })).toEqual([['tel', expect.stringMatching(/country code/)]]);
});

test('a taker that cannot be read is anybody', () => {
  expect(readTaker('somebody')).toEqual({ kind: 'anybody', id: 0 });
  expect(readTaker('manager:12')).toEqual({ kind: 'manager', id: 12 });
});
