// On the day it named, the body reports what came of the decision. Said once, after the outcome was published; whoever contributed and
// whoever follows the round is told.
import { z } from 'zod';
import type { LetterOrder } from '../../core/letter';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { bothOf } from '../../core/round-fields';
import { aboutRound } from '../../core/round-letter';
import type { RoundSurroundings } from '../../core/round-owing';
import type { Round } from '../../core/round';
import type { Viewer } from '../../core/viewer';
import { partiesOf } from '../../data/round-people';
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
    decide: async ({ round, around, signatory }) => {
      if (round.phase !== 'completed') return refuse('outcome_not_published');
      if (round.followUp) return refuse('followed_up_already');
      return done({
        facts: [{ type: 'round.followed_up', payload: { text: { kk: textKk, ru: textRu }, signatory } }],
        letters: await followUpLetters(world, round, around),
      });
    },
  });
}

async function followUpLetters({ db }: World, round: Round, { body }: RoundSurroundings): Promise<LetterOrder[]> {
  const parties = await partiesOf(db, round);
  return parties.map(({ party, why, unfollow }) => ({
    letter: 'follow_up_published',
    key: `followed-up:${round.number}`,
    to: { party },
    data: { ...aboutRound(round, body), why, unfollow },
  }));
}
