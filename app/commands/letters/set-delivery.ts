// Somebody says how often mail comes to them, and whether in working hours only. What was waiting to be gathered leaves at once when
// nothing is gathered any more.
import { z } from 'zod';
import { PACES } from '../../core/delivery';
import { tick } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { own } from '../accounts/own';
import { limited } from '../limited';

export const input = z.object({
  pace: z.enum(PACES),
  workingHours: tick,
});

/** Refuses: not_signed_in, invalid, demo_account (strangers share it: nobody silences it for the others). */
export async function setDelivery(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<z.output<typeof input>>> {
  return limited(world, viewer, 'account', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const who = await own(world, viewer);
    if (!who.ok) return who;
    const { personId } = who.value;
    const { prisma } = world.db;
    await prisma.person.update({ where: { id: personId }, data: read.value });
    if (read.value.pace === 'at_once') {
      await prisma.letter.updateMany({
        where: { personId, state: 'held' },
        data: { state: 'waiting', nextAt: new Date(world.now()) },
      });
      world.wake('deliver');
    }
    return done(read.value);
  });
}
