// The head terminates the procedure on one of the guide's lawful grounds, with reasons; the applicant gets notice in the same act.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';
import { acceptedFirst } from './accepted';
import { whyNotEnd } from './complained-of';

export const input = z.object({
  appealId: z.uuid(),
  ground: z.string().min(1),
  text: z.string().trim().min(20).max(20_000),
});

/** Terminates. Refuses: already_ended, ground_unknown, complaint_goes_up, official_complained_of, and what every act on an appeal refuses. */
export async function terminateAppeal(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, text } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.terminate',
    decide: async (scene) => {
      const { appeal, around, signatory } = scene;
      if (appeal.phase !== 'open') return refuse('already_ended');
      const ground = around.procedure.termination_grounds.find(({ id }) => id === read.value.ground);
      if (!ground) return refuse('ground_unknown', { fields: { ground: 'bad_choice' } });
      const refusal = await whyNotEnd(world, scene, 'terminated');
      if (refusal) return { ok: false, refusal };
      return done({
        facts: [
          ...acceptedFirst(appeal, signatory),
          { type: 'appeal.terminated', payload: { ground: ground.id, text, signatory } },
        ],
      });
    },
  });
}
