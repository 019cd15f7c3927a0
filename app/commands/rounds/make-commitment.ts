// The body promises something with a day, for the whole round or in answer to one point: from then on it is a duty like any other.
import { z } from 'zod';
import { dayField } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { bothOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({
  roundId: z.uuid(),
  ...bothOf('text', 10, 5000),
  dueDay: dayField,
  /** The point that it answers; empty for the whole round. */
  pointId: z.union([z.uuid(), z.literal('')]).default(''),
});

/** Promises. Refuses: invalid (a day that is not to come), round_not_open, point_unknown, and what every act on a round refuses. */
export async function makeCommitment(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string; commitmentId: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, textKk, textRu, dueDay } = read.value;
  const pointId = read.value.pointId || null;
  const commitmentId = world.newId();
  const made = await actOnRound(world, viewer, {
    roundId,
    action: 'round.decide',
    decide: ({ round, around, signatory }) => {
      if (round.phase === 'preparing') return refuse('round_not_open');
      if (dueDay <= around.today) return refuse('invalid', { fields: { dueDay: 'bad_day' } });
      if (pointId !== null && !round.points.some(({ id }) => id === pointId)) return refuse('point_unknown');
      const text = { kk: textKk, ru: textRu };
      return done({
        facts: [{ type: 'round.commitment_made', payload: { commitmentId, text, dueDay, pointId, signatory } }],
      });
    },
  });
  return made.ok ? done({ ...made.value, commitmentId }) : made;
}
