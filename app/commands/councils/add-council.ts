// An administrator adds a public council at a state body. Called by the administration page. Its people come by invitation
// (invite-member).
import { z } from 'zod';
import { nameFields, slugField } from '../../core/body';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { isDuplicate } from '../../data/duplicate';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ slug: slugField, bodyId: z.uuid(), ...nameFields });

/** Writes the council. Refuses: not_signed_in, not_allowed, invalid, not_found (the body), body_closed, slug_taken. */
export async function addCouncil(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ id: string; slug: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'council.manage', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { prisma } = world.db;
    const body = await prisma.body.findUnique({ where: { id: read.value.bodyId }, select: { closedAt: true } });
    if (!body) return refuse('not_found', { fields: { bodyId: 'bad_choice' } });
    if (body.closedAt) return refuse('body_closed', { fields: { bodyId: 'bad_choice' } });
    const id = world.newId();
    try {
      await prisma.council.create({ data: { id, ...read.value, createdAt: new Date(world.now()) } });
    } catch (error) {
      if (isDuplicate(error, 'Council')) return refuse('slug_taken', { fields: { slug: 'bad_value' } });
      throw error;
    }
    world.db.position++;
    return done({ id, slug: read.value.slug });
  });
}
