// An analyst makes a point out of comments that say the same, or gives a point another title. Similarity offers, people decide.
import { z } from 'zod';
import type { Comment } from '../../core/comment';
import type { Signatory } from '../../core/event';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { listOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnRound, type CommentActs } from '../rounds/act';
import { withVoices } from './voices';

const title = z.string().trim().min(1, 'required').min(5, 'too_short').max(300, 'too_long');
export const input = z.object({ roundId: z.uuid(), title, commentIds: listOf(z.uuid()) });
export const renameInput = z.object({ roundId: z.uuid(), pointId: z.uuid(), title });

/**
 * Makes a point with these comments and the voices that joined them. Refuses: invalid, comment_ended (one is answered or withdrawn),
 * round_completed, and what every act on a round refuses.
 */
export async function makePoint(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, title: name, commentIds } = read.value;
  const pointId = world.newId();
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.analyse',
    comments: () => withVoices(world, roundId, commentIds),
    decide: ({ round, signatory, comments }) => {
      if (round.phase === 'completed') return refuse('round_completed');
      if (round.phase === 'preparing') return refuse('round_not_open');
      if (commentIds.some((id) => !comments.has(id))) return refuse('not_found');
      const moved = grouped([...comments.values()], pointId, signatory);
      if (!moved) return refuse('comment_ended');
      return done({
        facts: [{ type: 'point.made', payload: { pointId, title: name, signatory } }],
        comments: moved,
      });
    },
  });
}

/** Gives a point another title. Refuses: invalid, point_unknown, and what every act on a round refuses. */
export async function renamePoint(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(renameInput, raw);
  if (!read.ok) return read;
  const { roundId, pointId, title: name } = read.value;
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.analyse',
    decide: ({ round }) =>
      round.points.some(({ id }) => id === pointId)
        ? done({ facts: [{ type: 'point.renamed', payload: { pointId, title: name } }] })
        : refuse('point_unknown'),
  });
}

/** The comments put into a point, or out of any with null; those there already are left alone. Null when one has ended. */
export function grouped(
  comments: readonly Comment[],
  pointId: string | null,
  signatory: Signatory,
): CommentActs[] | null {
  if (comments.some(({ phase }) => phase !== 'open')) return null;
  return comments
    .filter((comment) => comment.pointId !== pointId)
    .map((comment) => ({ comment, facts: [{ type: 'comment.grouped', payload: { pointId, signatory } }] }));
}
