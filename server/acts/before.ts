import { findOperation } from '#server/gateway/operations.ts';
import type { Upstream } from '#server/gateway/upstream.ts';
import type { OperationId } from '#src/api/wire/operations.ts';
import { isRecord } from '#src/api/wire/primitives.ts';
import type { Target } from './target.ts';

type Json = Record<string, unknown>;

/** Milliseconds. What cannot be read quickly is not waited for: the change itself is what was asked for. */
const patience = 2_000;
const v1 = '/api/v1/external';

type Taking = Extract<OperationId, `${string}.delete` | `${string}.reset`>;

/** What is kept of something that is deleted, or that is given back its default. */
const whole: Readonly<Record<Taking, readonly string[]>> = {
  'widgets.delete': ['url', 'description', 'enabled', 'locale_code', 'settings'],
  'managers.delete': ['enabled', 'business_times'],
  'users.delete': ['name', 'email', 'tel', 'role', 'enabled'],
  'sms.reset': ['text', 'enabled'],
  'voice.reset': ['recording', 'enabled'],
};
const isTaking = (operation: OperationId): operation is Taking => operation in whole;
const ids = new Set(['id', 'widget_id', 'user_id', 'message_id']);

/**
 * Reads what a change is about to change: the keys that are sent, or of a delete what goes. Null where that is not
 * known beforehand, or cannot be read; a change is never refused for it.
 */
export async function readBefore(
  upstream: Upstream,
  operation: OperationId,
  { widgetId, userIds, messageId }: Target,
  body: Readonly<Json>,
): Promise<Json | null> {
  const keys = isTaking(operation) ? whole[operation] : Object.keys(body).filter((key) => !ids.has(key));
  const path = pathFor(operation, widgetId, userIds[0] ?? null);
  if (!path) return null;
  const read = findOperation('GET', path.split('?', 1)[0] ?? '');
  if (!read) return null;
  try {
    const { status, body: text } = await upstream(read, {
      target: path,
      headers: { accept: 'application/json' },
      body: undefined,
      signal: AbortSignal.timeout(patience),
      aside: true,
    });
    const answer: unknown = JSON.parse(text);
    if (status !== 200 || !isRecord(answer) || answer.hasError === true) return null;
    const found = Array.isArray(answer.data)
      ? answer.data.find((one) => isRecord(one) && one.message_id === messageId)
      : answer.data;
    return isRecord(found) ? pick(found, keys) : null;
  } catch {
    return null;
  }
}

function pathFor(operation: OperationId, widget: number | null, user: number | null): string | undefined {
  switch (operation) {
    case 'widgets.update':
    case 'widgets.delete':
      return widget ? `${v1}/widgets/get?widget_id=${widget}` : undefined;
    case 'managers.update':
    case 'managers.delete':
      return widget && user ? `${v1}/managers/get?widget_id=${widget}&user_id=${user}` : undefined;
    case 'users.update':
    case 'users.delete':
      return user ? `${v1}/users/get?id=${user}` : undefined;
    case 'sms.create':
    case 'sms.update':
    case 'sms.reset':
      return widget ? `${v1}/sms/all?widget_id=${widget}` : undefined;
    case 'voice.create':
    case 'voice.update':
    case 'voice.reset':
      return widget ? `${v1}/voice/all?widget_id=${widget}` : undefined;
    default:
      return undefined;
  }
}

/** What CallPage has confirmed: the keys that were sent. A delete or a reset leaves nothing to tell. */
export function afterOf(operation: OperationId, body: Readonly<Json>): Json | null {
  if (/\.(delete|reset|call|callOrSchedule)$/.test(operation)) return null;
  return pick(
    body,
    Object.keys(body).filter((key) => !ids.has(key)),
  );
}

function pick(record: Readonly<Json>, keys: readonly string[]): Json {
  return Object.fromEntries(keys.filter((key) => key in record).map((key) => [key, record[key]]));
}
