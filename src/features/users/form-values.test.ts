import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { User } from '#src/api/wire/users.ts';
import {
  changesOf,
  createInput,
  differences,
  isSaved,
  newUserValues,
  userFormSchema,
  valuesOf,
} from './form-values.ts';

const ann = z.parse(User, {
  id: 7,
  name: 'Ann',
  email: 'ann@example.com',
  tel: '+48601234567',
  role: { slug: 'manager' },
});
const owner = z.parse(User, { id: 1, name: 'Jo', email: null, tel: '12', role: { slug: 'owner' } });
const read = (values: object, kept?: string) =>
  z.safeParse(userFormSchema([ann], kept), { ...newUserValues([ann]), name: 'Bo', tel: '602 345 678', ...values });

test('gives what the API takes', () => {
  const result = read({ name: ' Bo ', email: ' ' });
  expect(result.data).toEqual({ name: 'Bo', tel: '+48602345678', email: null, role: 'manager', enabled: true });
  expect(result.data && createInput(result.data)).toEqual({ name: 'Bo', tel: '+48602345678', role: 'manager' });
});

test('a new user’s number is taken to be from where the others are, which is shown as a guess', () => {
  expect(newUserValues([ann, owner])).toMatchObject({ country: 'PL', guess: 'the numbers of the other users' });
  expect(newUserValues([])).toMatchObject({ country: '', guess: '' });
});

test.each([
  [{ name: ' ' }, 'name', /Enter a name/],
  [{ name: 'x'.repeat(101) }, 'name', /100 characters/],
  [{ tel: '602' }, 'tel', /too short for Poland/],
  [{ tel: '602345678', country: '' }, 'tel', /country code/],
  [{ email: 'bo' }, 'email', /has an @/],
  [{ email: 'ANN@example.com' }, 'email', /Ann has this email already/],
])('says what is wrong with %j', (values, field, message) => {
  const { error } = read(values);
  expect(error?.issues).toEqual([expect.objectContaining({ path: [field], message: expect.stringMatching(message) })]);
});

test('a number that no country has stays as it is until somebody changes it', () => {
  expect(read(valuesOf(owner), owner.tel).data?.tel).toBe('12');
  expect(read({ ...valuesOf(owner), tel: '123' }, owner.tel).success).toBe(false);
});

test('sends what was changed, and never a role that cannot be given', () => {
  const baseline = valuesOf(ann);
  const saved = { name: 'Ann', tel: '+48601234567', email: 'ann@example.com', role: 'manager', enabled: true };
  expect(changesOf(7, baseline, saved)).toEqual({ id: 7, name: 'Ann', tel: '+48601234567' });
  expect(changesOf(7, baseline, { ...saved, email: null, role: 'admin', enabled: false })).toEqual({
    id: 7,
    name: 'Ann',
    tel: '+48601234567',
    email: null,
    role: 'admin',
    enabled: false,
  });
  expect(changesOf(7, baseline, { ...saved, role: 'owner' })).not.toHaveProperty('role');
  expect(isSaved(ann, saved)).toBe(true);
  expect(isSaved(ann, { ...saved, name: 'Anna' })).toBe(false);
});

test('tells which fields differ', () => {
  expect(differences(valuesOf(ann), { ...valuesOf(ann), tel: '1', email: 'x' })).toEqual(['tel', 'email']);
});
