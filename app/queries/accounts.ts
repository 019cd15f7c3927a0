// A person's own account with its roles and sessions, and the demonstration's accounts. Called by pages/accounts.
import type { Day } from '../core/day';
import { lastDayAt, offeredMandate } from '../core/mandate';
import { ROLES, type Role } from '../core/viewer';
import { inForce } from '../data/invitations';
import { hashOfSecret } from '../data/secret';
import type { World } from '../world';
import { namesOf, type Names } from './bodies';

type Looking = Pick<World, 'db' | 'now'>;

/** Where a role is held: the body, organisation or council by name; all null for Kenes itself. */
export type Mandated = {
  membershipId: string;
  role: Role;
  post: string | null;
  since: number;
  /** On which it is held for the last time; null where nobody set one. */
  lastDay: Day | null;
  body: { slug: string; names: Names } | null;
  /** `fields`: what it works on, ids of core/topic. */
  organisation: { id: string; name: string; bin: string; region: string | null; fields: string[] } | null;
  council: { slug: string; names: Names } | null;
};

const placeSelect = {
  body: { select: { slug: true, nameKk: true, nameRu: true, nameEn: true } },
  organisation: { select: { id: true, name: true, bin: true, region: true, fields: true } },
  council: { select: { slug: true, nameKk: true, nameRu: true, nameEn: true } },
} as const;

type Named = { slug: string; nameKk: string; nameRu: string; nameEn: string };
type Held = Pick<Mandated, 'post' | 'organisation'> & { role: string; body: Named | null; council: Named | null };
const placed = ({
  role,
  post,
  organisation,
  body,
  council,
}: Held): Omit<Mandated, 'membershipId' | 'since' | 'lastDay'> => ({
  ...{ role: role as Role, post, organisation },
  body: body && { slug: body.slug, names: namesOf(body) },
  council: council && { slug: council.slug, names: namesOf(council) },
});

export type AccountView = {
  name: string;
  email: string;
  address: string | null;
  locale: 'kk' | 'ru' | 'en';
  demo: boolean;
  hasPassword: boolean;
  hasCalendar: boolean;
  mandates: Mandated[];
  sessions: { id: string; agent: string; createdAt: number; seenAt: number; current: boolean }[];
  /** Who else represents the organisations that the person represents. */
  colleagues: { membershipId: string; organisationId: string; name: string; email: string; lastDay: Day | null }[];
  /** Invitations to those organisations that nobody took yet. */
  invited: { organisationId: string; email: string; expiresAt: number; lastDay: Day | null }[];
};

/** A person's own account; of a demonstration account, which strangers share, only the present session. */
export async function accountOf(world: Looking, personId: string, token: string | null): Promise<AccountView> {
  const now = world.now();
  const own = token === null ? '' : hashOfSecret(token);
  const { prisma } = world.db;
  const person = await prisma.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      ...{ name: true, email: true, address: true, locale: true, demo: true, passwordHash: true, calendarHash: true },
      memberships: {
        where: inForce(now),
        orderBy: [{ since: 'asc' }, { id: 'asc' }],
        select: { id: true, role: true, post: true, since: true, until: true, ...placeSelect },
      },
      sessions: {
        where: { revokedAt: null, codeDue: false, expiresAt: { gt: new Date(now) } },
        orderBy: [{ seenAt: 'desc' }, { id: 'desc' }],
        select: { id: true, agent: true, createdAt: true, seenAt: true, tokenHash: true },
      },
    },
  });
  const organisations = person.memberships.flatMap(({ role, organisation }) =>
    role === 'representative' && organisation ? [organisation.id] : [],
  );
  const [colleagues, invited] =
    organisations.length === 0
      ? [[], []]
      : await Promise.all([
          prisma.membership.findMany({
            where: { organisationId: { in: organisations }, personId: { not: personId }, ...inForce(now) },
            orderBy: [{ since: 'asc' }, { id: 'asc' }],
            select: { id: true, organisationId: true, until: true, person: { select: { name: true, email: true } } },
          }),
          prisma.pass.findMany({
            where: {
              purpose: 'invitation',
              organisationId: { in: organisations },
              usedAt: null,
              expiresAt: { gt: new Date(now) },
            },
            orderBy: { createdAt: 'asc' },
            select: { organisationId: true, email: true, expiresAt: true, details: true },
          }),
        ]);
  const { name, email, address, locale, demo } = person;
  return {
    ...{
      name,
      email,
      address,
      locale: locale as AccountView['locale'],
      demo,
      hasPassword: person.passwordHash !== null,
      hasCalendar: person.calendarHash !== null,
    },
    mandates: person.memberships.map(({ id, since, until, ...held }) => ({
      ...{ membershipId: id, since: since.getTime(), lastDay: lastDayAt(until?.getTime() ?? null) },
      ...placed(held),
    })),
    sessions: person.sessions
      .map(({ id, agent, createdAt, seenAt, tokenHash }) => ({
        id,
        agent,
        createdAt: createdAt.getTime(),
        seenAt: seenAt.getTime(),
        current: tokenHash === own,
      }))
      .filter(({ current }) => current || !demo),
    colleagues: colleagues.map(({ id, organisationId, until, person: it }) => ({
      lastDay: lastDayAt(until?.getTime() ?? null),
      membershipId: id,
      organisationId: organisationId ?? '',
      name: it.name,
      email: it.email,
    })),
    invited: invited.map((it) => ({
      organisationId: it.organisationId ?? '',
      email: it.email,
      expiresAt: it.expiresAt.getTime(),
      lastDay: offeredMandate.safeParse(it.details).data?.lastDay ?? null,
    })),
  };
}

export type DemoAccount = {
  email: string;
  name: string;
  mandates: Omit<Mandated, 'membershipId' | 'since' | 'lastDay'>[];
};

/** The accounts that a stranger may try, NGOs first; empty where this is not a demonstration. */
export async function demoAccounts(world: Looking): Promise<DemoAccount[]> {
  const people = await world.db.prisma.person.findMany({
    where: { demo: true, closedAt: null },
    orderBy: { email: 'asc' },
    select: {
      email: true,
      name: true,
      memberships: { where: inForce(world.now()), select: { role: true, post: true, ...placeSelect } },
    },
  });
  const accounts = people.map(({ email, name, memberships }) => ({
    ...{ email, name },
    mandates: memberships.map(placed),
  }));
  // In the order of the roles, which is that of a case: who files, who registers, who answers, who decides.
  const place = ({ mandates }: DemoAccount) =>
    Math.min(ROLES.length, ...mandates.map(({ role }) => ROLES.indexOf(role)));
  return accounts.sort((a, b) => place(a) - place(b));
}
