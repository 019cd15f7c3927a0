// What the form of a comment needs to know: the clause it will stand at with its text, the comment it joins, whether comments are taken
// from this person today. The command decides again.
import type { DocumentRole, StateLanguage } from '../../guide/schema';
import { may } from '../core/permission';
import type { Round } from '../core/round';
import type { Viewer } from '../core/viewer';
import { contributionsOf } from '../data/round-people';
import type { World } from '../world';
import { clauseLabel } from './comment-parts';
import { AUTHOR_JOINS } from './comment-seen';
import { rulesOf } from './round-clock';
import type { RoundRead } from './round-facts';
import { similarComments, type SimilarComment } from './similar-comments';

export type FormPlace = {
  documentId: string;
  role: DocumentRole;
  language: StateLanguage;
  version: number;
  title: string;
  /** The clause; null for the document as a whole. */
  clause: { anchor: string; label: string; plain: string; html: string } | null;
};
export type Joined = { id: string; number: string; name: string | null; text: string; language: string };

/** Whether comments are taken from people at all in rounds of this kind, and today. */
export const takesFrom = (
  world: Pick<World, 'guide'>,
  { round, open }: Pick<RoundRead, 'round' | 'open'>,
): 'yes' | 'not_now' | 'not_in_kind' => {
  if (rulesOf(world, { round }).kind.contributors !== 'everyone') return 'not_in_kind';
  return open ? 'yes' : 'not_now';
};

/** The place that an address names; null for the whole, 'unknown' for a clause or a document that is not there. */
export async function formPlace(
  { db }: Pick<World, 'db'>,
  round: Pick<Round, 'documents'>,
  { documentId, anchor }: { documentId: string; anchor: string },
): Promise<FormPlace | null | 'unknown'> {
  if (!documentId) return null;
  const document = round.documents.find((one) => one.documentId === documentId);
  if (!document) return 'unknown';
  const { role, language, version, title } = document;
  const place = { documentId, role, language, version, title };
  if (!anchor) return { ...place, clause: null };
  const clause = await db.prisma.clause.findUnique({
    where: { documentId_anchor: { documentId, anchor } },
    select: { anchor: true, number: true, heading: true, plain: true, html: true },
  });
  if (!clause) return 'unknown';
  const { plain, html } = clause;
  return { ...place, clause: { anchor, label: clauseLabel(clause, language), plain, html } };
}

/** The comment that a voice would join: of this round, living and not hidden. */
export async function joinedComment(
  { db }: Pick<World, 'db'>,
  roundId: string,
  number: string,
): Promise<(Joined & { documentId: string | null; anchor: string | null }) | null> {
  if (!number) return null;
  const { rows } = await db.pool.query<Joined & { documentId: string | null; anchor: string | null }>({
    name: 'joined_comment',
    text: JOINED,
    values: [number, roundId],
  });
  return rows[0] ?? null;
}

const JOINED = `
SELECT c.id, c.number, CASE WHEN NOT c."nameHidden" THEN coalesce(k."nameRu", o.name, p.name, c."givenName") END AS name,
       coalesce(nullif(c.text, ''), c.wording) AS text, c.language, c."documentId", c.anchor
  FROM "Comment" c${AUTHOR_JOINS}
 WHERE c.number = $1 AND c."roundId" = $2::uuid AND c.phase <> 'withdrawn' AND c.hidden IS NULL`;

/** Whether the viewer's side contributed to the round and did not take it back: then it may judge its promises. */
export async function tookPart({ db }: Pick<World, 'db'>, viewer: Viewer | null, roundId: string): Promise<boolean> {
  if (!viewer) return false;
  return (await contributionsOf(db, roundId, viewer)).some((one) => may(viewer, 'round.judge', one));
}

/** What others said at this place; with a text typed only what says nearly the same. */
export const offeredAt = (
  world: Pick<World, 'db'>,
  viewer: Viewer,
  roundId: string,
  place: FormPlace | null,
  words: { text: string; wording: string } | null = null,
): Promise<SimilarComment[]> =>
  similarComments(world, viewer, {
    roundId,
    place: place?.clause ? { role: place.role, language: place.language, anchor: place.clause.anchor } : null,
    words: words && { ...words, clause: place?.clause?.plain ?? '' },
  });
