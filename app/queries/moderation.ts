// The moderation log of a round: every time a comment was hidden from the public or shown again, on which ground, why and by whom. Public;
// what was hidden is not in it.
import type { Locale } from '../../guide/schema';
import type { Day } from '../core/day';
import type { Signatory } from '../core/shape';
import type { World } from '../world';
import { rulesOf, type Who } from './round-clock';
import type { RoundFacts } from './round-facts';

const PAGE = 50;

export type ModerationEntry = {
  /** Its place in the ledger: what a page of the log goes on from. */
  seq: string;
  day: Day;
  comment: string;
  shown: boolean;
  ground: { name: string; text: string } | null;
  reason: string;
  by: Who;
};
export type ModerationLog = { entries: ModerationEntry[]; older: string | null };

type Row = {
  seq: string;
  type: 'comment.moderated' | 'comment.restored';
  day: Day;
  number: string;
  payload: { ground?: string; reason: string; signatory: Signatory };
};

const LOG = `
SELECT e.seq::text AS seq, e.type, e.day, c.number, e.payload
  FROM "Comment" c JOIN "Event" e ON e.stream = 'comment:' || c.id
 WHERE c."roundId" = $1::uuid AND e.type IN ('comment.moderated', 'comment.restored') AND ($2::bigint IS NULL OR e.seq < $2::bigint)
 ORDER BY e.seq DESC LIMIT $3`;

/** The newest entries first, or those after the place `after`; all of them with `limit` null. */
export async function moderationLog(
  world: Pick<World, 'db' | 'guide'>,
  facts: Pick<RoundFacts, 'round'>,
  { after, limit = PAGE }: { after: string | null; limit?: number | null },
  locale: Locale,
): Promise<ModerationLog> {
  const texts = rulesOf(world, facts).edition.texts[locale];
  const { rows } = await world.db.pool.query<Row>({
    name: 'moderation_log',
    text: LOG,
    values: [facts.round.id, after, limit === null ? null : limit + 1],
  });
  const page = limit === null ? rows : rows.slice(0, limit);
  return {
    entries: page.map(({ seq, type, day, number, payload: { ground, reason, signatory } }) => ({
      ...{ seq, day, comment: number, shown: type === 'comment.restored', reason },
      ground: ground
        ? { name: texts[`moderation.${ground}.name`] ?? ground, text: texts[`moderation.${ground}.text`] ?? '' }
        : null,
      by: { name: signatory.name, post: signatory.post },
    })),
    older: rows.length > page.length ? (page.at(-1)?.seq ?? null) : null,
  };
}
