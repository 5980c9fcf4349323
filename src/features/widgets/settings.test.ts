import { expect, test } from 'vitest';
import { duplicateKeys, fromRows, newSetting, toRows } from './settings.ts';

const wire = [
  { countdown: 28, recording: true },
  { position: 'bottom-right' },
  { colours: { main: '#fff' }, unset: null, zero: 0, no: false, empty: '' },
];

test('what was not edited goes back as it came', () => {
  expect(fromRows(toRows(wire))).toEqual(wire);
});

test('a row that is changed changes that key alone, and one that is added becomes an object of its own', () => {
  const rows = toRows(wire).map((row) => (row.key === 'countdown' ? { ...row, value: '10' } : row));
  const added = { ...newSetting, key: 'auto_open', kind: 'boolean' as const, value: 'true' };
  expect(fromRows([...rows, added])).toEqual([
    { countdown: 10, recording: true },
    wire[1],
    wire[2],
    { auto_open: true },
  ]);
});

test('a row that is removed takes its key along', () => {
  expect(fromRows(toRows(wire).filter(({ key }) => key !== 'position'))).toEqual([wire[0], wire[2]]);
});

test('an added key that stands elsewhere is a duplicate; the same key in two objects of the API is not', () => {
  const rows = toRows([{ a: 1 }, { a: 2 }]);
  expect([...duplicateKeys(rows)]).toEqual([]);
  expect([...duplicateKeys([...rows, { ...newSetting, key: 'a' }])]).toEqual([2]);
});

test('a key that is renamed to another one of its object is a duplicate', () => {
  const rows = toRows([{ a: 1, b: 2 }]).map((row) => ({ ...row, key: 'a' }));
  expect([...duplicateKeys(rows)]).toEqual([1]);
});
