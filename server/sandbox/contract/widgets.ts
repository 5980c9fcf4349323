import * as z from 'zod/mini';
import { Created } from '#src/api/wire/primitives.ts';
import { AddedUsers, Widget } from '#src/api/wire/widgets.ts';
import { type ContractCase, read, unknownWidget, v1, write } from './case.ts';
import { descriptions, flags, hours, ids, idsInQuery, limit, localeCodes, offset, rule, tels, urls } from './values.ts';

export const widgetCases: ContractCase[] = [
  read('root', v1, null, z.array(z.unknown())),

  {
    ...read('widgets.list', `${v1}/widgets/all`, 'widgets.view', z.array(Widget)),
    good: { limit: limit.good, offset: offset.good },
    bad: { limit: limit.bad, offset: offset.bad },
    hasMeta: true,
  },
  {
    ...read('widgets.get', `${v1}/widgets/get`, 'widgets.view', Widget),
    input: { widget_id: 1 },
    required: ['widget_id'],
    good: { widget_id: [2] },
    bad: { widget_id: idsInQuery.bad },
    unknown: [unknownWidget],
  },
  {
    ...write('widgets.create', `${v1}/widgets/create`, 'widgets.edit', Created),
    input: { url: 'https://new.example', description: 'New', locale_code: 'de' },
    required: ['url'],
    good: {
      url: urls.good,
      description: [undefined, ...descriptions.good],
      locale_code: [undefined, ...localeCodes.good],
    },
    bad: { url: urls.bad, description: descriptions.bad, locale_code: localeCodes.bad },
  },
  {
    ...write('widgets.update', `${v1}/widgets/update`, 'widgets.edit', Created),
    input: {
      id: 1,
      url: 'https://new.example',
      description: 'New',
      locale_code: 'de',
      enabled: false,
      settings: [{ a: 1 }],
    },
    required: ['id', 'url'],
    good: {
      id: ids.good,
      url: urls.good,
      description: descriptions.good,
      locale_code: localeCodes.good,
      enabled: flags.good,
      settings: [[], [{ a: 1, b: 'x', c: true }], { a: 1 }],
    },
    bad: {
      id: ids.bad,
      url: urls.bad,
      description: descriptions.bad,
      locale_code: localeCodes.bad,
      enabled: flags.bad,
      settings: [null, 'x', [1], [{ a: null }], [{ a: { b: 1 } }], [{ a: [1] }]],
    },
    unknown: [{ id: 99 }],
  },
  {
    ...write('widgets.delete', `${v1}/widgets/delete`, 'widgets.edit', z.null()),
    input: { id: 1 },
    required: ['id'],
    good: { id: ids.good },
    bad: { id: ids.bad },
    unknown: [{ id: 99 }],
  },
  {
    ...write('widgets.addUsers', `${v1}/widgets/add-users`, 'widgets.edit', AddedUsers),
    input: { id: 2, user_id: [1, 2], business_times: [rule] },
    required: ['id', 'user_id'],
    good: { id: ids.good, user_id: [1, '1', [1], ['1', 2], [1, 1]], business_times: hours.good },
    bad: { id: ids.bad, user_id: [0, '', 'x', null, [], [0], [1, 'x'], [[1]]], business_times: hours.bad },
    unknown: [{ id: 99 }, { user_id: 99 }, { user_id: [1, 99] }],
  },
  {
    ...write('widgets.call', `${v1}/widgets/call`, 'widgets.call', Created),
    input: { id: 1, tel: '+48221234567' },
    required: ['id', 'tel'],
    good: { tel: tels.good, department_id: [null, 1, '1'], manager_id: [null, 1, '1'] },
    bad: { id: ids.bad, tel: tels.bad, department_id: [0, 'x', 3, 99], manager_id: [0, 'x', 99] },
    unknown: [{ id: 99 }],
  },
  {
    ...write('widgets.callOrSchedule', `${v1}/widgets/call-or-schedule`, 'widgets.call', Created),
    input: { id: 1, tel: '+48221234567', department_id: 2 },
    required: ['id', 'tel'],
    good: { id: ids.good, tel: tels.good, department_id: [undefined, null, 1, '2'] },
    bad: { id: ids.bad, tel: tels.bad, department_id: [0, 'x', 3, 99] },
    unknown: [{ id: 99 }],
  },
];
