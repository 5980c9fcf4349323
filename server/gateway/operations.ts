import type { OperationId } from '#src/api/wire/operations.ts';
import type { ConsoleRole } from '#src/api/wire/session.ts';

/** `own`: of their own only, which `own.ts` sees to. */
type Rule = 'all' | 'own' | 'none';
/** What each role may do. There is no default: a role that is not named does not compile. */
export type Rules = Readonly<Record<ConsoleRole, Rule>>;

export interface Operation {
  readonly id: OperationId;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** As CallPage documents it, parameters in braces. */
  readonly path: string;
  /** What the CallPage key must be allowed to do; null where CallPage names no scope. */
  readonly scope: string | null;
  readonly rules: Rules;
  readonly mutates: boolean;
}

const v1 = '/api/v1/external';
const calls = '/api/v3/external/calls';

const operator = { operator: 'all', support: 'none', manager: 'none' } as const;
const supported = { operator: 'all', support: 'all', manager: 'none' } as const;
const own = { operator: 'all', support: 'none', manager: 'own' } as const;
const everyone = { operator: 'all', support: 'all', manager: 'own' } as const;
const anybody = { operator: 'all', support: 'all', manager: 'all' } as const;

/** Everything that may leave for CallPage. What is not listed here is never forwarded. */
export const operations: readonly Operation[] = [
  read('root', v1, null, anybody),

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
];

function read(id: OperationId, path: string, scope: string | null, rules: Rules): Operation {
  return { id, method: 'GET', path, scope, rules, mutates: false };
}

function write(id: OperationId, path: string, scope: string | null, rules: Rules): Operation {
  return { id, method: 'POST', path, scope, rules, mutates: true };
}

/** The ids of what this role may call, in full or of their own. */
export function allowedTo(role: ConsoleRole): OperationId[] {
  return operations.filter(({ rules }) => rules[role] !== 'none').map(({ id }) => id);
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
