import { expect, test } from 'vitest';
import { safeReturnPath } from './return-path.ts';

test.each(['/', '/widgets', '/widgets?q=a%2Fb&page=2', '/widgets/3#hours'])('goes on to %s', (path) => {
  expect(safeReturnPath(path)).toBe(path);
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  ' //evil.example',
  'http:evil.example',
  '',
  null,
  undefined,
])('goes on to the start instead of %j', (path) => {
  expect(safeReturnPath(path)).toBe('/');
});
