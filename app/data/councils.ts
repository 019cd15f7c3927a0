// Public councils as the acts of rounds need them: whether a council is one of a body's, and who sits on it at a moment.
import type { Seat } from '../core/council';
import type { Instant } from '../core/day';
import type { Database } from './connect';

/** Whether the council stands at this body and is open. */
export async function isCouncilOf({ prisma }: Database, councilId: string, bodyId: string): Promise<boolean> {
  const found = await prisma.council.findUnique({ where: { id: councilId }, select: { bodyId: true, closedAt: true } });
  return found !== null && found.bodyId === bodyId && found.closedAt === null;
}

/** The members and the chair at `at`, each once; the secretary is not a member (Public Councils Law 12(2)). */
export async function seatsOf({ prisma }: Database, councilId: string, at: Instant): Promise<Seat[]> {
  const moment = new Date(at);
  const held = await prisma.membership.findMany({
    where: {
      councilId,
      role: { in: ['council_member', 'council_chair'] },
      since: { lte: moment },
      OR: [{ until: null }, { until: { gt: moment } }],
    },
    select: { personId: true, person: { select: { name: true } } },
    orderBy: { personId: 'asc' },
  });
  return [...new Map(held.map(({ personId, person }) => [personId, { personId, name: person.name }])).values()];
}

/** Those whose seat as member or chair had ended by `at`, among these people: by the end of the term or before it. */
export async function formerSeats({ prisma }: Database, councilId: string, at: Instant, personIds: readonly string[]): Promise<Seat[]> {
  const held = await prisma.membership.findMany({
    where: { councilId, role: { in: ['council_member', 'council_chair'] }, personId: { in: [...personIds] }, until: { lte: new Date(at) } },
    select: { personId: true, person: { select: { name: true } } },
    orderBy: { personId: 'asc' },
  });
  return [...new Map(held.map(({ personId, person }) => [personId, { personId, name: person.name }])).values()];
}
