// A person takes a further address away: letters from it are nobody's from now on, and no notice goes there. Called by the account page.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ addressId: z.uuid() });

/** Takes it away. Refuses: not_signed_in, invalid, not_found. */
export async function removeAddress(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<null>> {
  return limited(world, viewer, 'account', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { personId } = viewer;
    if (!may(viewer, 'account.edit', { personId })) return refuse('not_allowed');
    const { count } = await world.db.prisma.address.deleteMany({ where: { id: read.value.addressId, personId } });
    return count === 0 ? refuse('not_found') : done(null);
  });
}
