// A world for tests on this worker's own database: the real guide, a clock that is moved by hand, no queue. And a small cast:
// a ministry with its committee and its public council, an NGO, officials in every role, and nobody else.
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { loadGuide } from '../../guide/load';
import { newId } from '../../app/compose';
import { dayOf, instantOf, type Day } from '../../app/core/day';
import type { Head, Role, Viewer } from '../../app/core/viewer';
import { connect } from '../../app/data/connect';
import { diskFiles } from '../../app/data/files';
import { diskKeyring } from '../../app/data/register/keyring';
import { diskSeals } from '../../app/data/seals';
import { openOutward } from '../../app/data/webhooks/outward';
import type { World } from '../../app/world';
import { testDatabase } from './database';

export type TestWorld = { world: World; at(day: Day, time?: string): void; today(): Day };

const guide = loadGuide(path.resolve('guide'));
const silent = () => {};

/** The world at 10:00 on `day`; `at` moves the clock. `url`: another database than this worker's. */
export function testWorld(day: Day = '2026-02-02', url = testDatabase().url): TestWorld {
  let now = instantOf(day, '10:00');
  const db = connect({ url, size: 6, onIdleError: silent });
  afterAll(() => db.close());
  const world: World = {
    db,
    guide,
    wake: silent,
    queue: null,
    post: null,
    outward: openOutward({ loopback: false }),
    replies: null,
    files: diskFiles(mkdtempSync(path.join(os.tmpdir(), 'kenes-files-'))),
    seals: diskSeals(mkdtempSync(path.join(os.tmpdir(), 'kenes-seals-'))),
    openData: mkdtempSync(path.join(os.tmpdir(), 'kenes-open-')),
    limits: null,
    register: {
      folder: mkdtempSync(path.join(os.tmpdir(), 'kenes-register-')),
      keys: diskKeyring(mkdtempSync(path.join(os.tmpdir(), 'kenes-keys-'))),
    },
    now: () => now,
    newId,
    log: { info: silent, warn: silent, error: silent },
    origin: 'http://kenes.test',
    securityContact: null,
  };
  return { world, at: (to, time = '10:00') => (now = instantOf(to, time)), today: () => dayOf(now) };
}

export type Cast = {
  ministry: { id: string; slug: string };
  committee: { id: string; slug: string };
  organisationId: string;
  ngo: Viewer;
  stranger: Viewer;
  citizen: Viewer;
  registrar: Viewer;
  executor: Viewer;
  head: Viewer;
  committeeRegistrar: Viewer;
  administrator: Viewer;
  /** The public council at the ministry: a secretary, and five seats with that of the chair. */
  council: { id: string; slug: string };
  secretary: Viewer;
  chair: Viewer;
  members: readonly [Viewer, Viewer, Viewer, Viewer];
};

/** Puts the cast into the registers, as of the beginning of 2026. Once a file: the database is emptied before each. */
export async function castInto({ db, newId }: World): Promise<Cast> {
  const at = new Date('2026-01-01T00:00:00Z');
  const body = async (slug: string, parentId: string | null, name: string) => {
    const id = newId();
    await db.prisma.body.create({
      data: {
        id,
        slug,
        parentId,
        level: 'central',
        nameKk: `${name} (kk)`,
        nameRu: `${name} (ru)`,
        nameEn: name,
        address: 'Астана',
        workdayEnd: '18:30',
        createdAt: at,
      },
    });
    return { id, slug };
  };
  const ministry = await body('ministry', null, 'Ministry of Tests');
  const committee = await body('committee', ministry.id, 'Committee of Tests');
  const council = { id: newId(), slug: 'ministry-council' };
  await db.prisma.council.create({
    data: {
      ...{ ...council, bodyId: ministry.id, createdAt: at },
      ...{ nameKk: 'Қоғамдық кеңес', nameRu: 'Общественный совет', nameEn: 'Public Council of Tests' },
    },
  });
  const organisation = async (bin: string, name: string, region: string, fields: string[]) => {
    const data = { id: newId(), bin, name, address: 'Алматы', region, fields, createdAt: at };
    return (await db.prisma.organisation.create({ data })).id;
  };
  const organisationId = await organisation('940140000385', '«Сынақ» қоғамдық бірлестігі', 'KZ-75', ['disability']);
  const otherId = await organisation('971240001315', 'ОО «Чужие»', 'KZ-71', ['ecology', 'transport']);
  const person = async (
    name: string,
    locale: Viewer['locale'],
    role?: Role,
    place: { bodyId?: string; organisationId?: string; councilId?: string; head?: Head } = {},
    post: string | null = null,
  ): Promise<Viewer> => {
    const personId = newId();
    const email = `${name.toLowerCase().replace(/\W+/g, '-')}@kenes.test`;
    await db.prisma.person.create({ data: { id: personId, email, name, locale, createdAt: at } });
    if (!role) return { personId, name, email, locale, mandates: [] };
    const { bodyId = null, organisationId: ofId = null, councilId = null, head = null } = place;
    const mandate = { role, post, bodyId, organisationId: ofId, councilId, head };
    await db.prisma.membership.create({ data: { id: newId(), personId, since: at, ...mandate } });
    return { personId, name, email, locale, mandates: [mandate] };
  };
  const member = (name: string) => person(name, 'ru', 'council_member', { councilId: council.id });
  return {
    ministry,
    committee,
    organisationId,
    ngo: await person('Aigul', 'kk', 'representative', { organisationId }),
    stranger: await person('Stranger', 'ru', 'representative', { organisationId: otherId }),
    citizen: await person('Citizen', 'ru'),
    registrar: await person('Registrar', 'ru', 'registrar', { bodyId: ministry.id }, 'Специалист канцелярии'),
    executor: await person('Executor', 'kk', 'executor', { bodyId: ministry.id }, 'Бас сарапшы'),
    head: await person('Head', 'ru', 'approver', { bodyId: ministry.id, head: 'first' }, 'Руководитель аппарата'),
    committeeRegistrar: await person('Committee Registrar', 'ru', 'registrar', { bodyId: committee.id }, 'Специалист'),
    administrator: await person('Administrator', 'en', 'administrator'),
    council,
    secretary: await person('Secretary', 'kk', 'council_secretary', { councilId: council.id }, 'Кеңес хатшысы'),
    chair: await person('Chair', 'ru', 'council_chair', { councilId: council.id }, 'Председатель совета'),
    members: [
      await member('Member One'),
      await member('Member Two'),
      await member('Member Three'),
      await member('Member Four'),
    ],
  };
}

/** What an NGO sends when nothing is wrong with it. */
export const anAppeal = ({ ministry, organisationId }: Cast) => ({
  kind: 'application',
  bodyId: ministry.id,
  organisationId,
  subject: 'Пандус у подземного перехода',
  text: 'Просим установить пандус у подземного перехода и назвать ответственное подразделение.',
  language: 'ru',
});

/** What an official gives when the law asks for everything. */
export const aReply = (outcome: string, requirements: readonly string[]) => ({
  outcome,
  language: 'ru',
  text: 'Обращение рассмотрено, работы включены в план второго квартала.',
  requirements: Object.fromEntries(requirements.map((id) => [id, 'Изложено в приложенном акте.'])),
  execution: 'done',
});
