// The head chooses for which kinds of appeals an answer is drafted by one official and approved by another. It holds from now on, also for
// cases that are open; it changes no clock of the law.
import { z } from 'zod';
import { KINDS } from '../../../guide/schema';
import { parse } from '../../core/parse';
import { done, type Outcome } from '../../core/refusal';
import { listOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnOffice } from './act';

export const input = z.object({ bodyId: z.uuid(), kinds: listOf(z.enum(KINDS)) });

/** Chooses. Refuses what every decision about an office refuses. */
export async function chooseFourEyes(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ bodyId: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { bodyId, kinds } = read.value;
  return actOnOffice(world, viewer, {
    bodyId,
    decide: ({ office, officer }) => {
      const chosen = KINDS.filter((kind) => kinds.includes(kind));
      const same = chosen.length === office.fourEyes.length && chosen.every((kind) => office.fourEyes.includes(kind));
      return done({
        facts: same ? [] : [{ type: 'office.four_eyes_chosen', payload: { kinds: chosen, officer } }],
      });
    },
  });
}
