// What the pages of accounts show: an account with its roles and sessions, the pass behind a link, the demonstration's
// accounts, the officials of a body. Plain views; called by pages/accounts and pages/admin.
import { registration } from '../core/registration';
import type { Role } from '../core/viewer';
import { inForce } from '../data/invitations';
import { lookAtPass } from '../data/passes';
import { hashOfSecret } from '../data/secret';
import type { World } from '../world';
import type { Names } from './bodies';

type Looking = Pick<World, 'db' | 'now'>;

/** Where a role is held: the body or organisation by name; null for Kenes itself. */
export type Mandated = {
  membershipId: string;
  role: Role;
  post: string | null;
  since: number;
  body: { slug: string; names: Names } | null;
  organisation: { id: string; name: string; bin: string } | null;
};

const placeSelect = {
  body: { select: { slug: true, nameKk: true, nameRu: true, nameEn: true } },
  organisation: { select: { id: true, name: true, bin: true } },
} as const;

export const namesOf = (body: { nameKk: string; nameRu: string; nameEn: string }): Names => ({
  kk: body.nameKk,
  ru: body.nameRu,
  en: body.nameEn,
});

export type AccountView = {
  name: string;
  email: string;
  address: string | null;
  locale: 'kk' | 'ru' | 'en';
  demo: boolean;
  hasPassword: boolean;
  mandates: Mandated[];
  sessions: { id: string; agent: string; createdAt: number; seenAt: number; current: boolean }[];
  /** Who else represents the organisations that the person represents. */
  colleagues: { membershipId: string; organisationId: string; name: string; email: string }[];
  /** Invitations to those organisations that nobody took yet. */
  invited: { organisationId: string; email: string; expiresAt: number }[];
};

