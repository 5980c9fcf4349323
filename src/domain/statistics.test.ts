import { expect, it } from 'vitest';
import { managerStatus, smsStatus, widgetStatus } from './statistics.ts';

const items = [{ enabled: true }, { enabled: false }, { enabled: true }];

it('counts widgets in the shape of the contract', () => {
  expect(widgetStatus(items)).toEqual({ total_widgets: 3, enabled_widgets: 2, disabled_widgets: 1 });
});

it('counts managers in the shape of the contract', () => {
  expect(managerStatus(items)).toEqual({ total_managers: 3, enabled_managers: 2, disabled_managers: 1 });
});

it('counts SMS messages in the shape of the contract', () => {
  expect(smsStatus(items)).toEqual({ total_messages: 3, enabled_messages: 2, disabled_messages: 1 });
});

it('counts nothing as nothing', () => {
  expect(widgetStatus([])).toEqual({ total_widgets: 0, enabled_widgets: 0, disabled_widgets: 0 });
});
