/** What the sandbox answers with instead of data: a status, a sentence and, for a 422, the fields it is about. */
export class SandboxError extends Error {
  readonly status: number;
  readonly errors: Record<string, string[]> | undefined;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    message: string,
    more: { errors?: Record<string, string[]>; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = 'SandboxError';
    this.status = status;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }
}

export function notFound(message: string): SandboxError {
  return new SandboxError(404, message);
}

export function invalid(errors: Record<string, string[]>): SandboxError {
  const [first] = Object.entries(errors);
  const message = first === undefined ? 'The request is not valid.' : `${first[0]}: ${first[1].join(' ')}`;
  return new SandboxError(422, message, { errors });
}

/** What a broken constraint means to the client: the last word where two requests race past the checks in code. */
const constraints: Readonly<Record<string, () => SandboxError>> = {
  users_email_unique: () => invalid({ email: ['Another user has this email. Send a different one.'] }),
  assignments_widget_user_unique: () =>
    invalid({ user_id: ['This user is a manager of the widget already. Change the manager with managers/update.'] }),
};

/** Reads what the database refused; undefined for anything that is not the client's doing. */
export function fromDatabase(error: unknown): SandboxError | undefined {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return undefined;
  const name = 'constraint' in cause && typeof cause.constraint === 'string' ? cause.constraint : '';
  if (constraints[name] !== undefined) return constraints[name]();
  if (cause.code === '23503') return notFound('Something that the request names was deleted meanwhile. Read it again.');
  // Class 22, data exceptions: text with a NUL or half a surrogate pair.
  if (/^22...$/.test(cause.code)) {
    return new SandboxError(422, 'A text of the request holds characters that cannot be stored. Remove them.');
  }
  return undefined;
}
