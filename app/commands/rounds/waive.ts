// The head lets a round open although a check of the gate fails, and says why: signed and public for good. A period below the floor,
// missing words of the round itself and a missing draft can't be waived: without them there is no consultation.
import { z } from 'zod';
import { GATE_CHECKS } from '../../../guide/schema';
import { scorecardOf, waivable } from '../../core/gate';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { unpersonal } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import { reachOf } from '../../data/round-people';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({
  roundId: z.uuid(),
  check: z.enum(GATE_CHECKS),
  reason: unpersonal(z.string().trim().min(1, 'required').min(20, 'too_short').max(2000, 'too_long')),
});

/**
 * Signs a waiver. Refuses: invalid, round_opened_already, waiver_not_possible (the check passes, is none of this kind, or no waiver
 * helps), and what every act on a round refuses.
 */
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
    decide: async ({ round, around, signatory }) => {
      if (round.phase !== 'preparing') return refuse('round_opened_already');
      const reach = await reachOf(world.db, round);
      const line = scorecardOf({ round, ...around, reach }).find((one) => one.check === check);
      if (!line || line.passed || !waivable(line)) return refuse('waiver_not_possible');
      return done({ facts: [{ type: 'round.waived', payload: { check, reason, signatory } }] });
    },
  });
}
