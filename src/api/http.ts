import * as z from 'zod/mini';
import { learnServerTime, serverNow } from '#src/lib/server-clock.ts';
import { ApiError, networkError } from './errors.ts';
import { noteSent } from './intent-key.ts';
import { isAway } from './presence.ts';
import { Failure, Meta, Success } from './wire/envelope.ts';

type QueryValue = string | number | readonly (string | number)[] | undefined;

interface Request<Data extends z.ZodMiniType> {
  /** `widgets.update`: what the server's table and the error call it. */
  operation: string;
  /** CallPage's own path, from the root. */
  path: string;
  method?: 'GET' | 'POST' | 'PATCH';
  /** Values left undefined are not sent; lists are sent as `name[]=…`. */
  query?: Record<string, QueryValue>;
  body?: object;
  /** The console's own, beside those that every change carries: nothing of them reaches CallPage. */
  headers?: Readonly<Record<string, string>>;
  /** Of the intent behind a change: sent again with the same key, it is not done again. A key of its own when left out. */
  key?: string | undefined;
  /** What `data` must be. */
  data: Data;
  signal?: AbortSignal | undefined;
}

export interface Answer<T> {
  data: T;
  meta: Meta;
  message: string;
}

/** `/api/v1/external/<path>`, as the vendor's documentation writes it. */
export const v1 = (path: string) => `/api/v1/external/${path}`;
export const v3 = (path: string) => `/api/v3/external/${path}`;

/**
 * Sends one request and reads the envelope. The only place that fetches and the only one that throws `ApiError`.
 * Nothing is retried here but what was refused because the session has ended, once the person has signed in again: it
 * reached nobody. An abort rejects with the signal's own reason, so that a cancelled read is not an error.
 */
export async function send<Data extends z.ZodMiniType>(request: Request<Data>): Promise<Answer<z.output<Data>>> {
  const { operation, path, method = 'GET', signal } = request;
  const changes = method !== 'GET';
  const url = path + searchOf(request.query);
  const init: RequestInit = {
    method,
    headers: {
      ...readHeaders(),
      ...(changes && { ...writeHeaders, 'Idempotency-Key': noteSent(request.key ?? crypto.randomUUID()) }),
      ...request.headers,
    },
    ...(changes && { body: JSON.stringify(request.body ?? {}) }),
    ...(signal && { signal }),
  };
  let sentAt = 0;
  const attempt = async () => {
    sentAt = performance.now();
    const { response, body } = await exchange(operation, url, init);
    return readAnswer(request, response, body, changes);
  };
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof ApiError && error.reason === 'signed_out' && signInAgain)) throw error;
    await signInAgain(error, sentAt);
    signal?.throwIfAborted();
    return attempt();
  }
}

/**
 * Resolves once the same person is signed in again; rejects, with what it was given, where they are not to be.
 * `sentAt`: when the request was sent that was refused, by `performance.now()`.
 */
type SignInAgain = (error: ApiError, sentAt: number) => Promise<void>;
let signInAgain: SignInAgain | undefined;

/** Says what to do when the session has ended under the page: requests wait for it, and then go on. */
export function onSignedOut(handler: SignInAgain): void {
  signInAgain = handler;
}

/** Reads one of the console's own endpoints, which answer plain JSON without CallPage's envelope. */
export async function readOwn<Data extends z.ZodMiniType>(path: string, data: Data, signal?: AbortSignal) {
  const { response, body } = await exchange(path, path, { headers: readHeaders(), ...(signal && { signal }) });
  const parsed = z.safeParse(data, parseJson(body));
  if (response.ok && parsed.success) return parsed.data;
  throw new ApiError({ operation: path, status: response.status, message: 'The console’s server could not answer.' });
}

async function exchange(operation: string, url: string, init: RequestInit) {
  const sentAt = performance.now();
  try {
    const response = await fetch(url, init);
    learnServerTime(response, sentAt);
    return { response, body: await response.text() };
  } catch (cause) {
    if (init.signal?.aborted) throw init.signal.reason;
    throw networkError(operation, 'body' in init, cause);
  }
}

const readHeaders = () => ({ Accept: 'application/json', ...(isAway() && { 'X-CallPage-Away': '1' }) });

/** The server refuses a change without these: no other website can add them. */
const writeHeaders = { 'Content-Type': 'application/json', 'X-CallPage-Console': '1' };

/** HTTP 200 may carry a failure, and a proxy's 502 may carry HTML: neither status nor body is believed alone. */
function readAnswer<Data extends z.ZodMiniType>(
  { operation, data }: Request<Data>,
  response: Response,
  body: string,
  changes: boolean,
): Answer<z.output<Data>> {
  const { status } = response;
  const json = parseJson(body);
  const failure = z.safeParse(Failure, json);
  if (failure.success) {
    const { errorCode, message, errors, outcome, reason, earlier, question } = failure.data;
    const wait = retryAfter(response);
    const words = message || `CallPage refused this (${status}) and gave no reason.`;
    throw new ApiError({
      operation,
      status,
      code: errorCode,
      // What the console itself refuses has a reason, and says when it may be tried again.
      message: wait === undefined || reason !== undefined ? words : `${words} Try again in ${inWords(wait)}.`,
      fields: errors ?? {},
      retryAfter: wait,
      reason,
      earlier,
      question,
      // A 5xx says that the answer was lost, not that the act was, unless the gateway knows that nothing was sent.
      outcomeUnknown: changes && (outcome === 'unknown' || (status >= 500 && outcome !== 'not_sent')),
    });
  }
  const success = z.safeParse(Success, json);
  const parsed = success.success && response.ok ? z.safeParse(data, success.data.data) : undefined;
  if (!success.success || !parsed?.success) {
    throw new ApiError({
      operation,
      status,
      message: response.ok
        ? 'CallPage sent an answer that could not be read.'
        : `CallPage could not answer (HTTP ${status}).`,
      retryAfter: retryAfter(response),
      outcomeUnknown: changes,
      cause: parsed?.error,
    });
  }
  const meta = z.safeParse(Meta, success.data.meta);
  return { data: parsed.data, meta: meta.success ? meta.data : {}, message: success.data.message };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Seconds, of a number of them as of a date. */
function retryAfter(response: Response): number | undefined {
  const value = response.headers.get('Retry-After') ?? '';
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - serverNow()) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

function inWords(seconds: number): string {
  if (seconds <= 1) return 'a second';
  return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

function searchOf(query: Record<string, QueryValue> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const item of value) search.append(`${name}[]`, String(item));
    else if (value !== undefined) search.append(name, String(value));
  }
  return search.size > 0 ? `?${search}` : '';
}
