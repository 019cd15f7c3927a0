// A person goes through the questions on neutrality and signs for what is true of the round's words.
import { z } from 'zod';
import { NEUTRAL_QUESTIONS } from '../../../guide/schema';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { listOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({ roundId: z.uuid(), answers: listOf(z.enum(NEUTRAL_QUESTIONS)) });

/** Signs the checklist. Refuses: invalid, round_opened_already, and what every act on a round refuses. */
export async function signChecklist(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, answers } = read.value;
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.prepare',
    decide: ({ round, signatory }) =>
      round.phase === 'preparing'
        ? done({ facts: [{ type: 'round.checked', payload: { answers: [...new Set(answers)], signatory } }] })
        : refuse('round_opened_already'),
  });
}
