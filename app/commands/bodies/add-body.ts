// An administrator adds a state body to the tree. Called by the administration page. It takes appeals at once; its officials
// come by invitation (commands/accounts/invite-official).
import { z } from 'zod';
import { bodyFields, slugField } from '../../core/body';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { isDuplicate } from '../../data/duplicate';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ slug: slugField, ...bodyFields });

/** Writes the body. Refuses: not_signed_in, not_allowed, invalid, not_found (the superior body), body_closed, slug_taken. */
export async function addBody(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ id: string; slug: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'body.manage', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { parentId, region, ...fields } = read.value;
    const { prisma } = world.db;
    const above =
      parentId === '' ? null : await prisma.body.findUnique({ where: { id: parentId }, select: { closedAt: true } });
    if (parentId !== '' && !above) return refuse('not_found', { fields: { parentId: 'bad_choice' } });
    if (above?.closedAt) return refuse('body_closed', { fields: { parentId: 'bad_choice' } });
    const id = world.newId();
    try {
      await prisma.body.create({
        data: { id, ...fields, parentId: parentId || null, region: region || null, createdAt: new Date(world.now()) },
      });
    } catch (error) {
      if (isDuplicate(error, 'Body')) return refuse('slug_taken', { fields: { slug: 'bad_value' } });
      throw error;
    }
    world.db.position++;
    return done({ id, slug: fields.slug });
  });
}
