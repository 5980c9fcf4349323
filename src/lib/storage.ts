/** Texts that the browser keeps. */
export interface Texts {
  get: (key: string) => string | null;
  set: (key: string, text: string) => void;
  remove: (key: string) => void;
  keys: () => string[];
}

/** A storage of the browser's that may be forbidden, missing or full: nothing is found or kept then, and nothing throws. */
export function textsIn(open: () => Storage): Texts {
  function attempt<Result>(work: (storage: Storage) => Result, otherwise: Result): Result {
    try {
      return work(open());
    } catch {
      return otherwise;
    }
  }
  return {
    get: (key) => attempt((storage) => storage.getItem(key), null),
    set: (key, text) => attempt((storage) => storage.setItem(key, text), undefined),
    remove: (key) => attempt((storage) => storage.removeItem(key), undefined),
    keys: () => attempt((storage) => Object.keys(storage), []),
  };
}

/** This tab's own, over a reload. A tab that is made of another begins with a copy. */
export const tabStorage = textsIn(() => sessionStorage);

/** What the tabs of one browser have in common. */
export const browserStorage = textsIn(() => localStorage);
