// Which clause of the Kazakh text is which of the Russian one? Both are drafts of one act: the same place ("article 5 / point 2") is the
// same clause. What has no number, or shares its place with another, has no twin. Asked where comments on either text stand together.
import { placesOf } from './numbering';

type Numbered = { anchor: string; number: string | null };

/** For each anchor of `texts` that of the clause at the same place in `others`. */
export function twinsOf(texts: readonly Numbered[], others: readonly Numbered[]): Map<string, string> {
  const there = anchorsByPlace(others);
  return new Map(
    [...anchorsByPlace(texts)].flatMap(([place, anchor]) => {
      const twin = there.get(place);
      return twin ? [[anchor, twin] as const] : [];
    }),
  );
}

/** Places that exactly one clause has. */
function anchorsByPlace(clauses: readonly Numbered[]): Map<string, string> {
  const places = placesOf(clauses.map(({ number }) => number));
  const found = new Map<string, string[]>();
  clauses.forEach(({ anchor }, at) => {
    const place = places[at];
    if (place) found.set(place, [...(found.get(place) ?? []), anchor]);
  });
  return new Map(
    [...found].flatMap(([place, [first, ...more]]) => (first && more.length === 0 ? [[place, first]] : [])),
  );
}
