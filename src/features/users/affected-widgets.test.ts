import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Widget } from '#src/api/wire/widgets.ts';
import { affectedWidgets } from './affected-widgets.ts';

const widget = (id: number, ...users: number[]) =>
  z.parse(Widget, { id, enabled: true, managers: users.map((user_id, index) => ({ id: 10 * id + index, user_id })) });

test('tells where others remain from where nobody is called any more', () => {
  const { shared, left } = affectedWidgets([widget(1, 5), widget(2, 5, 6), widget(3, 6), widget(4)], 5);
  expect(shared.map(({ id }) => id)).toEqual([2]);
  expect(left.map(({ id }) => id)).toEqual([1]);
});
