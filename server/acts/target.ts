import { type ActEntity, actEntities } from '#src/api/wire/activity.ts';
import type { OperationId, OwnOperation } from '#src/api/wire/operations.ts';
import { isRecord } from '#src/api/wire/primitives.ts';

/** What an act is about, as far as the request tells. */
export interface Target {
  entity: ActEntity;
  widgetId: number | null;
  userIds: number[];
  callId: number | null;
  messageId: string | null;
  /** Which answer of a call. */
  subject: string | null;
}

type Body = Readonly<Record<string, unknown>>;

/** @param path of the request, which names a call and its field */
export function targetOf(operation: OperationId, body: Body, path: string): Target {
  const entity = entityOf(operation);
  const own = entity === 'widgets' ? body.id : body.widget_id;
  const users = entity === 'users' ? body.id : body.user_id;
  return {
    entity,
    widgetId: idOf(own),
    userIds: (Array.isArray(users) ? users : [users]).map(idOf).filter((id) => id !== null),
    callId: entity === 'calls' ? callIdOf(path.split('/').at(-3)) : null,
    subject: entity === 'calls' ? (path.split('/').at(-1) ?? null) : null,
    messageId: typeof body.message_id === 'string' ? body.message_id.slice(0, 100) : null,
  };
}

/** Adds the id that CallPage gave to what was created. */
export function withCreated(operation: OperationId, target: Target, answer: unknown): Target {
  const data = isRecord(answer) && isRecord(answer.data) ? answer.data : {};
  if (operation === 'widgets.create') return { ...target, widgetId: idOf(data.id) };
  if (operation === 'users.create') return { ...target, userIds: [idOf(data.id)].filter((id) => id !== null) };
  return isCallback(operation) ? { ...target, callId: callIdOf(data.id) } : target;
}

export function isCallback(operation: OperationId): boolean {
  return operation === 'widgets.call' || operation === 'widgets.callOrSchedule';
}

/** The first half of an operation's name. */
export function entityOf(operation: OperationId | OwnOperation): ActEntity {
  const entity = actEntities.find((one) => one === operation.split('.')[0]);
  if (!entity) throw new Error(`The trail does not know what ${operation} is about: add it to actEntities.`);
  return entity;
}

/** An id as the API takes it, number or digits; null for anything else, and for what no column holds. */
export const idOf = (value: unknown) => idUpTo(2_147_483_647, value);
/** Calls are many: their column is a wider one. */
const callIdOf = (value: unknown) => idUpTo(Number.MAX_SAFE_INTEGER, value);

function idUpTo(most: number, value: unknown): number | null {
  const digits = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  const id = /^[1-9]\d{0,15}$/.test(digits) ? Number(digits) : 0;
  return id > 0 && id <= most ? id : null;
}
