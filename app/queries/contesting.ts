// What the forms of contests offer: the claims that a case can have and until when, and on the council's side its members with who is barred.
import { CONFLICTS, RULINGS, type Claim, type Locale } from '../../guide/schema';
import { claimsOf, contestableUntil, factOf } from '../core/claim';
import { neededOf } from '../core/council';
import { dayOf, type Day } from '../core/day';
import { foldAppeal, streamOf, type Appeal } from '../core/appeal';
import type { Contest, ContestStatus } from '../core/contest';
import { may } from '../core/permission';
import { onClocks, type OnClocks } from '../core/score/contested';
import { mandateAt, OFFICIAL_ROLES, type Viewer } from '../core/viewer';
import { barredFrom, contestOf } from '../data/contests';
import { seatsOf } from '../data/councils';
import { openStream } from '../data/ledger';
import type { World } from '../world';

type Named<T extends string> = { id: T; name: string; text: string };
export type Contesting = {
  counts: OnClocks;
  /** The last day; null while the case is open. */
  until: Day | null;
  claims: Named<Claim>[];
  contest: string | null;
  may: boolean;
  over: boolean;
};

type Reads = Pick<World, 'db' | 'guide' | 'now'>;

/** For officials of the body: what may be contested of their case. Null for others, and where the guide in force knows no contests. */
export async function contestingOf(
  world: Reads,
  viewer: Viewer | null,
  appeal: Appeal,
  locale: Locale,
): Promise<Contesting | null> {
  const today = dayOf(world.now());
  const edition = world.guide.inForceOn(today);
  const { contests } = edition;
  if (!viewer || !contests || !mandateAt(viewer, appeal.bodyId, OFFICIAL_ROLES)) return null;
  const around = { contests, edition, calendar: world.guide.calendar };
  const until = contestableUntil(appeal, around);
  const texts = edition.texts[locale];
  return {
    counts: onClocks(factOf(appeal), today),
    ...{ until, over: until !== null && today > until, may: may(viewer, 'contest.make', appeal) },
    contest: await contestOf(world.db, appeal.id),
    claims: claimsOf(appeal, around).map((id) => ({
      ...{ id, name: texts[`claim.${id}.name`] ?? id, text: texts[`claim.${id}.text`] ?? '' },
    })),
  };
}

/** `found`: the contest of the case; `counts`: for officials of the body, what it counts as where they may still contest. */
export type OnCase = { found: { number: string; status: ContestStatus } | null; counts: OnClocks | null };

/** What the page of a case says of its place in figures; null where there is nothing to say to this viewer. */
export async function contestOnCase(world: Reads, viewer: Viewer | null, appeal: Appeal): Promise<OnCase | null> {
  const today = dayOf(world.now());
  const row = await world.db.prisma.contest.findFirst({
    where: { appealId: appeal.id, status: { not: 'withdrawn' } },
    select: { number: true, status: true },
  });
  if (row) return { found: { number: row.number, status: row.status as ContestStatus }, counts: null };
  const edition = world.guide.inForceOn(today);
  const { contests } = edition;
  if (!viewer || !contests || !mandateAt(viewer, appeal.bodyId, OFFICIAL_ROLES)) return null;
  const until = contestableUntil(appeal, { contests, edition, calendar: world.guide.calendar });
  return until !== null && today > until ? null : { found: null, counts: onClocks(factOf(appeal), today) };
}

export type RulingForm = {
  rulings: Named<string>[];
  claims: { id: Claim; name: string }[];
  conflicts: { id: string; name: string }[];
  members: { personId: string; name: string; barred: boolean }[];
  needed: number;
  voting: number;
};

/** What the council's forms offer to choose from. */
export async function rulingForm({ db, guide, now }: Reads, contestId: string, locale: Locale): Promise<RulingForm> {
  const row = await db.prisma.contest.findUniqueOrThrow({ where: { id: contestId }, select: { facts: true } });
  const contest = row.facts as unknown as Contest;
  const edition = guide.edition(contest.edition);
  const texts = edition.texts[locale];
  const named = (group: string, id: string) => texts[`${group}.${id}.name`] ?? id;
  const [seats, barred, appeal] = await Promise.all([
    seatsOf(db, contest.councilId, now()),
    barredFrom(db, contest, now()),
    openStream(db, streamOf(contest.appealId)).then(({ events }) => foldAppeal(events)),
  ]);
  const members = seats.map(({ personId, name }) => ({
    ...{ personId, name, barred: barred.some((one) => one.personId === personId) },
  }));
  const voting = members.filter((member) => !member.barred).length;
  const { contests, rounds } = edition;
  return {
    rulings: RULINGS.map((id) => ({ id, name: named('ruling', id), text: texts[`ruling.${id}.text`] ?? '' })),
    claims: contests && appeal ? claimsOf(appeal, { contests }).map((id) => ({ id, name: named('claim', id) })) : [],
    conflicts: CONFLICTS.map((id) => ({ id, name: named('conflict', id) })),
    ...{ members, voting, needed: rounds ? neededOf(rounds.council.quorum, voting) : voting },
  };
}
