import { expect, test } from 'vitest';
import { phoneIncludes } from './phone-search.ts';

test.each([
  '+48601234567',
  '601 234 567',
  '0048 601-234',
  '(601) 234.567',
  '234567',
  '+48 (0) 601',
  '４８ ６０１',
  '601–234',
])('%s is part of +48601234567', (typed) => {
  expect(phoneIncludes('+48601234567', typed)).toBe(true);
});

test('takes the trunk zero of a national number for none of its digits', () => {
  expect(phoneIncludes('+442079460018', '020 7946 0018')).toBe(true);
});

test.each(['', ' ', '+', '0', 'anna 601', '602', '6012345678', '601@'])('“%s” is no part of it', (typed) => {
  expect(phoneIncludes('+48601234567', typed)).toBe(false);
});
