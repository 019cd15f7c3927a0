// The first head of the body, or whoever acts for the head, replies to the council's view and signs it. Discharges the duty to reply.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { bothOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({ roundId: z.uuid(), ...bothOf('text', 20, 50_000) });

/** Replies. Refuses: invalid, no_view, council_answered_already, and what every act on a round refuses. */
export async function answerCouncil(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, textKk, textRu } = read.value;
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.decide',
    decide: ({ round, signatory }) => {
      if (!round.view) return refuse('no_view');
      if (round.councilAnswer) return refuse('council_answered_already');
      const text = { kk: textKk, ru: textRu };
      return done({ facts: [{ type: 'round.council_answered', payload: { text, signatory } }] });
    },
  });
}