/** A person's own account; of a demonstration account, which strangers share, only the present session. */
export async function accountOf(world: Looking, personId: string, token: string | null): Promise<AccountView> {
  const now = world.now();
  const own = token === null ? '' : hashOfSecret(token);
  const { prisma } = world.db;
  const person = await prisma.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      ...{ name: true, email: true, address: true, locale: true, demo: true, passwordHash: true },
      memberships: {
        where: inForce(now),
        orderBy: [{ since: 'asc' }, { id: 'asc' }],
        select: { id: true, role: true, post: true, since: true, ...placeSelect },
      },
      sessions: {
        where: { revokedAt: null, expiresAt: { gt: new Date(now) } },
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
            select: { id: true, organisationId: true, person: { select: { name: true, email: true } } },
          }),
          prisma.pass.findMany({
            where: {
              purpose: 'invitation',
              organisationId: { in: organisations },
              usedAt: null,
              expiresAt: { gt: new Date(now) },
            },
            orderBy: { createdAt: 'asc' },
            select: { organisationId: true, email: true, expiresAt: true },
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
    },
    mandates: person.memberships.map(({ id, role, post, since, body, organisation }) => ({
      ...{ membershipId: id, role: role as Role, post, since: since.getTime(), organisation },
      body: body && { slug: body.slug, names: namesOf(body) },
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
    colleagues: colleagues.map(({ id, organisationId, person: it }) => ({
      membershipId: id,
      organisationId: organisationId ?? '',
      name: it.name,
      email: it.email,
    })),
    invited: invited.map((it) => ({
      organisationId: it.organisationId ?? '',
      email: it.email,
      expiresAt: it.expiresAt.getTime(),
    })),
  };
}

export type LinkView = {
  purpose: 'sign_in' | 'registration';
  email: string;
  name: string;
  demo: boolean;
  organisation: { name: string; bin: string } | null;
};

/** What a one-time link would do, without taking it; null when it no longer works. */
export async function linkBehind(world: Looking, token: string): Promise<LinkView | null> {
  const pass = await lookAtPass(world, token, ['sign_in', 'registration']);
  if (!pass) return null;
  if (pass.purpose === 'registration') {
    const { name, organisation } = registration.parse(pass.details);
    return {
      purpose: 'registration',
      email: pass.email,
      name,
      demo: false,
      organisation: organisation && { name: organisation.name, bin: organisation.bin },
    };
  }
  const person = pass.personId
    ? await world.db.prisma.person.findUnique({ where: { id: pass.personId }, select: { name: true, demo: true } })
    : null;
  return person && { purpose: 'sign_in', email: pass.email, ...person, organisation: null };
}

export type InvitationView = {
  email: string;
  role: Role;
  post: string | null;
  place: Names | null;
  inviter: string | null;
  known: boolean;
};

/** What an invitation offers, without taking it; null when it no longer works. `place` null: Kenes itself. */
export async function invitationBehind(world: Looking, token: string): Promise<InvitationView | null> {
  const pass = await lookAtPass(world, token, ['invitation']);
  if (!pass?.role) return null;
  const { prisma } = world.db;
  const [body, organisation, inviter, known] = await Promise.all([
    pass.bodyId ? prisma.body.findUnique({ where: { id: pass.bodyId }, select: placeSelect.body.select }) : null,
    pass.organisationId
      ? prisma.organisation.findUnique({ where: { id: pass.organisationId }, select: { name: true } })
      : null,
    pass.invitedBy ? prisma.person.findUnique({ where: { id: pass.invitedBy }, select: { name: true } }) : null,
    prisma.person.count({ where: { email: pass.email, closedAt: null } }),
  ]);
  const place = body
    ? namesOf(body)
    : organisation
      ? { kk: organisation.name, ru: organisation.name, en: organisation.name }
      : null;
  return {
    email: pass.email,
    role: pass.role as Role,
    post: pass.post,
    place,
    inviter: inviter?.name ?? null,
    known: known > 0,
  };
}

export type DemoAccount = { email: string; name: string; mandates: Omit<Mandated, 'membershipId' | 'since'>[] };

/** The accounts that a stranger may try, oldest first; empty where this is not a demonstration. */
export async function demoAccounts(world: Looking): Promise<DemoAccount[]> {
  const people = await world.db.prisma.person.findMany({
    where: { demo: true, closedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      email: true,
      name: true,
      memberships: { where: inForce(world.now()), select: { role: true, post: true, ...placeSelect } },
    },
  });
  return people.map(({ email, name, memberships }) => ({
    ...{ email, name },
    mandates: memberships.map(({ role, post, body, organisation }) => ({
      ...{ role: role as Role, post, organisation },
      body: body && { slug: body.slug, names: namesOf(body) },
    })),
  }));
}

export type OfficialView = {
  membershipId: string;
  name: string;
  email: string;
  role: Role;
  post: string | null;
  since: number;
};
export type Staff = {
  officials: OfficialView[];
  invited: { email: string; role: Role; post: string | null; expiresAt: number }[];
};

/** Who holds an office at a body (null: the administrators of Kenes), and who was invited and has not come yet. */
export async function staffOf(world: Looking, bodyId: string | null): Promise<Staff> {
  const now = world.now();
  const where = bodyId === null ? { role: 'administrator' } : { bodyId };
  const { prisma } = world.db;
  const [held, invited] = await Promise.all([
    prisma.membership.findMany({
      where: { ...where, ...inForce(now) },
      orderBy: [{ role: 'asc' }, { since: 'asc' }, { id: 'asc' }],
      select: { id: true, role: true, post: true, since: true, person: { select: { name: true, email: true } } },
    }),
    prisma.pass.findMany({
      where: { purpose: 'invitation', ...where, usedAt: null, expiresAt: { gt: new Date(now) } },
      orderBy: { createdAt: 'asc' },
      select: { email: true, role: true, post: true, expiresAt: true },
    }),
  ]);
  return {
    officials: held.map(({ id, role, post, since, person }) => ({
      membershipId: id,
      ...person,
      role: role as Role,
      post,
      since: since.getTime(),
    })),
    invited: invited.map(({ email, role, post, expiresAt }) => ({
      email,
      role: role as Role,
      post,
      expiresAt: expiresAt.getTime(),
    })),
  };
}
