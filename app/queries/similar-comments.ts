// What others have said about the same clause, offered before one sends the same again: those that most voices joined, and with a text
// typed those that say nearly the same. Similarity offers, people decide. Looks at a bounded number of comments, however many there are.
import type { StateLanguage } from '../../guide/schema';
import { likeness, shinglesOf } from '../core/similarity';
import type { World } from '../world';
import { AUTHOR_JOINS } from './comment-seen';

export type SimilarComment = {
  id: string;
  number: string;
  name: string | null;
  text: string;
  language: string;
  voices: number;
};
export type SimilarPlace = { role: string; language: StateLanguage; anchor: string } | null;

/** Newest and most joined comments looked at. */
const LOOKED_AT = 100;
const OFFERED = 3;
/** From this share of words and word pairs in common two comments are offered as nearly the same. */
const NEAR = 0.5;
const EXCERPT = 400;

const AT_PLACE = `"roundId" = $1::uuid AND phase IN ('open', 'disposed') AND hidden IS NULL AND "joinsId" IS NULL
   AND CASE WHEN $4::text IS NULL THEN anchor IS NULL
            ELSE anchor = $4 AND "documentId" IN (SELECT id FROM "Document" WHERE "roundId" = $1::uuid AND role = $2 AND language = $3) END`;
const CANDIDATES = `
WITH voices AS MATERIALIZED (
  SELECT "joinsId" AS id, count(*)::int AS n FROM "Comment" WHERE "roundId" = $1::uuid AND "joinsId" IS NOT NULL AND phase IN ('open', 'disposed') GROUP BY 1),
near AS (
  (SELECT c.id FROM "Comment" c WHERE ${AT_PLACE} ORDER BY c."receivedAt" DESC, c.id DESC LIMIT ${LOOKED_AT})
  UNION
  (SELECT c.id FROM "Comment" c JOIN voices v ON v.id = c.id WHERE ${AT_PLACE} ORDER BY v.n DESC LIMIT ${LOOKED_AT}))
SELECT c.id, c.number, CASE WHEN NOT c."nameHidden" THEN coalesce(k."nameRu", o.name, p.name, c."givenName") END AS name,
       left(concat_ws(E'\\n', nullif(c.text, ''), nullif(c.wording, '')), 2000) AS text, c.language, coalesce(v.n, 0) AS voices
  FROM near JOIN "Comment" c ON c.id = near.id LEFT JOIN voices v ON v.id = c.id${AUTHOR_JOINS}
 ORDER BY voices DESC, c."receivedAt" DESC`;

/** Comments at the same place (null: on the whole): the most joined, or with `text` those nearest to it. */
export async function similarComments(
  { db }: Pick<World, 'db'>,
  { roundId, place, text }: { roundId: string; place: SimilarPlace; text: string },
): Promise<SimilarComment[]> {
  const { rows } = await db.pool.query<SimilarComment>({
    name: 'similar_comments',
    text: CANDIDATES,
    values: [roundId, place?.role ?? null, place?.language ?? null, place?.anchor ?? null],
  });
  const wanted = shinglesOf(text);
  const offered =
    wanted.size === 0
      ? rows
      : rows
          .map((row) => ({ row, near: likeness(wanted, shinglesOf(row.text)) }))
          .filter(({ near }) => near >= NEAR)
          .sort((a, b) => b.near - a.near || b.row.voices - a.row.voices)
          .map(({ row }) => row);
  return offered.slice(0, OFFERED).map((row) => ({ ...row, text: excerpt(row.text) }));
}

const excerpt = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text);
