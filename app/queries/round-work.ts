// The workbench of those who answer: which comments wait, which say the same, which points there are and where each stands. For the
// officials of the body alone.
import type { DispositionId, Locale, StateLanguage } from '../../guide/schema';
import { workingDaysBetween } from '../core/calendar';
import { dayOf, type Day } from '../core/day';
import { may } from '../core/permission';
import { pointStanding, type PointStanding } from '../core/point';
import type { Round } from '../core/round';
import { similarGroups } from '../core/similarity';
import { stageOf, type RoundStage } from '../core/stage';
import type { Viewer } from '../core/viewer';
import { countComments } from '../data/round-counts';
import type { World } from '../world';
import { clauseLabel } from './comment-parts';

const PAGE = 50;
/** How alike comments must be to be offered as one point: a share of common words and pairs of words. */
const ALIKE = 0.6;
/** Comments looked through for likeness at once, the oldest first. */
const LOOKED_THROUGH = 5000;
const OFFERED = 40;
/** Comments of an offer that are shown to be looked at; the rest say the same once more. */
const SHOWN = 10;

export type WaitingComment = {
  id: string;
  number: string;
  /** The clause by its name, in the language of its document; null for the whole. */
  clause: { label: string; language: StateLanguage } | null;
  text: string;
  wording: string;
  language: Locale;
  author: string | null;
  organisation: boolean;
  voices: number;
  /** Hidden from the public by a moderator: its words are for those who answer only. */
  hidden: boolean;
};
export type PointLine = {
  id: string;
  title: string;
  standing: PointStanding;
  code: DispositionId | null;
  codeName: string | null;
  open: number;
  answered: number;
  drafter: string | null;
};
/** Comments that say nearly the same: the first of them to look at, the ids of the rest. */
export type Offer = { comments: WaitingComment[]; rest: string[]; likeness: number };
export type WorkView = {
  id: string;
  number: string;
  title: Round['settings']['title'];
  stage: RoundStage;
  stageName: string;
  today: Day;
  closesDay: Day;
  dueDay: Day | null;
  daysLeft: number | null;
  counts: { open: number; total: number; loose: number };
  points: PointLine[];
  waiting: WaitingComment[];
  older: string | null;
  offers: Offer[] | null;
  mayApprove: boolean;
  mayModerate: boolean;
};

/** The round by number as it is kept, if the viewer may answer its comments; null otherwise. */
export async function workedRound(world: World, viewer: Viewer, number: string): Promise<Round | null> {
  const row = await world.db.prisma.round.findUnique({ where: { number }, select: { facts: true } });
  const round = row && (row.facts as unknown as Round);
  return round && round.phase !== 'preparing' && may(viewer, 'round.analyse', round) ? round : null;
}

type Asked = { after: string | null; offer: boolean };

/** Everything on the workbench. `offer`: look for comments that say the same. */
export async function workView(
  world: World,
  viewer: Viewer,
  round: Round,
  { after, offer }: Asked,
  locale: Locale,
): Promise<WorkView> {
  const edition = world.guide.edition(round.edition);
  const texts = edition.texts[locale];
  const today = dayOf(world.now());
  const [counts, perPoint, waiting, due, offers] = await Promise.all([
    countComments(world.db, round.id),
    countsByPoint(world, round.id),
    waitingComments(world, round.id, after),
    dueOf(world, round.id),
    offer ? offersOf(world, round.id) : null,
  ]);
  const stage = stageOf(round, counts, today);
  const dueDay = due;
  return {
    ...{ id: round.id, number: round.number, title: round.settings.title, stage, today },
    closesDay: round.settings.closesDay,
    stageName: texts[`stage.${stage}.name`] ?? stage,
    dueDay,
    daysLeft: dueDay && workingDaysBetween(world.guide.calendar, today, dueDay),
    counts: { ...counts, loose: perPoint.get(null)?.open ?? 0 },
    points: round.points.map((point) => {
      const answer = point.draft?.disposition ?? point.disposition;
      return {
        ...{ id: point.id, title: point.title, standing: pointStanding(point), code: answer?.code ?? null },
        codeName: answer ? (texts[`disposition.${answer.code}.name`] ?? answer.code) : null,
        open: perPoint.get(point.id)?.open ?? 0,
        answered: perPoint.get(point.id)?.answered ?? 0,
        drafter: point.draft?.drafter.name ?? null,
      };
    }),
    ...waiting,
    offers,
    mayApprove: may(viewer, 'round.approve', round),
    mayModerate: may(viewer, 'round.moderate', round),
  };
}

