// The body decides what becomes of the draft, and says what happens next. Comments may still wait for their answers: the outcome
// may not.
import { z } from 'zod';
import { faultOfNotice } from '../../core/hearing';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome, type Refusal } from '../../core/refusal';
import { bothOf } from '../../core/round-fields';
import type { RoundSurroundings } from '../../core/round-owing';
import type { Round } from '../../core/round';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({ roundId: z.uuid(), ...bothOf('decision', 20, 20_000), ...bothOf('next', 10, 20_000) });

/** Records the decision. Refuses: invalid, round_not_open, round_still_open, already_decided, round_completed, hearing_to_come, hearing_notice_short, and what every act refuses. */
export async function decideRound(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, decisionKk, decisionRu, nextKk, nextRu } = read.value;
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.decide',
    decide: ({ round, around, signatory }) => {
      if (round.phase === 'completed') return refuse('round_completed');
      if (round.phase === 'decided') return refuse('already_decided');
      const fault = faultOfTaking(round, around) ?? faultOfNotice(round, around);
      if (fault) return fault;
      const payload = {
        decision: { kk: decisionKk, ru: decisionRu },
        next: { kk: nextKk, ru: nextRu },
        signatory,
      };
      return done({ facts: [{ type: 'round.decided', payload }] });
    },
  });
}

/** While anyone may still comment, nothing is decided. */
export function faultOfTaking(
  round: Round,
  { kind, today }: RoundSurroundings,
): { ok: false; refusal: Refusal } | null {
  const { opensDay: opens, closesDay: closes } = round.settings;
  if (round.phase === 'preparing') return refuse('round_not_open', { params: { opens, closes } });
  return kind.contributors === 'everyone' && today <= closes
    ? refuse('round_still_open', { params: { closes } })
    : null;
}
