/** A person's role in the console. CallPage's own `manager` role is another thing. */
export type ConsoleRole = 'operator' | 'support' | 'manager';

export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** As CallPage documents it, parameters in braces. */
  readonly path: string;
  /** What the CallPage key must be allowed to do; null where CallPage names no scope. */
  readonly scope: string | null;
  readonly roles: readonly ConsoleRole[];
  readonly mutates: boolean;
}

const v1 = '/api/v1/external';
const calls = '/api/v3/external/calls';

const operator = ['operator'] as const;
const supported = ['operator', 'support'] as const;
/** A manager sees and changes their own only; which that is, the server decides per request. */
const own = ['operator', 'manager'] as const;
const everyone = ['operator', 'support', 'manager'] as const;

/** Everything that may leave for CallPage. What is not listed here is never forwarded. */
export const operations = [
  read('root', v1, null, everyone),

  read('widgets.list', `${v1}/widgets/all`, 'widgets.view', everyone),
  read('widgets.get', `${v1}/widgets/get`, 'widgets.view', everyone),
  write('widgets.create', `${v1}/widgets/create`, 'widgets.edit', operator),
  write('widgets.update', `${v1}/widgets/update`, 'widgets.edit', operator),
  write('widgets.delete', `${v1}/widgets/delete`, 'widgets.edit', operator),
  write('widgets.addUsers', `${v1}/widgets/add-users`, 'widgets.edit', operator),
  write('widgets.call', `${v1}/widgets/call`, 'widgets.call', supported),
  write('widgets.callOrSchedule', `${v1}/widgets/call-or-schedule`, 'widgets.call', supported),

  read('managers.list', `${v1}/managers/all`, 'managers.view', everyone),
  read('managers.get', `${v1}/managers/get`, 'managers.view', everyone),
  write('managers.create', `${v1}/managers/create`, 'managers.edit', operator),
  write('managers.update', `${v1}/managers/update`, 'managers.edit', own),
  write('managers.delete', `${v1}/managers/delete`, 'managers.edit', operator),

  read('sms.list', `${v1}/sms/all`, 'sms.view', operator),
  write('sms.create', `${v1}/sms/create`, 'sms.edit', operator),
  write('sms.update', `${v1}/sms/update`, 'sms.edit', operator),
  write('sms.reset', `${v1}/sms/reset`, 'sms.edit', operator),

  read('voice.list', `${v1}/voice/all`, 'voice.view', operator),
  write('voice.create', `${v1}/voice/create`, 'voice.edit', operator),
  write('voice.update', `${v1}/voice/update`, 'voice.edit', operator),
  write('voice.reset', `${v1}/voice/reset`, 'voice.edit', operator),

  read('users.list', `${v1}/users/all`, null, everyone),
  read('users.get', `${v1}/users/get`, null, everyone),
  write('users.create', `${v1}/users/create`, null, operator),
  write('users.update', `${v1}/users/update`, null, operator),
  write('users.delete', `${v1}/users/delete`, null, operator),

  read('calls.list', `${calls}/history`, 'calls.view', everyone),
  read('calls.get', `${calls}/{id}`, 'calls.view', everyone),
  { ...write('calls.updateField', `${v1}/calls/{call}/fields/{field}`, 'calls.view', operator), method: 'PATCH' },
] as const satisfies readonly Operation[];

function read<Id extends string>(id: Id, path: string, scope: string | null, roles: readonly ConsoleRole[]) {
  return { id, method: 'GET', path, scope, roles, mutates: false } as const;
}

function write<Id extends string>(id: Id, path: string, scope: string | null, roles: readonly ConsoleRole[]) {
  return { id, method: 'POST', path, scope, roles, mutates: true } as const;
}

/** What a parameter may look like. Nothing here can be a separator, an escape or a dot. */
const parameters: Readonly<Record<string, string>> = {
  '{id}': '[1-9][0-9]{0,15}',
  '{call}': '[1-9][0-9]{0,15}',
  '{field}': '[A-Za-z0-9_-]{1,64}',
};

const matchers = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, (name) => parameters[name] ?? '(?!)')}$`),
}));

/**
 * The operation that a request names, or undefined.
 * @param path the request target up to its `?`, exactly as it came: decoding it first would let `%2e%2e` and `%2f` through.
 */
export function findOperation(method: string, path: string): Operation | undefined {
  return matchers.find(({ operation, pattern }) => operation.method === method && pattern.test(path))?.operation;
}
