// The part of a text in which the asked words stand, cut out with what stands around them, the words themselves marked. Pure; asked by
// queries/search for the few results of a page.

export type Piece = { text: string; hit: boolean };

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Words shown of a text, and words before the first hit. */
const SHOWN = 34;
const BEFORE = 6;

type Found = { from: number; to: number; hit: string | null };

/**
 * The stretch of `text` with the most different asked words, as pieces; null where none stands in it. `hitOf` gives which asked word a
 * word of the text is, or null. With `whole`, nothing is cut.
 */
export function snippetOf(
  text: string,
  hitOf: (word: string) => string | null,
  { whole = false } = {},
): Piece[] | null {
  const words: Found[] = [];
  for (const match of text.matchAll(WORD))
    words.push({ from: match.index, to: match.index + match[0].length, hit: hitOf(match[0]) });
  const hits = words.flatMap(({ hit }, at) => (hit === null ? [] : [at]));
  if (hits.length === 0) return null;
  const start = whole ? 0 : Math.max(0, bestStart(words, hits) - BEFORE);
  const end = whole ? words.length : Math.min(words.length, start + SHOWN);
  const shown = words.slice(start, end);
  const pieces: Piece[] = [];
  let at = whole ? 0 : (shown[0]?.from ?? 0);
  if (start > 0) pieces.push({ text: '… ', hit: false });
  for (const { from, to, hit } of shown) {
    if (hit === null) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false });
    pieces.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  const last = end === words.length ? text.length : (shown.at(-1)?.to ?? at);
  if (last > at) pieces.push({ text: text.slice(at, last), hit: false });
  if (end < words.length) pieces.push({ text: ' …', hit: false });
  return pieces;
}

/** The hit from which on a window has the most different asked words; the first of equals. */
function bestStart(words: readonly Found[], hits: readonly number[]): number {
  let best = { at: hits[0] ?? 0, different: 0 };
  for (const at of hits) {
    const within = new Set(words.slice(at, at + SHOWN - BEFORE).flatMap(({ hit }) => hit ?? []));
    if (within.size > best.different) best = { at, different: within.size };
  }
  return best.at;
}
