// What others have said about the same clause, offered before one sends the same again: those that most voices joined, and with a text
// typed those that say nearly the same. Similarity offers, people decide. Looks at a bounded number of comments, however many there are.
import type { StateLanguage } from '../../guide/schema';
import { likeness, shinglesOf } from '../core/similarity';
import type { Viewer } from '../core/viewer';
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
type Words = { text: string; wording: string };
/** What somebody is about to say, and the clause it is about. */
type Typed = Words & { clause: string };
export type SimilarPlace = { role: string; language: StateLanguage; anchor: string } | null;

/** Newest and most joined comments looked at. */
const LOOKED_AT = 100;
const OFFERED = 3;
/** From this share of words and word pairs in common two comments are offered as nearly the same. */
const NEAR = 0.5;
const EXCERPT = 400;

const CANDIDATES = `
WITH here AS MATERIALIZED (
  SELECT id, "receivedAt" FROM "Comment"
   WHERE "roundId" = $1::uuid AND phase IN ('open', 'disposed') AND hidden IS NULL AND "joinsId" IS NULL
     AND "personId" IS DISTINCT FROM $5::uuid
     AND CASE WHEN $4::text IS NULL THEN anchor IS NULL
              ELSE anchor = $4 AND "documentId" IN (SELECT id FROM "Document" WHERE "roundId" = $1::uuid AND role = $2 AND language = $3) END),
voices AS MATERIALIZED (
  SELECT j."joinsId" AS id, count(*)::int AS n FROM "Comment" j
   WHERE j."roundId" = $1::uuid AND j."joinsId" IN (SELECT id FROM here) AND j.phase IN ('open', 'disposed') GROUP BY 1),
near AS (
  (SELECT id FROM here ORDER BY "receivedAt" DESC, id DESC LIMIT ${LOOKED_AT})
  UNION
  (SELECT id FROM voices ORDER BY n DESC LIMIT ${LOOKED_AT}))
SELECT c.id, c.number, CASE WHEN NOT c."nameHidden" THEN coalesce(k."nameRu", o.name, p.name, c."givenName") END AS name,
       left(c.text, 2000) AS text, left(c.wording, 2000) AS wording, c.language, coalesce(v.n, 0) AS voices
  FROM near JOIN "Comment" c ON c.id = near.id LEFT JOIN voices v ON v.id = c.id${AUTHOR_JOINS}
 ORDER BY voices DESC, c."receivedAt" DESC`;

/** Comments of others at the same place (null: on the whole): the most joined, or with `words` typed those nearest to them. */
export async function similarComments(
  { db }: Pick<World, 'db'>,
  viewer: Pick<Viewer, 'personId'>,
  { roundId, place, words }: { roundId: string; place: SimilarPlace; words: Typed | null },
): Promise<SimilarComment[]> {
  const { rows } = await db.pool.query<SimilarComment & Words>({
    name: 'similar_comments',
    text: CANDIDATES,
    values: [roundId, place?.role ?? null, place?.language ?? null, place?.anchor ?? null, viewer.personId],
  });
  const likenessTo = words && likenessBy(words);
  const offered = likenessTo
    ? rows
        .map((row) => ({ row, near: likenessTo(row) }))
        .filter(({ near }) => near >= NEAR)
        .sort((a, b) => b.near - a.near || b.row.voices - a.row.voices)
        .map(({ row }) => row)
    : rows;
  return offered
    .slice(0, OFFERED)
    .map(({ wording, ...row }) => ({ ...row, text: excerpt([row.text, wording].filter(Boolean).join('\n')) }));
}

/**
 * How near a comment comes to these words: in its reason or in the wording it proposes, whichever is nearer. Of a wording only what is
 * not the clause's own counts: everyone who changes a word of it repeats the rest.
 */
function likenessBy({ text, wording, clause }: Typed): (other: Words) => number {
  const given = shinglesOf(clause);
  const proposed = (words: string) => new Set([...shinglesOf(words)].filter((shingle) => !given.has(shingle)));
  const wanted = { text: shinglesOf(text), wording: proposed(wording) };
  return (other) =>
    Math.max(likeness(wanted.text, shinglesOf(other.text)), likeness(wanted.wording, proposed(other.wording)));
}

const excerpt = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text);
