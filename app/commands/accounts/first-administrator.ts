// The first administrator of a new Kenes is invited by the house itself (FIRST_ADMIN). Called at the start on an empty
// database; where an administrator or a standing invitation exists, nothing happens.
import { emailField } from '../../core/fields';
import { INVITATION_DAYS } from '../../core/session';
import { inForce } from '../../data/invitations';
import { issuePass } from '../../data/passes';
import type { World } from '../../world';

const KENES = { kk: 'Kenes', ru: 'Kenes', en: 'Kenes' };

/** Invites `email`. Resolves to whether an invitation was written. Throws when it is not an e-mail address. */
export async function inviteFirstAdministrator(world: World, email: string): Promise<boolean> {
  const address = emailField.parse(email);
  const now = world.now();
  const { prisma } = world.db;
  const [administrators, invited] = await Promise.all([
    prisma.membership.count({ where: { role: 'administrator', ...inForce(now) } }),
    prisma.pass.count({
      where: { purpose: 'invitation', role: 'administrator', usedAt: null, expiresAt: { gt: new Date(now) } },
    }),
  ]);
  if (administrators > 0 || invited > 0) return false;
  await issuePass(
    world,
    { purpose: 'invitation', email: address, role: 'administrator' },
    { personId: null, locale: 'ru' },
    (path) => ({
      letter: 'invitation',
      data: { path, days: INVITATION_DAYS, role: 'administrator', place: KENES, inviter: 'Kenes' },
    }),
  );
  return true;
}
