/**
 * What came of a change that was not confirmed: it may have been made, or it was not.
 * The page tells people which, so that nobody sends a thing twice without knowing.
 */
export type Outcome = 'unknown' | 'not_sent';

/** A refusal or failure that the browser is told about: an HTTP status and a sentence for a person. */
export class Failure extends Error {
  readonly statusCode: number;
  readonly outcome: Outcome | undefined;

  constructor(statusCode: number, message: string, { outcome, cause }: { outcome?: Outcome; cause?: unknown } = {}) {
    super(message, { cause });
    this.statusCode = statusCode;
    this.outcome = outcome;
  }

  /** CallPage's own envelope, with the HTTP status as the code. */
  get envelope() {
    return { hasError: true, errorCode: this.statusCode, message: this.message, outcome: this.outcome } as const;
  }
}
