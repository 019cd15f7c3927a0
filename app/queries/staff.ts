// Who works at a body, sits on a public council or administers Kenes, and who is invited. Called by pages/admin.
import type { Role } from '../core/viewer';
import { inForce } from '../data/invitations';
import type { World } from '../world';

export type OfficialView = {
  membershipId: string;
  name: string;
  email: string;
  role: Role;
  post: string | null;
  since: number;
  /** Of a member of a council: the end of the term, and from which side the member comes. */
  until: number | null;
  side: string | null;
  /** Of a head of a body: first | acting. */
  head: string | null;
};
export type Staff = {
  officials: OfficialView[];
  invited: { email: string; role: Role; post: string | null; expiresAt: number }[];
};

/** A body, a council, or Kenes itself with its administrators. */
export type Workplace = { bodyId: string } | { councilId: string } | { role: 'administrator' };

/** Who holds a role there, and who was invited and has not come yet. */
export async function staffOf(world: Pick<World, 'db' | 'now'>, where: Workplace): Promise<Staff> {
  const now = world.now();
  const { prisma } = world.db;
  const [held, invited] = await Promise.all([
    prisma.membership.findMany({
      where: { ...where, ...inForce(now) },
      orderBy: [{ role: 'asc' }, { since: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        role: true,
        post: true,
        since: true,
        until: true,
        side: true,
        head: true,
        person: { select: { name: true, email: true } },
      },
    }),
    prisma.pass.findMany({
      where: { purpose: 'invitation', ...where, usedAt: null, expiresAt: { gt: new Date(now) } },
      orderBy: { createdAt: 'asc' },
      select: { email: true, role: true, post: true, expiresAt: true },
    }),
  ]);
  return {
    officials: held.map(({ id, role, post, since, until, side, head, person }) => ({
      membershipId: id,
      ...person,
      role: role as Role,
      post,
      since: since.getTime(),
      until: until?.getTime() ?? null,
      side,
      head,
    })),
    invited: invited.map(({ email, role, post, expiresAt }) => ({
      email,
      role: role as Role,
      post,
      expiresAt: expiresAt.getTime(),
    })),
  };
}
