// What is known of a letter's way to its reader: rows that are only ever added, each kind once a letter. Whoever hands letters over,
// shows them or hears of them writes here; the watch over notices and the proofs read it.
import { NOTICES, type NoticeId } from '../../guide/schema';
import { LOST, SEEN, type EvidenceKind } from '../core/notice';
import type { Day, Instant } from '../core/day';
import type { Database } from './connect';

const iso = (instant: Instant): string => new Date(instant).toISOString();
const list = (ids: readonly string[]) => `('${ids.join(`', '`)}')`;
/** The notice that a row of letters is. */
export const NOTICE = (l: string): string =>
  `(CASE WHEN ${l}.letter = 'case_step' THEN ${l}.data ->> 'step' ELSE ${l}.letter END)`;
export const IS_NOTICE = (l: string): string => `${NOTICE(l)} IN ${list(NOTICES)}`;
/** One notice goes to everybody of an organisation: its letters share the key that stands before the person. */
export const ORDER = (l: string): string => `left(${l}.key, length(${l}.key) - 37)`;

/** Keeps one piece of evidence about a letter; of a kind that is known already nothing changes. */
export async function witness(
  { pool }: Database,
  { letterId, what, at, detail = null }: { letterId: string; what: EvidenceKind; at: Instant; detail?: string | null },
): Promise<void> {
  await pool.query({
    name: 'witness',
    text: `INSERT INTO "Evidence" ("letterId", what, at, detail) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    values: [letterId, what, iso(at), detail?.slice(0, 500) ?? null],
  });
}

/** A page of the case was shown to this person: with it what every notice of the case to them says. */
export async function witnessShown(
  { pool }: Database,
  { personId, stream, at }: { personId: string; stream: string; at: Instant },
): Promise<void> {
  await pool.query({
    name: 'witness_shown',
    text: `INSERT INTO "Evidence" ("letterId", what, at) SELECT l.id, 'shown', $3 FROM "Letter" l
            WHERE l.stream = $1 AND l."personId" = $2 AND ${IS_NOTICE('l')}
              AND NOT EXISTS (SELECT 1 FROM "Evidence" e WHERE e."letterId" = l.id AND e.what = 'shown')
           ON CONFLICT DO NOTHING`,
    values: [stream, personId, iso(at)],
  });
}

/** A notice that nobody it went to has seen, and for which nothing was done yet. `lost`: no address takes it. */
export type Unseen = {
  letterId: string;
  stream: string;
  notice: NoticeId;
  edition: string;
  writtenAt: Date;
  /** When its latest copy was. */
  lastAt: Date;
  /** The day that it names for its reader, where it names one. */
  actBy: Day | null;
  lost: boolean;
};

const UNSEEN = `
SELECT (array_agg(l.id ORDER BY l.id))[1] AS "letterId", l.stream, min(${NOTICE('l')}) AS notice, min(l.data ->> 'edition') AS edition,
       min(l."createdAt") AS "writtenAt", max(l."createdAt") AS "lastAt", min(l.data ->> 'day') AS "actBy", bool_and(coalesce(e.lost, false)) AS lost
  FROM "Letter" l
  LEFT JOIN LATERAL (SELECT bool_or(what IN ${list(SEEN)}) AS seen, bool_or(what IN ${list(LOST)}) AS lost FROM "Evidence" WHERE "letterId" = l.id) e ON true
 WHERE l."createdAt" >= $1 AND l.stream LIKE 'appeal:%' AND l.data ->> 'edition' = ANY ($2::text[]) AND ${IS_NOTICE('l')}
   AND NOT EXISTS (SELECT 1 FROM "Obligation" o JOIN "Letter" g ON o.key = 'serve:' || g.id
                    WHERE o.stream = l.stream AND g.stream = l.stream AND ${ORDER('g')} = ${ORDER('l')})
 GROUP BY l.stream, ${ORDER('l')}
HAVING NOT bool_or(coalesce(e.seen, false))
 ORDER BY 1`;

/** Those written since then under one of the editions. */
export async function unseenNotices(
  { pool }: Database,
  { since, editions }: { since: Instant; editions: readonly string[] },
): Promise<Unseen[]> {
  const { rows } = await pool.query<Unseen>({ name: 'unseen_notices', text: UNSEEN, values: [iso(since), editions] });
  return rows;
}

/** A notice that was to be handed over on paper, and was seen meanwhile. */
export type SeenAfterAll = { letterId: string; stream: string; notice: NoticeId; how: (typeof SEEN)[number]; at: Date };

export async function seenAfterAll({ pool }: Database): Promise<SeenAfterAll[]> {
  const { rows } = await pool.query<SeenAfterAll>({
    name: 'seen_after_all',
    text: `SELECT DISTINCT ON (l.id) l.id AS "letterId", o.stream, ${NOTICE('l')} AS notice, e.what AS how, e.at
             FROM "Obligation" o JOIN "Letter" l ON o.key = 'serve:' || l.id
             JOIN "Letter" g ON g.stream = l.stream AND ${ORDER('g')} = ${ORDER('l')}
             JOIN "Evidence" e ON e."letterId" = g.id AND e.what IN ${list(SEEN)}
            WHERE o.rule = 'serve' AND o."closedDay" IS NULL ORDER BY l.id, e.at`,
  });
  return rows;
}

/**
 * Writes a notice to the further addresses where its readers want such notices, each once; gives how many it wrote. A copy shares the key of the
 * notice with the address in the place of the person, so that it is one of its letters wherever they are looked at together.
 */
export async function writeFurther({ pool }: Database, { letterId, at }: { letterId: string; at: Instant }): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'write_further',
    text: `INSERT INTO "Letter" (id, key, letter, "personId", email, locale, data, stream, state, attempts, "nextAt", "createdAt")
           SELECT gen_random_uuid(), left(l.key, length(l.key) - 36) || a.id, l.letter, l."personId", a.email, l.locale, l.data, l.stream, 'waiting', 0, $2, $2
             FROM "Letter" n JOIN "Letter" l ON l.stream = n.stream AND ${ORDER('l')} = ${ORDER('n')}
             JOIN "Address" a ON a."personId" = l."personId" AND a.notices AND a."confirmedAt" IS NOT NULL
            WHERE n.id = $1
           ON CONFLICT (key) DO NOTHING`,
    values: [letterId, iso(at)],
  });
  return rowCount ?? 0;
}
