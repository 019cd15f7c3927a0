// Someone takes an invitation: gets the role, with a new account where there is none, and is signed in. Called by the
// invitation page's POST. The link proves the address, so an existing account needs no password here.
import { z } from 'zod';
import { linkToken, localeField, optionalPassword, personName } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Visitor } from '../../core/session';
import { isDuplicate } from '../../data/duplicate';
import { inForce } from '../../data/invitations';
import { lookAtPass, takePass, type Transaction } from '../../data/passes';
import { hashPassword } from '../../data/password';
import { openSession } from '../../data/sessions';
import { writeLetter } from '../../data/write-letter';
import type { World } from '../../world';

const token = { token: linkToken };
/** Who has an account says nothing more; a newcomer gives a name, a language and, if wished, a password. */
export const input = z.object(token);
export const newcomer = z.object({ ...token, name: personName, locale: localeField, password: optionalPassword });

export type Welcomed = { token: string; personId: string; locale: string };

/** Takes the invitation. Refuses: invalid (a newcomer without a name), link_spent. */
export async function takeInvitation(world: World, raw: unknown, visitor: Visitor): Promise<Outcome<Welcomed>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const seen = await lookAtPass(world, read.value.token, ['invitation']);
  if (!seen) return refuse('link_spent');
  const person = await world.db.prisma.person.findUnique({
    where: { email: seen.email },
    select: { id: true, locale: true, closedAt: true },
  });
  if (person?.closedAt) return refuse('link_spent');
  if (person) return join({ world, token: read.value.token, visitor, who: person, create: async () => undefined });
  const told = parse(newcomer, raw);
  if (!told.ok) return told;
  const { name, locale, password } = told.value;
  const passwordHash = password === null ? null : await hashPassword(password);
  const id = world.newId();
  const create = async (tx: Transaction) => {
    await tx.person.create({
      data: { id, email: seen.email, name, locale, passwordHash, createdAt: new Date(world.now()) },
    });
    await writeLetter(
      world,
      tx,
      `welcome:${id}`,
      { letter: 'welcome', data: { name, path: '/' } },
      { personId: id, email: seen.email, locale },
    );
  };
  try {
    return await join({ world, token: told.value.token, visitor, who: { id, locale }, create });
  } catch (error) {
    // The same person opened an account this very moment: the invitation was not taken, and now belongs to that account.
    if (isDuplicate(error, 'Person')) return takeInvitation(world, raw, visitor);
    throw error;
  }
}

type Joining = {
  world: World;
  token: string;
  visitor: Visitor;
  who: { id: string; locale: string };
  create: (tx: Transaction) => Promise<void>;
};

async function join({ world, token: secret, visitor, who, create }: Joining): Promise<Outcome<Welcomed>> {
  const outcome = await world.db.prisma.$transaction(async (tx) => {
    const pass = await takePass(world, tx, secret, ['invitation']);
    if (!pass?.role) return refuse('link_spent');
    await create(tx);
    const { role, post, bodyId, organisationId } = pass;
    const now = world.now();
    const held = await tx.membership.count({
      where: { personId: who.id, role, bodyId, organisationId, ...inForce(now) },
    });
    if (held === 0)
      await tx.membership.create({
        data: { id: world.newId(), personId: who.id, role, post, bodyId, organisationId, since: new Date(now) },
      });
    const session = await openSession(world, tx, who.id, visitor);
    return done({ token: session, personId: who.id, locale: who.locale });
  });
  if (outcome.ok) world.wake('deliver');
  return outcome;
}
