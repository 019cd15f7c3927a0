// What every act on one comment does the same way: load and fold its events, ask permission, let the command decide, record it.
import type { CommentFact } from '../../core/comment-consequences';
import { commentStream, foldComment, type Comment } from '../../core/comment';
import type { Signatory } from '../../core/event';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { RoundSurroundings } from '../../core/round-owing';
import type { Round } from '../../core/round';
import type { Viewer } from '../../core/viewer';
import { openStream, record } from '../../data/ledger';
import { letterRows, readersOf } from '../../data/people';
import type { World } from '../../world';
import { again } from '../again';
import { limited } from '../limited';
import { signatoryOf, surroundingsOf } from '../rounds/act';
import { commentChapter } from '../rounds/chapter';
import { roundOf } from './new-comment';

type Command = {
  commentId: string;
  action: 'comment.withdraw' | 'round.moderate';
  decide: (scene: {
    comment: Comment;
    round: Round;
    around: RoundSurroundings;
    signatory: Signatory;
  }) => Outcome<CommentFact[]>;
};

/** Runs one act on a comment to its end. Refuses too_many_attempts, not_found, not_signed_in, not_allowed, changed_meanwhile, or what `decide` refuses. */
export const actOnComment = (
  world: World,
  viewer: Viewer | null,
  command: Command,
): Promise<Outcome<{ number: string; round: string }>> =>
  limited(world, viewer, 'act', () => again(() => attemptOn(world, viewer, command)));

async function attemptOn(
  world: World,
  viewer: Viewer | null,
  { commentId, action, decide }: Command,
): Promise<Outcome<{ number: string; round: string }>> {
  const { events, head } = await openStream(world.db, commentStream(commentId));
  const comment = foldComment(events);
  const round = comment && (await roundOf(world, comment.roundId));
  if (!comment || !round) return refuse('not_found');
  if (!viewer) return refuse('not_signed_in');
  const { personId, organisationId } = comment;
  if (!may(viewer, action, { ...round, personId, organisationId })) return refuse('not_allowed');
  const around = await surroundingsOf(world, round, viewer);
  if (!around) return refuse('not_found');
  const decided = decide({ comment, round, around, signatory: signatoryOf(viewer, round) });
  if (!decided.ok) return decided;
  const { chapter, letters } = commentChapter({ id: commentId, before: events, head, facts: decided.value, around });
  const readers = await readersOf(
    world,
    letters.map(({ to }) => to),
  );
  await record(world, {
    ...{ actor: around.actor, at: around.now, day: around.today, chapters: [chapter] },
    letters: letterRows(letters, readers),
  });
  world.wake('deliver');
  return done({ number: comment.number, round: round.number });
}
