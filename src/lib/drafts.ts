const prefix = 'draft:';
const owner = 'drafts-of';

const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));

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
  count(): number {
    try {
      return keys().length;
    } catch {
      return 0;
    }
  },
  clear(): void {
    try {
      for (const key of keys()) localStorage.removeItem(key);
    } catch {
      // Nothing was stored.
    }
  },
  /** Drafts are one person's: whoever else signs in at this browser does not find them. */
  belongTo(person: string): void {
    try {
      if (localStorage.getItem(owner) !== person) drafts.clear();
      localStorage.setItem(owner, person);
    } catch {
      // Storage is forbidden: there are no drafts.
    }
  },
};
