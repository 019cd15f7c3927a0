// An analyst moves comments into a point or takes them out of any. No comment is lost: each is in one point or in none.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { listOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnRound } from '../rounds/act';
import { grouped } from './make-point';
import { withVoices } from './voices';

export const input = z.object({
  roundId: z.uuid(),
  /** Empty: out of any point. */
  pointId: z.union([z.uuid(), z.literal('')]).default(''),
  commentIds: listOf(z.uuid()),
});

/**
 * Groups. Refuses: invalid, not_found, point_unknown, comment_ended, comment_grouped_elsewhere (one is in another point), round_completed,
 * and what every act on a round refuses.
 */
export async function groupComments(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, commentIds } = read.value;
  const pointId = read.value.pointId || null;
  if (commentIds.length === 0) return refuse('invalid', { fields: { commentIds: 'required' } });
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.analyse',
    comments: () => withVoices(world, roundId, commentIds),
    decide: ({ round, signatory, comments }) => {
      if (round.phase === 'completed') return refuse('round_completed');
      if (pointId !== null && !round.points.some(({ id }) => id === pointId)) return refuse('point_unknown');
      const moved = grouped({ comments, commentIds, pointId, signatory });
      return moved.ok ? done({ facts: [], comments: moved.value }) : moved;
    },
  });
}
