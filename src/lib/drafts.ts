import { browserStorage, type Texts, tabStorage } from './storage.ts';

const prefix = 'draft:';
/** Whose the tab's drafts are, and since which sign-out. */
const ownerAt = 'drafts-of';
/** Names the tab, for its lock. */
const tabAt = 'tab';
/** Is another one after every sign-out, by which tabs that were asleep or closed know of it. */
const signOutAt = 'signed-out';
const lockOf = (tab: string) => `drafts:${tab}`;

interface Places {
  tab: Texts;
  browser: Texts;
  locks: Pick<LockManager, 'request' | 'query'> | undefined;
}

/**
 * Unsent form values and keys of intents. They are one tab's and one person's: kept in memory, and written to the tab's
 * storage so that a reload or a new sign-in loses nothing. Where that is forbidden, all works but this.
 *
 * A tab that holds any holds a lock, which the browser ends with the page. By it a copy of a tab knows that what it was
 * given is another's, and a person who signs out is asked before they lose what they typed in any tab.
 */
export function openDrafts({ tab, browser, locks }: Places) {
  const kept = new Map<string, string>();
  let name: string = crypto.randomUUID();
  let owner: string | null = null;
  let opening: Promise<void> | undefined;
  let lock: Promise<LetGo | undefined> | undefined;

  /** Holds the lock for as long as there is something. */
  const lockUp = () => {
    if (kept.size > 0) {
      lock ??= hold(locks, lockOf(name));
      return;
    }
    void lock?.then((letGo) => letGo?.());
    lock = undefined;
  };
  const remove = (key: string) => {
    kept.delete(key);
    tab.remove(prefix + key);
    lockUp();
  };
  const clear = () => {
    for (const key of [...kept.keys()]) remove(key);
    owner = null;
    tab.remove(ownerAt);
  };

  const open = async () => {
    // Earlier versions kept them for all tabs together.
    for (const key of browser.keys()) if (key.startsWith(prefix) || key === ownerAt) browser.remove(key);
    for (const key of tab.keys()) if (key.startsWith(prefix)) kept.set(key.slice(prefix.length), tab.get(key) ?? '');
    owner = tab.get(ownerAt);
    const former = tab.get(tabAt);
    if (kept.size > 0 && former !== null) {
      lock = hold(locks, lockOf(former));
      if (await lock) name = former;
      else clear();
    }
    tab.set(tabAt, name);
  };

  return {
    /** Finds what the tab kept over a reload. To be waited for before anything is read. */
    open: () => {
      opening ??= open();
      return opening;
    },
    /** The stored JSON value, or undefined. The caller parses it: it may be of an older version of the form. */
    read(key: string): unknown {
      try {
        return JSON.parse(kept.get(key) ?? '');
      } catch {
        return undefined;
      }
    },
    write(key: string, value: unknown): void {
      // What comes late, after a sign-out, is nobody's.
      if (owner === null) return;
      const text = JSON.stringify(value);
      kept.set(key, text);
      tab.set(prefix + key, text);
      lockUp();
    },
    remove,
    /** Whether any tab of this browser keeps something. */
    async inAnyTab(): Promise<boolean> {
      if (kept.size > 0) return true;
      const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
      return held.some((other) => other.name?.startsWith(lockOf('')));
    },
    /** Whoever else signs in at this browser finds nothing. Without a person: they may be back, unless they signed out. */
    belongTo(person: string | undefined): void {
      const since = `${browser.get(signOutAt) ?? ''}/`;
      const isTheirs = person === undefined ? owner?.startsWith(since) : owner === since + person;
      if (!isTheirs) clear();
      if (person === undefined) return;
      owner = since + person;
      tab.set(ownerAt, owner);
    },
    /** The person has signed out in another tab. */
    clear,
    /** The person signs out: nothing is left, here or in a tab that is opened again later. */
    signOut(): void {
      browser.set(signOutAt, crypto.randomUUID());
      clear();
    },
  };
}

export const drafts = openDrafts({ tab: tabStorage, browser: browserStorage, locks: globalThis.navigator?.locks });

type LetGo = () => void;

/** Milliseconds within which a page that is being reloaded has let go of its lock. */
const patience = 2000;

/** Gives the way to let go of the lock, or undefined where another tab holds it. */
function hold(locks: Places['locks'], name: string): Promise<LetGo | undefined> {
  // Without locks no tab knows of another.
  const unlocked: LetGo = () => undefined;
  if (!locks) return Promise.resolve(unlocked);
  const signal = AbortSignal.timeout(patience);
  return new Promise((settle) => {
    locks
      .request(name, { signal }, () => new Promise<void>((letGo) => settle(letGo)))
      .catch(() => settle(signal.aborted ? undefined : unlocked));
  });
}
