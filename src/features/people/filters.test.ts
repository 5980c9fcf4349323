import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Person } from '#src/api/wire/people.ts';
import { countRoles, isFiltered, PeopleFilters, selectPeople } from './filters.ts';

const common = { user_id: null, active: true, created_at: '2026-11-20T08:00:00.000Z', last_seen_at: null, sessions: 0 };
const people = [
  { id: 'a', name: 'Ada Lovelace', email: 'ada@one.example', role: 'support' },
  { id: 'b', name: 'bo', email: 'bo@two.example', role: 'operator', last_seen_at: '2026-11-24T08:00:00.000Z' },
  { id: 'c', name: 'Cleo', email: 'cleo@one.example', role: 'manager', user_id: 15, active: false },
].map((raw) => z.parse(Person, { ...common, ...raw }));

const filters = (query: string) => z.parse(PeopleFilters, Object.fromEntries(new URLSearchParams(query)));

test.each([
  ['', 'abc'],
  ['q=LOVELACE ada', 'a'],
  ['q=one.example', 'ac'],
  ['role=operator', 'b'],
  ['access=deactivated', 'c'],
  ['access=active&role=manager', ''],
  ['role=owner', 'abc'],
  ['sort=-name', 'cba'],
  ['sort=role', 'bac'],
  ['sort=-seen', 'bac'],
])('"%s" leaves %s', (query, expected) => {
  expect(
    selectPeople(people, filters(query))
      .map(({ id }) => id)
      .join(''),
  ).toBe(expected);
});

test('the order and the page are no filter', () => {
  expect(isFiltered(filters('sort=name&page=2'))).toBe(false);
  expect(isFiltered(filters('access=active'))).toBe(true);
});

test('counts every role, also one that nobody has', () => {
  expect(countRoles(people.slice(0, 2)).map(({ name, figure }) => `${name} ${figure}`)).toEqual([
    'All 2',
    'Operator 1',
    'Support 1',
    'Manager 0',
  ]);
});
