// One contest as its page shows it: both versions of what the case counts as, who says what, by when the council rules, what it ruled, and
// what the viewer may do. Whoever may not read the case behind it reads what it counts as and how it was ruled, but no words of anybody.
import type { Claim, Edition, Locale, RulingId } from '../../guide/schema';
import { workingDaysBetween } from '../core/calendar';
import type { Contest, ContestStatus } from '../core/contest';
import type { Effect } from '../core/contest-event';
import { dayOf, type Day } from '../core/day';
import { clockOf, type Clock } from '../core/obligation';
import { may } from '../core/permission';
import type { ContestParties } from '../core/side';
import { readsIn, saidIn, type Said } from '../core/said';
import { onClocks, type OnClocks } from '../core/score/contested';
import type { CaseFact } from '../core/score/facts';
import { asRuled } from '../core/score/ruled';
import type { Bilingual, Signatory } from '../core/shape';
import type { Viewer } from '../core/viewer';
import { barredFrom } from '../data/contests';
import { seatsOf } from '../data/councils';
import { extensionOf } from '../data/files';
import { openOn } from '../data/open-on';
import type { World } from '../world';
import type { CaseFile } from './case-files';
import { namesOf } from './bodies';
import { shownBeforeIn, type ShownBefore } from './shown-before';

export const CONTEST_ACTS = ['rule', 'interest', 'pass_on', 'withdraw'] as const;
export type ContestAct = (typeof CONTEST_ACTS)[number];
export const isContestAct = (text: string | undefined): text is ContestAct => CONTEST_ACTS.some((one) => one === text);

/** A claim in words: its name, and the day that it names. */
export type ClaimView = { claim: Claim; name: string; day: Day | null };
type Signed = { day: Day; by: Signatory };
type Version = { counts: OnClocks | null; says: ClaimView | null };
export type ContestView = {
  id: string;
  number: string;
  status: ContestStatus;
  /** The case by its subject and link; null where the viewer may not read it. */
  appeal: { number: string; subject: string; language: string } | null;
  body: { slug: string; name: string };
  council: { slug: string; name: string };
  period: Day;
  /** Words are null for whoever may not read the case. */
  made: Signed & { reasons: Said | null };
  files: { id: string; name: string; size: number }[];
  recorded: OnClocks;
  claimed: Version;
  /** Null while there is no ruling. */
  ruled: (Version & Signed & { name: string; reasons: Said | null; votes: Vote[]; recused: string[] }) | null;
  withdrawn: (Signed & { reason: Said | null }) | null;
  interests: { name: string; kind: string; explanation: string }[];
  passedOn: { day: Day; from: string; to: string; reason: Said | null }[];
  duty: { from: Day; due: Day; clock: Clock; daysLeft: number; shownBefore: ShownBefore[] };
  /** Nobody on the council may rule. */
  stuck: boolean;
  acts: ContestAct[];
};
type Vote = NonNullable<Contest['ruled']>['votes'][number];

type Loaded = { contest: Contest; appeal: Appealed; facts: ContestParties; full: boolean };
type Appealed = CaseFact & {
  number: string;
  subject: string;
  language: string;
  visibility: string;
  personId: string;
  organisationId: string | null;
};

const CASE = `
SELECT number, subject, language, CASE WHEN ${openOn('$2', 'a')} THEN 'public' ELSE 'private' END AS visibility, "personId", "organisationId", kind, "registeredDay", "lawfulDue", "dueDay", extended, phase, "endedDay", verdict,
       false AS deemed, false AS "afterHours", 1 AS count FROM "Appeal" a WHERE id = $1`;

/** The contest of this number with its case. `full`: the viewer may read all of it. */
async function loaded(
  { db, now }: Pick<World, 'db' | 'now'>,
  viewer: Viewer | null,
  number: string,
): Promise<Loaded | null> {
  const row = await db.prisma.contest.findUnique({ where: { number }, select: { facts: true } });
  if (!row) return null;
  const contest = row.facts as unknown as Contest;
  const { rows } = await db.pool.query<Appealed>({
    name: 'contested_case',
    text: CASE,
    values: [contest.appealId, dayOf(now())],
  });
  const [appeal] = rows;
  if (!appeal) return null;
  const { visibility, personId, organisationId } = appeal;
  const { bodyId, councilId } = contest;
  const facts = { bodyId, councilId, visibility, personId, organisationId };
  return { contest, appeal, facts, full: may(viewer, 'contest.read', facts) };
}

const shownBeforeOf = async ({ db }: Pick<World, 'db'>, contestId: string): Promise<ShownBefore[]> =>
  (
    await db.pool.query<{ days: ShownBefore[] | null }>({
      name: 'contest_shown_before',
      text: `SELECT ${shownBeforeIn('$1')} AS days`,
      values: [`contest:${contestId}`],
    })
  ).rows[0]?.days ?? [];

const claimView = ({ texts }: Edition, locale: Locale, { claim, day }: Effect): ClaimView => ({
  ...{ claim, day, name: texts[locale][`claim.${claim}.name`] ?? claim },
});

