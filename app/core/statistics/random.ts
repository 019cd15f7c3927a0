// Chance that can be repeated: the same seed gives the same draws on every machine, so that whoever has the data gets the published
// interval again, digit for digit. Called by the audit's draw; never for secrets (the sequence can be foretold from a few draws).

/** `unit()` draws evenly from 0 (with) to 1 (without), in steps of 2⁻⁵³; `below(n)` draws a whole number 0..n−1, each alike. */
export type Chance = { unit: () => number; below: (n: number) => number };

/**
 * Draws from a seed, a whole number 0..2³²−1 (anything else throws): xoshiro128** 1.1, its four words filled by SplitMix with the
 * finaliser of MurmurHash3. Period 2¹²⁸ − 1.
 *
 * D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM Trans. Math. Software 47 (2021) 36; G. L. Steele,
 * D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; even whole numbers by refusing the overhang:
 * D. Lemire, "Fast random integer generation in an interval", ACM Trans. Modeling and Computer Simulation 29 (2019) 3.
 */
export function chance(seed: number): Chance {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) throw new Error(`${seed} is no seed`);
  let mixed = seed | 0;
  const word = () => {
    mixed = (mixed + 0x9e3779b9) | 0;
    const first = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
    return second ^ (second >>> 16);
  };
  let [a, b, c, d] = [word(), word(), word(), word()];
  /** 32 bits, as a whole number 0..2³²−1. */
  const next = (): number => {
    const times5 = Math.imul(b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  const below = (n: number): number => {
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) throw new Error(`no draw among ${n}`);
    for (;;) {
      const drawn = next();
      // The last 2³² mod n numbers would favour the low ones; there are fewer than n of them.
      if (drawn < 2 ** 32 - n || drawn < 2 ** 32 - (2 ** 32 % n)) return drawn % n;
    }
  };
  return { unit: () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) * 2 ** -53, below };
}

/**
 * A seed out of words, so that a figure's seed can be told from what it is a figure of (body, measure, period).
 * FNV-1a, 32 bits, over UTF-16 units, low byte first: G. Fowler, L. C. Noll, K.-P. Vo, IETF draft-eastlake-fnv.
 */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  const take = (byte: number) => {
    hash = Math.imul(hash ^ byte, 0x01000193);
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    take(unit & 0xff);
    take(unit >>> 8);
  }
  return hash >>> 0;
}
