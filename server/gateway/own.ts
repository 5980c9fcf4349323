import { callOf, textIn } from '#src/api/wire/calls.ts';
import type { OperationId } from '#src/api/wire/operations.ts';
import { isRecord, oneOf } from '#src/api/wire/primitives.ts';
import { Failure } from './failure.ts';
import { findOperation, type Operation } from './operations.ts';
import type { UpstreamAnswer } from './upstream.ts';

/**
 * What a manager gets: their own, and nothing of others. Requests are written anew from what was understood of them, and
 * answers are put together from keys that are named here, so that what CallPage adds one day is not handed on.
 */
type Json = Record<string, unknown>;

interface Answer {
  status: number;
  body: Json;
}
/** Reads from CallPage, with a query that was made here. */
export type Ask = (target: string) => Promise<Answer>;

interface Asked {
  /** The CallPage user that the person is. */
  me: number;
  query: URLSearchParams;
  /** Path of the request. */
  path: string;
  ask: Ask;
}

const v1 = '/api/v1/external';
const history = '/api/v3/external/calls/history';

/** A reader for each operation whose rule is `own`. What has none is refused. */
const readers: Partial<Record<OperationId, (asked: Asked) => Promise<Answer>>> = {
  'widgets.list': async ({ me, query, ask }) => {
    const all = await readAll(ask, `${v1}/widgets/all?`);
    return 'status' in all ? all : paged(query, all.rows.map((row) => ownWidget(row, me)).filter(isRecord));
  },

  'widgets.get': async ({ me, query, ask }) => {
    const id = idIn(query, 'widget_id') ?? idIn(query, 'id');
    if (id === undefined) throw notYours();
    const answer = await ask(`${v1}/widgets/get?widget_id=${id}`);
    return one(answer, (data) => ownWidget(data, me));
  },

  'managers.list': async ({ me, query, ask }) => {
    const widget = idIn(query, 'widget_id');
    if (widget === undefined) throw notYours();
    const all = await readAll(ask, `${v1}/managers/all?widget_id=${widget}&`);
    if ('status' in all) return failedOne(all);
    const rows = all.rows.map((row) => ownManager(row, me)).filter(isRecord);
    if (rows.length === 0) throw notYours();
    return paged(query, rows);
  },

  'managers.get': async ({ me, query, ask }) => {
    const widget = idIn(query, 'widget_id');
    if (widget === undefined || idIn(query, 'user_id') !== me) throw notYours();
    return one(await ask(`${v1}/managers/get?user_id=${me}&widget_id=${widget}`), (data) => ownManager(data, me));
  },

  'users.list': async ({ me, query, ask }) => {
    const answer = await ask(`${v1}/users/get?id=${me}`);
    const user = answer.status === 200 ? ownUser(answer.body.data, me) : undefined;
    return paged(query, user ? [user] : []);
  },

  'users.get': async ({ me, query, ask }) => {
    if (idIn(query, 'id') !== me) throw notYours();
    return one(await ask(`${v1}/users/get?id=${me}`), (data) => ownUser(data, me));
  },

  'calls.list': async ({ me, query, ask }) => {
    const kept = new URLSearchParams();
    for (const [name, value] of query) if (callFilters.test(name)) kept.append(name, value);
    kept.append('user_ids[]', String(me));
    const answer = await ask(`${history}?${kept}`);
    const { data, meta } = answer.body;
    if (answer.status !== 200 || !Array.isArray(data)) return failed(answer);
    return success(
      // A row that cannot be read is one of theirs, by the filter: it is told that there is one.
      data.map((call) => (callOf(call) ? ownCall(call, me) : null)).filter((call) => call !== undefined),
      pick(isRecord(meta) ? meta : {}, ['count', 'limit', 'offset']),
    );
  },

  'calls.get': async ({ me, path, ask }) => one(await ask(path), (data) => ownCall(data, me)),
};

