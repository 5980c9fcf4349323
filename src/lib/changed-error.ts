/** Nothing was sent: what a form was opened with is no longer what the API has. */
export class ChangedError<Field extends string, Values> extends Error {
  /** Where the two differ. */
  readonly fields: readonly Field[];
  /** What the API has now. */
  readonly current: Values;

  constructor(what: string, fields: readonly Field[], current: Values) {
    super(`This ${what} was changed since you opened it.`);
    this.fields = fields;
    this.current = current;
  }
}
