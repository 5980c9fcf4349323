import * as z from 'zod/mini';

const Person = z.optional(z.string());
type Person = z.infer<typeof Person>;

const channel = open();

/** The tabs of one browser have one session: each tells the others whose it is now, nobody's after a sign-out. */
export const otherTabs = {
  tell: (person: Person) => channel?.postMessage(person),
  /** Returns the way to stop. */
  listen(onChange: (person: Person) => void): () => void {
    const heard = ({ data }: MessageEvent<unknown>) => onChange(z.parse(Person, data));
    channel?.addEventListener('message', heard);
    return () => channel?.removeEventListener('message', heard);
  },
};

/** Where a browser forbids its storage, it forbids this too: the tabs then learn it by their next request. */
function open(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel('session');
  } catch {
    return undefined;
  }
}
