// The moderation log of a round, and of a body's cases: every time something was hidden from the public or shown again, on which ground, why
// and by whom. Public; what was hidden is not in it.
import type { Locale } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import type { Signatory } from '../core/shape';
import { openOn } from '../data/open-on';
import type { World } from '../world';
import { rulesOf, type Who } from './round-clock';
import type { RoundFacts } from './round-facts';

const PAGE = 50;

export type ModerationEntry = {
  /** Its place in the ledger: what a page of the log goes on from. */
  seq: string;
  day: Day;
  /** Of the comment or case; null for a case that is not public. */
  number: string | null;
  shown: boolean;
  ground: { name: string; text: string } | null;
  reason: string;
  by: Who;
};
export type ModerationLog = { entries: ModerationEntry[]; older: string | null };

type Row = {
  seq: string;
  type: string;
  day: Day;
  number: string | null;
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
  return logOf(rows, texts, limit);
}

const CASES = `
SELECT e.seq::text AS seq, e.type, e.day, CASE WHEN ${openOn('$4')} THEN a.number END AS number, e.payload
  FROM "Appeal" a JOIN "Event" e ON e.stream = 'appeal:' || a.id
 WHERE a."bodyId" = $1::uuid AND a.steps ? 'redacted' AND e.type IN ('appeal.redacted', 'appeal.restored')
   AND ($2::bigint IS NULL OR e.seq < $2::bigint)
 ORDER BY e.seq DESC LIMIT $3`;

/** The same of what was redacted in the cases of a body. */
export async function caseModerationLog(
  world: Pick<World, 'db' | 'guide' | 'now'>,
  bodyId: string,
  after: string | null,
  locale: Locale,
): Promise<ModerationLog> {
  const today = dayOf(world.now());
  const { rows } = await world.db.pool.query<Row>({
    name: 'case_moderation_log',
    text: CASES,
    values: [bodyId, after, PAGE + 1, today],
  });
  return logOf(rows, world.guide.inForceOn(today).texts[locale], PAGE);
}

function logOf(rows: readonly Row[], texts: Readonly<Record<string, string>>, limit: number | null): ModerationLog {
  const page = limit === null ? rows : rows.slice(0, limit);
  return {
    entries: page.map(({ seq, type, day, number, payload: { ground, reason, signatory } }) => ({
      ...{ seq, day, number, shown: type.endsWith('.restored'), reason },
      ground: ground
        ? { name: texts[`moderation.${ground}.name`] ?? ground, text: texts[`moderation.${ground}.text`] ?? '' }
        : null,
      by: { name: signatory.name, post: signatory.post },
    })),
    older: rows.length > page.length ? (page.at(-1)?.seq ?? null) : null,
  };
}
