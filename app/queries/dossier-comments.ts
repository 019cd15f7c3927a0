// Every contribution to a round with its origin and what became of it, as the public may read them, for the dossier: one statement
// however many there are. A hidden name, a moderated text and words taken back are not in it.
import type { Locale, Origin, StateLanguage } from '../../guide/schema';
import type { CommentPhase } from '../core/comment';
import type { Day } from '../core/day';
import type { World } from '../world';
import { placeView, type Hidden, type Placed, type PlaceView, type Texts } from './comment-parts';
import { AUTHOR_JOINS, seenColumns } from './comment-seen';
import { rulesOf } from './round-clock';
import type { RoundFacts } from './round-facts';
import type { Participant } from './round-numbers';
import { NAME_IN } from './statement';

export type DossierComment = {
  number: string;
  day: Day;
  name: string | null;
  nameHidden: boolean;
  participant: Participant;
  /** How it came in, in the guide's words. */
  origin: Origin;
  originName: string;
  enteredBy: { name: string; post: string | null } | null;
  place: PlaceView | null;
  /** Null where the public may not read the words. */
  text: string | null;
  wording: string | null;
  language: Locale;
  files: number;
  phase: CommentPhase;
  hidden: { groundName: string; reason: string } | null;
  voices: number;
  joins: string | null;
  pointId: string | null;
  codeName: string | null;
  /** In the language of the dossier. */
  reason: string | null;
  duplicateOf: string | null;
  dueDay: Day;
  endedDay: Day | null;
};

type Row = Omit<DossierComment, 'originName' | 'place' | 'hidden' | 'codeName'> &
  Placed & { hidden: Hidden | null; code: string | null };

const seen = seenColumns(null, 'false', 'coalesce(v.n, 0)');
const COMMENTS = (language: StateLanguage) => `
SELECT c.number, c."receivedDay" AS day, ${seen.name(`k.${NAME_IN[language]}`)} AS name, c."nameHidden", c.participant, c.origin, c."enteredBy",
       d.role, d.language AS "documentLanguage", c.anchor, cl.number AS "clauseNumber", cl.heading AS "clauseHeading",
       ${seen.text} AS text, ${seen.wording} AS wording, c.language, CASE WHEN ${seen.words} THEN coalesce(f.n, 0) ELSE 0 END AS files,
       c.phase, c.hidden, coalesce(v.n, 0) AS voices, j.number AS joins, c."pointId", c.code, c.disposition #>> '{reason,${language}}' AS reason,
       c.disposition ->> 'duplicateOf' AS "duplicateOf", c."dueDay", c."endedDay"
  FROM "Comment" c${AUTHOR_JOINS}
  LEFT JOIN "Comment" j ON j.id = c."joinsId"
  LEFT JOIN "Document" d ON d.id = c."documentId"
  LEFT JOIN "Clause" cl ON cl."documentId" = c."documentId" AND cl.anchor = c.anchor
  LEFT JOIN (SELECT "joinsId", count(*)::int AS n FROM "Comment" WHERE "roundId" = $1::uuid AND phase IN ('open', 'disposed') GROUP BY 1) v ON v."joinsId" = c.id
  LEFT JOIN LATERAL (SELECT count(*)::int AS n FROM "File" WHERE stream = 'comment:' || c.id AND version IS NOT NULL) f ON true
 WHERE c."roundId" = $1::uuid ORDER BY c."receivedAt", c.id`;

/** In the order in which they came. */
export async function dossierComments(
  world: Pick<World, 'db' | 'guide'>,
  facts: Pick<RoundFacts, 'round'>,
  language: StateLanguage,
): Promise<DossierComment[]> {
  const texts: Texts = rulesOf(world, facts).edition.texts[language];
  const { rows } = await world.db.pool.query<Row>({
    name: `dossier_comments_${language}`,
    text: COMMENTS(language),
    values: [facts.round.id],
  });
  return rows.map(
    ({ role, documentLanguage, anchor, clauseNumber, clauseHeading, hidden, code, wording, duplicateOf, ...row }) => ({
      ...row,
      originName: texts[`origin.${row.origin}.name`] ?? row.origin,
      place: placeView({ role, documentLanguage, anchor, clauseNumber, clauseHeading }, texts),
      wording: wording || null,
      hidden: hidden && {
        groundName: texts[`moderation.${hidden.ground}.name`] ?? hidden.ground,
        reason: hidden.reason,
      },
      codeName: code && (texts[`disposition.${code}.name`] ?? code),
      duplicateOf: duplicateOf || null,
    }),
  );
}
