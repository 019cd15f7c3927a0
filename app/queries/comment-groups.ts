// The comments of a round as they belong together: by the point that answers them, and by the clause they are about, each clause with the
// comments that most voices joined. Two statements however many comments there are.
import { DOCUMENT_ROLES, type DispositionId, type Locale, type StateLanguage } from '../../guide/schema';
import { titleOf } from '../core/point-title';
import { saidIn, type Said } from '../core/said';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { commentFilterOf } from './comment-filter';
import { clauseLabel } from './comment-parts';
import { listComments, type CommentRow } from './comments';
import { rulesOf, type Who } from './round-clock';
import type { RoundFacts } from './round-facts';
import type { PointCount } from './round-numbers';

/** Groups on a page, and comments shown with each clause. */
const GROUPS = 20;
const SHOWN = 3;

export type PointGroup = {
  id: string;
  title: string;
  n: number;
  voices: number;
  open: number;
  answer: { code: DispositionId; codeName: string; codeText: string; reason: Said; by: Who | null } | null;
  /** Changed clauses that the answer shows: role, language and anchor. */
  changes: { role: string; language: StateLanguage; anchor: string; version: number }[];
};
export type Page<T> = { groups: T[]; from: number; total: number; newer: number | null; older: number | null };
type Reads = { locale: Locale; lang: StateLanguage };

function pageOf<T>(all: readonly T[], from: number): Page<T> {
  return {
    groups: all.slice(from - 1, from - 1 + GROUPS),
    ...{ from, total: all.length },
    newer: from > 1 ? Math.max(1, from - GROUPS) : null,
    older: from - 1 + GROUPS < all.length ? from + GROUPS : null,
  };
}

/** Points that hold comments, those of most comments first. Drafts of answers are not among them. */
export function pointGroups(
  world: Pick<World, 'guide'>,
  facts: RoundFacts,
  counts: readonly PointCount[],
  { from, locale, lang }: Reads & { from: number },
): Page<PointGroup> {
  const texts = rulesOf(world, facts).edition.texts[locale];
  const { points, documents } = facts.round;
  const groups = points.flatMap(({ id, title, disposition, approved }): PointGroup[] => {
    const count = counts.find(({ pointId }) => pointId === id);
    if (!count) return [];
    return [
      {
        ...{ id, title: titleOf(facts.round, { id, title }, lang), n: count.n, voices: count.voices, open: count.open },
        answer: disposition && {
          code: disposition.code,
          codeName: texts[`disposition.${disposition.code}.name`] ?? disposition.code,
          codeText: texts[`disposition.${disposition.code}.text`] ?? '',
          reason: saidIn(disposition.reason, lang),
          by: approved && { name: approved.signatory.name, post: approved.signatory.post },
        },
        changes: (disposition?.changes ?? []).flatMap(({ documentId, anchor, version }) => {
          const document = documents.find((one) => one.documentId === documentId);
          return document ? [{ role: document.role, language: document.language, anchor, version }] : [];
        }),
      },
    ];
  });
  return pageOf(
    groups.toSorted((a, b) => b.n - a.n),
    from,
  );
}

type Key = { role: string; language: string; anchor: string };
export type ClauseGroup = Key & {
  /** Empty for the draft as a whole, with an empty role, and for a document as a whole. */
  label: string;
  roleName: string;
  comments: number;
  voices: number;
  open: number;
  rows: CommentRow[];
};
type Counted = Key & {
  number: string | null;
  heading: string | null;
  position: number | null;
  comments: number;
  voices: number;
  open: number;
};

const COUNTED = `
WITH k AS (
  SELECT coalesce(d.role, '') AS role, coalesce(d.language, '') AS language, coalesce(c.anchor, '') AS anchor,
         count(*) FILTER (WHERE c."joinsId" IS NULL)::int AS comments, count(c."joinsId")::int AS voices, count(*) FILTER (WHERE c.phase = 'open')::int AS open
    FROM "Comment" c LEFT JOIN "Document" d ON d.id = c."documentId"
   WHERE c."roundId" = $1::uuid AND c.phase IN ('open', 'disposed') GROUP BY 1, 2, 3)
SELECT k.*, cl.number, cl.heading, cl.position
  FROM k LEFT JOIN LATERAL (
    SELECT x.number, x.heading, x.position FROM "Clause" x JOIN "Document" d ON d.id = x."documentId"
     WHERE d."roundId" = $1::uuid AND d.role = k.role AND d.language = k.language AND x.anchor = k.anchor ORDER BY d.version DESC LIMIT 1) cl ON true`;

