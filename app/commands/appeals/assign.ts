// A registrar or the head assigns a case to an executor of the same body; its open obligations follow it to that desk.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { OFFICIAL_ROLES, type Viewer } from '../../core/viewer';
import { inForce } from '../../data/invitations';
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
      const held = await world.db.prisma.membership.findFirst({
        where: {
          personId: officialId,
          bodyId: appeal.bodyId,
          role: { in: [...OFFICIAL_ROLES] },
          ...inForce(around.now),
        },
        select: { post: true, person: { select: { name: true } } },
      });
      if (!held) return refuse('official_not_here');
      if (appeal.officialId === officialId) return done({ facts: [] });
      const official = { personId: officialId, name: held.person.name, post: held.post };
      return done({ facts: [...acceptedFirst(appeal, signatory), { type: 'appeal.assigned', payload: { official } }] });
    },
  });
}