/** Everything but whose calls they are. */
const callFilters =
  /^((widget_ids|statuses|tag_ids|call_id|incoming_number_ids)\[\d*\]|phone_number|url|date_from|date_to|limit|offset)$/;

/** The ids of the operations that are read so: the test holds them against the table. */
export const ownReads = Object.keys(readers);

/** Answers a read of a manager. It throws 403 for what is somebody else's. */
export async function readOwn(operation: OperationId, me: number | null, target: string, ask: Ask): Promise<Answer> {
  const reader = readers[operation];
  if (!reader || me === null) throw notYours();
  const [path = '', query = ''] = target.split('?', 2);
  return reader({ me, path, query: new URLSearchParams(query), ask });
}

/** A manager's change, written anew from the keys that it may have. It throws 403 for an assignment of somebody else. */
export function ownChange(operation: OperationId, me: number | null, body: Readonly<Json>): Json {
  const { user_id, widget_id, enabled, business_times } = body;
  const isMine = operation === 'managers.update' && me !== null && String(user_id) === String(me);
  if (!isMine || Array.isArray(user_id)) throw notYours();
  return { user_id: me, widget_id, enabled, ...(business_times === undefined ? {} : { business_times }) };
}

function notYours(): Failure {
  return new Failure(403, 'This belongs to somebody else: a manager has their own widgets, hours and calls only.', {
    reason: 'not_yours',
    outcome: 'not_sent',
  });
}

const widgetKeys = [
  'id',
  'url',
  'description',
  'enabled',
  'locale_code',
  'installation_status',
  'installed_at',
  'company_sms_name',
  'call_requests_count',
];
const managerKeys = ['id', 'manager_id', 'user_id', 'widget_id', 'enabled'];
const named = ['id', 'name'];
const userKeys = [
  'id',
  'name',
  'email',
  'tel',
  'tel_formatted',
  'tel_extension',
  'enabled',
  'last_online',
  'activated_at',
  'avatar',
];
const callKeys = [
  'id',
  'to',
  'to_formatted',
  'human_status',
  'scheduled_at',
  'scheduled_success',
  'created_at',
  'cancelled_at',
  'leadable_id',
  'leadable_type',
  'leadable_description',
];

function ownWidget(value: unknown, me: number): Json | undefined {
  if (!isRecord(value)) return undefined;
  const list = value.managers ?? value.assignments;
  const managers = (Array.isArray(list) ? list : []).map((one) => ownManager(one, me)).filter(isRecord);
  return managers.length > 0 ? { ...pick(value, widgetKeys), managers } : undefined;
}

function ownManager(value: unknown, me: number): Json | undefined {
  if (!isRecord(value)) return undefined;
  const user = isRecord(value.user) ? value.user : {};
  if (Number(value.user_id ?? user.id) !== me || (user.id !== undefined && Number(user.id) !== me)) return undefined;
  return {
    ...pick(value, managerKeys),
    ...parts(value, { user: userKeys, departments: named }),
    // Whole: they are sent back with the switch, and what is left out of them would be lost.
    ...('business_times' in value && { business_times: value.business_times }),
  };
}

function ownUser(value: unknown, me: number): Json | undefined {
  if (!isRecord(value) || Number(value.id) !== me) return undefined;
  const more = { role: ['slug'], caller_id: ['id', 'activated_at', 'updated_at'] };
  return { ...pick(value, userKeys), ...parts(value, more) };
}

/** A call is whose it says. How it was passed on (`traceroutes`) and what was noted names others. */
function ownCall(value: unknown, me: number): Json | undefined {
  const { id, data } = callOf(value) ?? {};
  const call = oneOf(data?.call);
  const user = oneOf(call?.user);
  if (!data || Number(user?.id ?? call?.user_id) !== me) return undefined;
  const own = { ...pick(call ?? {}, ['duration']), user: pick(user ?? {}, named) };
  const nested = {
    department: named,
    feedback: ['rating'],
    request: ['id', 'created_at', 'url'],
    call_request_fields: ['name', 'value'],
    tags: named,
  };
  const texts = ['referer', 'extension'].filter((key) => key in data).map((key) => [key, textIn(data[key])] as const);
  const known = { ...pick(data, callKeys), ...Object.fromEntries(texts), ...parts(data, nested) };
  return { id, data: { ...known, call: { data: own } } };
}

