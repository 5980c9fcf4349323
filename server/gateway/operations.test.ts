import { describe, expect, test } from 'vitest';
import { targetOf } from '#server/acts/target.ts';
import { routes } from '#server/sandbox/routes/index.ts';
import { operationIds } from '#src/api/wire/operations.ts';
import type { ConsoleRole } from '#src/api/wire/session.ts';
import { findOperation, operations } from './operations.ts';

const byId = (a: { operation: string }, b: { operation: string }) => a.operation.localeCompare(b.operation);
const sample = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name) => (name === 'field' ? 'notes' : '42'));

describe('the operations table', () => {
  test('lists what the sandbox has, with the same method, path and scope', () => {
    const here = operations.map(({ id, method, path, scope }) => ({
      operation: id,
      method,
      path: path.replaceAll(/\{(\w+)\}/g, ':$1'),
      scope,
    }));
    const there = routes.map(({ operation, method, path, scope }) => ({ operation, method, path, scope }));
    expect(here.sort(byId)).toEqual(there.sort(byId));
    expect(operations.map(({ id }) => id)).toEqual(operationIds);
  });

  test('finds every operation by its method and path, and by no other method', () => {
    for (const { id, method, path } of operations) {
      expect(findOperation(method, sample(path))?.id).toBe(id);
      for (const other of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((it) => it !== method)) {
        expect(findOperation(other, sample(path))).toBeUndefined();
      }
    }
  });

  test.each(['0', '-1', '1.5', '1e3', '%31', '1;a=b', '', '..', 'abc', '99999999999999999'])('takes no id %j', (id) => {
    expect(findOperation('GET', `/api/v3/external/calls/${id}`)).toBeUndefined();
    expect(findOperation('PATCH', `/api/v1/external/calls/${id}/fields/notes`)).toBeUndefined();
  });

  test.each(['', '.', '..', 'a/b', 'a%2fb', 'a b', 'é', 'x'.repeat(65)])('takes no field %j', (field) => {
    expect(findOperation('PATCH', `/api/v1/external/calls/1/fields/${field}`)).toBeUndefined();
  });

  test('says what changes something: exactly what is not a GET, and not named as one', () => {
    for (const { id, method, mutates } of operations) {
      expect(mutates).toBe(method !== 'GET');
      expect(mutates).toBe(!/^root$|\.(list|get)$/.test(id));
    }
  });

  test('changes nothing that the trail has no name for', () => {
    for (const { id } of operations.filter(({ mutates }) => mutates)) {
      expect(targetOf(id, {}, '').entity).toBe(id.split('.')[0]);
    }
  });

  test('gives operators everything, support callbacks and reading, managers their own hours and reading', () => {
    const of = (role: ConsoleRole, mutates: boolean) =>
      operations.filter((it) => it.rules[role] !== 'none' && it.mutates === mutates).map(({ id }) => id);
    const reads = ['root', 'widgets.list', 'widgets.get', 'managers.list', 'managers.get', 'users.list', 'users.get'];
    const readable = [...reads, 'calls.list', 'calls.get'];

    expect([...of('operator', false), ...of('operator', true)]).toHaveLength(operations.length);
    expect(of('support', true)).toEqual(['widgets.call', 'widgets.callOrSchedule']);
    expect(of('support', false)).toEqual(readable);
    expect(of('manager', true)).toEqual(['managers.update']);
    expect(of('manager', false)).toEqual(readable);
    // A manager has nothing in full, but for the greeting.
    const inFull = operations.filter((it) => it.rules.manager === 'all').map(({ id }) => id);
    expect(inFull).toEqual(['root']);
  });
});
