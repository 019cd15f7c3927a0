// Someone follows a one-time link and presses its button: signs in, or finishes a registration. Called by the link page's
// POST only: mail scanners follow links, so looking at one takes nothing. Works once.
import { z } from 'zod';
import { linkToken, optionalPassword } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { onwardOf, registration, type Registration } from '../../core/registration';
import type { Visitor } from '../../core/session';
import { isDuplicate } from '../../data/duplicate';
import { noted } from '../../data/noted';
import { lookAtPass, takePass, type Transaction } from '../../data/passes';
import { hashPassword } from '../../data/password';
import { endSessions, openSession } from '../../data/sessions';
import { writeLetter } from '../../data/write-letter';
import type { World } from '../../world';
import { notGuessed, tell } from './own';

/** `password`: a first one, or a new one in place of a forgotten one; empty leaves things as they are. */
export const input = z.object({ token: linkToken, password: optionalPassword });

/** `to`: where they were going when they asked for the link; '' where nowhere. */
export type SignedIn = {
  token: string;
  personId: string;
  locale: string;
  purpose: 'sign_in' | 'registration';
  to: string;
};

/**
 * Takes the link and opens a session. Refuses: invalid, link_spent, bin_taken (someone else confirmed that BIN first),
 * demo_account (a demonstration account keeps its password).
 */
export async function takeLink(world: World, raw: unknown, visitor: Visitor): Promise<Outcome<SignedIn>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { token, password } = read.value;
  const seen = await lookAtPass(world, token, ['sign_in', 'registration']);
  if (!seen) {
    noted(world, 'link_refused');
    return refuse('link_spent');
  }
  if (password !== null && seen.personId && (await isDemo(world, seen.personId))) return refuse('demo_account');
  const fresh = await notGuessed(password, [seen.email]);
  if (!fresh.ok) return fresh;
  const passwordHash = password === null ? null : await hashPassword(password);
  const taking = { world, token, passwordHash, visitor };
  if (seen.purpose === 'sign_in') return takeSignIn(taking);
  try {
    return await takeRegistration(taking, registration.parse(seen.details));
  } catch (error) {
    if (isDuplicate(error, 'Organisation')) return refuse('bin_taken');
    if (isDuplicate(error, 'Person')) return refuse('link_spent');
    throw error;
  }
}

const isDemo = async (world: World, id: string): Promise<boolean> =>
  (await world.db.prisma.person.count({ where: { id, demo: true } })) > 0;

/** Where a newcomer begins. */
const WELCOME = '/today';

type Taking = { world: World; token: string; passwordHash: string | null; visitor: Visitor };

async function takeSignIn({ world, token, passwordHash, visitor }: Taking): Promise<Outcome<SignedIn>> {
  const outcome = await world.db.prisma.$transaction(async (tx): Promise<Outcome<SignedIn>> => {
    const pass = await takePass(world, tx, token, ['sign_in']);
    const person = pass?.personId ? await tx.person.findFirst({ where: { id: pass.personId, closedAt: null } }) : null;
    if (!person) return refuse('link_spent');
    if (passwordHash !== null) {
      await tx.person.update({ where: { id: person.id }, data: { passwordHash } });
      await endSessions(world, tx, person.id, null);
      await tell(world, tx, { personId: person.id, ...person }, { change: 'password_set', passkey: null });
    }
    const session = await openSession(world, tx, person.id, visitor);
    const { id: personId, locale } = person;
    return done({ token: session, personId, locale, purpose: 'sign_in', to: onwardOf(pass?.details) });
  });
  if (outcome.ok && passwordHash !== null) world.wake('deliver');
  return outcome;
}

async function takeRegistration(
  { world, token, passwordHash, visitor }: Taking,
  details: Registration,
): Promise<Outcome<SignedIn>> {
  const outcome = await world.db.prisma.$transaction(async (tx) => {
    const pass = await takePass(world, tx, token, ['registration']);
    if (!pass) return refuse('link_spent');
    const personId = world.newId();
    const at = new Date(world.now());
    const { name, locale, address } = details;
    await tx.person.create({
      data: { id: personId, email: pass.email, name, address, locale, passwordHash, createdAt: at },
    });
    if (details.organisation) await enrol(world, tx, personId, details.organisation);
    await writeLetter(
      world,
      tx,
      `welcome:${personId}`,
      { letter: 'welcome', data: { name, path: WELCOME } },
      { personId, email: pass.email, locale },
    );
    const session = await openSession(world, tx, personId, visitor);
    return done({ token: session, personId, locale, purpose: 'registration' as const, to: details.to });
  });
  if (outcome.ok) world.wake('deliver');
  return outcome;
}

/** The organisation with its first representative. Throws a duplicate when the BIN was taken meanwhile. */
async function enrol(
  world: World,
  tx: Transaction,
  personId: string,
  organisation: NonNullable<Registration['organisation']>,
): Promise<void> {
  const at = new Date(world.now());
  const organisationId = world.newId();
  await tx.organisation.create({ data: { id: organisationId, ...organisation, createdAt: at } });
  await tx.membership.create({
    data: { id: world.newId(), personId, role: 'representative', organisationId, since: at },
  });
}
