// How a contest is kept in the ledger, and what every act on one does the same way: load and fold it, ask permission, let the command
// decide, record the fact with its consequences, wake the post. Someone else's act in between means: decide again.
import type { Contests } from '../../../guide/schema';
import { applicantOf, foldAppeal, streamOf, type Appeal } from '../../core/appeal';
import { contestConsequences, type ContestFact, type ContestSurroundings } from '../../core/contest-consequences';
import { contestStream, foldContest, type Contest } from '../../core/contest';
import { dayOf } from '../../core/day';
import type { Actor, Event, Signatory } from '../../core/event';
import { may, type Action } from '../../core/permission';
import { visibilityOn } from '../../core/publicity';
import { done, refuse, type Outcome } from '../../core/refusal';
import { COUNCIL_ROLES, mandateAt, mandateOn, OFFICIAL_ROLES, type Viewer } from '../../core/viewer';
import { openStream, record, type Act, type Head } from '../../data/ledger';
import { letterRows, readersOf } from '../../data/people';
import { contestRow } from '../../data/projections';
import type { World } from '../../world';
import { again } from '../again';
import { chapterOf } from '../chapter';
import { limited } from '../limited';

type ContestAction = Extract<Action, 'contest.withdraw' | 'contest.rule' | 'contest.declare' | 'contest.pass_on'>;
export type ContestScene = {
  contest: Contest;
  appeal: Appeal;
  contests: Contests;
  around: Omit<ContestSurroundings, 'council'>;
  signatory: Signatory;
};
export type ContestDecided = {
  fact: ContestFact;
  /** The council that rules after this act, where it is another. */
  council?: ContestSurroundings['council'];
};
type Command = {
  contestId: string;
  action: ContestAction;
  decide: (scene: ContestScene) => Promise<Outcome<ContestDecided>> | Outcome<ContestDecided>;
};

/** The person in the post under which they act: on the council, or at the body. */
export const signatoryOf = (
  viewer: Viewer,
  { bodyId, councilId }: { bodyId: string; councilId: string },
): Signatory => ({
  personId: viewer.personId,
  name: viewer.name,
  post: mandateOn(viewer, councilId, COUNCIL_ROLES)?.post ?? mandateAt(viewer, bodyId, OFFICIAL_ROLES)?.post ?? null,
});

/** The case that a contest is about, its `visibility` as it is today. Throws when the ledger lacks it: a contest can't be without one. */
export async function appealOf({ db, now }: Pick<World, 'db' | 'now'>, appealId: string): Promise<Appeal | null> {
  const appeal = foldAppeal((await openStream(db, streamOf(appealId))).events);
  return appeal && { ...appeal, visibility: visibilityOn(appeal, dayOf(now())) };
}

/** Everything a decision about a contest may look at; the edition is the one it is pinned to. */
export async function surroundings(
  world: World,
  { edition, appeal, actor }: { edition: string; appeal: Appeal; actor: Actor },
): Promise<Omit<ContestSurroundings, 'council'> | null> {
  const pinned = world.guide.edition(edition);
  const body = await world.db.prisma.body.findUniqueOrThrow({
    where: { id: appeal.bodyId },
    select: { id: true, nameKk: true, nameRu: true, nameEn: true },
  });
  const now = world.now();
  return (
    pinned.contests && {
      ...{ edition: pinned, contests: pinned.contests, calendar: world.guide.calendar, now, today: dayOf(now), actor },
      ...{ newId: world.newId, applicant: applicantOf(appeal) },
      body: { id: body.id, names: { kk: body.nameKk, ru: body.nameRu, en: body.nameEn } },
    }
  );
}

type Recording = {
  id: string;
  before: readonly Event[];
  head: Head;
  fact: ContestFact;
  around: ContestSurroundings;
} & Pick<Act, 'also' | 'updates'>;

/** Records one fact of a contest with all that follows from it. */
export async function recordContest(
  world: World,
  { id, before, head, fact, around, also, updates }: Recording,
): Promise<void> {
  const { chapter, letters } = chapterOf({
    ...{ before, head, facts: [fact], around },
    book: {
      stream: contestStream(id),
      fold: foldContest,
      follow: (one: ContestFact, state, keys) => contestConsequences(one, state, around, keys),
      rules: around.contests.rules,
      projection: (state) => ({ table: 'Contest', row: contestRow(state) }),
      about: ({ number, title, edition }) => ({ number, title, edition, procedure: 'contest' }),
    },
  });
  const readers = await readersOf(
    world,
    letters.map(({ to }) => to),
  );
  await record(world, {
    ...{ actor: around.actor, at: around.now, day: around.today, chapters: [chapter], also, updates },
    letters: letterRows(letters, readers),
  });
  world.wake('deliver');
}

/** Runs one act on a contest. Refuses too_many_attempts, not_found, not_signed_in, not_allowed, contest_ended, changed_meanwhile, or what `decide` refuses. */
export const actOnContest = (
  world: World,
  viewer: Viewer | null,
  command: Command,
): Promise<Outcome<{ number: string }>> =>
  limited(world, viewer, 'act', () => again(() => attemptOn(world, viewer, command)));

async function attemptOn(
  world: World,
  viewer: Viewer | null,
  { contestId, action, decide }: Command,
): Promise<Outcome<{ number: string }>> {
  const { events, head } = await openStream(world.db, contestStream(contestId));
  const contest = foldContest(events);
  const appeal = contest && (await appealOf(world, contest.appealId));
  if (!contest || !appeal) return refuse('not_found');
  const { visibility, personId, organisationId } = appeal;
  const facts = { ...{ visibility, personId, organisationId }, bodyId: contest.bodyId, councilId: contest.councilId };
  if (!may(viewer, 'contest.read', facts)) return refuse('not_found');
  if (!viewer) return refuse('not_signed_in');
  if (!may(viewer, action, facts)) return refuse('not_allowed');
  if (contest.status !== 'open') return refuse('contest_ended', { params: { number: contest.number } });
  const signatory = signatoryOf(viewer, contest);
  const around = await surroundings(world, {
    ...{ edition: contest.edition, appeal, actor: { kind: 'person', ...signatory } },
  });
  if (!around) throw new Error(`edition ${contest.edition} knows no contests`);
  const decided = await decide({ contest, appeal, contests: around.contests, around, signatory });
  if (!decided.ok) return decided;
  const { fact, council = await councilNamed(world, contest.councilId) } = decided.value;
  await recordContest(world, { id: contestId, before: events, head, fact, around: { ...around, council } });
  return done({ number: contest.number });
}

async function councilNamed({ db }: World, id: string): Promise<ContestSurroundings['council']> {
  const { nameKk, nameRu, nameEn } = await db.prisma.council.findUniqueOrThrow({
    where: { id },
    select: { nameKk: true, nameRu: true, nameEn: true },
  });
  return { id, names: { kk: nameKk, ru: nameRu, en: nameEn } };
}
