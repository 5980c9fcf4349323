import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Widget } from '#src/api/wire/widgets.ts';
import { changesOf, differences, newWidgetValues, valuesOf, widgetFormSchema } from './form-values.ts';

const widget = z.parse(Widget, {
  id: 7,
  url: 'https://example.com',
  description: 'Main',
  enabled: true,
  locale_code: 'en',
  settings: [{ countdown: 28 }],
});
const baseline = valuesOf(widget);

test('sends id and url, and nothing of what was not changed', () => {
  expect(changesOf(7, baseline, baseline)).toEqual({ id: 7, url: 'https://example.com' });
});

test('sends what was changed', () => {
  expect(changesOf(7, baseline, { ...baseline, description: '', enabled: false })).toEqual({
    id: 7,
    url: 'https://example.com',
    description: '',
    enabled: false,
  });
});

test('sends every setting once one of them was changed', () => {
  const settings = baseline.settings.map((row) => ({ ...row, value: '10' }));
  expect(changesOf(7, baseline, { ...baseline, settings }).settings).toEqual([{ countdown: 10 }]);
});

test('names the fields in which two versions differ', () => {
  expect(differences(baseline, { ...baseline, locale_code: 'pl', settings: [] })).toEqual(['locale_code', 'settings']);
});

function problems(values: object): string[] {
  const parsed = z.safeParse(widgetFormSchema(), { ...newWidgetValues, url: 'example.com', ...values });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

test('gives the web address in the form that is stored', () => {
  const parsed = z.safeParse(widgetFormSchema(), { ...newWidgetValues, url: ' example.com/contact ' });
  expect(parsed.data?.url).toBe('https://example.com/contact');
});

test('leaves to the letter what the API has already, and looks at what was typed beside it', () => {
  const kept = valuesOf(
    z.parse(Widget, {
      ...widget,
      url: 'HTTP://intranet:80/a/../b?x#y',
      settings: [{ '': 'no key', ' spaced ': 1 }],
    }),
  );
  const schema = widgetFormSchema(kept);
  const added = { entry: null, key: ' new ', kind: 'text', value: '' };
  const parsed = z.safeParse(schema, { ...kept, settings: [...kept.settings, added] });
  expect(parsed.data).toEqual({ ...kept, settings: [...kept.settings, { ...added, key: 'new' }] });
  expect(z.safeParse(schema, { ...kept, url: 'http://intranet/other' }).success).toBe(false);
  const emptied = kept.settings.map((row) => ({ ...row, key: '' }));
  expect(z.safeParse(schema, { ...kept, settings: emptied }).success).toBe(false);
});

test.each([
  [{ url: '' }, /^url: Enter a web address/],
  [{ description: 'x'.repeat(256) }, /^description: Use 255 characters at most/],
  [{ settings: [{ entry: null, key: ' ', kind: 'text', value: '' }] }, /^settings.0.key: Name this setting/],
  [{ settings: [{ entry: null, key: 'a', kind: 'number', value: 'ten' }] }, /^settings.0.value: Enter a number/],
])('says what to do about %o', (values, words) => {
  expect(problems(values)).toEqual([expect.stringMatching(words)]);
});

test('accepts the longest description and an empty one', () => {
  expect(problems({ description: 'x'.repeat(255) })).toEqual([]);
  expect(problems({ description: '' })).toEqual([]);
});
