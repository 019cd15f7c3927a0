// A role ends: an administrator ends an official's, a representative a colleague's, anybody their own. Called by the
// administration and account pages. Takes effect at the person's next request; what they did stays theirs.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { inForce } from '../../data/invitations';
import { holdRepresentatives, othersStay } from '../../data/representatives';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ membershipId: z.uuid() });

/** Ends it now. Refuses: not_signed_in, invalid, not_found, not_allowed, demo_account, last_administrator, last_representative, too_many_attempts. */
export async function endMembership(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ membershipId: string }>> {
  return limited(world, viewer, 'account', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { membershipId } = read.value;
    const now = world.now();
    const outcome: Outcome<{ membershipId: string }> = await world.db.prisma.$transaction(async (tx) => {
      const held = await tx.membership.findFirst({
        where: { id: membershipId, ...inForce(now) },
        include: { person: { select: { demo: true } } },
      });
      if (!held) return refuse('not_found');
      if (!may(viewer, 'membership.end', held)) return refuse('not_allowed');
      if (held.person.demo) return refuse('demo_account');
      if (held.role === 'administrator') {
        // Two administrators may end each other's role at the same moment: the second waits here and finds itself the last.
        await tx.$queryRaw`SELECT id FROM "Membership" WHERE role = 'administrator' FOR UPDATE`;
        const administrators = await tx.membership.count({
          where: { role: 'administrator', person: { closedAt: null }, ...inForce(now) },
        });
        if (administrators < 2) return refuse('last_administrator');
      }
      const { organisationId } = held;
      if (organisationId !== null) {
        await holdRepresentatives(tx, organisationId);
        if (!(await othersStay(tx, { organisationId, id: membershipId, now }))) return refuse('last_representative');
      }
      await tx.membership.update({ where: { id: membershipId }, data: { until: new Date(now) } });
      return done({ membershipId });
    });
    // Who sits on a council is public.
    if (outcome.ok) world.db.position++;
    return outcome;
  });
}
