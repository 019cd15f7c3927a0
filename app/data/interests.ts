// What the registers say of interests in a round: members of a council who hold a role at the body, officials who speak for an organisation
// that took part, and who could act in their place.
import type { Instant } from '../core/day';
import { OFFICIAL_ROLES, type Role } from '../core/viewer';
import { standInsAt } from './absences';
import type { Database } from './connect';
import { inForce } from './invitations';

type Person = { personId: string; name: string };
type Prisma = Pick<Database, 'prisma'>;

/** Those who hold one of the roles there at `at`, each once, by name. */
export async function holdersOf({ prisma }: Prisma, place: { bodyId: string } | { councilId: string }, roles: readonly Role[], at: Instant): Promise<Person[]> {
  const held = await prisma.membership.findMany({
    where: { ...place, role: { in: [...roles] }, person: { closedAt: null }, ...inForce(at) },
    select: { personId: true, person: { select: { name: true } } },
    orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
  });
  return [...new Map(held.map(({ personId, person }) => [personId, { personId, name: person.name }])).values()];
}

/** Of these people, those who hold an office at the body at `at`, by id. */
export async function officialsAmong({ prisma }: Prisma, people: readonly Pick<Person, 'personId'>[], bodyId: string, at: Instant): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const held = await prisma.membership.findMany({
    where: { bodyId, role: { in: [...OFFICIAL_ROLES] }, personId: { in: people.map(({ personId }) => personId) }, ...inForce(at) },
    select: { personId: true },
  });
  return new Set(held.map(({ personId }) => personId));
}

/** Of the people who sit on the council in any of the roles, those who hold a role at the body. */
export async function employedOn({ prisma }: Prisma, { councilId, bodyId, at }: { councilId: string; bodyId: string; at: Instant }, roles: readonly Role[]): Promise<Person[]> {
  const seats = await holdersOf({ prisma }, { councilId }, roles, at);
  const there = await officialsAmong({ prisma }, seats, bodyId, at);
  return seats.filter(({ personId }) => there.has(personId));
}

/** Of these people, those who speak for an organisation whose comment stands in the round. */
export async function speakingIn({ prisma }: Prisma, roundId: string, personIds: readonly string[], at: Instant): Promise<string[]> {
  const spoken = await prisma.membership.findMany({
    where: { personId: { in: [...personIds] }, role: 'representative', organisationId: { not: null }, ...inForce(at) },
    select: { personId: true, organisationId: true },
  });
  if (spoken.length === 0) return [];
  const organisations = spoken.flatMap(({ organisationId }) => organisationId ?? []);
  const there = await prisma.comment.findMany({
    where: { roundId, organisationId: { in: organisations }, phase: { not: 'withdrawn' } },
    distinct: ['organisationId'],
    select: { organisationId: true },
  });
  const took = new Set(there.map(({ organisationId }) => organisationId));
  return [...new Set(spoken.filter(({ organisationId }) => took.has(organisationId)).map(({ personId }) => personId))];
}

/** The names of those who sign for the body as its first head or acting for that one: named so, or in the place of a head who is away. */
export async function firstHeads({ prisma, pool }: Pick<Database, 'prisma' | 'pool'>, bodyId: string, at: Instant): Promise<string[]> {
  const held = await prisma.membership.findMany({
    where: { bodyId, role: 'approver', head: { not: null }, person: { closedAt: null }, ...inForce(at) },
    select: { personId: true, person: { select: { name: true } } },
    orderBy: [{ head: 'desc' }, { id: 'asc' }],
  });
  const covers = (await standInsAt({ pool }, [bodyId], at)).filter(({ personId }) => held.some((head) => head.personId === personId));
  return [...new Set([...held.map(({ person }) => person.name), ...covers.map(({ cover }) => cover)])];
}
