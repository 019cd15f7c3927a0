// One contribution to a round as the fold of its events. It is answered exactly once; what it says never changes.
import type { DispositionId, RoundKind } from '../../guide/schema';
import type { Day, Instant } from './day';
import { eventsOf, type Event, type EventOf, type FactOf, type Signatory } from './event';
import type { Party } from './obligation';
import type { Disposition } from './round-event';

export const COMMENT_PHASES = ['open', 'disposed', 'withdrawn'] as const;
export type CommentPhase = (typeof COMMENT_PHASES)[number];
/** The one obligation of a comment's stream. */
export const COMMENT_CLOCK = 'dispose_comment';

/** `closesDay`: the last day for comments as it stood when the comment was made, or moved with it. */
export type Comment = Omit<FactOf<'comment.made'>['payload'], 'files'> & {
  id: string;
  kind: RoundKind;
  phase: CommentPhase;
  pointId: string | null;
  /** Hidden from the public by moderation; still answered. */
  hidden: FactOf<'comment.moderated'>['payload'] | null;
  code: DispositionId | null;
  disposition: Disposition | null;
  drafter: Signatory | null;
  approver: Signatory | null;
  dueDay: Day;
  endedDay: Day | null;
  endedAt: Instant | null;
};

export const commentStream = (commentId: string): string => `comment:${commentId}`;

/** Whom the answer is owed to; null for someone without an account. */
export const contributorOf = ({
  organisationId,
  personId,
  councilId,
}: Pick<Comment, 'organisationId' | 'personId' | 'councilId'>): Party | null => {
  if (councilId !== null) return { kind: 'council', id: councilId };
  if (organisationId !== null) return { kind: 'organisation', id: organisationId };
  return personId === null ? null : { kind: 'person', id: personId };
};

function begin(event: Extract<EventOf<'comment'>, { type: 'comment.made' }>): Comment {
  const { files: _files, ...made } = event.payload;
  const clock = event.opens.find(({ key }) => key === COMMENT_CLOCK);
  if (!clock) throw new Error(`${event.stream}: a comment without a duty to answer it`);
  return {
    ...made,
    id: event.stream.slice('comment:'.length),
    phase: 'open',
    ...{ pointId: null, hidden: null, code: null, disposition: null, drafter: null, approver: null },
    dueDay: clock.reckoning.due,
    ...{ endedDay: null, endedAt: null },
  };
}

function step(state: Comment, event: EventOf<'comment'>): Partial<Comment> {
  switch (event.type) {
    case 'comment.made':
      throw new Error(`${event.stream}: made twice`);
    case 'comment.due_moved':
      return {
        closesDay: event.payload.closesDay,
        dueDay: event.moves.find(({ key }) => key === COMMENT_CLOCK)?.reckoning?.due ?? state.dueDay,
      };
    case 'obligation.corrected':
      return { dueDay: event.moves.find(({ key }) => key === COMMENT_CLOCK)?.reckoning?.due ?? state.dueDay };
    case 'comment.moderated':
      return { hidden: event.payload };
    case 'comment.restored':
      return { hidden: null };
    case 'comment.grouped':
      return { pointId: event.payload.pointId };
    case 'comment.disposed': {
      if (state.phase !== 'open') throw new Error(`${event.stream}: answered twice`);
      const { disposition, drafter, approver, pointId } = event.payload;
      const { code } = disposition;
      return { ...{ phase: 'disposed', pointId, code, disposition, drafter, approver }, ...endedBy(event) };
    }
    case 'comment.withdrawn':
      return { phase: 'withdrawn', ...endedBy(event) };
    case 'obligation.lapsed':
    case 'record.erased':
      return {};
    default:
      return (event satisfies never, state);
  }
}

const endedBy = ({ day, at }: Event): Pick<Comment, 'endedDay' | 'endedAt'> => ({ endedDay: day, endedAt: at });

/** The state after all events, oldest first; null for a stream without any. Throws on a history that can't have happened. */
export function foldComment(events: readonly Event[]): Comment | null {
  const [first, ...rest] = eventsOf(events, 'comment');
  if (!first) return null;
  if (first.type !== 'comment.made') throw new Error(`${first.stream}: the first event is ${first.type}`);
  return rest.reduce<Comment>((state, event) => ({ ...state, ...step(state, event) }), begin(first));
}
