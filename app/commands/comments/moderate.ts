// A moderator hides a comment from the public, on a ground of the guide and with a reason that everyone can read, or shows it again.
// The comment stays owed an answer; what it said stays in the record. A reason that repeats personal data would publish it again.
import { z } from 'zod';
import { MODERATION_GROUNDS } from '../../../guide/schema';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { unpersonal } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnComment } from './act';

const reason = unpersonal(z.string().trim().min(1, 'required').min(10, 'too_short').max(2000, 'too_long'));
export const input = z.discriminatedUnion('step', [
  z.object({ step: z.literal('hide'), commentId: z.uuid(), ground: z.enum(MODERATION_GROUNDS), reason }),
  z.object({ step: z.literal('show'), commentId: z.uuid(), reason }),
]);

/** Hides or shows. Refuses: invalid, nothing_to_moderate (it is so already), and what every act on a comment refuses. */
export async function moderateComment(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string; round: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const asked = read.value;
  return actOnComment(world, viewer, {
    commentId: asked.commentId,
    action: 'round.moderate',
    decide: ({ comment, signatory }) => {
      if ((asked.step === 'hide') === (comment.hidden !== null)) return refuse('nothing_to_moderate');
      const { reason: why } = asked;
      return done([
        asked.step === 'hide'
          ? { type: 'comment.moderated', payload: { ground: asked.ground, reason: why, signatory } }
          : { type: 'comment.restored', payload: { reason: why, signatory } },
      ]);
    },
  });
}
