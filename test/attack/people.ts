// Who takes part in the attacked wave: bodies, an organisation with its representative for each participant, and a case each
// at one body; and what each will answer. Answers are drawn so that nearly no two are the same.
import { fileAppeal } from '../../app/commands/appeals/file';
import type { Viewer } from '../../app/core/viewer';
import type { World } from '../../app/world';
import { askedItems } from '../../guide/instrument';
import type { Instrument } from '../../guide/schema';
import type { Chance } from '../../prisma/chance';
import { must } from '../help/rounds';

export type Participant = { viewer: Viewer; bodyId: string };

const WORDS = [
  'мектеп көлік ауыз су пандус аялдама жауап мерзім құжат тыңдау қоқыс жарық жол емхана дәрігер балалар қарттар кітапхана саябақ',
  'школа транспорт вода пандус остановка ответ срок документ слушание мусор освещение дорога поликлиника врач дети пожилые библиотека парк',
  'қабылдау кезек түсіндірме келісім хат шешім бюджет тендер есеп прием очередь разъяснение согласие письмо решение бюджет тендер отчет',
]
  .join(' ')
  .split(' ');

const words = (chance: Chance, n: number): string => Array.from({ length: n }, () => chance.pick(WORDS)).join(' ');

/** So many participants with a case at each body; `sizes`: by body. */
export async function gathered(
  world: World,
  { sizes, chance }: { sizes: readonly number[]; chance: Chance },
): Promise<{ administrator: Viewer; participants: Participant[] }> {
  const { prisma } = world.db;
  const now = world.now();
  const createdAt = new Date(now - 1000);
  const bodies = sizes.map((size, n) => ({ id: chance.id(now), slug: `body-${n}`, size }));
  await prisma.body.createMany({
    data: bodies.map(({ id, slug }) => ({
      ...{ id, slug, parentId: null, level: 'central', address: 'Астана', workdayEnd: '18:30', createdAt },
      ...{ nameKk: `${slug} (kk)`, nameRu: `${slug} (ru)`, nameEn: slug },
    })),
  });
  const viewer = (name: string, mandates: Viewer['mandates']): Viewer => ({
    ...{ personId: chance.id(now), name, email: `${name}@attack.kenes.kz`, locale: 'kk', mandates },
  });
  const administrator = viewer('administrator', [
    { role: 'administrator', post: null, bodyId: null, organisationId: null, councilId: null },
  ]);
  const people = bodies.flatMap(({ id: bodyId, slug, size }) =>
    Array.from({ length: size }, (_, n) => ({ bodyId, name: `${slug}-person-${n}`, organisationId: chance.id(now) })),
  );
  await prisma.organisation.createMany({
    data: people.map(({ organisationId: id, name }, n) => ({
      ...{ id, bin: String(100_000_000_000 + n), name, address: 'Алматы', region: 'KZ-75', fields: [], createdAt },
    })),
  });
  const viewers = people.map(({ name, organisationId, bodyId }) => ({
    viewer: viewer(name, [{ role: 'representative', post: null, bodyId: null, organisationId, councilId: null }]),
    ...{ bodyId, organisationId },
  }));
  await prisma.person.createMany({
    data: [administrator, ...viewers.map((one) => one.viewer)].map(({ personId: id, name, email, locale }) => ({
      ...{ id, name, email, locale, createdAt },
    })),
  });
  await prisma.membership.createMany({
    data: [administrator, ...viewers.map((one) => one.viewer)].flatMap(({ personId, mandates }) =>
      mandates.map((mandate) => ({ id: chance.id(now), personId, since: createdAt, ...mandate })),
    ),
  });
  const participants: Participant[] = [];
  for (const { viewer: one, bodyId, organisationId } of viewers) {
    await must(
      fileAppeal(world, one, {
        ...{ kind: 'application', bodyId, organisationId, language: 'kk' },
        ...{ subject: words(chance, 4), text: words(chance, 20) },
      }),
    );
    participants.push({ viewer: one, bodyId });
  }
  return { administrator, participants };
}

/** A filled-in form: every item that is asked, few left out; words by some, much of them by a few. */
export function sheetOf(instrument: Instrument, chance: Chance): Record<string, string | string[]> {
  const sheet: Record<string, string | string[]> = {};
  const point = (scale: string): string => {
    const range = instrument.scales[scale];
    return String(chance.between(range?.from ?? 0, range?.to ?? 0));
  };
  for (const id of askedItems(instrument)) {
    const item = instrument.items[id];
    if (!item || (!instrument.required.includes(id) && chance.happens(0.1))) continue;
    if (item.kind === 'scale') sheet[id] = point(item.scale);
    if (item.kind === 'choice') sheet[id] = chance.pick(item.options);
    if (item.kind === 'multiple') sheet[id] = [chance.pick(item.options)];
    if (item.kind === 'matrix') for (const row of item.rows) sheet[`${id}.${row}`] = point(item.scale);
    if (item.kind === 'text' && chance.happens(0.5))
      sheet[id] = words(chance, chance.happens(0.5) ? chance.between(60, 90) : chance.between(3, 12)).slice(
        0,
        item.longest,
      );
  }
  return sheet;
}
