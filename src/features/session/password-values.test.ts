import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ApiError } from '#src/api/errors.ts';
import { atField, isWrongPassword, passwordFormSchema } from './password-values.ts';

const read = (current_password: string, new_password: string) =>
  z.safeParse(passwordFormSchema, { current_password, new_password });

test('takes a new password of twelve characters, spaces too', () => {
  expect(read('old', '   four words').success).toBe(true);
});

test.each([
  ['', 'long enough for it', 'current_password', /you have now/],
  ['old', 'too short', 'new_password', /12 characters or more/],
  ['old', 'x'.repeat(129), 'new_password', /128 characters at most/],
  ['the same as before', 'the same as before', 'new_password', /Choose another/],
])('“%s” and “%s” are explained', (current, next, field, message) => {
  expect(read(current, next).error?.issues).toEqual([
    expect.objectContaining({ path: [field], message: expect.stringMatching(message) }),
  ]);
});

test('a wrong password is told at its field, and why a demo person has no right one', () => {
  const wrong = new ApiError({ operation: 'x', status: 403, message: 'No', reason: 'wrong_credentials' });
  expect(isWrongPassword(wrong)).toBe(true);
  expect(isWrongPassword(new ApiError({ operation: 'x', status: 429, message: 'No', reason: 'too_many_tries' }))).toBe(
    false,
  );
  expect(atField(wrong, false).fields).toEqual({ current_password: ['This is not your password.'] });
  expect(atField(wrong, true).message).toContain('A demo person has none');
});
