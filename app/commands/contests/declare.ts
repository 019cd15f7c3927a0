// A member of the council that shall rule declares an interest: then neither votes nor counts towards the quorum. Shown to everyone.
import { z } from 'zod';
import { CONFLICTS } from '../../../guide/schema';
import { parse } from '../../core/parse';
import { done, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnContest } from './act';

export const input = z.object({
  contestId: z.uuid(),
  conflict: z.enum(CONFLICTS),
  explanation: z.string().trim().min(1, 'required').min(5, 'too_short').max(2000, 'too_long'),
});

/** Declares, in place of what was declared before. Refuses: invalid, and what every act on a contest refuses. */
export async function declareInterest(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { contestId, conflict, explanation } = read.value;
  return actOnContest(world, viewer, {
    contestId,
    action: 'contest.declare',
    decide: ({ signatory: { personId, name } }) =>
      done({ fact: { type: 'contest.conflict_declared', payload: { personId, name, conflict, explanation } } }),
  });
}
