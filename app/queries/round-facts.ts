// One round as its row keeps it, for whoever may read it, with what is owed in it: loaded in one statement. Private to the server: a
// fold holds drafts of answers that are nobody's business yet. Pages get the views of queries/round*, in which nothing of that is left.
import type { Locale } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import { may } from '../core/permission';
import type { Round } from '../core/round';
import { stageOf, takesComments, type Counts, type RoundStage } from '../core/stage';
import type { Reckoning } from '../core/term';
import { mandateAt, mandateOn, OFFICIAL_ROLES, type Viewer } from '../core/viewer';
import type { World } from '../world';
import { shownBeforeIn, type ShownBefore } from './shown-before';

/** Something owed in a round, by the key of its obligation. */
export type OwedInRound = {
  key: string;
  rule: string;
  reckoning: Reckoning;
  dueDay: Day;
  lawfulDue: Day;
  closedDay: Day | null;
  closedHow: 'discharged' | 'released' | null;
};
export type RoundFacts = {
  round: Round;
  today: Day;
  stage: RoundStage;
  /** Whether comments are taken today. */
  open: boolean;
  counts: Counts;
  owed: OwedInRound[];
  /** Days of duties before a correction moved them. */
  shownBefore: ShownBefore[];
  body: { slug: string; names: Record<Locale, string> };
  council: Record<Locale, string> | null;
  /** On which side of the round the viewer works, if on any. Those who do see hidden names and texts. */
  side: 'body' | 'council' | null;
  chain: { events: number; hash: string };
};

type Row = {
  facts: Round;
  slug: string;
  names: Record<Locale, string>;
  council: Record<Locale, string> | null;
  owed: OwedInRound[] | null;
  shownBefore: ShownBefore[] | null;
  open: number;
  total: number;
  events: number;
  hash: string;
};

const NAMES = (alias: string) =>
  `json_build_object('kk', ${alias}."nameKk", 'ru', ${alias}."nameRu", 'en', ${alias}."nameEn")`;
const ROUND = `
SELECT r.facts, b.slug, ${NAMES('b')} AS names, CASE WHEN k.id IS NULL THEN NULL ELSE ${NAMES('k')} END AS council, c.open, c.total, e.version AS events, e.hash,
       (SELECT json_agg(json_build_object('key', o.key, 'rule', o.rule, 'reckoning', o.reckoning, 'dueDay', o."dueDay", 'lawfulDue', o."lawfulDue",
                 'closedDay', o."closedDay", 'closedHow', o."closedHow") ORDER BY o."dueDay", o.key)
          FROM "Obligation" o WHERE o.stream = 'round:' || r.id) AS owed, ${shownBeforeIn(`'round:' || r.id`)} AS "shownBefore"
  FROM "Round" r
  JOIN "Body" b ON b.id = r."bodyId"
  LEFT JOIN "Council" k ON k.id = r."councilId"
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE phase = 'open')::int AS open, count(*)::int AS total
                        FROM "Comment" WHERE "roundId" = r.id AND phase IN ('open', 'disposed')) c
  CROSS JOIN LATERAL (SELECT version, hash FROM "Event" WHERE stream = 'round:' || r.id ORDER BY version DESC LIMIT 1) e
 WHERE r.number = $1`;

/** The round of this number, or null when there is none that the viewer may read. */
export async function roundFacts(
  { db, now }: Pick<World, 'db' | 'now'>,
  viewer: Viewer | null,
  number: string,
): Promise<RoundFacts | null> {
  if (!/^R-\d{4}-\d{6,12}$/.test(number)) return null;
  const { rows } = await db.pool.query<Row>({ name: 'round', text: ROUND, values: [number] });
  const [row] = rows;
  if (!row || !may(viewer, 'round.read', row.facts)) return null;
  const { facts: round, slug, names, council, owed, shownBefore, open, total, events, hash } = row;
  const today = dayOf(now());
  const counts = { open, total };
  return {
    ...{ round, today, counts, council },
    stage: stageOf(round, counts, today),
    open: takesComments(round, today),
    owed: owed ?? [],
    shownBefore: shownBefore ?? [],
    body: { slug, names },
    side: sideOf(viewer, round),
    chain: { events, hash },
  };
}

/** What most pages of a single comment need of its round: nothing counted, so that thousands may ask at once. */
export type RoundRead = Pick<RoundFacts, 'round' | 'today' | 'open' | 'side'>;

/** The round in which the comment of this number stands, or the round of this number; null when the viewer may read none. */
export async function roundRead(
  { db, now }: Pick<World, 'db' | 'now'>,
  viewer: Viewer | null,
  asked: { round: string } | { comment: string },
): Promise<RoundRead | null> {
  const { rows } = await db.pool.query<Pick<Row, 'facts'>>(
    'round' in asked
      ? { name: 'round_read', text: 'SELECT facts FROM "Round" WHERE number = $1', values: [asked.round] }
      : {
          name: 'round_of_comment',
          text: 'SELECT r.facts FROM "Comment" c JOIN "Round" r ON r.id = c."roundId" WHERE c.number = $1',
          values: [asked.comment],
        },
  );
  const round = rows[0]?.facts;
  if (!round || !may(viewer, 'round.read', round)) return null;
  const today = dayOf(now());
  return { round, today, open: takesComments(round, today), side: sideOf(viewer, round) };
}

/** Who keeps the council's papers. Members read a round as everyone does. */
const KEEPERS = ['council_secretary', 'council_chair'] as const;

/** Where the viewer works, as far as the round is concerned. */
export const sideOf = (
  viewer: Viewer | null,
  { bodyId, councilId }: Pick<Round, 'bodyId' | 'councilId'>,
): RoundFacts['side'] => {
  if (!viewer) return null;
  if (mandateAt(viewer, bodyId, OFFICIAL_ROLES)) return 'body';
  return councilId !== null && mandateOn(viewer, councilId, KEEPERS) ? 'council' : null;
};
