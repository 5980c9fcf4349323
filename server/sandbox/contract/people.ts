import * as z from 'zod/mini';
import { Assignment } from '#src/api/wire/managers.ts';
import { Created } from '#src/api/wire/primitives.ts';
import { User } from '#src/api/wire/users.ts';
import { type ContractCase, read, unknownWidget, v1, write } from './case.ts';
import { emails, flags, hours, ids, idsInQuery, limit, names, offset, roles, rule, tels } from './values.ts';

export const peopleCases: ContractCase[] = [
  {
    ...read('managers.list', `${v1}/managers/all`, 'managers.view', z.array(Assignment)),
    input: { widget_id: 1 },
    required: ['widget_id'],
    good: { widget_id: [2], limit: limit.good, offset: offset.good },
    bad: { widget_id: idsInQuery.bad, limit: limit.bad, offset: offset.bad },
    unknown: [unknownWidget],
    hasMeta: true,
  },
  {
    ...read('managers.get', `${v1}/managers/get`, 'managers.view', Assignment),
    input: { user_id: 1, widget_id: 1 },
    required: ['user_id', 'widget_id'],
    good: { user_id: [2, 3] },
    bad: { user_id: idsInQuery.bad, widget_id: idsInQuery.bad },
    unknown: [unknownWidget, { user_id: 99 }, { user_id: 4 }],
  },
  {
    ...write('managers.create', `${v1}/managers/create`, 'managers.edit', Created),
    input: { user_id: 1, widget_id: 2, enabled: true, business_times: [rule] },
    required: ['user_id', 'widget_id', 'enabled'],
    good: { user_id: [2, '3'], enabled: flags.good, business_times: [undefined, ...hours.good] },
    // User 1 is on widget 1 already.
    bad: { user_id: ids.bad, widget_id: ids.bad, enabled: flags.bad, business_times: hours.bad },
    unknown: [unknownWidget, { user_id: 99 }],
  },
  {
    ...write('managers.update', `${v1}/managers/update`, 'managers.edit', Created),
    input: { user_id: 1, widget_id: 1, enabled: true, business_times: [rule] },
    required: ['user_id', 'widget_id', 'enabled'],
    good: { user_id: [2, '3'], enabled: flags.good, business_times: [undefined, ...hours.good] },
    bad: { user_id: ids.bad, widget_id: ids.bad, enabled: flags.bad, business_times: hours.bad },
    unknown: [unknownWidget, { user_id: 99 }, { user_id: 4 }],
  },
  {
    ...write('managers.delete', `${v1}/managers/delete`, 'managers.edit', z.null()),
    input: { user_id: 1, widget_id: 1 },
    required: ['user_id', 'widget_id'],
    good: { user_id: [2, '3'] },
    bad: { user_id: ids.bad, widget_id: ids.bad },
    unknown: [unknownWidget, { user_id: 99 }, { user_id: 4 }],
  },

  {
    ...read('users.list', `${v1}/users/all`, null, z.array(User)),
    good: { limit: limit.good, offset: offset.good },
    bad: { limit: limit.bad, offset: offset.bad },
    hasMeta: true,
  },
  {
    ...read('users.get', `${v1}/users/get`, null, User),
    input: { id: 1 },
    required: ['id'],
    good: { id: [3], email: ['anna@ONE.example'] },
    bad: { id: idsInQuery.bad, email: [['anna@one.example'], { of: 'anna@one.example' }] },
    unknown: [{ id: 99 }, { id: undefined, email: 'nobody@one.example' }],
  },
  {
    ...write('users.create', `${v1}/users/create`, null, Created),
    input: { name: 'New', tel: '+48221234567', email: 'new@one.example', role: 'admin', enabled: true },
    required: ['name', 'tel'],
    good: {
      name: names.good,
      tel: tels.good,
      email: [undefined, ...emails.good],
      role: [undefined, ...roles.good],
      enabled: [undefined, ...flags.good],
    },
    bad: { name: names.bad, tel: tels.bad, email: emails.bad, role: roles.bad, enabled: flags.bad },
  },
  {
    ...write('users.update', `${v1}/users/update`, null, Created),
    input: { id: 1, name: 'New', tel: '+48221234567', email: 'new@one.example', role: 'admin', enabled: true },
    required: ['id', 'name', 'tel'],
    good: {
      id: ids.good,
      name: names.good,
      tel: tels.good,
      email: [undefined, 'anna@one.example', ...emails.good],
      role: [undefined, ...roles.good],
      enabled: [undefined, ...flags.good],
    },
    bad: { id: ids.bad, name: names.bad, tel: tels.bad, email: emails.bad, role: roles.bad, enabled: flags.bad },
    unknown: [{ id: 99 }],
  },
  {
    ...write('users.delete', `${v1}/users/delete`, null, z.null()),
    input: { id: 1 },
    required: ['id'],
    good: { id: ids.good },
    bad: { id: ids.bad },
    unknown: [{ id: 99 }],
  },
];
