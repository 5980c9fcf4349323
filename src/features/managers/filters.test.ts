import { expect, test } from 'vitest';
import { Widget } from '#src/api/wire/widgets.ts';
import { isFiltered, ManagerFilters, noFilters, selectManagers } from './filters.ts';
import { rowsOf } from './rows.ts';

const user = (id: number, name: string, tel: string) => ({ id, name, email: `${id}@one.example`, tel, avatar: null });
const shop = Widget.parse({
  id: 1,
  url: 'https://shop.example',
  description: 'Shop',
  enabled: true,
  locale_code: 'en',
  managers: [
    { id: 11, enabled: true, user: user(5, 'Élise', '+33100') },
    { id: 12, enabled: false, user: user(6, 'Bob', '+44200') },
  ],
});
const blog = Widget.parse({
  id: 2,
  url: 'https://blog.example',
  description: '',
  enabled: true,
  locale_code: 'en',
  managers: [{ id: 21, enabled: true, user: user(6, 'Bob', '+44200') }],
});
const rows = [shop, blog].flatMap((widget) => rowsOf(widget));
const initial = ManagerFilters.parse({});
const ids = (changes: Partial<ManagerFilters>) => selectManagers(rows, { ...initial, ...changes }).map(({ id }) => id);

test('a URL without a query shows every manager in the API’s order', () => {
  expect(isFiltered(initial)).toBe(false);
  expect({ ...initial, ...noFilters }).toEqual(initial);
  expect(ids({})).toEqual([11, 12, 21]);
});

test('what is broken in the URL counts as left out', () => {
  expect(ManagerFilters.parse({ enabled: 'maybe', page: '-1', size: '7' })).toEqual(initial);
});

test('the search finds every word in name, email, number, or the widget', () => {
  expect(ids({ q: 'bob SHOP' })).toEqual([12]);
  expect(ids({ q: '5@one' })).toEqual([11]);
  expect(ids({ q: '+442' })).toEqual([12, 21]);
  expect(ids({ q: '+44 (0)2' })).toEqual([12, 21]);
  expect(ids({ q: '0044-20' })).toEqual([12, 21]);
  expect(ids({ q: 'blog.example' })).toEqual([21]);
  expect(ids({ q: 'nobody' })).toEqual([]);
});

test('status, widget and user narrow the list together', () => {
  expect(ids({ enabled: 'no' })).toEqual([12]);
  expect(ids({ widget: '1', user: '6' })).toEqual([12]);
  expect(ids({ user: '6', enabled: 'yes' })).toEqual([21]);
});

test('columns sort by what they show, both ways', () => {
  expect(ids({ sort: 'manager' })).toEqual([12, 21, 11]);
  expect(ids({ sort: '-manager' })).toEqual([11, 12, 21]);
  expect(ids({ sort: 'widget' })).toEqual([21, 11, 12]);
  expect(ids({ sort: 'enabled' })).toEqual([11, 21, 12]);
});
