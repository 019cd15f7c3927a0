// The first head of the body, or whoever acts for the head, replies to the council's view and signs it. Discharges the duty to reply.
import { z } from 'zod';
import { capacityAt, notFirstHead } from '../../core/first-head';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { bothOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import { firstHeads } from '../../data/interests';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({ roundId: z.uuid(), ...bothOf('text', 20, 50_000) });

/** Replies. Refuses: invalid, no_view, council_answered_already, first_head_only (with the names of those who may sign), and what every act on a round refuses. */
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
    decide: async ({ round, around, signatory, viewer: who }) => {
      if (!round.view) return refuse('no_view');
      if (round.councilAnswer) return refuse('council_answered_already');
      const capacity = capacityAt(who, round.bodyId);
      if (!capacity) return notFirstHead(await firstHeads(world.db, round.bodyId, around.now), around);
      const text = { kk: textKk, ru: textRu };
      return done({ facts: [{ type: 'round.council_answered', payload: { text, signatory, capacity } }] });
    },
  });
}
