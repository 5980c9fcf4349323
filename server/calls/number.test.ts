import { expect, test } from 'vitest';
import { readDialled, withE164 } from './number.ts';

const polish = { digits: '48600100200', tel: '+48600100200', kind: 'ordinary' };

test.each([
  '+48600100200',
  ' +48 600 100 200 ',
  '+48 (600) 100-200',
  '0048600100200',
  '(0048) 600–100–200',
  '+48.600.100.200',
  '\u202a+48600100200\u202c',
  '＋４８６００１００２００',
])('%j is one number', (tel) => {
  expect(readDialled(tel)).toMatchObject(polish);
  expect(withE164({ id: 1, tel })).toEqual({ id: 1, tel: polish.tel });
});

test.each([
  ['48600100200', '48600100200'],
  ['600100200', '600100200'],
])('%s is of no country that anybody could tell, and goes nowhere', (tel, digits) => {
  expect(readDialled(tel)).toMatchObject({ digits, tel: null });
  expect(withE164({ id: 1, tel })).toEqual({ id: 1, tel });
});

test.each([
  null,
  7,
  '',
  ' ',
  'call me',
  '+48600100200 ext 5',
  '+48600100200;ext=5',
  '+48600100200,,5',
  'tel:+48600100200',
  '+٤٨٦٠٠١٠٠٢٠٠',
  '++48600100200',
])('%j is no number', (tel) => expect(readDialled(tel)).toBeNull());

test.each([
  ['+442079460018', 'ordinary'],
  // The zero is dialled within the country alone: the number that rings is the one above.
  ['+44 (0)20 7946 0018', 'ordinary'],
  ['+6834002', 'ordinary'],
  ['112', 'short'],
  ['911', 'short'],
  ['999', 'short'],
  ['+112', 'short'],
  ['+48112', 'short'],
  ['0048112', 'short'],
  ['+44999', 'short'],
  ['+1911', 'short'],
  ['+49 110', 'short'],
  ['+36112', 'short'],
  ['+48700123456', 'premium'],
  ['+19005551234', 'premium'],
  ['+979123456789', 'premium'],
  ['+870773111632', 'satellite'],
  ['+881631234567', 'satellite'],
  ['+882131234567', 'satellite'],
  ['+883510012345678', 'satellite'],
  ['+4860010020033445', 'impossible'],
  ['+999600100200', 'impossible'],
])('%s is of the kind %s', (tel, kind) => expect(readDialled(tel)?.kind).toBe(kind));

test('is one number with and without the zero that its country drops abroad', () => {
  expect(readDialled('+44 (0)20 7946 0018')?.tel).toBe('+442079460018');
});
