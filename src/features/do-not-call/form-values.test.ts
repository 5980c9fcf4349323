import { expect, test } from 'vitest';
import { type NumbersFormValues, noNumbers, numbersFormSchema, splitNumbers } from './form-values.ts';
import { addedInWords, NotAllAdded } from './not-all-added.ts';

test.each([
  ['+48 600 100 200', ['+48 600 100 200']],
  ['+48 600 100 200\r\n\n 601-234-567 \n', ['+48 600 100 200', '601-234-567']],
  ['600100200, 600100201;600100202\t600100203', ['600100200', '600100201', '600100202', '600100203']],
  // As an exported file has it, lest a spreadsheet compute it.
  [`"'+48 600 100 200","2026"`, ['+48 600 100 200', '2026']],
  ['tel:+48600100200;ext=5', ['tel:+48600100200;ext=5']],
  ['Jan: 600 100 200', ['Jan: 600 100 200']],
  [' ,\n;', []],
])('%j holds %j', (text, numbers) => expect(splitNumbers(text)).toEqual(numbers));

const problems = (more: Partial<NumbersFormValues>) =>
  numbersFormSchema
    .safeParse({ ...noNumbers, ...more })
    .error?.issues.map(({ path, message }) => [path.join(), message]);

test('numbers and a reason are needed, and there is a most of each', () => {
  expect(problems({})?.map(([field]) => field)).toEqual(['numbers', 'reason']);
  const many = Array.from({ length: 1001 }, (_, n) => `+48600${n}`).join('\n');
  expect(problems({ numbers: many, reason: 'x'.repeat(201) })).toEqual([
    ['numbers', 'These are 1001 numbers. Add 1000 at most at once.'],
    ['reason', 'Use 200 characters at most.'],
  ]);
  expect(numbersFormSchema.parse({ numbers: '1\n2', reason: ' x ', country: 'PL' })).toEqual({
    numbers: ['1', '2'],
    reason: 'x',
    country: 'PL',
  });
});

test('what became of them is told in words', () => {
  expect(addedInWords({ added: 1, already: [] })).toBe('1 number was added.');
  expect(addedInWords({ added: 0, already: ['1', '2'] })).toBe('2 numbers were on the list already.');
  expect(addedInWords({ added: 2, already: ['1'] })).toBe('2 numbers were added, 1 number was on the list already.');
});

test('what is no number is left, each with its reason, and not all of very many', () => {
  const wrong = Array.from({ length: 7 }, (_, n) => ({ text: `no ${n}`, problem: 'This is no number.' }));
  const error = new NotAllAdded({ added: 2, already: [], wrong });
  expect(error.message).toBe('2 numbers were added. The 7 that are left are no numbers: correct them, or delete them.');
  expect(error.left.split('\n')).toHaveLength(7);
  expect(error.fields.numbers?.[0]?.split('\n')).toHaveLength(6);
  const one = new NotAllAdded({ added: 0, already: [], wrong: wrong.slice(0, 1) });
  expect(one.message).toBe('0 numbers were added. What is left is no number: correct it, or delete it.');
});
