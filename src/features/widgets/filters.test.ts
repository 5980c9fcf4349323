import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Widget } from '#src/api/wire/widgets.ts';
import { isFiltered, selectWidgets, WidgetFilters } from './filters.ts';

const widgets = [
  { id: 1, url: 'https://shop.example', description: 'Shop', enabled: true, locale_code: 'en', call_requests_count: 9 },
  {
    id: 2,
    url: 'https://sklep.example',
    description: 'Sklep Łódź',
    enabled: false,
    locale_code: 'pl',
    installed_at: '2026-01-02 03:04:05',
  },
  {
    id: 10,
    url: 'https://blog.example',
    description: '',
    enabled: true,
    locale_code: 'pl',
    managers: [{ id: 1, user: { id: 5, name: 'Ann' } }],
  },
].map((raw) => z.parse(Widget, raw));

const filters = (query: string) => z.parse(WidgetFilters, Object.fromEntries(new URLSearchParams(query)));
const ids = (query: string) => selectWidgets(widgets, filters(query)).map(({ id }) => id);

test.each([
  ['', [1, 2, 10]],
  ['q=SHOP', [1]],
  ['q=łódź sklep', [2]],
  ['q=example 10', [10]],
  ['q=nothing', []],
  ['enabled=yes', [1, 10]],
  ['enabled=no', [2]],
  ['locale=pl', [2, 10]],
  ['installed=yes', [2]],
  ['installed=no', [1, 10]],
  ['managers=yes', [10]],
  ['managers=no&enabled=yes', [1]],
  ['sort=description', [10, 1, 2]],
  ['sort=-url', [2, 1, 10]],
  ['sort=calls', [2, 10, 1]],
  ['sort=unknown', [1, 2, 10]],
])('"%s" leaves %j', (query, expected) => {
  expect(ids(query)).toEqual(expected);
});

test.each(['page=0', 'page=-1', 'page=x', 'size=33', 'enabled=maybe', 'size=1e9'])(
  'a broken parameter (%s) counts as missing',
  (query) => {
    expect(filters(query)).toEqual(filters(''));
  },
);

test('the order and the page are no filter', () => {
  expect(isFiltered(filters('sort=url&page=2&size=100'))).toBe(false);
  expect(isFiltered(filters('q=x'))).toBe(true);
});
