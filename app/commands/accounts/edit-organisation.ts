// A representative says in which region the organisation works and on what. Called by the account page. Rounds of consultation
// invite from the register of organisations by these two.
import { z } from 'zod';
import { regionField, topicsField } from '../../core/fields';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ organisationId: z.uuid(), region: regionField, fields: topicsField });

/** Writes the changes. Refuses: not_signed_in, invalid, not_allowed. */
export async function editOrganisation(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ organisationId: string }>> {
  return limited(world, viewer, 'account', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { organisationId, region, fields } = read.value;
    if (!may(viewer, 'organisation.edit', { organisationId })) return refuse('not_allowed');
    await world.db.prisma.organisation.update({
      where: { id: organisationId },
      data: { region: region || null, fields },
    });
    return done({ organisationId });
  });
}
