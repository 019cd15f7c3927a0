// A case that was joined to others by mistake, or turned out to ask something else, is taken out of its group. The others stay together.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  reason: z.string().trim().min(1, 'required').min(10, 'too_short').max(1000, 'too_long'),
});

/** Takes it out. Refuses: not_joined, and what every act on an appeal refuses. */
export async function partAppeal(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, reason } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.join',
    decide: ({ appeal, signatory }) =>
      appeal.steps.joined
        ? done({ facts: [{ type: 'appeal.parted', payload: { reason, officer: signatory } }] })
        : refuse('not_joined'),
  });
}
