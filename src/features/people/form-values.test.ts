import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Person } from '#src/api/wire/people.ts';
import {
  changesOf,
  differences,
  inviteFormSchema,
  isSaved,
  newInvitation,
  personFormSchema,
  valuesOf,
} from './form-values.ts';

const ada = z.parse(Person, {
  id: 'a',
  name: 'Ada',
  email: 'ada@one.example',
  role: 'manager',
  user_id: 15,
  active: true,
  created_at: '2026-11-20T08:00:00.000Z',
  last_seen_at: null,
  sessions: 0,
});
const bo = { ...ada, id: 'b', name: 'Bo', email: 'bo@one.example', active: false };
const invite = (values: object) =>
  z.safeParse(inviteFormSchema([ada, bo]), { ...newInvitation, email: 'new@one.example', ...values });
const issue = (field: string, message: RegExp) => [
  expect.objectContaining({ path: [field], message: expect.stringMatching(message) }),
];

test('gives what the server takes', () => {
  expect(invite({ email: ' new@one.example ' }).data).toEqual({
    email: 'new@one.example',
    role: 'support',
    user_id: null,
  });
  expect(invite({ name: ' Cy ', role: 'manager', user_id: '7' }).data).toEqual({
    email: 'new@one.example',
    name: 'Cy',
    role: 'manager',
    user_id: 7,
  });
});

test.each([
  [{ email: ' ' }, 'email', /Enter an email/],
  [{ email: 'new' }, 'email', /has an @/],
  [{ email: 'ADA@one.example' }, 'email', /Ada has this email already/],
  [{ email: 'bo@one.example' }, 'email', /was deactivated. Activate them/],
  [{ name: 'x'.repeat(101) }, 'name', /100 characters/],
  [{ role: 'manager' }, 'user_id', /Choose the CallPage user/],
])('an invitation with %j is explained', (values, field, message) => {
  expect(invite(values).error?.issues).toEqual(issue(field, message));
});

test('a person has a name, and a manager is somebody of CallPage', () => {
  const read = (values: object) => z.safeParse(personFormSchema, { ...valuesOf(ada), ...values });
  expect(read({ name: ' ' }).error?.issues).toEqual(issue('name', /Enter a name/));
  expect(read({ user_id: '' }).error?.issues).toEqual(issue('user_id', /Choose/));
  expect(read({ user_id: '', role: 'support' }).data).toEqual({ name: 'Ada', role: 'support', user_id: null });
});

test('sends what was changed and nothing else', () => {
  const same = { name: 'Ada', role: 'manager', user_id: 15 } as const;
  expect(changesOf('a', valuesOf(ada), same)).toEqual({ id: 'a' });
  expect(changesOf('a', valuesOf(ada), { ...same, role: 'support', user_id: null })).toEqual({
    id: 'a',
    role: 'support',
    user_id: null,
  });
  expect(isSaved(ada, same)).toBe(true);
  expect(isSaved(ada, { ...same, user_id: null })).toBe(false);
  expect(differences(valuesOf(ada), { ...valuesOf(ada), name: 'A', user_id: '' })).toEqual(['name', 'user_id']);
});
