// The parts of a paper, said short. Used by whoever makes a paper out of a query's view.
import type { PaperPart } from './paper';

export const heading = (text: string, level: 1 | 2 | 3 = 1): PaperPart => ({ kind: 'heading', level, text });
export const paragraph = (text: string): PaperPart => ({ kind: 'paragraph', text });
export const bullets = (items: readonly string[]): PaperPart => ({ kind: 'list', items });

type Fact = readonly [label: string, value: string | null];
/** What is known; a fact without a value is left out, and nothing stands where none has one. */
export function facts(rows: readonly Fact[]): PaperPart[] {
  const known = rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
  return known.length > 0 ? [{ kind: 'facts', rows: known }] : [];
}

/** A table, or the sentence that stands where it has no rows. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  none: string | null = null,
): PaperPart[] => {
  if (rows.length > 0) return [{ kind: 'table', head, rows }];
  return none ? [paragraph(none)] : [];
};

/** The lines of one text that say something. */
export const lines = (...said: readonly (string | null | false | undefined)[]): string =>
  said.filter(Boolean).join('\n');
