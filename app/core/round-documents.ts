// The versions of a round's documents: which one people commented on, which one is the latest. Asked wherever "accepted" is held against
// the text: what was corrected before the round opened was nobody's comment.
import type { RoundDocument } from './round';

type Document = Pick<RoundDocument, 'role' | 'language' | 'version' | 'later' | 'documentId'>;

/** The versions of the same document (role and language), the first one first. */
export const versionsOf = <D extends Document>(
  documents: readonly D[],
  { role, language }: Pick<D, 'role' | 'language'>,
): D[] =>
  documents.filter((one) => one.role === role && one.language === language).toSorted((a, b) => a.version - b.version);

/** The version that stood when the round opened; of a document that came later, its first one. */
export function commentedVersion<D extends Document>(
  documents: readonly D[],
  document: Pick<D, 'role' | 'language'>,
): D | undefined {
  const versions = versionsOf(documents, document);
  return versions.findLast(({ later }) => !later) ?? versions[0];
}
