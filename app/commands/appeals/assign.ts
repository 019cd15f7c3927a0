// A registrar or the head assigns a case to an executor of the same body; its open obligations follow it to that desk.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { officialAt } from '../../data/offices';
import type { World } from '../../world';
import { actOnAppeal } from './act';
import { acceptedFirst } from './accepted';

export const input = z.object({ appealId: z.uuid(), officialId: z.uuid() });

/** Assigns. Refuses: already_ended, official_not_here, and what every act on an appeal refuses. */
export async function assignAppeal(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, officialId } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.assign',
    decide: async ({ appeal, around, signatory }) => {
      if (appeal.phase !== 'open') return refuse('already_ended');
      const official = await officialAt(world.db, appeal.bodyId, officialId, around.now);
      if (!official) return refuse('official_not_here');
      if (appeal.officialId === officialId) return done({ facts: [] });
      return done({ facts: [...acceptedFirst(appeal, signatory), { type: 'appeal.assigned', payload: { official } }] });
    },
  });
}
