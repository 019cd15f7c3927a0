// What is said of a round is changed before it opens. A signed checklist has to be signed again: it was signed for other words.
import { z } from 'zod';
import { dayOf } from '../../core/day';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { faultOfDays } from '../../core/round-days';
import { settingsFields, settingsOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({ roundId: z.uuid(), ...settingsFields });

/** Changes the settings. Refuses: invalid, round_opened_already, and what every act on a round refuses. */
export async function reviseRound(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const settings = settingsOf(read.value);
  return actOnRound(world, viewer, {
    roundId: read.value.roundId,
    action: 'round.prepare',
    decide: ({ round }) => {
      if (round.phase !== 'preparing') return refuse('round_opened_already');
      const fault = faultOfDays(settings, dayOf(world.now()));
      return fault ?? done({ facts: [{ type: 'round.revised', payload: { settings } }] });
    },
  });
}
