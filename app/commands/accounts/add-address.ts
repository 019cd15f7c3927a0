// A person adds a further e-mail address of theirs: nothing counts of it until the link in the letter that goes there is followed and its button
// pressed (confirm-address). Called by the account page.
import { z } from 'zod';
import { emailField, tick } from '../../core/fields';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import { CONFIRM_HOURS } from '../../core/session';
import type { Viewer } from '../../core/viewer';
import { attempt } from '../../data/attempts';
import { issuePass } from '../../data/passes';
import type { World } from '../../world';
import { limited } from '../limited';

/** `notices`: notices of the law go there too, when the first address does not take one or nobody opened it near its day. */
export const input = z.object({ email: emailField, notices: tick });

const MOST = 5;

/**
 * Writes the letter with the link. `path` is that link where no mail leaves the house. Refuses: not_signed_in, invalid, demo_account,
 * address_known, addresses_full, too_many_attempts.
 */
export async function addAddress(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ path: string | null }>> {
  return limited(world, viewer, 'account', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { personId, locale, name } = viewer;
    if (!may(viewer, 'account.edit', { personId })) return refuse('not_allowed');
    const { email, notices } = read.value;
    const { prisma } = world.db;
    const person = await prisma.person.findUnique({
      where: { id: personId },
      select: { email: true, demo: true, addresses: { select: { email: true, confirmedAt: true } } },
    });
    if (!person) return refuse('not_found');
    if (person.demo) return refuse('demo_account');
    const known = person.addresses.find((one) => one.email === email);
    if (email === person.email || known?.confirmedAt)
      return refuse('address_known', { fields: { email: 'bad_value' } });
    if (!known && person.addresses.length >= MOST) return refuse('addresses_full');
    const until = await attempt(world, [['link', email]]);
    if (until !== null) return refuse('too_many_attempts', { params: { until, now: world.now() } });
    const row = { personId, email, notices, createdAt: new Date(world.now()), confirmedAt: null };
    const { id } = await prisma.address.upsert({
      where: { personId_email: { personId, email } },
      create: { id: world.newId(), ...row },
      update: { notices },
      select: { id: true },
    });
    const pass = { purpose: 'address', email, personId, details: { addressId: id } } as const;
    const path = await issuePass(world, pass, { personId: null, locale }, (link) => ({
      letter: 'confirm_address',
      data: { name, path: link, hours: CONFIRM_HOURS },
    }));
    return done({ path });
  });
}
