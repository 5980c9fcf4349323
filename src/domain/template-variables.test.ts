import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertVariable, meantVariable, preview, tokenize, variableNames, variables } from './template-variables.ts';

describe('tokenize', () => {
  it('tells variables, what only looks like one, and text', () => {
    expect(tokenize('Hi :name, :company_name called. :phone')).toEqual([
      { kind: 'text', text: 'Hi ' },
      { kind: 'variable', text: ':name', variable: 'name' },
      { kind: 'text', text: ', ' },
      { kind: 'variable', text: ':company_name', variable: 'company_name' },
      { kind: 'text', text: ' called. ' },
      { kind: 'unknown', text: ':phone' },
    ]);
  });

  it.each(['', 'At 9:30', 'https://example.com', 'Tel:Anna', ': name', 'Zadzwoń:teraz'])(
    'finds none in “%s”',
    (text) => {
      expect(tokenize(text).filter((token) => token.kind !== 'text')).toEqual([]);
    },
  );

  it.each([
    ['Tel:tel', ':tel', 'variable'],
    [':names', ':names', 'unknown'],
    [':Name', ':Name', 'unknown'],
    ['(:url)', ':url', 'variable'],
    [':name:tel', ':tel', 'variable'],
  ])('in %s takes %s for a %s', (text, part, kind) => {
    expect(tokenize(text)).toContainEqual(expect.objectContaining({ kind, text: part }));
  });

  it('loses nothing of the text', () => {
    const part = fc.constantFrom(':name', ':', 'a', ' ', ':tel', ':x', '9', 'ż', ':company_name');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map((parts) => parts.join('')),
        ),
        (text) => {
          const joined = tokenize(text)
            .map((token) => token.text)
            .join('');
          expect(joined).toBe(text);
          expect(preview(text, {})).toBe(text);
        },
      ),
    );
  });
});

describe('preview', () => {
  it('fills in the values that there are', () => {
    expect(preview(':name, call :tel or see :url :phone', { name: 'Anna', tel: '+48 601 234 567' })).toBe(
      'Anna, call +48 601 234 567 or see :url :phone',
    );
  });

  it('does not read a value as a template', () => {
    expect(preview(':name :tel', { name: ':tel', tel: '$&' })).toBe(':tel $&');
  });
});

it('names every variable in plain words', () => {
  expect(variables.map((variable) => variableNames[variable])).toEqual([
    'Company name',
    'Name',
    'Phone number',
    'Web address',
  ]);
});

it.each([
  [':Name', 'name'],
  [':company', 'company_name'],
  [':names', 'name'],
  [':phone', 'tel'],
  [':website', 'url'],
  [':order', undefined],
])('takes %s for %s', (unknown, variable) => {
  expect(meantVariable(unknown)).toBe(variable);
});

describe('insertVariable', () => {
  it.each([
    ['Hi ', 3, 3, 'Hi :name', 8],
    ['Hi', 2, 2, 'Hi :name', 8],
    ['Hi there', 3, 3, 'Hi :name there', 9],
    ['Hi :tel!', 3, 7, 'Hi :name!', 8],
    ['', 0, 0, ':name', 5],
  ])('in “%s” at %i–%i', (text, start, end, expected, caret) => {
    expect(insertVariable(text, 'name', start, end)).toEqual({ text: expected, caret });
  });

  it('adds a variable that is read as one, wherever it is put', () => {
    const text = fc.array(fc.constantFrom('a', ' ', ':', ':tel', '9', 'ż', '.', '_')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom(...variables), (old, at, variable) => {
        const inserted = insertVariable(old, variable, at % (old.length + 1));
        const read = tokenize(inserted.text.slice(0, inserted.caret).trimEnd()).at(-1);
        expect(read).toMatchObject({ kind: 'variable', variable });
        expect(preview(inserted.text, { [variable]: '§' })).toContain('§');
      }),
    );
  });
});
