// On the day it named, the body reports what came of the decision. Said once, after the outcome was published.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { bothOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({ roundId: z.uuid(), ...bothOf('text', 20, 50_000) });

/** Reports what followed. Refuses: invalid, outcome_not_published, followed_up_already, and what every act on a round refuses. */
export async function followUp(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, textKk, textRu } = read.value;
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.report',
    decide: ({ round, signatory }) => {
      if (round.phase !== 'completed') return refuse('outcome_not_published');
      if (round.followUp) return refuse('followed_up_already');
      return done({ facts: [{ type: 'round.followed_up', payload: { text: { kk: textKk, ru: textRu }, signatory } }] });
    },
  });
}