/** What is nested in a record: of each the keys that are named, in a list of each item, also within `{ data }`. */
function parts(record: Json, keys: Readonly<Record<string, readonly string[]>>): Json {
  const nested = Object.entries(keys).filter(([name]) => name in record);
  return Object.fromEntries(nested.map(([name, kept]) => [name, part(record[name], kept)]));
}

function part(value: unknown, keys: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => part(one, keys));
  if (!isRecord(value)) return null;
  return 'data' in value ? { data: part(value.data, keys) } : pick(value, keys);
}

function one(answer: Answer, own: (data: unknown) => Json | undefined): Answer {
  if (answer.status !== 200 || answer.body.hasError === true) return failedOne(answer);
  const data = own(answer.body.data);
  if (!data) throw notYours();
  return success(data, []);
}

const pageSize = 1000;
const mostPages = 50;

/** Every row, whichever page was asked for: which page a row of theirs is on, only the whole list tells. */
async function readAll(ask: Ask, start: string): Promise<{ rows: unknown[] } | Answer> {
  const rows: unknown[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await ask(`${start}limit=${pageSize}&offset=${page * pageSize}`);
    const { data } = answer.body;
    if (answer.status !== 200 || !Array.isArray(data)) return failed(answer);
    rows.push(...data);
    if (data.length < pageSize) break;
  }
  return { rows };
}

function paged(query: URLSearchParams, rows: Json[]): Answer {
  const limit = numberIn(query, 'limit', 100);
  const offset = numberIn(query, 'offset', 0);
  return success(rows.slice(offset, offset + limit), { count: rows.length, limit, offset });
}

function success(data: unknown, meta: unknown): Answer {
  return { status: 200, body: { hasError: false, errorCode: 0, message: '', data, meta } };
}

/** Whether there is such a thing of somebody else's is not told. */
function failedOne(answer: Answer): Answer {
  if (answer.status === 404 || answer.body.errorCode === 404) throw notYours();
  return failed(answer);
}

/** A refusal of CallPage, without whatever else it carries. */
function failed({ status, body: { errorCode, message, errors } }: Answer): Answer {
  return { status, body: { errorCode, message, errors, hasError: true } };
}

/** Named once and nothing but an id: PHP would read the last of several, and a list as something else. */
function idIn(query: URLSearchParams, name: string): number | undefined {
  const [value = '', ...more] = query.getAll(name);
  return more.length === 0 && /^[1-9]\d{0,15}$/.test(value) ? Number(value) : undefined;
}

function numberIn(query: URLSearchParams, name: string, byDefault: number): number {
  const value = query.get(name) ?? '';
  return /^\d{1,9}$/.test(value) ? Number(value) : byDefault;
}

/** What is named, unless it is something nested. */
function pick(record: Json, keys: readonly string[]): Json {
  const kept = keys.filter((key) => key in record && (record[key] === null || typeof record[key] !== 'object'));
  return Object.fromEntries(kept.map((key) => [key, record[key]]));
}

/** Makes `Ask` of the one function that talks to CallPage. */
export function asking(send: (operation: Operation, target: string) => Promise<UpstreamAnswer>): Ask {
  return async (target) => {
    const operation = findOperation('GET', target.split('?', 1)[0] ?? '');
    if (!operation) throw new Error('There is no such operation.');
    const { status, body } = await send(operation, target);
    const envelope: unknown = JSON.parse(body);
    return { status, body: isRecord(envelope) ? envelope : {} };
  };
}
