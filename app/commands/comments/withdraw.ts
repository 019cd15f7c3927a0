// Whoever made a comment takes it back before the round closes. It stays in the record as withdrawn; nothing more is owed.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { takesComments } from '../../core/stage';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnComment } from './act';

export const input = z.object({
  commentId: z.uuid(),
  statement: z.string().trim().max(2000, 'too_long').default(''),
});

/** Withdraws. Refuses: invalid, comment_ended, round_not_open (it has closed), and what every act on a comment refuses. */
export async function withdrawComment(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string; round: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { commentId, statement } = read.value;
  return actOnComment(world, viewer, {
    commentId,
    action: 'comment.withdraw',
    decide: ({ comment, round, around }) => {
      if (comment.phase !== 'open') return refuse('comment_ended');
      const { opensDay: opens, closesDay: closes } = round.settings;
      if (!takesComments(round, around.today)) return refuse('round_not_open', { params: { opens, closes } });
      return done([{ type: 'comment.withdrawn', payload: { statement } }]);
    },
  });
}
