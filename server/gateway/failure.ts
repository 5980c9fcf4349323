import type { DatabaseAway } from '#server/db/unavailable.ts';

/**
 * What came of a change that was not confirmed: it may have been made, or it was not.
 * The page tells people which, so that nobody sends a thing twice without knowing.
 */
export type Outcome = 'unknown' | 'not_sent';

interface EarlierAct {
  act: number;
  call_id: number | null;
}

interface FailureOptions {
  outcome?: Outcome | undefined;
  /** A word for the page, where it does something of its own about it. */
  reason?: string;
  /** The act because of which this one is refused, and the call it made where that is known. */
  earlier?: EarlierAct | undefined;
  /** What the person is asked, by its act: whoever says yes to it sends this number along. */
  question?: number;
  /** Field by field, for a form. */
  errors?: Record<string, string[]>;
  /** Seconds after which it may be tried again. */
  retryAfter?: number;
  cause?: unknown;
}

/** A refusal or failure that the browser is told about: an HTTP status and a sentence for a person. */
export class Failure extends Error {
  readonly statusCode: number;
  readonly outcome: Outcome | undefined;
  readonly reason: string | undefined;
  readonly earlier: EarlierAct | undefined;
  readonly question: number | undefined;
  readonly errors: Record<string, string[]> | undefined;
  readonly retryAfter: number | undefined;

  constructor(statusCode: number, message: string, options: FailureOptions = {}) {
    super(message, { cause: options.cause });
    this.statusCode = statusCode;
    this.outcome = options.outcome;
    this.reason = options.reason;
    this.earlier = options.earlier;
    this.question = options.question;
    this.errors = options.errors;
    this.retryAfter = options.retryAfter;
  }

  /** CallPage's own envelope, with the HTTP status as the code. */
  get envelope() {
    const { statusCode: errorCode, message, outcome, reason, earlier, question, errors } = this;
    return { hasError: true, errorCode, message, outcome, reason, earlier, question, errors } as const;
  }
}

/** The console's database did not do what it was asked for. Who is signed in stays so. */
export function databaseFailure(cause: DatabaseAway): Failure {
  const [outcome, consequence] = cause.isUnsure
    ? (['unknown', 'This may or may not have been done: look before you try again.'] as const)
    : (['not_sent', 'Nothing was done. Try again in a moment.'] as const);
  const message = `The console’s database does not answer. ${consequence}`;
  return new Failure(503, message, { outcome, retryAfter: 2, cause });
}
