// A member of a public council declares an interest in a round: who works at the body, is funded through it or is kin to whoever
// decides there neither votes on its drafts nor counts towards the quorum, nor records what the council said. An official of the body
// declares one too, and then does not decide. Shown to everyone beside the view.
import { z } from 'zod';
import { CONFLICTS } from '../../../guide/schema';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome, type Refusal } from '../../core/refusal';
import { unpersonal } from '../../core/round-fields';
import type { Round } from '../../core/round';
import type { Viewer } from '../../core/viewer';
import { isCouncilOf } from '../../data/councils';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({
  roundId: z.uuid(),
  /** The council on which one sits: the host of the round, or one of the body that must answer; empty for an official of that body. */
  councilId: z.union([z.uuid(), z.literal('')]).default(''),
  conflict: z.enum(CONFLICTS),
  explanation: unpersonal(z.string().trim().min(1, 'required').min(5, 'too_short').max(2000, 'too_long')),
});

/**
 * Declares, in place of what was declared before. Refuses: invalid (also an official's “works at the body”: every one of them does),
 * not_found (no council of this body), view_not_asked (the kind has no council's view), view_given_already, round_completed, and what every
 * act on a round refuses.
 */
export async function declareConflict(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, conflict, explanation } = read.value;
  const councilId = read.value.councilId || null;
  return actOnRound(world, viewer, {
    ...{ roundId, action: null, ...(councilId && { councilId }) },
    decide: async ({ round, around, signatory: { personId, name }, viewer: who }) => {
      const asked = { council: around.kind.has_council_view, conflict };
      const fault = councilId
        ? await faultOfMember(world, { round, who, councilId }, asked)
        : faultOfOfficial(round, who, asked);
      if (fault) return fault;
      if (round.phase === 'completed') return refuse('round_completed');
      const side = councilId ? 'council' : 'body';
      const payload = { personId, name, conflict, explanation, side } as const;
      return done({ facts: [{ type: 'round.conflict_declared', payload }] });
    },
  });
}

type Asked = { council: boolean; conflict: z.output<typeof input>['conflict'] };
type Fault = { ok: false; refusal: Refusal };

async function faultOfMember(
  { db }: World,
  { round, who, councilId }: { round: Round; who: Viewer; councilId: string },
  { council }: Asked,
): Promise<Fault | null> {
  if (!may(who, 'council.declare', { councilId })) return refuse('not_allowed');
  if (!(await isCouncilOf(db, councilId, round.bodyId))) return refuse('not_found');
  if (!council) return refuse('view_not_asked');
  return round.view ? refuse('view_given_already') : null;
}

function faultOfOfficial(round: Round, who: Viewer, { conflict }: Asked): Fault | null {
  if (!may(who, 'round.declare', round)) return refuse('not_allowed');
  return conflict === 'employed' ? refuse('invalid', { fields: { conflict: 'bad_choice' } }) : null;
}
