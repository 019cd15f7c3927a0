// Seats of a public council in the register: who holds which, and what taking one does to the others. Called by the commands that
// invite and that take an invitation.
import type { Councils } from '../../guide/schema';
import { dayOf, instantOf } from '../core/day';
import { endOf, faultOfTerms, longestTerm, type Appointment } from '../core/seat-term';
import { seatBarred, type CouncilRole, type Seat } from '../core/seat';
import { refuse, type Refusal } from '../core/refusal';
import { COUNCIL_ROLES, OFFICIAL_ROLES, type Role } from '../core/viewer';
import { inForce } from './invitations';
import type { Transaction } from './passes';

type Reading = Pick<Transaction, 'membership'>;

/** The seats held at an instant by people with an open account. */
export async function seatsOf(db: Reading, councilId: string, now: number): Promise<Seat[]> {
  const held = await db.membership.findMany({
    where: { councilId, person: { closedAt: null }, ...inForce(now) },
    select: { personId: true, role: true },
  });
  const spoken = await speaksFor(db, held.map(({ personId }) => personId), now);
  return held.map(({ personId, role }) => ({ personId, role: role as Role, speaksFor: spoken.get(personId) ?? [] }));
}

/** The organisations that each of these people represents now. */
export async function speaksFor(db: Reading, personIds: readonly string[], now: number): Promise<Map<string, { id: string; name: string }[]>> {
  const held = await db.membership.findMany({
    where: { personId: { in: [...personIds] }, role: 'representative', ...inForce(now) },
    select: { personId: true, organisation: { select: { id: true, name: true } } },
  });
  const found = new Map<string, { id: string; name: string }[]>();
  for (const { personId, organisation } of held) if (organisation) found.set(personId, [...(found.get(personId) ?? []), organisation]);
  return found;
}

/** What keeps the person from sitting there so long: two terms without a break. */
export async function termsBarred(
  db: Reading,
  councils: Councils | null,
  { councilId, personId }: Pick<Claim, 'councilId' | 'personId'>,
  { since, until }: { since: Date; until: Date | null },
): Promise<{ ok: false; refusal: Refusal } | null> {
  const before = await db.membership.findMany({
    where: { councilId, personId, role: { in: ['council_member', 'council_chair'] } },
    select: { since: true, until: true },
  });
  const held = { since: since.getTime(), until: until?.getTime() ?? null };
  return faultOfTerms(councils, held, before.map((one) => ({ since: one.since.getTime(), until: one.until?.getTime() ?? null })));
}

/** Whether the person holds an office at any state body. */
export const isOfficial = async (db: Reading, personId: string, now: number): Promise<boolean> =>
  (await db.membership.count({ where: { personId, role: { in: [...OFFICIAL_ROLES] }, ...inForce(now) } })) > 0;

export type Claim = { councilId: string; role: CouncilRole; personId: string; now: number };

/** What keeps the person from the seat at this moment, or null. Holds the council until the transaction ends: seats are taken one by one. */
export async function claimBarred(tx: Transaction, { councilId, role, personId, now }: Claim): Promise<{ ok: false; refusal: Refusal } | null> {
  const [council] = await tx.$queryRaw<{ closedAt: Date | null }[]>`SELECT "closedAt" FROM "Council" WHERE id = ${councilId}::uuid FOR UPDATE`;
  if (!council || council.closedAt) return refuse('council_closed');
  const official = await isOfficial(tx, personId, now);
  const spoken = (await speaksFor(tx, [personId], now)).get(personId) ?? [];
  return seatBarred(role, await seatsOf(tx, councilId, now), { personId, official, speaksFor: spoken });
}

/** A member who becomes chair sits there once: the earlier seat ends. */
export async function leaveOtherSeats(tx: Transaction, { councilId, role, personId, now }: Claim): Promise<void> {
  const others = COUNCIL_ROLES.filter((one) => one !== role);
  await tx.membership.updateMany({
    where: { councilId, personId, role: { in: others }, ...inForce(now) },
    data: { until: new Date(now) },
  });
}

/**
 * How a member's seat is held when the invitation is taken at `now`: as it was offered, or as the member sat there before, for a member
 * who becomes the chair stays appointed for the same term. The secretary's has no side and no end.
 */
export async function seatHeld(tx: Transaction, councils: Councils | null, { councilId, role, personId, now }: Claim, offered: Appointment): Promise<{ side: string | null; since: Date; until: Date | null }> {
  if (role === 'council_secretary') return { side: null, since: new Date(now), until: null };
  const before = await tx.membership.findFirst({
    where: { councilId, personId, role: { in: ['council_member', 'council_chair'] }, ...inForce(now) },
    select: { until: true },
  });
  const since = offered.from === null ? now : Math.max(now, instantOf(offered.from, '00:00'));
  const last = offered.until ?? longestTerm(councils, dayOf(since));
  const until = offered.until === null && before ? before.until : last && new Date(endOf(last));
  return { side: offered.side, since: new Date(since), until };
}

export const isCouncilRole = (role: string): role is CouncilRole => (COUNCIL_ROLES as readonly string[]).includes(role);
