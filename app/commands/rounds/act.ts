// What every act on a round does the same way: load and fold its events, ask permission, let the command decide, record the facts
// of the round and of its comments with their consequences, wake the post. Someone else's act in between means: decide again.
import { signatoryAt } from '../../core/acting';
import type { CommentFact } from '../../core/comment-consequences';
import { commentStream, foldComment, type Comment } from '../../core/comment';
import { dayOf } from '../../core/day';
import type { Actor, Attachment, Event, Signatory } from '../../core/event';
import type { LetterOrder } from '../../core/letter';
import { may, type Action } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { RoundFact } from '../../core/round-consequences';
import type { RoundSurroundings } from '../../core/round-owing';
import { foldRound, roundStream, type Round } from '../../core/round';
import { COUNCIL_ROLES, mandateAt, mandateOn, OFFICIAL_ROLES, type Viewer } from '../../core/viewer';
import type { Asking } from '../../data/connect';
import { holdRound } from '../../data/holding';
import { openStream, openStreams, record, type Act, type Head } from '../../data/ledger';
import { letterRows, readersOf } from '../../data/people';
import { countComments } from '../../data/round-counts';
import { attach } from '../../data/uploads';
import type { World } from '../../world';
import { again } from '../again';
import type { Letters } from '../chapter';
import { limited } from '../limited';
import { commentChapter, roundChapter } from './chapter';
import { faultOfRuling } from './ruling';

type RoundAction = Extract<
  Action,
  | 'round.prepare'
  | 'round.open'
  | 'round.waive'
  | 'round.move_period'
  | 'round.enter'
  | 'round.moderate'
  | 'round.hold_hearing'
  | 'round.analyse'
  | 'round.approve'
  | 'round.decide'
  | 'round.report'
>;
/** Acts by which the body rules: nobody with an interest in the round does them. */
const RULINGS: ReadonlySet<RoundAction> = new Set(['round.approve', 'round.decide']);
/** A comment of the round as an act found it, with what the act says of it. */
export type CommentActs = { comment: Comment; facts: CommentFact[] };
export type Decided = {
  facts: RoundFact[];
  comments?: CommentActs[];
  /** Letters beyond the tables of consequences: to followers and contributors. */
  letters?: LetterOrder[];
  also?: Act['also'];
  updates?: Act['updates'];
  /** Uploads that come with the last of the facts. */
  files?: readonly Attachment[];
};
export type Scene = {
  round: Round;
  around: RoundSurroundings;
  signatory: Signatory;
  viewer: Viewer;
  /** The comments asked for with `comments`, by id. */
  comments: ReadonlyMap<string, Comment>;
  /** What a decision that holds the round asks the database through. */
  through: Asking;
};
type Command = {
  roundId: string;
  /** What the permission table asks; null where the command asks it of other facts itself. */
  action: RoundAction | null;
  /** The council on which the viewer acts, where it is not the host. */
  councilId?: string;
  /** Ids of the comments that the act may concern, given the round as it stands. */
  comments?: (round: Round, through: Asking) => Promise<readonly string[]>;
  /** The act touches every comment: none comes in from the moment that they are read until it is written (data/holding). */
  alone?: true;
  decide: (scene: Scene) => Outcome<Decided> | Promise<Outcome<Decided>>;
};

/** Runs one act on a round to its end. Refuses too_many_attempts, not_found, not_signed_in, not_allowed, interest_bars, changed_meanwhile, or what `decide` refuses. */
export async function actOnRound(
  world: World,
  viewer: Viewer | null,
  command: Command,
): Promise<Outcome<{ number: string }>> {
  try {
    return await limited(world, viewer, 'act', () => again(() => attemptOn(world, viewer, command)));
  } catch (error) {
    if (isUnanswered(error)) return refuse('comments_unanswered', { params: { open: 1 } });
    throw error;
  }
}

/** The database's own last word (migration "rounds"): a comment came in while the round was being completed. */
const isUnanswered = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'KN002';

type Stream = { events: Event[]; head: Head };

async function attemptOn(
  world: World,
  viewer: Viewer | null,
  { roundId, action, councilId, comments: wanted, alone, decide }: Command,
): Promise<Outcome<{ number: string }>> {
  const { events, head } = await openStream(world.db, roundStream(roundId));
  const round = foldRound(events);
  if (!round || !may(viewer, 'round.read', round)) return refuse('not_found');
  if (!viewer) return refuse('not_signed_in');
  if (action && !may(viewer, action, round)) return refuse('not_allowed');
  const around = await surroundingsOf(world, round, viewer, councilId);
  if (!around) throw new Error(`round ${round.number} stands at a body that is not there`);
  const barred = action && RULINGS.has(action) ? await faultOfRuling(world, round, viewer, around) : null;
  if (barred) return barred;
  const { actingFor } = signatoryAt(viewer, round.bodyId, (one) => action === null || may(one, action, round));
  const signatory = { ...signatoryOf(viewer, round, councilId), ...(actingFor && { actingFor }) };
  const act = async (through: Asking): Promise<Outcome<{ number: string }>> => {
    const streams = wanted ? await commentStreams(through, await wanted(round, through)) : new Map<string, Stream>();
    const comments = commentsIn(streams, roundId);
    const decided = await decide({ round, around, signatory, viewer, comments, through });
    if (!decided.ok) return decided;
    await recordRound(world, { around, round, before: events, head, decided: decided.value, streams }, through);
    return done({ number: round.number });
  };
  const outcome = alone ? await holdRound(world.db, roundId, act) : await act(world.db.pool);
  if (outcome.ok) world.wake('deliver');
  return outcome;
}

