// The first administrator of a new Kenes is invited by the house itself (FIRST_ADMIN). Called at the start on an empty
// database; where an administrator or a standing invitation exists, nothing happens.
import { emailField } from '../../core/fields';
import { INVITATION_DAYS } from '../../core/session';
import { inForce } from '../../data/invitations';
import { issuePass } from '../../data/passes';
import type { World } from '../../world';

const KENES = { kk: 'Kenes', ru: 'Kenes', en: 'Kenes' };

/**
 * Invites `email`, unless that has been done. `path` is the invitation's link where no mail leaves the house: whoever starts
 * Kenes hands it over. Throws when it is not an e-mail address.
 */
export async function inviteFirstAdministrator(world: World, email: string): Promise<{ path: string | null }> {
  const address = emailField.parse(email);
  const now = world.now();
  const { prisma } = world.db;
  const [administrators, invited] = await Promise.all([
    prisma.membership.count({ where: { role: 'administrator', ...inForce(now) } }),
    prisma.pass.count({
      where: { purpose: 'invitation', role: 'administrator', usedAt: null, expiresAt: { gt: new Date(now) } },
    }),
  ]);
  if (administrators > 0 || invited > 0) return { path: null };
  const path = await issuePass(
    world,
    { purpose: 'invitation', email: address, role: 'administrator' },
    { personId: null, locale: 'ru' },
    (link) => ({
      letter: 'invitation',
      data: { path: link, days: INVITATION_DAYS, role: 'administrator', place: KENES, inviter: 'Kenes' },
    }),
  );
  return { path };
}
