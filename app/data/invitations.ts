// What inviting needs to know, to put away and to write: whether the role is held already, earlier invitations to the same place, in which
// language the invited person reads, and the invitation with its letter.
import type { AnyLetter } from '../core/letter';
import { INVITATION_DAYS } from '../core/session';
import type { Role } from '../core/viewer';
import type { World } from '../world';
import type { Addressee, NewPass } from './passes';

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

type Inviting = {
  email: string;
  place: Place;
  post: string | null;
  by: { personId: string; name: string };
  /** What the letter calls the place. */
  named: Record<'kk' | 'ru' | 'en', string>;
  /** What is kept until it is taken (core/mandate, core/seat-term). */
  details?: object;
};

/** The pass of an invitation, and the letter that carries its link. */
export const invitationOf = ({ email, place, post, by, named, details }: Inviting): [NewPass, (path: string) => AnyLetter] => [
  { purpose: 'invitation', email, ...place, post, invitedBy: by.personId, details },
  (path) => ({
    letter: 'invitation',
    data: { path, days: INVITATION_DAYS, role: place.role, place: named, inviter: by.name },
  }),
];
