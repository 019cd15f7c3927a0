// A document before it is added: how its text splits into clauses.
import { readDocument } from '../data/documents/markdown';

const SHOWN = 60;
const EXCERPT = 240;

export type ClausePreview = {
  count: number;
  clauses: { number: string | null; heading: string | null; plain: string }[];
};

/** The first clauses, shortened, and how many there are. */
export function previewOf(markdown: string): ClausePreview {
  const { clauses } = readDocument(markdown);
  return {
    count: clauses.length,
    clauses: clauses
      .slice(0, SHOWN)
      .map(({ number, heading, plain }) => ({ number, heading, plain: plain.slice(0, EXCERPT) })),
  };
}
