import { expect, test } from 'vitest';
import { userFilter, userOptions } from './user-options.ts';

const users = [
  { id: 3, name: 'Eleanor Whitfield', email: 'eleanor@example.com', tel: '442079460018' },
  { id: 4, name: '', email: null, tel: '48600100200' },
];
const options = userOptions(users);
const found = (search: string, limit = 10) =>
  userFilter(users)({ options, search, limit }).map((option) => 'value' in option && option.value);

test('a user is called by name and email, or by what there is', () => {
  expect(options.map(({ label }) => label)).toEqual([
    'Eleanor Whitfield (eleanor@example.com)',
    'User 4 (48600100200)',
  ]);
});

test.each([
  ['whitf eleanor@', ['3']],
  ['7946 0018', ['3']],
  ['+48 600', ['4']],
  ['', ['3', '4']],
  ['nobody', []],
])('"%s" finds %j', (search, ids) => {
  expect(found(search)).toEqual(ids);
});

test('no more are drawn than asked for', () => {
  expect(found('', 1)).toEqual(['3']);
});
