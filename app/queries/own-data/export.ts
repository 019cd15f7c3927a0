// An export of one's own data as the entries of a zip file: a word on what is in it, the tables, the cases with their files. And the exports
// that were made, for the page of them.
import type { Locale } from '../../../guide/schema';
import { may } from '../../core/permission';
import type { Viewer } from '../../core/viewer';
import type { Whose } from '../../data/own-cases';
import type { ZipEntry } from '../../data/zip-stream';
import type { World } from '../../world';
import { namesOf } from '../bodies';
import { identitiesOf } from '../filing';
import { caseEntries, once } from './cases';
import { ORGANISATION_TABLES, PERSON_TABLES } from './person';
import { entriesOf } from './tables';

export type Taken = { name: string; of: string | null; year: number | null; askedAt: number; takenAt: number | null };
export type OwnDataView = {
  organisations: { id: string; name: string }[];
  /** Bodies whose cases the viewer may take along, and the years in which any were received. */
  bodies: { id: string; name: string; years: number[] }[];
  /** The last exports of one's own, and of the organisations and bodies that one speaks for. */
  taken: Taken[];
};
const SHOWN = 20;

export async function ownDataView(world: World, viewer: Viewer, locale: Locale): Promise<OwnDataView> {
  const { prisma, pool } = world.db;
  const ids = viewer.mandates.flatMap(({ bodyId }) =>
    bodyId && may(viewer, 'data.export', { personId: viewer.personId, organisationId: null, bodyId }) ? [bodyId] : [],
  );
  const [identities, bodies, years] = await Promise.all([
    identitiesOf(world, viewer),
    prisma.body.findMany({
      where: { id: { in: ids } },
      select: { id: true, slug: true, nameKk: true, nameRu: true, nameEn: true },
    }),
    pool.query<{ bodyId: string; year: string }>({
      text: `SELECT DISTINCT "bodyId", left("receivedDay", 4) AS year FROM "Appeal" WHERE "bodyId" = ANY ($1::uuid[]) ORDER BY 2 DESC`,
      values: [ids],
    }),
  ]);
  const organisations = identities.map(({ organisationId, name }) => ({ id: organisationId, name }));
  const named = new Map([
    ...organisations.map(({ id, name }) => [id, name] as const),
    ...bodies.map((body) => [body.id, namesOf(body)[locale]] as const),
  ]);
  const taken = await prisma.dataExport.findMany({
    where: {
      OR: [
        { personId: viewer.personId },
        { organisationId: { in: organisations.map(({ id }) => id) } },
        { bodyId: { in: ids } },
      ],
    },
    orderBy: { askedAt: 'desc' },
    take: SHOWN,
  });
  return {
    organisations,
    bodies: bodies.map(({ id }) => ({
      ...{ id, name: named.get(id) ?? id },
      years: years.rows.filter(({ bodyId }) => bodyId === id).map(({ year }) => Number(year)),
    })),
    taken: taken.map(({ name, organisationId, bodyId, year, askedAt, takenAt }) => ({
      ...{ name, year, of: named.get(organisationId ?? bodyId ?? '') ?? null },
      ...{ askedAt: askedAt.getTime(), takenAt: takenAt?.getTime() ?? null },
    })),
  };
}

/** An export that was asked for and may still be taken by this viewer; null for any other. */
export async function exportAsked(world: Pick<World, 'db' | 'now'>, viewer: Viewer, id: string): Promise<Whose | null> {
  const found = await world.db.prisma.dataExport.findUnique({ where: { id } });
  if (!found || found.personId !== viewer.personId || found.expiresAt.getTime() < world.now()) return null;
  const { personId, organisationId, bodyId, year } = found;
  // Whoever has left since takes nothing along.
  if (!may(viewer, 'data.export', { personId, organisationId, bodyId })) return null;
  if (bodyId !== null) return { of: 'body', id: bodyId, year: year ?? 0 };
  return organisationId === null ? { of: 'person', id: personId } : { of: 'organisation', id: organisationId };
}

/** `readme`: what is in it, in words. */
export async function* exportEntries(
  world: World,
  viewer: Viewer,
  whose: Whose,
  { lang, readme }: { lang: Locale; readme: string },
): AsyncGenerator<ZipEntry> {
  yield { name: 'README.txt', pack: 'words', bytes: once(`\uFEFF${readme}\n`) };
  const tables = { person: PERSON_TABLES, organisation: ORGANISATION_TABLES, body: [] }[whose.of];
  for (const table of tables) yield* entriesOf(world.db, table, whose.id);
  yield* caseEntries(world, viewer, whose, lang);
}
