// The further e-mail addresses of a person, for the account page; and the one that a link would confirm, without confirming it.
import { lookAtPass } from '../data/passes';
import type { World } from '../world';

export type FurtherAddress = { id: string; email: string; confirmed: boolean; notices: boolean };

export async function furtherAddresses({ db }: Pick<World, 'db'>, personId: string): Promise<FurtherAddress[]> {
  const rows = await db.prisma.address.findMany({
    where: { personId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, email, confirmedAt, notices }) => ({ id, email, notices, confirmed: confirmedAt !== null }));
}

/** Null where the link does not work any more. */
export async function addressBehind(
  world: Pick<World, 'db' | 'now'>,
  token: string,
): Promise<{ email: string; name: string } | null> {
  const pass = await lookAtPass(world, token, ['address']);
  const person =
    pass?.personId &&
    (await world.db.prisma.person.findUnique({ where: { id: pass.personId }, select: { name: true } }));
  return pass && person ? { email: pass.email, name: person.name } : null;
}
