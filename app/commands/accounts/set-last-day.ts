// A representative gets a last day, another one, or none. Called by the account page. Nothing happens on the day: from the next one on the
// person is nobody's representative, whatever runs or not.
import { z } from 'zod';
import { faultOfLastDay, untilOf } from '../../core/mandate';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import { optionalDay } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import { inForce } from '../../data/invitations';
import { holdRepresentatives, othersStay } from '../../data/representatives';
import type { World } from '../../world';
import { limited } from '../limited';

/** An empty day: none. */
export const input = z.object({ membershipId: z.uuid(), lastDay: optionalDay });

/**
 * Sets it. Refuses: not_signed_in, invalid (a day that has passed), not_found, not_allowed (also one's own day put off), demo_account,
 * last_representative, too_many_attempts.
 */
export async function setLastDay(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ membershipId: string }>> {
  return limited(world, viewer, 'account', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { membershipId: id, lastDay } = read.value;
    const now = world.now();
    const { prisma } = world.db;
    const found = await prisma.membership.findFirst({
      where: { id, role: 'representative', ...inForce(now) },
      select: { organisationId: true },
    });
    const organisationId = found?.organisationId;
    if (!organisationId) return refuse('not_found');
    const until = untilOf(lastDay);
    return prisma.$transaction(async (tx): Promise<Outcome<{ membershipId: string }>> => {
      await holdRepresentatives(tx, organisationId);
      const held = await tx.membership.findFirst({
        where: { id, ...inForce(now) },
        select: { personId: true, until: true, person: { select: { demo: true } } },
      });
      if (!held) return refuse('not_found');
      const present = held.until?.getTime() ?? null;
      if (
        !may(viewer, 'mandate.set_last_day', {
          organisationId,
          personId: held.personId,
          present,
          until,
        })
      )
        return refuse('not_allowed');
      if (held.person.demo) return refuse('demo_account');
      const fault = faultOfLastDay(lastDay, now);
      if (fault) return fault;
      if (until !== null && !(await othersStay(tx, { organisationId, id, now }))) return refuse('last_representative');
      await tx.membership.update({ where: { id }, data: { until: until === null ? null : new Date(until) } });
      return done({ membershipId: id });
    });
  });
}
