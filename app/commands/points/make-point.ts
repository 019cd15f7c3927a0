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
 * comment_grouped_elsewhere (one is in a point), round_completed, and what every act on a round refuses.
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
      const moved = grouped({ comments, commentIds, pointId, signatory });
      if (!moved.ok) return moved;
      return done({
        facts: [{ type: 'point.made', payload: { pointId, title: name, signatory } }],
        comments: moved.value,
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

type Grouping = {
  /** The comments named and the voices that joined them, by id. */
  comments: ReadonlyMap<string, Comment>;
  commentIds: readonly string[];
  pointId: string | null;
  signatory: Signatory;
};

/**
 * The comments named put into a point, or out of theirs with null, each with the voices that stand where it stands; who is there already
 * is left alone. Refuses: not_found, comment_ended, comment_grouped_elsewhere: a comment has one answer, so that it leaves a point only
 * by somebody's decision.
 */
export function grouped({ comments, commentIds, pointId, signatory }: Grouping): Outcome<CommentActs[]> {
  const asked = new Set(commentIds);
  const named = [...asked].flatMap((id) => comments.get(id) ?? []);
  if (named.length < asked.size) return refuse('not_found');
  if (named.some(({ phase }) => phase !== 'open')) return refuse('comment_ended');
  const elsewhere = named.filter((one) => pointId !== null && one.pointId !== null && one.pointId !== pointId);
  if (elsewhere.length > 0)
    return refuse('comment_grouped_elsewhere', {
      params: { numbers: elsewhere.map(({ number }) => number).join(', ') },
    });
  const voices = [...comments.values()].filter(
    (one) =>
      one.phase === 'open' &&
      !asked.has(one.id) &&
      (pointId === null ? one.pointId === comments.get(one.joinsId ?? '')?.pointId : one.pointId === null),
  );
  return done(
    [...named, ...voices]
      .filter((comment) => comment.pointId !== pointId)
      .map((comment) => ({ comment, facts: [{ type: 'comment.grouped', payload: { pointId, signatory } }] })),
  );
}
