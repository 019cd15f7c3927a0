// A person gets the address of their calendar of duties, another one in its place, or none. The address holds a secret: programs of
// calendars know no passwords. Called by the account page.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { hashOfSecret, newSecret } from '../../data/secret';
import type { World } from '../../world';
import { limited } from '../limited';
import { own } from './own';

export const input = z.object({ step: z.enum(['make', 'stop']) });

/** Resolves to the path without language, which is told this once, or to null. Addresses given before end. Refuses: invalid, and what `own` refuses. */
export async function calendarAddress(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<string | null>> {
  return limited(world, viewer, 'account', async () => {
    const who = await own(world, viewer);
    if (!who.ok) return who;
    const read = parse(input, raw);
    if (!read.ok) return read;
    const secret = read.value.step === 'make' ? newSecret() : null;
    await world.db.prisma.person.update({
      where: { id: who.value.personId },
      data: { calendarHash: secret && hashOfSecret(secret) },
    });
    return done(secret && `/duties/${secret}.ics`);
  });
}
