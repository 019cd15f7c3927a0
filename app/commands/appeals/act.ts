// What every act on an existing appeal does the same way: load and fold its events, ask permission, let the command decide,
// record the facts with their consequences, wake the post. Someone else's act in between means: load again, decide again.
import { signatoryAt } from '../../core/acting';
import { foldAppeal, streamOf, type Appeal } from '../../core/appeal';
import { newsIn, toFollowers } from '../../core/case-news';
import type { AppealFact } from '../../core/consequences';
import type { Attachment, Event, Signatory } from '../../core/event';
import { dayOf } from '../../core/day';
import type { Names, Surroundings } from '../../core/owing';
import { may, type Action } from '../../core/permission';
import { visibilityOn } from '../../core/publicity';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { openStream, record, type Act, type Chapter } from '../../data/ledger';
import { incomingChange } from '../../data/incoming';
import { caseFollowers } from '../../data/case-followers';
import { letterRows, readersOf } from '../../data/people';
import { attach } from '../../data/uploads';
import type { Update } from '../../data/write';
import type { LetterOrder } from '../../core/letter';
import type { World } from '../../world';
import { again } from '../again';
import { limited } from '../limited';
import { bodiesOf, standingAt, surroundingsOf } from './around';
import { chapterOf } from './chapter';
import { whenEnded } from './suspend';

type AppealAction = Extract<Action, `appeal.${string}`> & Exclude<Action, 'appeal.file'>;
export type Decided = {
  /** None where what was asked for is so already: then nothing is written, and the act is done. */
  facts: AppealFact[];
  /** A second case that the same act begins or changes. */
  also?: { chapter: Chapter; letters: (LetterOrder & { stream: string })[] };
  /** Uploads that come with the last of the facts that carries files. */
  files?: readonly Attachment[];
  /** Other rows and changes that belong to the act. */
  rows?: Act['also'];
  updates?: readonly Update[];
};
export type Scene = {
  appeal: Appeal;
  /** The case's events so far. */
  events: readonly Event[];
  around: Surroundings;
  signatory: Signatory;
  /** Whether a body stands above the one where the case is. */
  hasSuperior: boolean;
};
type Command = {
  appealId: string;
  action: AppealAction;
  /** The other body that the act concerns, loaded into `around.other`. */
  otherBodyId?: string;
  decide: (scene: Scene) => Outcome<Decided> | Promise<Outcome<Decided>>;
};

/** Runs one act on an appeal to its end. Refuses too_many_attempts, not_found, not_signed_in, not_allowed, changed_meanwhile, or what `decide` refuses. */
export const actOnAppeal = (
  world: World,
  viewer: Viewer | null,
  command: Command,
): Promise<Outcome<{ number: string }>> =>
  limited(world, viewer, 'act', () => again(() => attemptOn(world, viewer, command)));

async function attemptOn(
  world: World,
  viewer: Viewer | null,
  { appealId, action, otherBodyId, decide }: Command,
): Promise<Outcome<{ number: string }>> {
  const { events, head } = await openStream(world.db, streamOf(appealId));
  const appeal = foldAppeal(events);
  if (!appeal || !may(viewer, 'appeal.read', { ...appeal, visibility: visibilityOn(appeal, dayOf(world.now())) }))
    return refuse('not_found');
  if (!viewer) return refuse('not_signed_in');
  if (!may(viewer, action, appeal)) return refuse('not_allowed');
  const otherId = otherBodyId ?? (await complainedOf(world, appeal));
  const bodies = await bodiesOf(world, [appeal.bodyId, ...(otherId ? [otherId] : [])]);
  const body = standingAt(bodies, appeal);
  const other = otherId ? bodies.get(otherId) : null;
  if (other === undefined) return refuse('not_found');
  const signatory = signatoryAt(viewer, appeal.bodyId, (one) => may(one, action, appeal));
  const around = surroundingsOf(world, {
    edition: appeal.edition,
    kind: appeal.kind,
    body,
    other,
    actor: { kind: 'person', ...signatory },
  });
  const decided = await decide({
    ...{ appeal, events, around, signatory },
    hasSuperior: body.parentId !== null,
  });
  if (!decided.ok) return decided;
  if (decided.value.facts.length === 0) return done({ number: appeal.number });
  const { facts, also, files = [], rows, updates = [] } = decided.value;
  const version = head.version + facts.length;
  const own = chapterOf({ appealId, before: events, head, facts, around });
  const lifted = await whenEnded(world, around.actor, own.state);
  const others = [...(also ? [also] : []), ...(lifted ? [lifted] : [])];
  await recordChapters(world, around, {
    chapters: [own.chapter, ...others.map(({ chapter }) => chapter)],
    letters: [
      ...own.letters,
      ...others.flatMap((one) => one.letters),
      ...(await newsOf(world, { facts, version, ...own }, body)),
    ],
    also: rows,
    updates: [
      ...updates,
      ...(viewer.incomingId ? [incomingChange({ id: viewer.incomingId, state: 'acted' }, 'new')] : []),
      ...attach(files, { appealId, stream: streamOf(appealId), version: head.version + carrying(facts) }),
      ...retitled(appeal, own.state),
    ],
  });
  return done({ number: appeal.number });
}

/** Which of an act's facts its uploads come with, from 1. */
const carrying = (facts: readonly AppealFact[]): number =>
  facts.findLastIndex(({ payload }) => 'files' in payload) + 1 || facts.length;

type Told = { facts: readonly AppealFact[]; version: number; chapter: Chapter; state: Appeal };

/** Letters to those who follow a case that everyone may read. */
async function newsOf(world: World, { facts, version, chapter, state }: Told, body: { names: Names }) {
  const news = newsIn(facts);
  if (news.length === 0 || visibilityOn(state, dayOf(world.now())) !== 'public') return [];
  const followers = await caseFollowers(world.db, state);
  return toFollowers(news, { appeal: state, body, followers, version }).map((one) => ({
    ...one,
    stream: chapter.stream,
  }));
}

/** The body complained of, where the case is a complaint that it passed up; it is told what the body above decides. */
async function complainedOf({ db }: World, { steps, originId }: Appeal): Promise<string | null> {
  if (steps.arrived !== 'forwarding' || originId === null) return null;
  const origin = await db.prisma.appeal.findUnique({ where: { id: originId }, select: { bodyId: true } });
  return origin?.bodyId ?? null;
}

/** Records chapters with their letters addressed to today's readers, and wakes the post. */
export async function recordChapters(
  world: World,
  around: Surroundings,
  {
    chapters,
    letters,
    also,
    updates,
  }: { chapters: Chapter[]; letters: (LetterOrder & { stream: string })[] } & Pick<Act, 'also' | 'updates'>,
): Promise<void> {
  const readers = await readersOf(
    world,
    letters.map(({ to }) => to),
  );
  await record(world, {
    actor: around.actor,
    at: around.now,
    day: around.today,
    chapters,
    letters: letterRows(letters, readers),
    also,
    updates,
  });
  world.wake('deliver');
}

/** Duties are listed under the subject that everyone may read. */
const retitled = (before: Appeal, { id, subject }: Appeal): Update[] =>
  before.subject === subject
    ? []
    : [
        {
          table: 'Obligation',
          rows: [{ stream: streamOf(id), title: subject }],
          by: ['stream'],
          types: { stream: 'text', title: 'text' },
        },
      ];
