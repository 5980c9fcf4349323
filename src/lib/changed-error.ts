/** Nothing was sent: what a form was opened with is no longer what the API has. */
export class ChangedError extends Error {
  /** `widget` */
  readonly what: string;
  /** Where the two differ, in the words of the form. */
  readonly fields: readonly string[];
  /** What the API has now, as values of the form. */
  readonly current: unknown;

  constructor(what: string, fields: readonly string[], current: unknown) {
    super(`This ${what} was changed since you opened it.`);
    this.what = what;
    this.fields = fields;
    this.current = current;
  }
}
