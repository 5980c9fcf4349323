import { expect, test } from 'vitest';
import { textsIn } from './storage.ts';

const refuse = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};
const refusing = { getItem: refuse, setItem: refuse, removeItem: refuse };

/** Each way in which a browser keeps a page from its storage. */
const blocked: [how: string, open: () => Storage][] = [
  ['whose getter throws', refuse],
  ['that is not there', () => JSON.parse('null')],
  ['whose every method throws', () => refusing as unknown as Storage],
];

test.each(blocked)('a storage %s finds nothing, keeps nothing and throws nothing', (_how, open) => {
  const texts = textsIn(open);
  texts.set('key', 'text');
  texts.remove('key');
  expect(texts.get('key')).toBeNull();
  expect(texts.keys().filter((key) => !(key in refusing))).toEqual([]);
});
