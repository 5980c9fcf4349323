import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { differences, SmsFormSchema } from './form-values.ts';

const read = (text: string) => z.safeParse(SmsFormSchema, { text, enabled: true });

test('takes 240 characters, as a person counts them', () => {
  expect(read('👍'.repeat(240)).success).toBe(true);
});

test.each([
  ['', 'Write a text. To stop this message from being sent, switch it off.'],
  [' \n', 'Write a text. To stop this message from being sent, switch it off.'],
  ['👍'.repeat(243), 'Take out 3 characters: 240 is the most.'],
])('says what is wrong with “%s”', (text, message) => {
  expect(read(text).error?.issues).toEqual([expect.objectContaining({ path: ['text'], message })]);
});

test('tells what differs in words', () => {
  expect(differences({ text: 'a', enabled: true }, { text: 'b', enabled: true })).toEqual(['the text']);
});
