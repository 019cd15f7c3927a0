// Puts the invented country's bodies, organisations, public councils and people into the registers, and gives the seed and the simulation
// viewers to act as. Registers only: every appeal is made by calling commands.
import { hash } from '@node-rs/argon2';
import { controlDigit } from '../app/core/bin';
import { dayOf, type Instant } from '../app/core/day';
import { DEMO_PASSWORD } from '../app/core/demo';
import { endOf, longestTerm } from '../app/core/seat-term';
import type { Mandate, Viewer } from '../app/core/viewer';
import type { World } from '../app/world';
import type { Chance } from './chance';
import {
  BODIES,
  COUNCILS,
  DEMO_ACCOUNTS,
  NAMES,
  ORGANISATIONS,
  type CountryBody,
  type CountryOrganisation,
} from './country';
import { registerOthers, type Quiet } from './register';

export type Post = { registrar: Viewer; executors: Viewer[]; head: Viewer };
/** `bodyId`: the body that the council advises. */
export type Council = { id: string; bodyId: string; secretary: Viewer; chair: Viewer; members: Viewer[] };
export type Country = {
  bodies: { id: string; body: CountryBody; post: Post }[];
  councils: Council[];
  applicants: (Pick<CountryOrganisation, 'key' | 'region' | 'fields' | 'languages'> & {
    viewer: Viewer;
    organisationId: string;
  })[];
  /** Organisations of the register for whom nobody speaks. */
  quiet: Quiet[];
  /** People with an account and no post: they comment in their own name. */
  citizens: Viewer[];
  administrator: Viewer;
};

const CITIZENS = 16;
const EXECUTORS = 2;
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

type Place = Pick<Mandate, 'bodyId' | 'organisationId'> & { councilId: string | null };
/** What is told of a person; a name that is not told is drawn. */
type Told = { name?: string; locale: 'kk' | 'ru'; post?: string };
const samePlace = (a: Place, b: Place): boolean =>
  a.bodyId === b.bodyId && a.organisationId === b.organisationId && a.councilId === b.councilId;

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
    data: organisations.map(({ id, bin, name, address, region, fields }) => ({
      ...{ id, bin, name, address, region, fields: [...fields], createdAt: at },
    })),
  });
  const councils = COUNCILS.map((council) => ({ ...council, id: chance.id(since), bodyId: idOf(council.body) ?? '' }));
  await prisma.council.createMany({
    data: councils.map(({ id, slug, bodyId, names }) => ({
      ...{ id, slug, bodyId, createdAt: at },
      ...{ nameKk: names.kk, nameRu: names.ru, nameEn: names.en },
    })),
  });

  const people: (Omit<Viewer, 'mandates'> & { demo: boolean; mandates: Mandate[] })[] = [];
  /** Members of councils who come from the state. */
  const ofState = new Set<string>();
  const placeOf = ({ body, organisation, council }: (typeof DEMO_ACCOUNTS)[number]): Place => ({
    bodyId: idOf(body),
    organisationId: organisations.find(({ key }) => key === organisation)?.id ?? null,
    councilId: councils.find(({ slug }) => slug === council)?.id ?? null,
  });
  let serial = 0;
  /** Somebody in a role: a demonstration account while one waits for it, else somebody of no other part in the story. */
  const person = (role: Mandate['role'], there: Partial<Place>, { name, locale, post }: Told): Viewer => {
    const place = { bodyId: null, organisationId: null, councilId: null, ...there };
    const demo = DEMO_ACCOUNTS.find(
      (account) =>
        account.role === role &&
        samePlace(placeOf(account), place) &&
        (name === undefined || name === account.name) &&
        !people.some(({ email }) => email === account.email),
    );
    const viewer = {
      personId: chance.id(since),
      name: demo?.name ?? name ?? chance.pick(NAMES),
      email: demo?.email ?? `person${++serial}@country.kenes.kz`,
      locale: demo?.locale ?? locale,
      // Each body has one head in the story, a deputy or the head of the office: that person acts for the first head.
      mandates: [
        { role, post: demo?.post ?? post ?? null, ...place, ...(role === 'approver' && { head: 'acting' as const }) },
      ],
    };
    people.push({ ...viewer, demo: demo !== undefined });
    return viewer;
  };
  const bodies = BODIES.map((body) => {
    const bodyId = idOf(body.slug) ?? '';
    const official = (role: keyof typeof POSTS) =>
      person(role, { bodyId }, { locale: chance.happens(0.6) ? 'kk' : 'ru', post: POSTS[role] });
    return {
      id: bodyId,
      body,
      post: {
        registrar: official('registrar'),
        executors: Array.from({ length: body.executors ?? EXECUTORS }, () => official('executor')),
        head: official('approver'),
      },
    };
  });
  const applicants = organisations.map(({ id, key, region, fields, languages }) => ({
    viewer: person('representative', { organisationId: id }, { locale: chance.pick(languages) }),
    organisationId: id,
    ...{ key, region, fields, languages },
  }));
  const seated = councils.map(({ id: councilId, bodyId, seats }): Council => {
    const seat = (one: (typeof seats)[number]): Viewer => {
      if (!('organisation' in one)) {
        const viewer = person(one.role, { councilId }, one);
        if (one.side) ofState.add(viewer.personId);
        return viewer;
      }
      const { id, name } = organisations.find(({ key }) => key === one.organisation) ?? {};
      const viewer = applicants.find(({ organisationId }) => organisationId === id)?.viewer;
      const held = people.find(({ personId }) => personId === viewer?.personId);
      if (!held) throw new Error(`nobody represents ${one.organisation}`);
      held.mandates.push({ role: one.role, post: name ?? null, bodyId: null, organisationId: null, councilId });
      return held;
    };
    const inRole = (role: Mandate['role']) => seats.filter((one) => one.role === role).map(seat);
    const [[secretary], [chair]] = [inRole('council_secretary'), inRole('council_chair')];
    if (!secretary || !chair) throw new Error(`council ${councilId} lacks a chair or a secretary`);
    return { id: councilId, bodyId, secretary, chair, members: inRole('council_member') };
  });
  const administrator = person('administrator', {}, { locale: 'ru' });
  const citizens = Array.from({ length: CITIZENS }, (): Viewer => {
    const viewer = {
      personId: chance.id(since),
      name: chance.pick(NAMES),
      email: `person${++serial}@country.kenes.kz`,
      locale: chance.happens(0.5) ? ('kk' as const) : ('ru' as const),
      mandates: [],
    };
    people.push({ ...viewer, demo: false });
    return viewer;
  });
  // Two people approve of a correction.
  person('administrator', {}, { locale: 'ru' });
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
  const term = longestTerm(world.guide.inForceOn(dayOf(since)).councils, dayOf(since));
  const heldBy = (personId: string, { role }: Mandate) =>
    role === 'council_member' || role === 'council_chair'
      ? { side: ofState.has(personId) ? 'state' : 'civil', until: term && new Date(endOf(term)) }
      : {};
  await prisma.membership.createMany({
    data: people.flatMap(({ personId, mandates }) =>
      mandates.map((mandate) => ({
        id: chance.id(since),
        personId,
        ...mandate,
        ...heldBy(personId, mandate),
        since: at,
      })),
    ),
  });
  return { bodies, applicants, councils: seated, citizens, administrator, quiet: await registerOthers(world, since) };
}
