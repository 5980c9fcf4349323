import { isRecord } from '#src/api/wire/primitives.ts';
import { Failure, type Outcome } from './failure.ts';
import type { Operation } from './operations.ts';
import { createScrubber } from './secrets.ts';

export interface UpstreamConfig {
  /** Origin of CallPage or of the sandbox, without a path. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly kind: 'sandbox' | 'live';
  /** Milliseconds until the whole answer must have arrived. */
  readonly timeout?: number;
}

export interface UpstreamRequest {
  /** Path and query, exactly as the browser sent them. The path is one that the operations table knows. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** JSON text; undefined for what has no body. */
  readonly body: string | undefined;
  /** Ends a read that nobody waits for any longer. A change goes on when the browser leaves: half of one would be worse. */
  readonly signal?: AbortSignal;
  /** Not asked for by anybody, but by the console for its own record. */
  readonly aside?: boolean;
}

export interface UpstreamAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  /** A JSON object, as text. */
  readonly body: string;
}

export type Upstream = (operation: Operation, request: UpstreamRequest) => Promise<UpstreamAnswer>;

const defaultTimeout = 30_000;
const largestAnswer = 32 * 1024 * 1024;
/** Says that a request is no person's, but the console's own, for its record of a change. */
export const asideAgent = 'CallPage Console (trail)';
const forwardedHeaders = ['accept', 'accept-language'] as const;
const notReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const notReachedInTime = new Set(['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);

/** What went wrong, in words that follow the upstream's name, and what became of a change. */
interface Problem {
  readonly status: 502 | 503 | 504;
  readonly what: string;
  readonly outcome: Outcome;
}

/**
 * Makes the one function that talks to CallPage. It sends a request once and reads the whole answer, so that what is
 * cut short, too large or not JSON is known before a byte of it reaches the browser.
 * It throws `Failure` (502, 503, 504) where there is no answer to hand on.
 */
export function createUpstream({ baseUrl, apiKey, kind, timeout = defaultTimeout }: UpstreamConfig): Upstream {
  const name = kind === 'live' ? 'CallPage' : 'The sandbox';
  const scrub = createScrubber(apiKey);

  return async (operation, request) => {
    const deadline = AbortSignal.timeout(timeout);
    const exchange = await fetch(new URL(request.target, baseUrl), {
      method: operation.method,
      headers: headersFor(request, apiKey),
      redirect: 'manual',
      signal: request.signal ? AbortSignal.any([deadline, request.signal]) : deadline,
      ...bodyOf(request.body),
    })
      .then(async (response) => ({ response, text: await readText(response) }))
      .catch((error: unknown) => {
        throw failure(name, operation, problemOf(error, timeout), error);
      });
    return readAnswer(exchange.response, exchange.text && scrub(exchange.text), name, (problem) =>
      failure(name, operation, problem),
    );
  };
}

function failure(name: string, { mutates }: Operation, { status, what, outcome }: Problem, cause?: unknown): Failure {
  if (!mutates) return new Failure(status, `${name} ${what} Try again in a moment.`, { cause });
  const consequence =
    outcome === 'not_sent'
      ? 'Nothing was changed.'
      : 'The change may or may not have been made: look before you send it again.';
  return new Failure(status, `${name} ${what} ${consequence}`, { outcome, cause });
}

function problemOf(error: unknown, timeout: number): Problem {
  const code = codeOf(error);
  if (notReached.has(code)) return { status: 503, what: 'cannot be reached.', outcome: 'not_sent' };
  if (notReachedInTime.has(code)) return { status: 504, what: 'could not be reached in time.', outcome: 'not_sent' };
  if (code === 'TimeoutError') {
    return { status: 504, what: `did not answer within ${Math.ceil(timeout / 1000)} seconds.`, outcome: 'unknown' };
  }
  return { status: 502, what: 'closed the connection before its answer was complete.', outcome: 'unknown' };
}

/** Hands on what is an answer of CallPage's, and throws what `fail` makes of anything else. */
function readAnswer(
  { status, headers }: Response,
  body: string | undefined,
  name: string,
  fail: (problem: Problem) => Failure,
): UpstreamAnswer {
  const unreadable = (what: string) => fail({ status: 502, what, outcome: 'unknown' });
  if (body === undefined) throw unreadable('sent an answer that is too large.');
  if (status >= 300 && status < 400) throw unreadable('sent a redirect, which is not followed.');
  if (status === 401) {
    // Not a 401 to the browser: there it would mean that the person is not signed in.
    const what = 'does not accept the API key of this console: check CALLPAGE_API_KEY.';
    throw fail({ status: 502, what, outcome: 'not_sent' });
  }
  const envelope = parseObject(body);
  if (!envelope) throw unreadable('sent an answer that could not be read.');
  const retryAfter = readRetryAfter(headers);
  if (status !== 403) return { status, retryAfter, body };
  return { status, retryAfter, body: JSON.stringify({ ...envelope, message: explainForbidden(name, envelope) }) };
}

function explainForbidden(name: string, { message }: Record<string, unknown>): string {
  const reason = typeof message === 'string' && message !== '' ? ` ${name} says: ${message}` : '';
  return `The API key of this console is not allowed to do this.${reason}`;
}

/** Only what is named here goes on: no cookie, no credential, no address and no hop-by-hop header of the browser. */
function headersFor({ headers, body, aside }: UpstreamRequest, apiKey: string): Headers {
  const agent = aside ? asideAgent : 'CallPage Console';
  const sent = new Headers({ Authorization: apiKey, 'User-Agent': agent });
  for (const name of forwardedHeaders) {
    const value = headers[name];
    if (typeof value === 'string') sent.set(name, value);
  }
  if (body !== undefined) {
    sent.set('Content-Type', 'application/json');
    sent.set('Content-Length', String(Buffer.byteLength(body)));
  }
  return sent;
}

/** As a stream, because fetch sends any other body a second time by itself when the answer is a 421. */
function bodyOf(body: string | undefined): RequestInit & { duplex?: 'half' } {
  return body === undefined ? {} : { body: new Blob([body]).stream(), duplex: 'half' };
}

/** The answer's text, or undefined when it is larger than it may be. */
async function readText(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > largestAnswer) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Seconds or a date; anything else is not for the browser. */
function readRetryAfter(headers: Headers): string | undefined {
  const value = headers.get('retry-after') ?? '';
  return /^(\d{1,9}|[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT)$/.test(value) ? value : undefined;
}

/** fetch says "fetch failed" and hides the reason in `cause`; a time-out has a name instead of a code. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if (error.name === 'TimeoutError') return error.name;
  const { cause } = error;
  return isRecord(cause) && typeof cause.code === 'string' ? cause.code : '';
}
