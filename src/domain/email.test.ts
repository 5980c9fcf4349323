import { expect, test } from 'vitest';
import { emailProblem } from './email.ts';

test.each(['name@example.com', 'first.last+tag@mail.example.co.uk', "o'neil@example.com", 'zażółć@żółw.pl'])(
  'takes %s',
  (email) => {
    expect(emailProblem(email)).toBeUndefined();
  },
);

test.each([
  ['name', /has an @/],
  ['name @example.com', /no spaces/],
  ['a@b@example.com', /one @ alone/],
  ['@example.com', /before the @/],
  ['name@', /after the @/],
  ['name@example', /after the @/],
  ['name@example.', /after the @/],
  ['name@exa..mple.com', /after the @/],
  ['<name@example.com', /no email address has/],
  [`${'a'.repeat(250)}@example.com`, /254 characters/],
])('says what is wrong with %s', (email, problem) => {
  expect(emailProblem(email)).toMatch(problem);
});
