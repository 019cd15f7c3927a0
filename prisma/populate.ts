// Puts the invented country's bodies, organisations and people into the registers, and gives the seed and the simulation
// viewers to act as. Registers only: every appeal is made by calling commands.
import { hash } from '@node-rs/argon2';
import { controlDigit } from '../app/core/bin';
import type { Instant } from '../app/core/day';
import { DEMO_PASSWORD } from '../app/core/demo';
import type { Role, Viewer } from '../app/core/viewer';
import type { World } from '../app/world';
import type { Chance } from './chance';
import { BODIES, DEMO_ACCOUNTS, NAMES, ORGANISATIONS, type CountryBody } from './country';

export type Post = { registrar: Viewer; executors: Viewer[]; head: Viewer };
export type Country = {
  bodies: { id: string; body: CountryBody; post: Post }[];
  applicants: { viewer: Viewer; organisationId: string; languages: readonly ('kk' | 'ru')[] }[];
};

const POSTS: Record<'registrar' | 'executor' | 'approver', string> = {
  registrar: 'Кеңсе маманы',
  executor: 'Бас сарапшы',
  approver: 'Басшының орынбасары',
};

/** The eleven digits with the right twelfth; the serial is raised where no control digit exists. */
const binOf = (eleven: string): string => {
  const digit = controlDigit(eleven);
  return digit === null ? binOf(String(Number(eleven) + 1).padStart(11, '0')) : `${eleven}${digit}`;
};

/** Fills the registers as of `since`. Demo accounts get the demo password, everyone else none. */
export async function populate(world: World, { chance, since }: { chance: Chance; since: Instant }): Promise<Country> {
  const { prisma } = world.db;
  const at = new Date(since);
  const bodyIds = new Map(BODIES.map(({ slug }) => [slug, chance.id(since)]));
  const idOf = (slug: string | null) => (slug === null ? null : (bodyIds.get(slug) ?? null));
  await prisma.body.createMany({
    data: BODIES.map(({ slug, parent, level, region, names, address, workdayEnd }) => ({
      ...{ id: idOf(slug) ?? '', slug, parentId: idOf(parent), level, region, address, workdayEnd, createdAt: at },
      ...{ nameKk: names.kk, nameRu: names.ru, nameEn: names.en },
    })),
  });
  const organisations = ORGANISATIONS.map(({ bin, ...rest }) => ({ ...rest, id: chance.id(since), bin: binOf(bin) }));
  await prisma.organisation.createMany({
    data: organisations.map(({ id, bin, name, address, region }) => ({
      id,
      bin,
      name,
      address,
      region,
      createdAt: at,
    })),
  });

  const people: (Viewer & {
    demo: boolean;
    role: Role;
    post: string | null;
    bodyId: string | null;
    organisationId: string | null;
  })[] = [];
  let serial = 0;
  const person = (
    role: Role,
    place: { bodyId?: string; organisationId?: string },
    locale: 'kk' | 'ru',
    post: string | null = null,
  ): Viewer => {
    const demo = DEMO_ACCOUNTS.find(
      (account) =>
        account.role === role &&
        ((place.bodyId && idOf(account.body) === place.bodyId) ||
          (place.organisationId &&
            organisations.find(({ key }) => key === account.organisation)?.id === place.organisationId)) &&
        !people.some(({ email }) => email === account.email),
    );
    const name = demo?.name ?? chance.pick(NAMES);
    const email = demo?.email ?? `person${++serial}@country.kenes.kz`;
    const bodyId = place.bodyId ?? null;
    const organisationId = place.organisationId ?? null;
    const mandate = { role, post: demo?.post ?? post, bodyId, organisationId };
    const viewer = { personId: chance.id(since), name, email, locale: demo?.locale ?? locale, mandates: [mandate] };
    people.push({ ...viewer, demo: demo !== undefined, ...mandate });
    return viewer;
  };
  const bodies = BODIES.map((body) => {
    const bodyId = idOf(body.slug) ?? '';
    const official = (role: keyof typeof POSTS) =>
      person(role, { bodyId }, chance.happens(0.6) ? 'kk' : 'ru', POSTS[role]);
    return {
      id: bodyId,
      body,
      post: {
        registrar: official('registrar'),
        executors: [official('executor'), official('executor')],
        head: official('approver'),
      },
    };
  });
  const applicants = organisations.map(({ id, languages }) => ({
    viewer: person('representative', { organisationId: id }, chance.pick(languages)),
    organisationId: id,
    languages,
  }));
  const admin = DEMO_ACCOUNTS.find(({ role }) => role === 'administrator');
  if (admin) {
    const mandate = { role: 'administrator' as const, post: null, bodyId: null, organisationId: null };
    people.push({
      personId: chance.id(since),
      name: admin.name,
      email: admin.email,
      locale: admin.locale,
      mandates: [mandate],
      demo: true,
      ...mandate,
    });
  }
  const passwordHash = await hash(DEMO_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await prisma.person.createMany({
    data: people.map(({ personId, name, email, locale, demo }) => ({
      id: personId,
      name,
      email,
      locale,
      demo,
      passwordHash: demo ? passwordHash : null,
      createdAt: at,
    })),
  });
  await prisma.membership.createMany({
    data: people.map(({ personId, role, post, bodyId, organisationId }) => ({
      id: chance.id(since),
      personId,
      role,
      post,
      bodyId,
      organisationId,
      since: at,
    })),
  });
  return { bodies, applicants };
}
