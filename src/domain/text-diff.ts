export interface DiffPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/**
 * What becomes of a text, word by word: the parts that are the same or removed make up `before`, those that are the same
 * or added make up `after`. Takes time and memory by the product of the two lengths: for texts as short as an SMS.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const [old, fresh] = [split(before), split(after)];
  const common = commonLengths(old, fresh);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && old[i] === fresh[j]) {
      add(parts, 'same', old[i]);
      i += 1;
      j += 1;
    } else if (i < old.length && (j === fresh.length || lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))) {
      add(parts, 'removed', old[i]);
      i += 1;
    } else {
      add(parts, 'added', fresh[j]);
      j += 1;
    }
  }
  return parts;
}

/** Words, what stands between them, and variables whole. */
const split = (text: string): string[] => text.match(/:?[\p{L}\p{N}\p{M}_]+|\s+|[^\p{L}\p{N}\p{M}_\s]/gu) ?? [];

/** At `[i][j]` how much the two have in common from there on. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths: number[][] = Array.from({ length: old.length + 1 }, () => []);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const line = lengths[i];
    for (let j = fresh.length - 1; line && j >= 0; j -= 1) {
      line[j] =
        old[i] === fresh[j]
          ? 1 + lengthAt(lengths, i + 1, j + 1)
          : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1));
    }
  }
  return lengths;
}

const lengthAt = (lengths: readonly (readonly number[])[], i: number, j: number) => lengths[i]?.[j] ?? 0;

function add(parts: DiffPart[], kind: DiffPart['kind'], text = ''): void {
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}
