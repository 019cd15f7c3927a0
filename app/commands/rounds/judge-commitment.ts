// Somebody who contributed to the round says whether a promise was kept, beside what the body reports and never merged with it. A
// later word replaces the same person's earlier one.
import { z } from 'zod';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { unpersonal } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import { contributionsOf } from '../../data/round-people';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({
  roundId: z.uuid(),
  commitmentId: z.uuid(),
  verdict: z.enum(['kept', 'partly', 'not_kept']),
  comment: unpersonal(z.string().trim().max(2000, 'too_long')).default(''),
});

/** Judges. Refuses: invalid, not_allowed (no contribution to this round), commitment_unknown, commitment_not_reported, and what every act refuses. */
export async function judgeCommitment(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, commitmentId, verdict, comment } = read.value;
  return actOnRound(world, viewer, {
    roundId,
    action: null,
    decide: async ({ round, viewer: who }) => {
      const contributed = (await contributionsOf(world.db, roundId, who)).find((one) => may(who, 'round.judge', one));
      if (!contributed) return refuse('not_allowed');
      const commitment = round.commitments.find(({ id }) => id === commitmentId);
      if (!commitment) return refuse('commitment_unknown');
      if (!commitment.report) return refuse('commitment_not_reported');
      const { organisationId } = contributed;
      const judgement = { commitmentId, personId: who.personId, organisationId, verdict, comment };
      return done({ facts: [{ type: 'round.commitment_judged', payload: judgement }] });
    },
  });
}
