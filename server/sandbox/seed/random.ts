export interface Random {
  /** a number in [0, 1) */
  next(): number;
  /** a whole number in [0, below) */
  below(below: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** one of the items, each as likely as its weight tells */
  weighted<Item>(items: readonly [readonly [Item, number], ...(readonly [Item, number])[]]): Item;
}

/** A small generator (mulberry32): the same seed gives the same data on every machine. */
export function random(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    weighted(items) {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return items[0][0];
    },
  };
}
