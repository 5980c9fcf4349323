import { expect, test } from 'vitest';
import { widgetOptions } from './widget-options.ts';

const widget = (id: number, description: string, enabled = true) => ({
  id,
  description,
  enabled,
  url: `https://${id}.example.com/`,
});

test('the enabled widgets come first, each group by name, and the others are explained', () => {
  const widgets = [widget(1, 'Shop 10'), widget(2, 'Clinic', false), widget(3, 'Shop 9'), widget(4, '')];
  expect(widgetOptions(widgets)).toEqual([
    {
      group: 'Enabled',
      items: [
        { value: '4', label: '4.example.com' },
        { value: '3', label: 'Shop 9 (3.example.com)' },
        { value: '1', label: 'Shop 10 (1.example.com)' },
      ],
    },
    {
      group: 'Disabled: visitors do not see the button',
      items: [{ value: '2', label: 'Clinic (2.example.com)' }],
    },
  ]);
});

test('a group without widgets is left out', () => {
  expect(widgetOptions([])).toEqual([]);
  expect(widgetOptions([widget(1, 'Shop')]).map(({ group }) => group)).toEqual(['Enabled']);
});
