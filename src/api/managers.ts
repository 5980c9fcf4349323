import * as z from 'zod/mini';
import { send, v1 } from './http.ts';
import { readAll } from './pages.ts';
import { Assignment, type ManagerInput } from './wire/managers.ts';
import { Created } from './wire/primitives.ts';

const AssignmentList = z.array(Assignment);

interface Pair {
  widget_id: number;
  user_id: number;
}

/** Every manager of one widget, with hours and departments, in the API's order. */
export function listAssignments(widgetId: number, signal?: AbortSignal): Promise<Assignment[]> {
  const request = { operation: 'managers.list', path: v1('managers/all'), data: AssignmentList, signal };
  return readAll((page) => send({ ...request, query: { widget_id: widgetId, ...page } }));
}

export async function getAssignment(query: Pair, signal?: AbortSignal): Promise<Assignment> {
  const request = { operation: 'managers.get', path: v1('managers/get'), query: { ...query }, signal };
  return (await send({ ...request, data: Assignment })).data;
}

/** Hours that are left out are not kept but reset, so they are always sent along. */
export async function updateAssignment(body: Required<ManagerInput>): Promise<Created> {
  const request = { operation: 'managers.update', path: v1('managers/update'), method: 'POST', body } as const;
  return (await send({ ...request, data: Created })).data;
}

export async function deleteAssignment(body: Pair): Promise<void> {
  await send({
    operation: 'managers.delete',
    path: v1('managers/delete'),
    method: 'POST',
    body,
    data: z.unknown(),
  });
}
