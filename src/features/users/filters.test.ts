import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { User } from '#src/api/wire/users.ts';
import { countRoles, isFiltered, selectUsers, UserFilters } from './filters.ts';

const users = [
  { id: 1, name: 'Joanna Wysocka', email: 'joanna@example.com', tel: '+48220001001', role: { slug: 'owner' } },
  { id: 2, name: 'Piotr Zieliński', email: 'piotr@example.com', tel: '+48600000106', role: { slug: 'manager' } },
  { id: 3, name: 'Night desk', email: null, tel: '+442079460119', role: { slug: 'manager' }, last_online: null },
  { id: 4, name: 'Ann', email: 'ann@example.com', tel: '+12125550117', role: { slug: 'auditor' } },
].map((raw) => z.parse(User, raw));

const filters = (query: string) => z.parse(UserFilters, Object.fromEntries(new URLSearchParams(query)));
const ids = (query: string) => selectUsers(users, filters(query)).map(({ id }) => id);

test.each([
  ['', [1, 2, 3, 4]],
  ['q=JOANNA', [1]],
  ['q=zieliński piotr', [2]],
  ['q=example.com', [1, 2, 4]],
  ['q=600 000 106', [2]],
  ['q=(020) 7946', [3]],
  ['q=%2B1 212', [4]],
  ['role=manager', [2, 3]],
  ['sign_in=no', [3]],
  ['sign_in=yes&role=manager', [2]],
  ['sort=name', [4, 1, 3, 2]],
  ['sort=-tel', [2, 1, 3, 4]],
  ['sort=role', [4, 2, 3, 1]],
  ['q=nobody', []],
])('"%s" leaves %j', (query, expected) => {
  expect(ids(query)).toEqual(expected);
});

test('the order and the page are no filter', () => {
  expect(isFiltered(filters('sort=name&page=2'))).toBe(false);
  expect(isFiltered(filters('sign_in=no'))).toBe(true);
});

test('counts the roles that there are, also one that nobody documents', () => {
  expect(countRoles(users)).toEqual([
    { value: '', name: 'All', figure: 4 },
    { value: 'owner', name: 'Owner', figure: 1 },
    { value: 'manager', name: 'Manager', figure: 2 },
    { value: 'auditor', name: 'auditor', figure: 1 },
  ]);
});
