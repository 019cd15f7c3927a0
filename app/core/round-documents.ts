// Which documents a round of a kind has, and their versions: which one people commented on, which one is the latest. Asked when a document
// is added, and wherever "accepted" is held against the text: what was corrected before the round opened was nobody's comment.
import type { Citation } from './refusal';
import type { DocumentRole, RoundKindRules } from '../../guide/schema';
import type { RoundDocument } from './round';

/**
 * The roles that a document of such a round may have: those that the guide names for the kind, then what the kind answers
 * (recommendations, where not everyone comments), then materials for whatever else people should know. So a draft stands only where
 * there is one to change; the drafts of a hearing are its materials, as the law on hearings has them given out (Public Councils Law
 * 21(2) 2)), and `has_draft` of the guide says of them too that "accepted" shows a changed clause.
 */
export const rolesOf = ({ documents, contributors }: RoundKindRules): DocumentRole[] => [
  ...new Set<DocumentRole>([
    ...documents.map(({ role }) => role),
    ...(contributors === 'everyone' ? [] : (['recommendations'] as const)),
    'materials',
  ]),
];

/** Where it stands which documents a round of the kind has. */
export const documentsBasis = ({ documents, basis }: RoundKindRules): Citation | undefined => {
  const [first] = documents[0]?.basis ?? basis;
  return first && { act: first.act, article: first.article };
};

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
