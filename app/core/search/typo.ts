// Words that differ by a slip of the finger: which keys two such words share, and how far apart they are. Pure; the keys are kept beside
// the words that search knows (data/search-vocabulary) and looked up when a word was not found (queries/search-slips).

/** Letters of a word that its keys are made of: slips behind them are found by the distance alone. */
const PREFIX = 7;

/** Slips that a word of this length may have: none in short words, where one letter makes another word. */
export const slipsIn = (length: number): number => (length <= 3 ? 0 : length <= 6 ? 1 : 2);

/**
 * Keys of a word: hashes of its first letters with up to `slipsIn` of them left out. Two words within that distance share a key, for what
 * was inserted in one is left out of the other (symmetric delete; W. Garbe 2012). Empty for words in which no slip is looked for.
 */
export function slipKeys(word: string): number[] {
  const slips = slipsIn(word.length);
  if (slips === 0) return [];
  const found = new Set([word.slice(0, PREFIX)]);
  let latest = [...found];
  for (let left = slips; left > 0; left--) {
    latest = latest.flatMap((text) =>
      Array.from({ length: text.length }, (_, at) => text.slice(0, at) + text.slice(at + 1)),
    );
    for (const text of latest) found.add(text);
  }
  return [...new Set([...found].map(hash))];
}

/** FNV-1a of 32 bits, signed as PostgreSQL's integer is. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}

/** Letters inserted, left out, replaced or changed places with their neighbour between two words (optimal string alignment). */
export function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const steps = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps.push((beforeLast[j - 2] ?? 0) + 1);
      row.push(Math.min(...steps));
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
