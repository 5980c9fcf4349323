/** The base is nobody's: what an address resolves to on it is on no other site only if it stays there. */
const nowhere = 'http://console.invalid';

/**
 * Where to go on after signing in: a path of the console's own with its query, or `/` for anything else. What a link
 * says about that was written by whoever made the link.
 */
export function safeReturnPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, nowhere)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, nowhere);
  // `//host` within a path would be another site once more when it is read alone.
  return origin === nowhere && !pathname.startsWith('//') ? pathname + search + hash : '/';
}
