// The parts that every way of making a comment shares: the round as it stands, the clause it is about, and writing it all down.
import { clockStart, type CommentFact } from '../../core/comment-consequences';
import type { Actor, FactOf, Attachment } from '../../core/event';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { RoundFact } from '../../core/round-consequences';
import type { RoundSurroundings } from '../../core/round-owing';
import type { Round } from '../../core/round';
import { idMade, madeFirst, taking, type FormKey } from '../../data/forms';
import { NO_HEAD, record, type Chapter, type openStream } from '../../data/ledger';
import { letterRows, readersOf } from '../../data/people';
import { nextCommentNumber } from '../../data/numbers';
import { attach } from '../../data/uploads';
import type { World } from '../../world';
import { commentChapter, roundChapter } from '../rounds/chapter';

type Made = FactOf<'comment.made'>['payload'];
export type Place = Pick<Made, 'documentId' | 'version' | 'anchor'>;
const WHOLE: Place = { documentId: null, version: null, anchor: null };

/** A round as its row keeps the whole fold; null when there is none. */
export async function roundOf({ db }: World, roundId: string): Promise<Round | null> {
  const row = await db.prisma.round.findUnique({ where: { id: roundId }, select: { facts: true } });
  return row && (row.facts as unknown as Round);
}

/** Where in the round's documents a comment stands: a clause that exists, a whole document, or nowhere in particular. */
export async function placeOf(
  { db }: World,
  round: Round,
  { documentId, anchor }: { documentId: string; anchor: string },
): Promise<Place | 'unknown'> {
  if (!documentId) return WHOLE;
  const document = round.documents.find((one) => one.documentId === documentId);
  if (!document) return 'unknown';
  if (!anchor) return { documentId, version: document.version, anchor: null };
  const clause = await db.prisma.clause.findUnique({
    where: { documentId_anchor: { documentId, anchor } },
    select: { anchor: true },
  });
  return clause ? { documentId, version: document.version, anchor } : 'unknown';
}

type Recording = {
  round: Round;
  around: RoundSurroundings;
  said: Omit<
    Made,
    'roundId' | 'roundNumber' | 'roundTitle' | 'number' | 'edition' | 'kind' | 'bodyId' | 'closesDay' | 'files'
  >;
  files: Attachment[];
  form: FormKey | null;
  /** The point that the comment joined belongs to. */
  pointId: string | null;
  /** The round's own stream, where the comment is entered by those who answer: then it may have to be owed anew that all be answered. */
  stream?: Stream;
};
type Stream = Awaited<ReturnType<typeof openStream>>;

/**
 * Writes the comment with its duty. Of one form sent twice at the same moment the second gets the first's comment. Throws Overtaken when
 * the round's last day moved since the round was read: then the comment is to be decided again.
 */
export async function recordComment(
  world: World,
  { round, around, said, files, form, pointId, stream }: Recording,
): Promise<Outcome<{ id: string; number: string }>> {
  const id = world.newId();
  const number = await nextCommentNumber(world);
  const { kind, edition, bodyId, settings } = round;
  const made: Entered['comment'] = {
    type: 'comment.made',
    payload: {
      ...{ roundId: round.id, roundNumber: round.number, roundTitle: settings.title, number, edition, kind, bodyId },
      ...said,
      ...{ closesDay: settings.closesDay, files },
    },
  };
  const grouped = pointId ? groupedBy(around.actor, pointId) : [];
  const { chapter, letters } = commentChapter({ id, before: [], head: NO_HEAD, facts: [made, ...grouped], around });
  const own =
    stream && isAnswering(round, around) ? [enteredChapter({ round, around, stream, comment: made, id })] : [];
  const readers = await readersOf(
    world,
    letters.map(({ to }) => to),
  );
  try {
    await record(world, {
      ...{ actor: around.actor, at: around.now, day: around.today, chapters: [chapter, ...own] },
      letters: letterRows(letters, readers),
      also: form ? taking(form, { stream: chapter.stream, at: around.now }) : [],
      updates: attach(files, { appealId: null, stream: chapter.stream, version: 1 }),
    });
  } catch (error) {
    if (isCompleted(error)) return refuse('round_completed');
    const first = await madeFirst(world, form, error);
    const comment = await world.db.prisma.comment.findUniqueOrThrow({
      where: { id: idMade('comment', first) },
      select: { id: true, number: true },
    });
    return done(comment);
  }
  return done({ id, number });
}

/** Whether answers may be approved already: before that the duty to give them all is open in any case. */
const isAnswering = ({ settings }: Round, { kind, today }: RoundSurroundings): boolean =>
  kind.contributors !== 'everyone' || today > settings.closesDay;

type Entered = Pick<Recording, 'round' | 'around'> & {
  stream: Stream;
  comment: Extract<CommentFact, { type: 'comment.made' }>;
  id: string;
};

/**
 * What the round's own stream says of a comment entered while answers are being given. It also makes the act and the approval of what seemed
 * the last answer decide one after the other: whoever comes second finds the stream longer, and decides again.
 */
function enteredChapter({ round, around, stream, comment: { payload }, id }: Entered): Chapter {
  const from = clockStart(payload, around);
  const fact: RoundFact = {
    type: 'round.contribution_entered',
    payload: { commentId: id, number: payload.number, from },
  };
  const { events: before, head } = stream;
  return roundChapter({ id: round.id, before, head, facts: [fact], around }).chapter;
}

/** A voice belongs where the comment it joins belongs; whoever joins puts it there. */
function groupedBy(actor: Actor, pointId: string): CommentFact[] {
  if (actor.kind !== 'person') return [];
  const { personId, name, post } = actor;
  return [{ type: 'comment.grouped', payload: { pointId, signatory: { personId, name, post } } }];
}

/** The database's own last word (migration "rounds"): the round was completed in the meantime. */
const isCompleted = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'KN001';
