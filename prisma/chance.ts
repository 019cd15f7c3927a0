// Chance that can be repeated: the same seed gives the same country. Used by the seed and the simulation only.

export type Chance = {
  /** In [0, 1). */
  next(): number;
  /** Whole numbers, both ends included. */
  between(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  happens(share: number): boolean;
  /** A UUID of version 7's form whose time part is `at`. */
  id(at: number): string;
};

/** Mulberry32 (T. Ettinger, public domain): 32 bits of state, enough for stories, not for secrets. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const hex = (digits: number) => Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join('');
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    happens: (share) => next() < share,
    id: (at) => {
      const time = Math.trunc(at).toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${(8 + Math.floor(next() * 4)).toString(16)}${hex(3)}-${hex(12)}`;
    },
  };
}
