// Clauses that somebody commented on, as choices of a filter: document after document, clause after clause.
import { DOCUMENT_ROLES, type Locale, type StateLanguage } from '../../guide/schema';
import type { World } from '../world';
import { clauseLabel } from './comment-parts';
import { rulesOf } from './round-clock';
import type { RoundFacts } from './round-facts';
import { countsByClause } from './round-numbers';

export type ClauseChoice = {
  /** As the address names it: 'draft.ru.c5'. */
  value: string;
  roleName: string;
  language: StateLanguage;
  label: string;
  n: number;
};
type Row = {
  role: string;
  language: string;
  anchor: string;
  number: string | null;
  heading: string | null;
  position: number;
};

export async function clauseChoices(
  world: Pick<World, 'db' | 'guide'>,
  facts: RoundFacts,
  locale: Locale,
): Promise<ClauseChoice[]> {
  const counts = await countsByClause(world, facts.round.id);
  if (counts.length === 0) return [];
  const texts = rulesOf(world, facts).edition.texts[locale];
  const { rows } = await world.db.pool.query<Row>({
    name: 'clause_choices',
    text: `SELECT DISTINCT ON (d.role, d.language, c.anchor) d.role, d.language, c.anchor, c.number, c.heading, c.position
             FROM "Clause" c JOIN "Document" d ON d.id = c."documentId"
            WHERE d."roundId" = $1::uuid AND c.anchor = ANY ($2::text[]) ORDER BY d.role, d.language, c.anchor, d.version DESC`,
    values: [facts.round.id, counts.map(({ anchor }) => anchor)],
  });
  const placeOf = (role: string, language: string) =>
    2 * DOCUMENT_ROLES.findIndex((one) => one === role) + Number(language === 'ru');
  return counts
    .map(({ role, language, anchor, comments, voices }) => {
      const clause = rows.find((row) => row.role === role && row.language === language && row.anchor === anchor);
      const choice: ClauseChoice = {
        ...{ value: `${role}.${language}.${anchor}`, language, n: comments + voices },
        roleName: texts[`document.${role}.name`] ?? role,
        label: clause ? clauseLabel(clause, language) : '',
      };
      return { choice, document: placeOf(role, language), position: clause?.position ?? 0 };
    })
    .toSorted((a, b) => a.document - b.document || a.position - b.position)
    .map(({ choice }) => choice);
}
