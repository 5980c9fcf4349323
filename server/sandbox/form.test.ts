import { describe, expect, it } from 'vitest';
import { phpQuery } from '#server/testing/client.ts';
import { parseForm } from './form.ts';

describe('a form', () => {
  it.each([
    ['', {}],
    ['a=1&b=x%20y+z', { a: '1', b: 'x y z' }],
    ['a', { a: '' }],
    ['a=1&a=2', { a: '2' }],
    ['a[]=1&a[]=2', { a: ['1', '2'] }],
    ['a%5B%5D=1', { a: ['1'] }],
    ['a[0][b]=1&a[0][c]=2&a[1][b]=3', { a: [{ b: '1', c: '2' }, { b: '3' }] }],
    ['a[x]=1&a[y]=2', { a: { x: '1', y: '2' } }],
    ['a[1]=1', { a: { 1: '1' } }],
    ['a=1&a[b]=2', { a: { b: '2' } }],
    ['a[=1&]b=2&[]=3', { 'a[': '1', ']b': '2', '[]': '3' }],
    ['a[1][2][3][4][5][6]=1', { 'a[1][2][3][4][5][6]': '1' }],
  ])('reads %s', (text, expected) => {
    expect(parseForm(text)).toEqual(expected);
  });

  it('reads what PHP writes', () => {
    const input = {
      id: '1',
      user_id: ['1', '2'],
      business_times: [{ day_of_week: '1', timezone: 'Europe/Warsaw' }, { day_of_week: '2' }],
    };
    expect(parseForm(phpQuery(input))).toEqual(input);
  });
});
