// The e-mail addresses of a person: the one of the account, and others that were confirmed by a link.
import type { Database } from './connect';

/** From which letters are theirs, in small letters; empty for an account that was closed. */
export async function confirmedAddresses({ prisma }: Pick<Database, 'prisma'>, personId: string): Promise<string[]> {
  const person = await prisma.person.findFirst({
    where: { id: personId, closedAt: null },
    select: { email: true, addresses: { where: { confirmedAt: { not: null } }, select: { email: true } } },
  });
  return person ? [person.email, ...person.addresses.map(({ email }) => email)] : [];
}
