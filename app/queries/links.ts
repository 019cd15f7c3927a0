// What a one-time link or an invitation would do, shown before its button is pressed. Looking takes nothing.
import type { Day } from '../core/day';
import { offeredMandate } from '../core/mandate';
import { registration } from '../core/registration';
import type { Role } from '../core/viewer';
import { lookAtPass } from '../data/passes';
import type { World } from '../world';
import { namesOf, type Names } from './bodies';

type Looking = Pick<World, 'db' | 'now'>;

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
  /** Of a representative's or official's mandate, where the invitation says one. */
  lastDay: Day | null;
  /** Of a newcomer, as the inviter has it; they may write another. */
  name: string;
};

/** What an invitation offers, without taking it; null when it no longer works. `place` null: Kenes itself. */
export async function invitationBehind(world: Looking, token: string): Promise<InvitationView | null> {
  const pass = await lookAtPass(world, token, ['invitation']);
  if (!pass?.role) return null;
  const { prisma } = world.db;
  const [body, organisation, council, inviter, known] = await Promise.all([
    pass.bodyId
      ? prisma.body.findUnique({ where: { id: pass.bodyId }, select: { nameKk: true, nameRu: true, nameEn: true } })
      : null,
    pass.organisationId
      ? prisma.organisation.findUnique({ where: { id: pass.organisationId }, select: { name: true } })
      : null,
    pass.councilId
      ? prisma.council.findUnique({
          where: { id: pass.councilId },
          select: { nameKk: true, nameRu: true, nameEn: true },
        })
      : null,
    pass.invitedBy ? prisma.person.findUnique({ where: { id: pass.invitedBy }, select: { name: true } }) : null,
    prisma.person.count({ where: { email: pass.email, closedAt: null } }),
  ]);
  const offered = offeredMandate.safeParse(pass.details).data;
  const named = body ?? council;
  const place = named
    ? namesOf(named)
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
    lastDay: offered?.lastDay ?? null,
    name: offered?.name ?? '',
  };
}
