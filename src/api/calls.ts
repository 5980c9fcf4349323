import * as z from 'zod/mini';
import { send, v1, v3 } from './http.ts';
import { type Page, readPages } from './pages.ts';
import { type ReadRows, readRows } from './rows.ts';
import { Call, type CallHistoryInput } from './wire/calls.ts';
import { Created, rows } from './wire/primitives.ts';
import type { CallInput } from './wire/widgets.ts';

const CallList = rows(Call);

function history(query: CallHistoryInput, signal: AbortSignal | undefined) {
  return send({ operation: 'calls.list', path: v3('calls/history'), query: { ...query }, data: CallList, signal });
}

/**
 * One page of the calls, the newest first, with null for one that cannot be read; `total` is the API's own count, which
 * is a hint.
 */
export async function listCalls(query: CallHistoryInput, signal?: AbortSignal) {
  const { data, meta } = await history(query, signal);
  return { rows: data, total: meta.count };
}

/** Every call that the filters let through, page by page, the newest first. */
export async function* readCalls(
  query: Omit<CallHistoryInput, 'limit' | 'offset'>,
  signal?: AbortSignal,
): AsyncGenerator<Page<Call> & ReadRows<Call>> {
  const pages = readPages((page) => history({ ...query, ...page }, signal));
  for await (const page of pages) yield { ...page, ...readRows(page.items) };
}

export async function getCall(id: number, signal?: AbortSignal): Promise<Call> {
  return (await send({ operation: 'calls.get', path: v3(`calls/${id}`), data: Call, signal })).data;
}

interface CallField {
  call: number;
  field: string;
  value: string;
}

export async function updateCallField({ call, field, value }: CallField): Promise<void> {
  const path = v1(`calls/${call}/fields/${encodeURIComponent(field)}`);
  await send({ operation: 'calls.updateField', path, method: 'PATCH', body: { value }, data: z.unknown() });
}

export interface CallIntent {
  /** Sent again with the same key, it is not placed again: the first answer comes back. */
  key: string;
  /**
   * The act because of which the server refused a second call to the number (`call_repeated`): the person was told of
   * it, and wants another.
   */
  confirmed?: number | undefined;
}

const carrying = ({ key, confirmed }: CallIntent): { key: string; headers: Record<string, string> } => ({
  key,
  headers: confirmed === undefined ? {} : { 'X-CallPage-Confirmed': String(confirmed) },
});

/** Calls now or not at all: an error when nobody is available. */
export async function callNow(body: CallInput, intent: CallIntent): Promise<Created> {
  const request = { operation: 'widgets.call', path: v1('widgets/call'), method: 'POST', body } as const;
  return (await send({ ...request, ...carrying(intent), data: Created })).data;
}

/** Calls now, or at the first available timeslot. */
export async function callOrSchedule(body: Omit<CallInput, 'manager_id'>, intent: CallIntent): Promise<Created> {
  const path = v1('widgets/call-or-schedule');
  const request = { operation: 'widgets.callOrSchedule', path, method: 'POST', body } as const;
  return (await send({ ...request, ...carrying(intent), data: Created })).data;
}
