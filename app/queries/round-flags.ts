// Do the answers of a round keep their word? "Accepted" means that a clause differs from what people commented on: an answer whose clause
// reads as before in the latest version was undone. And the other way round: clauses that changed although nobody had said a word.
import { STATE_LANGUAGES, type DocumentRole, type StateLanguage } from '../../guide/schema';
import { sameText } from '../core/clause';
import type { Round, RoundDocument } from '../core/round';
import { titleOf } from '../core/point-title';
import { commentedVersion, versionsOf } from '../core/round-documents';
import type { World } from '../world';
import { clauseLabel } from './comment-parts';
import type { ClauseCount } from './round-numbers';
import { otherThan, twinsIn } from './round-twins';

export type FlaggedClause = { role: DocumentRole; language: StateLanguage; anchor: string; label: string };
export type RoundFlags = {
  /** Points answered as accepted whose clause says in the latest version what it said at first. */
  undone: (FlaggedClause & { pointId: string; title: string })[];
  /** Clauses that differ from the version people commented on without a comment at them, in either language, or an answer that names them. */
  unasked: FlaggedClause[];
};
type Span = { role: DocumentRole; language: StateLanguage; base: RoundDocument; latest: RoundDocument };
type Row = {
  latestId: string;
  anchor: string;
  number: string | null;
  heading: string | null;
  before: string | null;
  after: string | null;
};

const keyOf = (role: string, language: string, anchor: string) => `${role}.${language}.${anchor}`;

const DIFFERENT = `
SELECT s.latest AS "latestId", coalesce(b.anchor, a.anchor) AS anchor, coalesce(b.number, a.number) AS number,
       coalesce(b.heading, a.heading) AS heading, a.plain AS before, b.plain AS after
  FROM jsonb_to_recordset($1::jsonb) AS s(base uuid, latest uuid)
  CROSS JOIN LATERAL (SELECT anchor FROM "Clause" WHERE "documentId" = s.base UNION SELECT anchor FROM "Clause" WHERE "documentId" = s.latest) k
  LEFT JOIN "Clause" a ON a."documentId" = s.base AND a.anchor = k.anchor
  LEFT JOIN "Clause" b ON b."documentId" = s.latest AND b.anchor = k.anchor
 WHERE a.plain IS DISTINCT FROM b.plain ORDER BY s.latest, coalesce(b.position, a.position)`;

/** Compares the commented and the latest version of every document that has changed since. */
export async function flagsOf(
  world: Pick<World, 'db'>,
  round: Round,
  counts: readonly ClauseCount[],
  lang: StateLanguage,
): Promise<RoundFlags> {
  const spans = spansOf(round.documents);
  const flags: RoundFlags = { undone: [], unasked: [] };
  if (spans.length === 0) return flags;
  const { rows } = await world.db.pool.query<Row>({
    name: 'different_clauses',
    text: DIFFERENT,
    values: [JSON.stringify(spans.map(({ base, latest }) => ({ base: base.documentId, latest: latest.documentId })))],
  });
  const different = rows.filter(({ before, after }) => !sameText(before ?? '', after ?? ''));
  const asked =
    different.length > 0 ? await askedIn(world, round, [...counts, ...accepted(round, lang)]) : new Set<string>();
  for (const { role, language, latest } of spans) {
    const here = different.filter(({ latestId }) => latestId === latest.documentId);
    for (const { pointId, title, ...clause } of accepted(round, lang)) {
      const ours = clause.role === role && clause.language === language;
      if (ours && !here.some(({ anchor }) => anchor === clause.anchor))
        flags.undone.push({ ...clause, label: await labelOf(world, round.id, clause), pointId, title });
    }
    for (const { anchor, number, heading, before, after } of here)
      if (!asked.has(keyOf(role, language, anchor)))
        flags.unasked.push({
          role,
          language,
          anchor,
          label: named({ number, heading, plain: after ?? before ?? '' }, language),
        });
  }
  return flags;
}

/** Documents that have a later version than the one people commented on. */
function spansOf(documents: readonly RoundDocument[]): Span[] {
  const roles = [...new Set(documents.filter(({ later }) => later).map(({ role }) => role))];
  return roles.flatMap((role) =>
    STATE_LANGUAGES.flatMap((language) => {
      const base = commentedVersion(documents, { role, language });
      const latest = versionsOf(documents, { role, language }).at(-1);
      return base && latest && base !== latest ? [{ role, language, base, latest }] : [];
    }),
  );
}

/** Every clause that someone commented on or an answer names, in its own language and at the same place of the other text. */
async function askedIn(
  world: Pick<World, 'db'>,
  round: Round,
  named: readonly Pick<ClauseCount, 'role' | 'language' | 'anchor'>[],
): Promise<Set<string>> {
  const twins = await twinsIn(world, round.documents);
  const asked = new Set<string>();
  for (const { role, language, anchor } of named) {
    asked.add(keyOf(role, language, anchor));
    const twin = twins({ role: role as DocumentRole, language }).get(anchor);
    if (twin) asked.add(keyOf(role, otherThan(language), twin));
  }
  return asked;
}

/** By the latest version that has the clause: it may be gone again. */
async function labelOf(
  { db }: Pick<World, 'db'>,
  roundId: string,
  { role, language, anchor }: Pick<FlaggedClause, 'role' | 'language' | 'anchor'>,
): Promise<string> {
  const clause = await db.prisma.clause.findFirst({
    where: { anchor, document: { roundId, role, language } },
    orderBy: { document: { version: 'desc' } },
    select: { number: true, heading: true, plain: true },
  });
  return clause ? named(clause, language) : anchor;
}

/** How a clause is called; one without number and heading by how it begins. */
type Named = { number: string | null; heading: string | null; plain: string };
const named = ({ plain, ...clause }: Named, language: string): string =>
  clauseLabel(clause, language) || `${plain.slice(0, 60).trimEnd()}…`;

type Accepted = { pointId: string; title: string; role: DocumentRole; language: StateLanguage; anchor: string };

/** Answers in force that say something changed, with each clause that they show for it. */
const accepted = (round: Round, lang: StateLanguage): Accepted[] =>
  round.points.flatMap(({ id, title, disposition }) =>
    disposition?.code !== 'accepted' && disposition?.code !== 'partly'
      ? []
      : disposition.changes.flatMap(({ documentId, anchor }) => {
          const document = round.documents.find((one) => one.documentId === documentId);
          return document
            ? [
                {
                  pointId: id,
                  title: titleOf(round, { id, title }, lang),
                  role: document.role,
                  language: document.language,
                  anchor,
                },
              ]
            : [];
        }),
  );
