const prefix = 'draft:';

/** Unsent form values, kept in the browser so that a reload or a new sign-in loses nothing. */
export const drafts = {
  /** The stored JSON value, or undefined. The caller parses it: it may be of an older version of the form. */
  read(key: string): unknown {
    try {
      const text = localStorage.getItem(prefix + key);
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  },
  write(key: string, value: unknown): void {
    try {
      localStorage.setItem(prefix + key, JSON.stringify(value));
    } catch {
      // Storage is full or forbidden: the form goes on without a draft.
    }
  },
  remove(key: string): void {
    try {
      localStorage.removeItem(prefix + key);
    } catch {
      // Nothing was stored.
    }
  },
};
