// What inviting needs to know and to put away: whether the role is held already, earlier invitations to the same place, and
// in which language the invited person reads.
import type { Role } from '../core/viewer';
import type { World } from '../world';
import type { Addressee } from './passes';

/** A role and where it is held; all null for an administrator of Kenes. */
export type Place = { role: Role; bodyId: string | null; organisationId: string | null; councilId: string | null };

/** Memberships in force at an instant. */
export const inForce = (now: number) => ({ since: { lte: new Date(now) }, OR: [{ until: null }, { until: { gt: new Date(now) } }] });

/** Whether the account with this e-mail holds the role there now. */
export async function holdsRole(world: World, email: string, place: Place): Promise<boolean> {
  return (await world.db.prisma.membership.count({ where: { person: { email, closedAt: null }, ...place, ...inForce(world.now()) } })) > 0;
}

/** Ends invitations of this e-mail to the same place that nobody took yet: only the newest link works. */
export async function withdrawInvitations(world: World, email: string, place: Place): Promise<void> {
  await world.db.prisma.pass.updateMany({
    where: { purpose: 'invitation', email, usedAt: null, ...place },
    data: { usedAt: new Date(world.now()) },
  });
}

/** The account behind an e-mail, or nobody yet, who then gets the letter in the language that the inviter chose. */
export async function addresseeOf(world: World, email: string, locale: string): Promise<Addressee> {
  const person = await world.db.prisma.person.findFirst({ where: { email, closedAt: null }, select: { id: true, locale: true } });
  return { personId: person?.id ?? null, locale: person?.locale ?? locale };
}