export async function contestView(
  world: Pick<World, 'db' | 'guide' | 'now'>,
  viewer: Viewer | null,
  number: string,
  locale: Locale,
): Promise<ContestView | null> {
  const found = await loaded(world, viewer, number);
  if (!found) return null;
  const { contest, appeal, facts, full } = found;
  const { db, guide } = world;
  const now = world.now();
  const today = dayOf(now);
  const edition = guide.edition(contest.edition);
  const councilIds = [contest.councilId, ...contest.passedOn.map(({ fromCouncilId }) => fromCouncilId)];
  const [body, councils, duty, seats, barred, shownBefore] = await Promise.all([
    db.prisma.body.findUniqueOrThrow({ where: { id: contest.bodyId } }),
    db.prisma.council.findMany({ where: { id: { in: councilIds } } }),
    db.prisma.obligation.findFirstOrThrow({
      where: { stream: `contest:${contest.id}` },
      orderBy: { openedBy: 'desc' },
      select: { fromDay: true, dueDay: true, closedDay: true, closedHow: true },
    }),
    seatsOf(db, contest.councilId, now),
    barredFrom(db, contest, now),
    shownBeforeOf(world, contest.id),
  ]);
  const councilNamed = (id: string) => {
    const council = councils.find((one) => one.id === id);
    return { slug: council?.slug ?? '', name: council ? namesOf(council)[locale] : '' };
  };
  const says = (text: Bilingual) => (full ? saidIn(text, readsIn(locale)) : null);
  const name = (key: string) => edition.texts[locale][key] ?? key;
  const versionOf = (effect: Effect | null): Version => {
    const ruled = effect ? asRuled(appeal, effect) : appeal;
    return { counts: ruled && onClocks(ruled, today), says: effect && claimView(edition, locale, effect) };
  };
  const { ruled, withdrawn } = contest;
  const [fromDay, dueDay] = [duty.fromDay as Day, duty.dueDay as Day];
  const free = seats.filter(({ personId }) => !barred.some((one) => one.personId === personId));
  const open = contest.status === 'open';
  return {
    ...{ id: contest.id, number, status: contest.status, period: contest.registeredDay },
    appeal: may(viewer, 'appeal.read', facts)
      ? { number: appeal.number, subject: appeal.subject, language: appeal.language }
      : null,
    body: { slug: body.slug, name: namesOf(body)[locale] },
    council: councilNamed(contest.councilId),
    made: { day: contest.madeDay, by: contest.signatory, reasons: says(contest.reasons) },
    files: (full ? contest.files : []).map(({ id, name: fileName, size }) => ({ id, name: fileName, size })),
    recorded: onClocks(appeal, today),
    claimed: versionOf(contest.effect),
    ruled: ruled && {
      ...versionOf(ruled.effect),
      ...{ day: ruled.day, by: ruled.signatory, name: name(`ruling.${ruled.ruling satisfies RulingId}.name`) },
      ...{
        reasons: says(ruled.reasons),
        votes: ruled.votes.map((one) => (full ? one : { ...one, dissent: '' })),
        recused: ruled.recused.map((one) => one.name),
      },
    },
    withdrawn: withdrawn && { day: withdrawn.day, by: withdrawn.signatory, reason: says(withdrawn.reason) },
    interests: contest.conflicts.map((one) => ({
      ...{ name: one.name, kind: name(`conflict.${one.conflict}.name`), explanation: full ? one.explanation : '' },
    })),
    passedOn: contest.passedOn.map(({ day, fromCouncilId, councilId, reason }) => ({
      ...{ day, from: councilNamed(fromCouncilId).name, to: councilNamed(councilId).name, reason: says(reason) },
    })),
    duty: {
      ...{ shownBefore, from: fromDay, due: dueDay, daysLeft: workingDaysBetween(guide.calendar, today, dueDay) },
      clock: clockOf(
        {
          dueDay,
          closedDay: duty.closedDay as Day | null,
          closedHow: duty.closedHow as 'discharged' | 'released' | null,
        },
        today,
      ),
    },
    stuck: open && free.length === 0,
    acts: open ? actsOf(viewer, facts, free.length === 0) : [],
  };
}

/** What the viewer may do on an open contest; passing on only where nobody may rule. */
const actsOf = (viewer: Viewer | null, facts: ContestParties, stuck: boolean): ContestAct[] =>
  CONTEST_ACTS.filter((act) => {
    switch (act) {
      case 'rule':
        return !stuck && may(viewer, 'contest.rule', facts);
      case 'interest':
        return may(viewer, 'contest.declare', facts);
      case 'pass_on':
        return stuck && may(viewer, 'contest.pass_on', facts);
      case 'withdraw':
        return may(viewer, 'contest.withdraw', facts);
    }
  });

/** A file that came with a contest, or null when there is none for this viewer. */
export async function fileOfContest(
  world: Pick<World, 'db' | 'now'>,
  viewer: Viewer | null,
  { number, fileId }: { number: string; fileId: string },
): Promise<CaseFile | null> {
  const found = await loaded(world, viewer, number);
  const carried = found?.full ? found.contest.files : [];
  const order = carried.findIndex(({ id }) => id === fileId);
  const file = carried[order];
  return file ? { ...file, order: order + 1, extension: extensionOf(file.type) } : null;
}
