// A document before it is added: how its text splits into clauses, and what a DOCX file says as Markdown.
import { done, refuse, type Outcome } from '../core/refusal';
import { markdownOfDocx } from '../data/documents/docx';
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

/** The Markdown of a DOCX file. Refuses: document_not_docx, file_too_large. */
export async function readDocx(bytes: Buffer): Promise<Outcome<{ markdown: string; warnings: number }>> {
  const read = await markdownOfDocx(bytes);
  if (read.ok) return done({ markdown: read.markdown, warnings: read.warnings.length });
  return read.problem === 'too_large'
    ? refuse('document_unreadable', { fields: { docx: 'too_long' } })
    : refuse('document_not_docx', { fields: { docx: 'bad_value' } });
}
