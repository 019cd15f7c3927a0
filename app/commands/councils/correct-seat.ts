// An administrator says from which side a member of a public council comes and until which day the term runs, where that was not said when
// the member was invited, or was said wrongly. Called by the administration page.
import { z } from 'zod';
import { SIDES } from '../../core/composition';
import { dayOf } from '../../core/day';
import { dayField } from '../../core/fields';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import { endOf, lastDayOf } from '../../core/seat-term';
import type { Viewer } from '../../core/viewer';
import { inForce } from '../../data/invitations';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({
  membershipId: z.uuid('required'),
  side: z.enum(SIDES, 'required'),
  /** The last day of the term. */
  termUntil: dayField,
});

/** Corrects. Refuses: not_signed_in, not_allowed, invalid, not_found (nobody's seat, or one that is over), term_too_long. */
export async function correctSeat(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ membershipId: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'council.manage', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { membershipId, side, termUntil } = read.value;
    const now = world.now();
    const today = dayOf(now);
    const seat = { id: membershipId, role: { in: ['council_member', 'council_chair'] }, ...inForce(now) };
    const held = await world.db.prisma.membership.findFirst({ where: seat, select: { since: true } });
    if (!held) return refuse('not_found');
    const { councils } = world.guide.inForceOn(today);
    const last = lastDayOf({ councils, from: dayOf(held.since.getTime()), until: termUntil, today });
    if (!last.ok) return last;
    await world.db.prisma.membership.updateMany({
      where: seat,
      data: { side, until: last.value && new Date(endOf(last.value)) },
    });
    world.db.position++;
    return done({ membershipId });
  });
}