async function countsByPoint(
  { db }: World,
  roundId: string,
): Promise<Map<string | null, { open: number; answered: number }>> {
  const { rows } = await db.pool.query<{ pointId: string | null; open: number; answered: number }>({
    name: 'counts_by_point',
    text: `SELECT "pointId", count(*) FILTER (WHERE phase = 'open')::int AS open, count(*) FILTER (WHERE phase = 'disposed')::int AS answered
             FROM "Comment" WHERE "roundId" = $1::uuid AND phase <> 'withdrawn' GROUP BY "pointId"`,
    values: [roundId],
  });
  return new Map(rows.map(({ pointId, open, answered }) => [pointId, { open, answered }]));
}

/** Open comments in no point, the oldest first; voices that join another stand with that one. */
async function waitingComments(
  { db }: World,
  roundId: string,
  after: string | null,
): Promise<Pick<WorkView, 'waiting' | 'older'>> {
  const { rows } = await db.pool.query<CommentLine>({
    name: 'waiting_comments',
    text: `${COMMENT_LINE}
 WHERE c."roundId" = $1::uuid AND c.phase = 'open' AND c."pointId" IS NULL AND c."joinsId" IS NULL AND ($2::uuid IS NULL OR c.id > $2)
 ORDER BY c.id LIMIT ${PAGE + 1}`,
    values: [roundId, after],
  });
  const page = rows.slice(0, PAGE).map(commentLine);
  return { waiting: page, older: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** A comment as those who answer see it: with its author, hidden name or not. */
export const COMMENT_LINE = `
SELECT c.id, c.number, c.text, c.wording, c.language, c.hidden IS NOT NULL AS hidden, (o.id IS NOT NULL) AS organisation,
       coalesce(o.name, c."givenName", p.name) AS author, l.number AS "clauseNumber", l.heading AS "clauseHeading", l.language AS "clauseLanguage",
       (SELECT count(*)::int FROM "Comment" v WHERE v."joinsId" = c.id AND v.phase <> 'withdrawn') AS voices
  FROM "Comment" c
  LEFT JOIN "Organisation" o ON o.id = c."organisationId"
  LEFT JOIN "Person" p ON p.id = c."personId"
  LEFT JOIN LATERAL (SELECT l.number, l.heading, d.language FROM "Clause" l JOIN "Document" d ON d.id = l."documentId"
                      WHERE l."documentId" = c."documentId" AND l.anchor = c.anchor) l ON true`;
export type CommentLine = Omit<WaitingComment, 'clause'> & {
  clauseNumber: string | null;
  clauseHeading: string | null;
  clauseLanguage: StateLanguage | null;
};
export const commentLine = ({
  clauseNumber: number,
  clauseHeading: heading,
  clauseLanguage: language,
  ...rest
}: CommentLine): WaitingComment => ({
  ...rest,
  clause: language && { label: clauseLabel({ number, heading }, language), language },
});

/** The day by which all must be answered, while that is still owed. */
async function dueOf({ db }: World, roundId: string): Promise<Day | null> {
  const { rows } = await db.pool.query<{ dueDay: Day }>({
    name: 'dispose_due',
    text: `SELECT "dueDay" FROM "Obligation" WHERE stream = $1 AND rule = 'dispose' AND "closedDay" IS NULL ORDER BY "dueDay" LIMIT 1`,
    values: [`round:${roundId}`],
  });
  return rows[0]?.dueDay ?? null;
}

/** Groups of comments in no point that say nearly the same; the largest first. */
async function offersOf({ db }: World, roundId: string): Promise<Offer[]> {
  const loose = await db.prisma.comment.findMany({
    where: { roundId, phase: 'open', pointId: null, joinsId: null },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, text: true, wording: true },
    take: LOOKED_THROUGH,
  });
  const groups = similarGroups(
    // Who asks for the same may propose other words for it, or none.
    loose.map(({ id, text, wording }) => ({ id, text: text || wording })),
    { threshold: ALIKE },
  )
    .toSorted((a, b) => b.ids.length - a.ids.length)
    .slice(0, OFFERED);
  const { rows } = await db.pool.query<CommentLine>({
    name: 'offered_comments',
    text: `${COMMENT_LINE} WHERE c.id = ANY ($1::uuid[])`,
    values: [groups.flatMap(({ ids }) => ids.slice(0, SHOWN))],
  });
  const byId = new Map(rows.map((row) => [row.id, commentLine(row)]));
  return groups.map(({ ids, likeness }) => ({
    comments: ids.slice(0, SHOWN).flatMap((id) => byId.get(id) ?? []),
    rest: ids.slice(SHOWN),
    likeness,
  }));
}