type Recording = {
  around: RoundSurroundings;
  round: Pick<Round, 'id'>;
  before: readonly Event[];
  head: Head;
  decided: Decided;
  streams: ReadonlyMap<string, Stream>;
};

/** Records a decided act: the comments first, so that the round's own facts follow from how many are left unanswered. */
async function recordRound(
  world: World,
  { around, round, before, head, decided, streams }: Recording,
  through: Asking,
): Promise<void> {
  const chapters = (decided.comments ?? []).map(({ comment, facts }) => {
    const stream = streams.get(comment.id);
    if (!stream) throw new Error(`comment ${comment.number} was not loaded`);
    return commentChapter({ id: comment.id, before: stream.events, head: stream.head, facts, around });
  });
  const ended = chapters.filter(
    ({ state }, n) => state.phase !== 'open' && decided.comments?.[n]?.comment.phase === 'open',
  ).length;
  const counts = { ...around.counts, open: around.counts.open - ended };
  const own =
    decided.facts.length > 0
      ? [roundChapter({ id: round.id, before, head, facts: decided.facts, around: { ...around, counts } })]
      : [];
  const letters: Letters = [
    ...own.flatMap((one) => one.letters),
    ...chapters.flatMap((one) => one.letters),
    ...(decided.letters ?? []).map((letter) => ({ ...letter, stream: roundStream(round.id) })),
  ];
  const readers = await readersOf(
    { now: world.now, db: { pool: through } },
    letters.map(({ to }) => to),
  );
  const act: Act = {
    actor: around.actor,
    at: around.now,
    day: around.today,
    chapters: [...own.map(({ chapter }) => chapter), ...chapters.map(({ chapter }) => chapter)],
    letters: letterRows(letters, readers),
    also: decided.also,
    updates: [
      ...(decided.updates ?? []),
      ...attach(decided.files ?? [], {
        ...{ appealId: null, stream: roundStream(round.id), version: head.version + decided.facts.length },
      }),
    ],
  };
  await record(world, act, through);
}

/** Records the first fact of a new round. */
export const recordFirst = (world: World, recording: Omit<Recording, 'streams'>): Promise<void> =>
  recordRound(world, { ...recording, streams: new Map() }, world.db.pool);

async function commentStreams(pool: Asking, ids: readonly string[]): Promise<Map<string, Stream>> {
  const found = await openStreams({ pool }, ids.map(commentStream));
  return new Map([...found].map(([stream, it]) => [stream.slice('comment:'.length), it]));
}

/** The comments behind these streams, as far as they are of this round. */
const commentsIn = (streams: ReadonlyMap<string, Stream>, roundId: string): Map<string, Comment> =>
  new Map(
    [...streams].flatMap(([id, stream]) => {
      const comment = foldComment(stream.events);
      return comment && comment.roundId === roundId ? [[id, comment] as const] : [];
    }),
  );

/** Everything a decision about a round may look at; the edition is the one the round is pinned to. Null when its body is gone. */
export async function surroundingsOf(
  world: World,
  round: Pick<Round, 'id' | 'edition' | 'kind' | 'bodyId' | 'councilId'>,
  viewer: Viewer,
  councilId?: string,
): Promise<RoundSurroundings | null> {
  const [body, counts] = await Promise.all([
    world.db.prisma.body.findUnique({
      where: { id: round.bodyId },
      select: { id: true, nameKk: true, nameRu: true, nameEn: true },
    }),
    countComments(world.db, round.id),
  ]);
  const edition = world.guide.edition(round.edition);
  const kind = edition.rounds?.kinds[round.kind];
  if (!kind) throw new Error(`edition ${round.edition} knows no rounds of the kind ${round.kind}`);
  const now = world.now();
  const actor: Actor = { kind: 'person', ...signatoryOf(viewer, round, councilId) };
  return (
    body && {
      ...{
        edition,
        kind,
        calendar: world.guide.calendar,
        now,
        today: dayOf(now),
        actor,
        newId: world.newId,
        place: 0,
        counts,
      },
      body: { id: body.id, names: { kk: body.nameKk, ru: body.nameRu, en: body.nameEn } },
    }
  );
}

/** The person in the post under which they act: on the council named, at the body, or on the council that hosts. */
export function signatoryOf(
  viewer: Viewer,
  round: Pick<Round, 'bodyId' | 'councilId'>,
  councilId: string | null = null,
): Signatory {
  const on = (council: string | null) => (council === null ? null : mandateOn(viewer, council, COUNCIL_ROLES)?.post);
  const at = mandateAt(viewer, round.bodyId, OFFICIAL_ROLES)?.post;
  return { personId: viewer.personId, name: viewer.name, post: on(councilId) ?? at ?? on(round.councilId) ?? null };
}
