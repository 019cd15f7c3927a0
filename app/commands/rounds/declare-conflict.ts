// A member of a public council declares an interest in a round: who works at the body, is funded through it or is kin to whoever
// decides there neither votes on its drafts nor counts towards the quorum. Shown to everyone beside the view.
import { z } from 'zod';
import { CONFLICTS } from '../../../guide/schema';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { unpersonal } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import { isCouncilOf } from '../../data/councils';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({
  roundId: z.uuid(),
  /** The council on which the member sits: the host of the round, or one of the body that must answer. */
  councilId: z.uuid(),
  conflict: z.enum(CONFLICTS),
  explanation: unpersonal(z.string().trim().min(1, 'required').min(5, 'too_short').max(2000, 'too_long')),
});

/**
 * Declares, in place of what was declared before. Refuses: invalid, not_found (no council of this body), view_not_asked (the kind has
 * no council's view), view_given_already, round_completed, and what every act on a round refuses.
 */
export async function declareConflict(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, councilId, conflict, explanation } = read.value;
  return actOnRound(world, viewer, {
    roundId,
    action: null,
    councilId,
    decide: async ({ round, around, signatory: { personId, name }, viewer: who }) => {
      if (!may(who, 'council.declare', { councilId })) return refuse('not_allowed');
      if (!(await isCouncilOf(world.db, councilId, round.bodyId))) return refuse('not_found');
      if (!around.kind.has_council_view) return refuse('view_not_asked');
      if (round.phase === 'completed') return refuse('round_completed');
      if (round.view) return refuse('view_given_already');
      return done({ facts: [{ type: 'round.conflict_declared', payload: { personId, name, conflict, explanation } }] });
    },
  });
}
