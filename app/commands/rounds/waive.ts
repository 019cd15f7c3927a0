// The head lets a round open although a check of the gate fails, and says why: signed and public for good. A period below the floor
// and missing words can't be waived: without them there is no consultation.
import { z } from 'zod';
import { GATE_CHECKS } from '../../../guide/schema';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({
  roundId: z.uuid(),
  check: z.enum(GATE_CHECKS),
  reason: z.string().trim().min(1, 'required').min(20, 'too_short').max(2000, 'too_long'),
});

/** Signs a waiver. Refuses: invalid, round_opened_already, waiver_not_possible, and what every act on a round refuses. */
export async function waiveCheck(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, check, reason } = read.value;
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.waive',
    decide: ({ round, around, signatory }) => {
      if (round.phase !== 'preparing') return refuse('round_opened_already');
      if (!around.kind.gate.some(({ id }) => id === check)) return refuse('waiver_not_possible');
      return done({ facts: [{ type: 'round.waived', payload: { check, reason, signatory } }] });
    },
  });
}
