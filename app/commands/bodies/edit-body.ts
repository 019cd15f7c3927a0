// An administrator corrects a body: names, superior, level, region, address, the end of its working day. Called by the
// administration page. Days already reckoned stay as they were; a new working hour counts from the next appeal on.
import { z } from 'zod';
import { bodyFields, makesCircle } from '../../core/body';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ bodyId: z.uuid(), ...bodyFields });

/** Writes the changes. Refuses: not_signed_in, not_allowed, invalid, not_found, body_closed (the new superior), tree_circle. */
export async function editBody(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ slug: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'body.manage', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { bodyId, region, ...fields } = read.value;
    const parentId = fields.parentId || null;
    const outcome: Outcome<{ slug: string }> = await world.db.prisma.$transaction(async (tx) => {
      // Two moves at once could close a circle together: the tree is changed by one at a time.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('body tree'))`;
      const bodies = await tx.body.findMany({ select: { id: true, slug: true, parentId: true, closedAt: true } });
      const body = bodies.find(({ id }) => id === bodyId);
      if (!body) return refuse('not_found');
      const above = bodies.find(({ id }) => id === parentId);
      if (parentId !== null && !above) return refuse('not_found', { fields: { parentId: 'bad_choice' } });
      if (above?.closedAt && body.parentId !== parentId)
        return refuse('body_closed', { fields: { parentId: 'bad_choice' } });
      const parentOf = new Map(bodies.map(({ id, parentId: up }) => [id, up]));
      if (makesCircle(parentOf, bodyId, parentId)) return refuse('tree_circle', { fields: { parentId: 'bad_choice' } });
      await tx.body.update({ where: { id: bodyId }, data: { ...fields, parentId, region: region || null } });
      return done({ slug: body.slug });
    });
    if (outcome.ok) world.db.position++;
    return outcome;
  });
}