/** Places are named by one text each: the planner misjudges three columns from a join and counts the voices once for every comment. */
const FIRST = `
WITH voices AS MATERIALIZED (
  SELECT "joinsId" AS id, count(*) AS n FROM "Comment" WHERE "roundId" = $1::uuid AND "joinsId" IS NOT NULL AND phase IN ('open', 'disposed') GROUP BY 1)
SELECT id FROM (
  SELECT c.id, row_number() OVER (PARTITION BY c.at ORDER BY coalesce(v.n, 0) DESC, c."receivedAt", c.id) AS place
    FROM (SELECT c.id, c."receivedAt", concat_ws('.', coalesce(d.role, ''), coalesce(d.language, ''), coalesce(c.anchor, '')) AS at
            FROM "Comment" c LEFT JOIN "Document" d ON d.id = c."documentId"
           WHERE c."roundId" = $1::uuid AND c.phase IN ('open', 'disposed') AND c."joinsId" IS NULL) c
    LEFT JOIN voices v ON v.id = c.id
   WHERE c.at = ANY ($2::text[])) x
 WHERE place <= ${SHOWN}`;

/** Every clause that somebody commented on, in the order of the documents, with the most joined comments of each. */
export async function clauseGroups(
  world: Pick<World, 'db' | 'guide' | 'now'>,
  viewer: Viewer | null,
  facts: RoundFacts,
  { from, ...reads }: Reads & { from: number },
): Promise<Page<ClauseGroup>> {
  const { id } = facts.round;
  const texts = rulesOf(world, facts).edition.texts[reads.locale];
  const counted = await world.db.pool.query<Counted>({ name: 'clause_groups', text: COUNTED, values: [id] });
  const page = pageOf(counted.rows.toSorted(byPlace(reads.lang)), from);
  if (page.groups.length === 0) return { ...page, groups: [] };
  const rows = await firstComments(world, viewer, facts, { ...reads, places: page.groups });
  return {
    ...page,
    groups: page.groups.map(({ role, language, anchor, number, heading, comments, voices, open }) => ({
      ...{ role, language, anchor, comments, voices, open },
      label: clauseLabel({ number, heading }, language),
      roleName: role ? (texts[`document.${role}.name`] ?? role) : '',
      rows: rows.filter(({ place }) => isAt(place, { role, language, anchor })),
    })),
  };
}

/** The comments with most voices at each of these places, a few of each. */
export async function firstComments(
  world: Pick<World, 'db' | 'guide' | 'now'>,
  viewer: Viewer | null,
  facts: RoundFacts,
  { places, ...reads }: Reads & { places: readonly Key[] },
): Promise<CommentRow[]> {
  if (places.length === 0) return [];
  const named = places.map(({ role, language, anchor }) => `${role}.${language}.${anchor}`);
  const first = await world.db.pool.query<{ id: string }>({
    name: 'clause_groups_first',
    text: FIRST,
    values: [facts.round.id, named],
  });
  const { rows } = await listComments(world, viewer, facts, {
    ...reads,
    filter: commentFilterOf(new URLSearchParams()),
    ids: first.rows.map((one) => one.id),
    limit: places.length * SHOWN,
  });
  return rows.toSorted((a, b) => b.voices - a.voices);
}

export const isAt = (place: CommentRow['place'], { role, language, anchor }: Key): boolean =>
  (place?.role ?? '') === role && (place?.language ?? '') === language && (place?.anchor ?? '') === anchor;

/** The whole first; then document after document, in the reader's language first, clause after clause. */
const byPlace =
  (lang: StateLanguage) =>
  (a: Counted, b: Counted): number =>
    roleAt(a) - roleAt(b) ||
    Number(a.language !== lang) - Number(b.language !== lang) ||
    (a.position ?? -1) - (b.position ?? -1);
const roleAt = ({ role }: Key): number => DOCUMENT_ROLES.findIndex((one) => one === role);
