// What of a contribution this viewer may see, as SQL over the table of comments (alias `c`): a hidden name, a moderated text and the
// words of a comment taken back never leave the database for those who may not see them. Whoever works on the round's side and whoever
// made the comment see all of it.
import type { Viewer } from '../core/viewer';
import type { RoundFacts } from './round-facts';
import { onDemand } from './statement';

type Given = (value: unknown) => string;

/** The condition that the viewer made it: in person, as someone who speaks for the organisation that did, or as one of the council's people. */
export function ownCondition(viewer: Viewer | null, given: Given): () => string {
  return onDemand(() => {
    if (!viewer) return 'false';
    const organisations = viewer.mandates.flatMap(({ role, organisationId }) =>
      role === 'representative' && organisationId ? [organisationId] : [],
    );
    const councils = viewer.mandates.flatMap(({ councilId }) => councilId ?? []);
    const anyOf = (column: string, ids: readonly string[]) =>
      ids.length > 0 ? ` OR c."${column}" = ANY(${given(ids)}::uuid[])` : '';
    // Nothing is one's own through a key (core/viewer isSelf).
    const alone = viewer.keyId
      ? 'false'
      : `(c."personId" = ${given(viewer.personId)}::uuid AND c."organisationId" IS NULL AND c."councilId" IS NULL)`;
    return `(${alone}${anyOf('organisationId', organisations)}${anyOf('councilId', councils)})`;
  });
}

/**
 * Columns of an answer to "who, and what": each NULL where this viewer may not know. Words taken back stay readable while others have
 * joined them (`voices`, a column): a voice that joins nothing would say nothing.
 */
export function seenColumns(side: RoundFacts['side'], own: string, voices: string) {
  const all = side === null ? own : 'true';
  const words = `(${all} OR (c.hidden IS NULL AND (c.phase <> 'withdrawn' OR ${voices} > 0)))`;
  const name = `coalesce(k."nameRu", o.name, p.name, c."givenName")`;
  return {
    words,
    name: (councilName: string) =>
      `CASE WHEN ${all} OR NOT c."nameHidden" THEN ${name.replace('k."nameRu"', councilName)} END`,
    text: `CASE WHEN ${words} THEN c.text END`,
    wording: `CASE WHEN ${words} THEN c.wording END`,
    own,
  };
}

export const AUTHOR_JOINS = `
  LEFT JOIN "Organisation" o ON o.id = c."organisationId"
  LEFT JOIN "Council" k ON k.id = c."councilId"
  LEFT JOIN "Person" p ON p.id = c."personId" AND c."organisationId" IS NULL AND c."councilId" IS NULL`;

/** Search in the words of comments sees only words that the viewer may read, or it would give them away. */
export const searchable = (side: RoundFacts['side'], own: string): string =>
  side === null ? `(${own} OR (c.hidden IS NULL AND c.phase <> 'withdrawn'))` : 'true';
