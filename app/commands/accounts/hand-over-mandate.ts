// A representative hands their place over to another one of the organisation: theirs ends, and the other's has no last day any more, in one
// act. Called by the account page. The rows of both say when; the other representatives are told by letter.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { inForce } from '../../data/invitations';
import { holdRepresentatives } from '../../data/representatives';
import { writeLetter } from '../../data/write-letter';
import type { World } from '../../world';
import { limited } from '../limited';

/** `membershipId`: the mandate of who takes the place. */
export const input = z.object({ organisationId: z.uuid(), membershipId: z.uuid() });

/** Hands it over. Refuses: not_signed_in, invalid, not_allowed, not_found (nobody else's mandate there), demo_account, too_many_attempts. */
export async function handOverMandate(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ organisationId: string }>> {
  return limited(world, viewer, 'account', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { organisationId, membershipId } = read.value;
    if (!may(viewer, 'mandate.hand_over', { organisationId })) return refuse('not_allowed');
    const outcome = await world.db.prisma.$transaction(async (tx): Promise<Outcome<{ organisationId: string }>> => {
      await holdRepresentatives(tx, organisationId);
      const now = world.now();
      const all = await tx.membership.findMany({
        where: { organisationId, role: 'representative', person: { closedAt: null }, ...inForce(now) },
        select: {
          id: true,
          person: { select: { id: true, name: true, email: true, locale: true, demo: true } },
          organisation: { select: { name: true } },
        },
      });
      const mine = all.filter(({ person }) => person.id === viewer.personId);
      const taker = all.find(({ id, person }) => id === membershipId && person.id !== viewer.personId);
      const own = mine[0];
      if (!own) return refuse('not_allowed');
      if (!taker) return refuse('not_found');
      if (own.person.demo || taker.person.demo) return refuse('demo_account');
      await tx.membership.update({ where: { id: taker.id }, data: { until: null } });
      await tx.membership.updateMany({
        where: { id: { in: mine.map(({ id }) => id) } },
        data: { until: new Date(now) },
      });
      const told = new Map(all.map(({ person }) => [person.id, person]));
      told.delete(viewer.personId);
      for (const { id: personId, email, locale } of told.values())
        await writeLetter(
          world,
          tx,
          `mandate-handed-over:${world.newId()}`,
          {
            letter: 'mandate_notice',
            data: {
              ...{ change: 'handed_over', organisation: own.organisation?.name ?? '', person: viewer.name },
              ...{ to: taker.person.name, lastDay: null, path: `/account#colleagues-${organisationId}` },
            },
          },
          { personId, email, locale },
        );
      return done({ organisationId });
    });
    if (outcome.ok) world.wake('deliver');
    return outcome;
  });
}
