// What changed between two versions of a draft: clause by clause, then word by word. Asked by the pages of a round's documents. Made
// for reading: the kind of quotes, dashes and spaces is no change, and scraps that happen to be the same don't break up a change.
import { diffArrays } from 'diff';
import { sameText, type Clause } from '../../core/clause';
import { canonical } from '../../core/spelling';

export type DifferencePart = { kind: 'same' | 'added' | 'removed'; text: string };
export type ClauseDifference = { kind: 'same' | 'changed' | 'added' | 'removed'; parts: DifferencePart[] };
/** A clause of either version; its words are compared when somebody reads them (clauseDifference). */
export type DocumentDifference = { anchor: string; kind: ClauseDifference['kind']; before: Clause | null; after: Clause | null };

/** A word (with its hyphens and apostrophes) or a mark, and the space behind it; what it counts as. */
type Token = { text: string; space: string; key: string };
/** A stretch that is the same (as it is spelt now, and as it was), or what was there and what came in its place. */
type Stretch = { same: Token[]; was: Token[] } | { removed: Token[]; added: Token[] };

/** So many words may differ before two texts are shown as one replaced by the other: finding the least change takes time by its square. */
const CHANGES_MAX = 2_000;
/** More words in common than this are never a scrap. */
const SCRAP_MAX = 5;

/**
 * The difference between a clause's wordings (`plain`); null where it isn't in that version. The parts `same` and `added` together
 * are the new wording, letter by letter; `same` and `removed` say what the former one said.
 */
export function clauseDifference(before: Pick<Clause, 'plain'> | null, after: Pick<Clause, 'plain'> | null): ClauseDifference {
  if (!before) return { kind: 'added', parts: written([{ removed: [], added: tokensOf(after?.plain ?? '') }]) };
  if (!after) return { kind: 'removed', parts: written([{ removed: tokensOf(before.plain), added: [] }]) };
  const [was, now] = [tokensOf(before.plain), tokensOf(after.plain)];
  if (sameText(before.plain, after.plain)) return { kind: 'same', parts: written([{ same: now, was }]) };
  const stretches = withoutScraps(compared(was, now));
  const shown = stretches.some((stretch) => 'removed' in stretch);
  return { kind: 'changed', parts: written(shown ? stretches : [{ removed: was, added: now }]) };
}

/** The differences of all clauses in the order of the new version; a clause that was taken out follows the one it stood behind. */
export function documentDifference(before: readonly Clause[], after: readonly Clause[]): DocumentDifference[] {
  const was = new Map(before.map((clause) => [clause.anchor, clause]));
  const stays = new Set(after.map(({ anchor }) => anchor));
  const gone = new Map<string | null, Clause[]>([[null, []]]);
  let behind: string | null = null;
  for (const clause of before) {
    if (!stays.has(clause.anchor)) gone.get(behind)?.push(clause);
    else gone.set((behind = clause.anchor), []);
  }
  const removed = (anchor: string | null) => (gone.get(anchor) ?? []).map((clause) => between(clause, null));
  return [...removed(null), ...after.flatMap((clause) => [between(was.get(clause.anchor) ?? null, clause), ...removed(clause.anchor)])];
}

const between = (before: Clause | null, after: Clause | null): DocumentDifference => ({
  anchor: (after ?? before)?.anchor ?? '',
  kind: kindOf(before, after),
  before,
  after,
});

function kindOf(before: Clause | null, after: Clause | null): ClauseDifference['kind'] {
  if (!before) return 'added';
  if (!after) return 'removed';
  return sameText(before.plain, after.plain) ? 'same' : 'changed';
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/([\p{L}\p{N}\p{M}]+(?:[-’'][\p{L}\p{N}\p{M}]+)*|.)(\s*)/gsu)].map(([, word = '', space = '']) => ({
    text: word,
    space,
    key: canonical(word) || word,
  }));

function compared(was: readonly Token[], now: readonly Token[]): Stretch[] {
  const keys = (tokens: readonly Token[]) => tokens.map(({ key }) => key);
  const changes = diffArrays(keys(was), keys(now), { maxEditLength: CHANGES_MAX });
  if (!changes) return [{ removed: [...was], added: [...now] }];
  const stretches: Stretch[] = [];
  let [from, to] = [0, 0];
  for (const { added, removed, count } of changes) {
    const last = stretches.at(-1);
    if (!added && !removed) stretches.push({ same: now.slice(to, to + count), was: was.slice(from, from + count) });
    else {
      const change = last && 'removed' in last ? last : { removed: [], added: [] };
      if (change !== last) stretches.push(change);
      if (removed) change.removed.push(...was.slice(from, from + count));
      else change.added.push(...now.slice(to, to + count));
    }
    if (!added) from += count;
    if (!removed) to += count;
  }
  return stretches;
}

/** Stretches in common that are shorter than the changes around them join these (as in the clean-up of diff-match-patch, N. Fraser). */
function withoutScraps(stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const stretch of stretches) {
    kept.push(stretch);
    for (;;) {
      const [before, scrap, after] = kept.slice(-3);
      if (!before || !scrap || !after || !('removed' in before) || !('same' in scrap) || !('removed' in after)) break;
      if (!isScrap(scrap.same, before, after)) break;
      const removed = [...before.removed, ...scrap.was, ...after.removed];
      kept.splice(-3, 3, { removed, added: [...before.added, ...scrap.same, ...after.added] });
    }
  }
  return kept;
}

type Change = { removed: Token[]; added: Token[] };
const wordsIn = (tokens: readonly Token[]): number => tokens.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length;
const sizeOf = ({ removed, added }: Change): number => Math.max(wordsIn(removed), wordsIn(added));

const isScrap = (same: readonly Token[], before: Change, after: Change): boolean =>
  wordsIn(same) <= Math.min(SCRAP_MAX, sizeOf(before) - 1, sizeOf(after) - 1) || wordsIn(same) === 0;

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text, space }) => text + space).join('');

/** What is removed comes before what is added; a space that both end with is common to them; no word sticks to another. */
function written(stretches: readonly Stretch[]): DifferencePart[] {
  const parts: DifferencePart[] = [];
  const write = (kind: DifferencePart['kind'], text: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== '') parts.push({ kind, text });
  };
  for (const stretch of stretches) {
    if ('same' in stretch) {
      write('same', textOf(stretch.same));
      continue;
    }
    const [removed, added] = [textOf(stretch.removed), textOf(stretch.added)];
    const space = removed === '' ? '' : added.slice(added.trimEnd().length);
    const sticks = /[\p{L}\p{N}\p{M}]$/u.test(parts.at(-1)?.text ?? '') && wordsIn(stretch.removed.slice(0, 1)) > 0;
    write('removed', (sticks ? ' ' : '') + (space === '' ? removed : removed.trimEnd()));
    write('added', added.slice(0, added.length - space.length));
    write('same', space);
  }
  return parts;
}
