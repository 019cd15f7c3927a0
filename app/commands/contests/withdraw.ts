// The head of the body takes a contest back before it is ruled upon. It stays in public as withdrawn, and the case may be contested anew.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, type Outcome } from '../../core/refusal';
import { bothOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnContest } from './act';

export const input = z.object({ contestId: z.uuid(), ...bothOf('reason', 10, 5_000) });

/** Withdraws. Refuses: invalid, and what every act on a contest refuses. */
export async function withdrawContest(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { contestId, reasonKk, reasonRu } = read.value;
  return actOnContest(world, viewer, {
    contestId,
    action: 'contest.withdraw',
    decide: ({ signatory }) =>
      done({ fact: { type: 'contest.withdrawn', payload: { reason: { kk: reasonKk, ru: reasonRu }, signatory } } }),
  });
}
