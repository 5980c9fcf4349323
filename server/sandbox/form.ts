/**
 * Reads `application/x-www-form-urlencoded` text, and query strings, as PHP clients write them: `user_id[]=1`,
 * `business_times[0][day_of_week]=1`. Keys that count 0, 1, 2 … make a list. Nested deeper than five, a key is kept
 * as plain text.
 */
export function parseForm(text: string): Record<string, unknown> {
  const root = new Map<string, Node>();
  for (const [key, value] of new URLSearchParams(text)) put(root, segments(key), value);
  return Object.fromEntries([...root].map(([key, node]) => [key, plain(node)]));
}

type Node = string | Map<string, Node>;

const deepest = 5;

/** `a[b][]` → `a`, `b`, ``; the last one means "append". */
function segments(key: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(key);
  if (match === null) return [key];
  const nested = [...(match[2] ?? '').matchAll(/\[([^[\]]*)\]/g)].map(([, name]) => name ?? '');
  return nested.length > deepest ? [key] : [match[1] ?? '', ...nested];
}

function put(parent: Map<string, Node>, path: string[], value: string): void {
  const [first = '', ...rest] = path;
  const key = first === '' ? String(parent.size) : first;
  if (rest.length === 0) {
    parent.set(key, value);
    return;
  }
  const existing = parent.get(key);
  const child = existing instanceof Map ? existing : new Map<string, Node>();
  parent.set(key, child);
  put(child, rest, value);
}

function plain(node: Node): unknown {
  if (typeof node === 'string') return node;
  const entries = [...node].map(([key, child]) => [key, plain(child)] as const);
  const isList = entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
