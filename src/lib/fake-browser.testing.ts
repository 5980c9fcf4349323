import { openDrafts } from './drafts.ts';
import type { Texts } from './storage.ts';

type Entries = Map<string, string>;

const textsOf = (entries: Entries): Texts => ({
  get: (key) => entries.get(key) ?? null,
  set: (key, text) => void entries.set(key, text),
  remove: (key) => void entries.delete(key),
  keys: () => [...entries.keys()],
});

/** A storage that the browser forbids. */
const forbidden: Texts = { get: () => null, set: () => undefined, remove: () => undefined, keys: () => [] };

/** A page in a tab: what it finds in the tab's storage, and the locks that end with it. */
export interface Page {
  drafts: ReturnType<typeof openDrafts>;
  /** The tab's storage, which outlives the page. */
  storage: Entries;
  /** The page is gone: closed, reloaded or crashed. */
  end: () => void;
}

/** One browser, whose tabs share a storage and locks. */
export function fakeBrowser() {
  const shared: Entries = new Map();
  const held = new Map<string, object>();
  let freed: () => void = () => undefined;

  /** Opens a page as `person` over what a tab has stored: its own, a copy of another's, or nothing. */
  async function open(
    person: string | undefined,
    { storage = new Map(), isForbidden = false }: { storage?: Entries; isForbidden?: boolean } = {},
  ): Promise<Page> {
    const page = {};
    const request = async (name: string, { signal }: LockOptions, use: (lock: null) => Promise<unknown>) => {
      while (held.has(name)) {
        await new Promise<void>((resolve, reject) => {
          freed = resolve;
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
      }
      held.set(name, page);
      await use(null);
      held.delete(name);
      freed();
    };
    const drafts = openDrafts({
      tab: isForbidden ? forbidden : textsOf(storage),
      browser: isForbidden ? forbidden : textsOf(shared),
      locks: {
        request: request as unknown as LockManager['request'],
        query: async () => ({ held: [...held.keys()].map((name) => ({ name })) }),
      },
    });
    await drafts.open();
    drafts.belongTo(person);
    const end = () => {
      for (const [name, holder] of held) if (holder === page) held.delete(name);
      freed();
    };
    return { drafts, storage, end };
  }

  return { shared, open };
}
