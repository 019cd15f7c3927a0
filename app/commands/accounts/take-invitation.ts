// Someone takes an invitation: gets the role, with a new account where there is none, and is signed in. Called by the
// invitation page's POST. The link proves the address, so an existing account needs no password here.
import { z } from 'zod';
import { linkToken, localeField, optionalPassword, personName } from '../../core/fields';
import { offeredMandate, untilOf } from '../../core/mandate';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { appointment } from '../../core/seat-term';
import { dayOf } from '../../core/day';
import type { Visitor } from '../../core/session';
import { isDuplicate } from '../../data/duplicate';
import { inForce } from '../../data/invitations';
import { noted } from '../../data/noted';
import { lookAtPass, takePass, type Transaction } from '../../data/passes';
import { hashPassword } from '../../data/password';
import { claimBarred, isCouncilRole, leaveOtherSeats, seatHeld, termsBarred, type Claim } from '../../data/seats';
import { openSession } from '../../data/sessions';
import { writeLetter } from '../../data/write-letter';
import type { World } from '../../world';
import { notGuessed } from './own';

const token = { token: linkToken };
/** Who has an account says nothing more; a newcomer gives a name, a language and, if wished, a password. */
export const input = z.object(token);
export const newcomer = z.object({ ...token, name: personName, locale: localeField, password: optionalPassword });

export type Welcomed = { token: string; personId: string; locale: string };

/**
 * Takes the invitation. Refuses: invalid (a newcomer without a name), link_spent; to a council also council_closed, seat_taken,
 * secretary_apart, chair_is_official, organisation_seated: then the link stays as it is; and terms_used_up, after which another invitation with an
 * earlier last day is needed.
 */
export async function takeInvitation(world: World, raw: unknown, visitor: Visitor): Promise<Outcome<Welcomed>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const seen = await lookAtPass(world, read.value.token, ['invitation']);
  if (!seen) {
    noted(world, 'link_refused');
    return refuse('link_spent');
  }
  const person = await world.db.prisma.person.findUnique({
    where: { email: seen.email },
    select: { id: true, locale: true, closedAt: true },
  });
  if (person?.closedAt) return refuse('link_spent');
  const { role, councilId } = seen;
  const seat = role && councilId && isCouncilRole(role) ? { role, councilId } : null;
  const joining = { world, token: read.value.token, visitor, seat };
  if (person) return join({ ...joining, who: person, create: async () => undefined });
  const told = parse(newcomer, raw);
  if (!told.ok) return told;
  const { name, locale, password } = told.value;
  const fresh = await notGuessed(password, [name, seen.email]);
  if (!fresh.ok) return fresh;
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
    return await join({ ...joining, who: { id, locale }, create });
  } catch (error) {
    // The same person opened an account this very moment: the invitation was not taken, and now belongs to that account.
    if (isDuplicate(error, 'Person')) return takeInvitation(world, raw, visitor);
    throw error;
  }
}

/** Invitations from before councils had sides and terms. */
const NOT_SAID = { side: null, from: null, until: null };
/** Invitations that say no last day. */
const WITHOUT_END = { lastDay: null };
function mandateHeld(now: number, details: unknown): { since: Date; until: Date | null } {
  const until = untilOf(offeredMandate.catch(WITHOUT_END).parse(details).lastDay);
  return { since: new Date(now), until: until === null ? null : new Date(until) };
}

type Joining = {
  world: World;
  token: string;
  visitor: Visitor;
  /** What a council's invitation offers. */
  seat: Pick<Claim, 'role' | 'councilId'> | null;
  who: { id: string; locale: string };
  create: (tx: Transaction) => Promise<void>;
};

async function join({ world, token: secret, visitor, seat, who, create }: Joining): Promise<Outcome<Welcomed>> {
  const outcome = await world.db.prisma.$transaction(async (tx) => {
    const now = world.now();
    const claim = seat && { ...seat, personId: who.id, now };
    const barred = claim && (await claimBarred(tx, claim));
    if (barred) return barred;
    const pass = await takePass(world, tx, secret, ['invitation']);
    if (!pass?.role) return refuse('link_spent');
    await create(tx);
    const { councils } = world.guide.inForceOn(dayOf(now));
    const offered = appointment.catch(NOT_SAID).parse(pass.details);
    const held = claim ? await seatHeld(tx, councils, claim, offered) : mandateHeld(now, pass.details);
    if (held.until && held.until <= held.since) return refuse('link_spent');
    const over = claim ? await termsBarred(tx, councils, claim, held) : null;
    if (over) return over;
    if (claim) await leaveOtherSeats(tx, claim);
    const { role, post, bodyId, organisationId, councilId } = pass;
    const already = await tx.membership.count({
      where: { personId: who.id, role, bodyId, organisationId, councilId, ...inForce(now) },
    });
    if (already === 0)
      await tx.membership.create({
        data: {
          id: world.newId(),
          personId: who.id,
          role,
          post,
          bodyId,
          organisationId,
          councilId,
          ...held,
        },
      });
    const session = await openSession(world, tx, who.id, visitor);
    return done({ token: session, personId: who.id, locale: who.locale });
  });
  if (outcome.ok) {
    world.wake('deliver');
    // Who sits on a council is public.
    if (seat) world.db.position++;
  }
  return outcome;
}
