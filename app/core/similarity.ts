// Which comments say the same, or nearly so? Offered to the analysts of a round (queries), who decide; and how much two wordings
// share, for clauses that moved. Pure, the same for any order of the items.
import { plainWords } from './spelling';

/** Comments that may be one point. `likeness` 0..1: the least that any of them shares with the commonest wording; 1: all the same. */
export type LikeGroup = { ids: string[]; likeness: number };

/** Every word and every pair of neighbouring words: a pair knows the order, a word keeps short texts comparable. */
export function shinglesOf(text: string): Set<string> {
  const words = plainWords(text);
  return new Set([...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)]);
}

/**
 * How much two texts share, 0..1: Jaccard's coefficient J(A, B) = |A ∩ B| / |A ∪ B| over their shingles (P. Jaccard 1901; shingles:
 * A. Broder, "On the resemblance and containment of documents", 1997). Texts without a word share nothing.
 */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** A wording, who used it, and the ranks of its shingles among all, from the rarest. */
type Wording = { ids: string[]; words: string; ranks: Uint32Array };

/**
 * The groups of items whose texts are the same or share at least `threshold` (above 0, at most 1) with the group's commonest
 * wording; only groups of two or more, the largest first. Each item is in one group at most. Wordings are taken from the commonest
 * to the rarest; each joins the likest group, or starts one. Two texts with J >= t have a shingle in common among the
 * |A| - ceil(t |A|) + 1 rarest of each (prefix filtering: Bayardo, Ma, Srikant 2007), so only those are looked up.
 */
export function similarGroups(
  items: readonly { id: string; text: string }[],
  { threshold }: { threshold: number },
): LikeGroup[] {
  const groups: { first: Wording; ids: string[]; likeness: number }[] = [];
  const heads = new Map<number, number[]>();
  for (const wording of rankedWordings(items)) {
    const size = wording.ranks.length;
    const prefix = wording.ranks.subarray(0, size - least(threshold, size) + 1);
    const candidates = new Set<number>();
    for (const rank of prefix) for (const group of heads.get(rank) ?? []) candidates.add(group);
    let best: { group: number; likeness: number } | null = null;
    for (const group of candidates) {
      const first = groups[group]?.first.ranks;
      if (!first || Math.min(first.length, size) < least(threshold, Math.max(first.length, size))) continue;
      const shared = likenessOfRanks(wording.ranks, first);
      const better = !best || shared > best.likeness || (shared === best.likeness && group < best.group);
      if (shared >= threshold && better) best = { group, likeness: shared };
    }
    const group = best && groups[best.group];
    if (group && best) {
      group.ids.push(...wording.ids);
      group.likeness = Math.min(group.likeness, best.likeness);
      continue;
    }
    for (const rank of prefix) {
      const known = heads.get(rank);
      if (known) known.push(groups.length);
      else heads.set(rank, [groups.length]);
    }
    groups.push({ first: wording, ids: [...wording.ids], likeness: 1 });
  }
  return groups
    .filter(({ ids }) => ids.length > 1)
    .map((group) => ({ ids: group.ids.sort(byText), likeness: group.likeness }))
    .sort((a, b) => b.ids.length - a.ids.length || byText(a.ids[0] ?? '', b.ids[0] ?? ''));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The fewest shingles that make up the share of `size`; what computing with fractions adds is taken off. */
const least = (share: number, size: number): number => Math.ceil(share * size - 1e-9);

/** Jaccard's coefficient of two sets given as sorted numbers. */
function likenessOfRanks(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0];
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared / (a.length + b.length - shared);
}

/** What the items say, each wording once, from the commonest to the rarest; items without a word say nothing. */
function rankedWordings(items: readonly { id: string; text: string }[]): Wording[] {
  const wordings = new Map<string, { ids: string[]; words: string[] }>();
  for (const { id, text } of items) {
    const words = plainWords(text);
    if (words.length === 0) continue;
    const known = wordings.get(words.join(' '));
    if (known) known.ids.push(id);
    else wordings.set(words.join(' '), { ids: [id], words });
  }
  const numbers = new Map(
    [...new Set([...wordings.values()].flatMap(({ words }) => words))].sort().map((word, at) => [word, at + 1]),
  );
  const keyed = [...wordings].map(([words, wording]) => ({
    ids: wording.ids,
    words,
    keys: keysOf(wording.words, numbers),
  }));
  const holders = new Map<number, number>();
  for (const { keys } of keyed) for (const key of keys) holders.set(key, (holders.get(key) ?? 0) + 1);
  const rarest = [...holders].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const ranks = new Map(rarest.map(([key], rank) => [key, rank]));
  return keyed
    .map(({ ids, words, keys }) => ({ ids, words, ranks: Uint32Array.from(keys, (key) => ranks.get(key) ?? 0).sort() }))
    .sort((a, b) => b.ids.length - a.ids.length || b.ranks.length - a.ranks.length || byText(a.words, b.words));
}

/** The shingles as numbers: a word's own, and the two numbers of a pair in one. */
function keysOf(words: readonly string[], numbers: ReadonlyMap<string, number>): Set<number> {
  const keys = new Set<number>();
  let before = 0;
  for (const word of words) {
    const number = numbers.get(word) ?? 0;
    keys.add(number);
    if (before > 0) keys.add(before * 2 ** 26 + number);
    before = number;
  }
  return keys;
}
