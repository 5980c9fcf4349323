/** Keys of changes that this page has sent. A page that is open for days forgets the oldest. */
const sent = new Set<string>();
const mostKept = 1000;

/** Remembers a key that goes out with a change. */
export function noteSent(key: string): string {
  sent.add(key);
  for (const oldest of sent) {
    if (sent.size <= mostKept) break;
    sent.delete(oldest);
  }
  return key;
}

/** Whether this page made the change, and so has read again what it changed. */
export const wasSentHere = (key: string) => sent.has(key);
