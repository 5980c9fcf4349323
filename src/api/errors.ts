import type { Failure } from './wire/envelope.ts';

interface ApiErrorInit {
  operation: string;
  /** HTTP status; 0 when no answer came. */
  status: number;
  message: string;
  /** CallPage's `errorCode`; 0 when it gave none. */
  code?: number;
  fields?: Record<string, string[]>;
  /** Seconds. */
  retryAfter?: number | undefined;
  outcomeUnknown?: boolean;
  reason?: string | undefined;
  earlier?: Failure['earlier'];
  question?: number | undefined;
  cause?: unknown;
}

/** Seconds. */
const longestWait = 5;

/** Everything that can go wrong with a request, in words that can be shown to a person. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly operation: string;
  readonly status: number;
  readonly code: number;
  /** Field name → what is wrong with it; filled by a 422. */
  readonly fields: Record<string, string[]>;
  readonly retryAfter: number | undefined;
  /** The request may have taken effect although no readable answer came. */
  readonly outcomeUnknown: boolean;
  /** The console's own word on what it refused, such as `signed_out` or `call_repeated`. */
  readonly reason: string | undefined;
  /** Of `call_repeated`: because of which act. */
  readonly earlier: Failure['earlier'];
  /** The server asks before it calls: who says yes sends this along. */
  readonly question: number | undefined;

  constructor(init: ApiErrorInit) {
    super(init.message, { cause: init.cause });
    this.operation = init.operation;
    this.status = init.status;
    this.code = init.code ?? 0;
    this.fields = init.fields ?? {};
    this.retryAfter = init.retryAfter;
    this.outcomeUnknown = init.outcomeUnknown ?? false;
    this.reason = init.reason;
    this.earlier = init.earlier;
    this.question = init.question;
  }

  /**
   * Milliseconds after which the same read may succeed: there was no answer, a server's fault or a rate limit. Undefined
   * where it would fail again, or where the API wants to be left alone for longer than a person waits.
   */
  retryIn(failures: number): number | undefined {
    const isTransient = this.status === 0 || this.status === 429 || this.status >= 500;
    if (!isTransient) return undefined;
    if (this.retryAfter === undefined) return 300 * 2 ** failures;
    return this.retryAfter <= longestWait ? this.retryAfter * 1000 : undefined;
  }
}

export function networkError(operation: string, changes: boolean, cause: unknown): ApiError {
  const message = changes
    ? 'The connection was lost before an answer came, so this may or may not have taken effect.'
    : 'The server could not be reached. Check your connection and try again.';
  return new ApiError({ operation, status: 0, message, outcomeUnknown: changes, cause });
}

/** Whether no answer came at all, not even a refusal. */
export const isUnreachable = (error: unknown): boolean => error instanceof ApiError && error.status === 0;

/** What to tell a person about anything that was thrown. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong. Try again.';
}

/** For a delete: what is gone already counts as deleted, because the answer to an earlier try may have been lost. */
export function unlessGone(error: unknown): void {
  if (!(error instanceof ApiError && error.status === 404)) throw error;
}
