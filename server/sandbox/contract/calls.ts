import * as z from 'zod/mini';
import { Call } from '#src/api/wire/calls.ts';
import { Created } from '#src/api/wire/primitives.ts';
import { type ContractCase, read, v1, write } from './case.ts';
import { limit, offset } from './values.ts';

const v3 = '/api/v3/external/calls';

export const callCases: ContractCase[] = [
  {
    ...read('calls.list', `${v3}/history`, 'calls.view', z.array(Call)),
    good: {
      widget_ids: [1, [1, 2]],
      statuses: ['new', ['completed', 'cancelled']],
      user_ids: [1, [1, 2]],
      tag_ids: [1, [1]],
      call_id: [1, [1, 2]],
      incoming_number_ids: [7, [7]],
      phone_number: ['+48600100200', '100'],
      url: ['one.example', '%'],
      date_from: [0, 32_503_680_000],
      date_to: [0, 32_503_680_000],
      display_hidden: [0, 1],
      limit: limit.good,
      offset: offset.good,
    },
    bad: {
      widget_ids: ['x', [0]],
      statuses: ['done', ['new', '']],
      user_ids: ['x', [0]],
      tag_ids: ['x', [0]],
      call_id: ['x', [0]],
      incoming_number_ids: ['x', [0]],
      phone_number: ['', 'abc', ['100']],
      url: [['one.example'], { of: 'one.example' }],
      date_from: [-1, 'x', 32_503_680_001],
      date_to: [-1, 'yesterday', 32_503_680_001],
      display_hidden: [2, 'x'],
      limit: limit.bad,
      offset: offset.bad,
    },
    hasMeta: true,
  },
  {
    ...read('calls.get', `${v3}/{id}`, 'calls.view', Call),
    input: { id: 1 },
    good: { id: [2] },
    bad: { id: [0, -1, 1.5, 'one', 2_147_483_648] },
    unknown: [{ id: 99 }],
  },
  {
    ...write('calls.updateField', `${v1}/calls/{call}/fields/{field}`, 'calls.view', Created),
    method: 'PATCH',
    input: { call: 1, field: 'topic', value: 'Invoice' },
    required: ['value'],
    good: { field: ['a', 'x'.repeat(64), '__proto__', 'A_b-9'], value: ['', 1, false, null] },
    bad: { call: [0, 'one'], field: ['x'.repeat(65), 'a.b', 'ż'], value: [[], {}] },
    unknown: [{ call: 99 }],
  },
];
