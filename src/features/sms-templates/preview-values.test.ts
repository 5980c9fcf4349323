import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Widget } from '#src/api/wire/widgets.ts';
import { previewValues } from './preview-values.ts';

const user = (id: number, name: string) => ({ id, name, email: null, tel: `+4860000010${id}`, avatar: null });
const widget = (more: object) => z.parse(Widget, { id: 1, url: 'https://bakery.example', enabled: true, ...more });

test('the company is the SMS sender, else the description, else the address', () => {
  expect(previewValues(widget({ company_sms_name: 'Bakery Ltd', description: 'Shop' })).company_name).toBe(
    'Bakery Ltd',
  );
  expect(previewValues(widget({ description: 'Shop' })).company_name).toBe('Shop');
  expect(previewValues(widget({})).company_name).toBe('bakery.example');
});

test('name and number are those of the first manager who is switched on', () => {
  const managers = [
    { id: 1, enabled: false, user: user(1, 'Ann') },
    { id: 2, enabled: true, user: user(2, 'Bo') },
  ];
  expect(previewValues(widget({ managers }))).toMatchObject({ name: 'Bo', tel: '+48600000102' });
  expect(previewValues(widget({ managers: managers.slice(0, 1) }))).toMatchObject({ name: 'Ann' });
  expect(previewValues(widget({}))).not.toHaveProperty('name');
});
