// What a clause of a draft is, when two say the same, and which clause of a new version is which of the former: comments stay with
// their clause, and "accepted" means that its text differs. Pure; documents are split in data/documents.
import { pairsOf } from './pairing';
import { canonical } from './spelling';

/**
 * A part of a draft that people comment on. `anchor` stays the same through all versions; `number` is what the draft calls it
 * ("Статья 5", "5-бап", "1)"); `text` is the Markdown of what follows number and heading; `plain` is all it says, heading and text,
 * without marks and without its number: a clause that is only renumbered says the same.
 */
export type Clause = { anchor: string; number: string | null; heading: string | null; text: string; plain: string };
type Unanchored = Omit<Clause, 'anchor'>;
export type Fate = 'same' | 'changed' | 'removed';

/** Whether two wordings (`plain` of clauses) say the same: see canonical, in spelling, for what makes no difference. */
export const sameText = (a: string, b: string): boolean => a === b || canonical(a) === canonical(b);

/**
 * Gives each clause of a new version its anchor: that of the clause of the former version which says the same; else of the likest
 * one, the same number and the same heading counting for it; else of the one left with the same number, then with the same heading.
 * A clause without a predecessor gets an anchor that was never used (`used`: all of the document's former versions): c1, c2 … at the
 * end, c12a, c12b … after c12. `fates` says of every former anchor what became of it. The same input gives the same anchors.
 */
export function carryAnchors(
  previous: readonly Clause[],
  next: readonly Unanchored[],
  used: readonly string[] = [],
): { clauses: Clause[]; fates: Record<string, Fate> } {
  const pairs = pairsOf(previous, next);
  const give = anchorsBeside([...used, ...previous.map(({ anchor }) => anchor)]);
  const lastKept = Math.max(-1, ...pairs.keys());
  let before = 'c0';
  const clauses = next.map((clause, at) => {
    const kept = previous[pairs.get(at) ?? -1]?.anchor;
    before = kept ?? (at > lastKept ? give.atEnd() : give.after(before));
    return { anchor: before, ...clause };
  });
  const became = new Map([...pairs].map(([now, was]) => [was, next[now]]));
  const fateOf = (clause: Clause, at: number): Fate => {
    const now = became.get(at);
    if (!now) return 'removed';
    return sameText(clause.plain, now.plain) ? 'same' : 'changed';
  };
  return { clauses, fates: Object.fromEntries(previous.map((clause, at) => [clause.anchor, fateOf(clause, at)])) };
}

/** New anchors that stand beside none of `used`. */
function anchorsBeside(used: readonly string[]) {
  const taken = new Set(used);
  const counts = new Map<number, number>();
  let last = used.reduce((most, anchor) => Math.max(most, stemOf(anchor)), 0);
  return {
    atEnd: () => `c${++last}`,
    after(anchor: string): string {
      const stem = stemOf(anchor);
      for (;;) {
        const count = (counts.get(stem) ?? 0) + 1;
        counts.set(stem, count);
        const next = `c${stem}${lettersOf(count)}`;
        if (!taken.has(next)) return next;
      }
    },
  };
}

const stemOf = (anchor: string): number => Number(/^c(\d+)/.exec(anchor)?.[1] ?? 0);

/** 1 is a, 26 is z, 27 is aa. */
const lettersOf = (count: number): string =>
  count === 0 ? '' : lettersOf(Math.floor((count - 1) / 26)) + 'abcdefghijklmnopqrstuvwxyz'.charAt((count - 1) % 26);
