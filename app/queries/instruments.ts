// Drafts of instruments for those who write them: the list of a council or of an administrator, and what a new one may begin from.
import { instrumentSchema, type Locale } from '../../guide/schema';
import { dayOf, type Instant } from '../core/day';
import { INSTRUMENT_EVENTS } from '../core/wave-event';
import { faultsOfDraft, stops } from '../core/instrument-check';
import { draftSchema } from '../core/instrument-draft';
import { may } from '../core/permission';
import type { Viewer } from '../core/viewer';
import { instrumentBank, latestPublished } from '../data/instruments';
import type { World } from '../world';
import { namesOf } from './bodies';

export type DraftLine = {
  id: string;
  name: string;
  /** The council it is written for; null for everybody. */
  council: string | null;
  changedAt: Instant;
  /** What stands in the way of a publication. */
  faults: number;
  /** The newest published version, or null. */
  version: number | null;
};

/** Drafts of one council, or, with null, all of them: the newest change first. */
export async function draftLines(world: World, councilId: string | null, locale: Locale): Promise<DraftLine[]> {
  const { prisma } = world.db;
  const rows = await prisma.instrumentDraft.findMany({
    where: councilId === null ? {} : { councilId },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, slug: true, data: true, councilId: true, updatedAt: true },
  });
  if (rows.length === 0) return [];
  const [bank, councils, versions] = await Promise.all([
    instrumentBank(world),
    prisma.council.findMany({
      where: { id: { in: rows.flatMap((row) => row.councilId ?? []) } },
      select: { id: true, nameKk: true, nameRu: true, nameEn: true },
    }),
    prisma.publishedInstrument.groupBy({
      by: ['slug'],
      where: { slug: { in: rows.map(({ slug }) => slug) } },
      _max: { version: true },
    }),
  ]);
  return rows.map((row) => {
    const draft = draftSchema.parse(row.data);
    const council = councils.find(({ id }) => id === row.councilId);
    return {
      id: row.id,
      name: draft.texts[locale][`instrument.${draft.id}.name`] ?? draft.id,
      council: council ? namesOf(council)[locale] : null,
      changedAt: row.updatedAt.getTime(),
      faults: faultsOfDraft(draft, bank).filter(stops).length,
      version: versions.find(({ slug }) => slug === row.slug)?._max.version ?? null,
    };
  });
}

export type Source = { value: string; label: string };

/** Instruments of the guide in force and published ones, as a draft may begin from them. */
export async function sourcesOf(
  world: Pick<World, 'db' | 'guide' | 'now'>,
  locale: Locale,
): Promise<{ guide: Source[]; published: Source[] }> {
  const { surveys, texts } = world.guide.inForceOn(dayOf(world.now()));
  const published = await latestPublished(world);
  return {
    guide: Object.keys(surveys?.instruments ?? {}).map((id) => ({
      value: `guide:${id}`,
      label: texts[locale][`instrument.${id}.name`] ?? id,
    })),
    published: published.map((one) => ({
      value: `published:${one.id}`,
      label: one.texts[locale][`instrument.${one.id}.name`] ?? one.id,
    })),
  };
}

export type PublishedVersion = {
  id: string;
  slug: string;
  version: number;
  name: string;
  sha256: string;
  publishedAt: Instant;
  by: string;
  post: string | null;
  reason: string;
  /** The council that it was written for, by name; null for everybody. */
  council: string | null;
};

/** Versions of published instruments with who published them, when and why: of one name, or the newest of each. */
export async function publishedVersions(
  { db }: Pick<World, 'db'>,
  locale: Locale,
  slug?: string,
): Promise<PublishedVersion[]> {
  const rows = await db.prisma.publishedInstrument.findMany({
    where: slug === undefined ? {} : { slug },
    ...(slug === undefined ? { distinct: ['slug' as const] } : {}),
    orderBy: [{ slug: 'asc' }, { version: 'desc' }],
  });
  const [events, councils] = await Promise.all([
    db.prisma.event.findMany({
      where: { stream: { in: rows.map(({ id }) => `instrument:${id}`) } },
      select: { stream: true, payload: true },
    }),
    db.prisma.council.findMany({
      where: { id: { in: rows.flatMap(({ councilId }) => councilId ?? []) } },
      select: { id: true, nameKk: true, nameRu: true, nameEn: true },
    }),
  ]);
  return rows.map((row) => {
    const data = instrumentSchema.parse(row.data);
    const event = events.find(({ stream }) => stream === `instrument:${row.id}`);
    const { reason, signatory } = INSTRUMENT_EVENTS['instrument.published'].parse(event?.payload);
    const council = councils.find(({ id }) => id === row.councilId);
    return {
      ...{ id: row.id, slug: row.slug, version: row.version, sha256: row.sha256 },
      name: data.texts[locale][`instrument.${data.id}.name`] ?? data.id,
      publishedAt: row.publishedAt.getTime(),
      ...{ by: signatory.name, post: signatory.post, reason },
      council: council ? namesOf(council)[locale] : null,
    };
  });
}

/** The councils for which somebody may write: their own; for administrators every one that works. */
export async function writesFor(
  { db }: Pick<World, 'db'>,
  viewer: Viewer,
  locale: Locale,
): Promise<{ id: string; slug: string; name: string }[]> {
  const rows = await db.prisma.council.findMany({
    where: { closedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, slug: true, nameKk: true, nameRu: true, nameEn: true },
  });
  return rows
    .filter(({ id }) => may(viewer, 'instrument.edit', { councilId: id }))
    .map(({ id, slug, ...names }) => ({ id, slug, name: namesOf(names)[locale] }));
}
