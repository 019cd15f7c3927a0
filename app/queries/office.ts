// How a body has arranged its own work, for the page on which it is arranged.
import { KINDS, type Kind, type Locale } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import { may } from '../core/permission';
import type { Viewer } from '../core/viewer';
import { absencesAt, type Away } from '../data/absences';
import type { World } from '../world';
import { bodiesOfOfficial, namesOf } from './desk';
import { officialsAt } from './officials';

export type OfficeView = {
  bodyId: string;
  bodies: { id: string; name: string }[];
  /** Whether the viewer arranges it, or only reads. */
  arranges: boolean;
  kinds: { id: Kind; name: string }[];
  fourEyes: Kind[];
  /** Absences from today on; `mine`: the viewer may end it. */
  absences: (Away & { mine: boolean })[];
  officials: { personId: string; name: string; post: string | null }[];
  /** Whoever has open work of the body, also who left; the most first. */
  holders: { personId: string; name: string; open: number; here: boolean }[];
  viewerId: string;
  today: Day;
};

/** That of the body asked for, or of the first where the viewer is an official; null for somebody who is none. */
export async function officeOf(
  world: World,
  viewer: Viewer,
  asked: string | null,
  locale: Locale,
): Promise<OfficeView | null> {
  const own = bodiesOfOfficial(viewer);
  const bodyId = own.find((id) => id === asked) ?? own[0];
  if (!bodyId) return null;
  const today = dayOf(world.now());
  const texts = world.guide.inForceOn(today).texts[locale];
  const arranges = may(viewer, 'office.arrange', { bodyId });
  const [office, bodies, absences, officials, holders] = await Promise.all([
    world.db.prisma.office.findUnique({ where: { id: bodyId } }),
    namesOf(world, own, locale),
    absencesAt(world.db, bodyId, { fromDay: today, untilDay: null }),
    officialsAt(world, bodyId),
    arranges ? holdersOf(world, bodyId) : [],
  ]);
  return {
    bodyId,
    bodies,
    arranges,
    holders: holders.map((one) => ({ ...one, here: officials.some(({ personId }) => personId === one.personId) })),
    kinds: KINDS.map((id) => ({ id, name: texts[`kind.${id}.name`] ?? id })),
    fourEyes: KINDS.filter((kind) => office?.fourEyes.includes(kind)),
    absences: absences.map((one) => ({
      ...one,
      mine: may(viewer, 'absence.announce', { bodyId, personId: one.personId }),
    })),
    officials: officials.map(({ personId, name, post }) => ({ personId, name, post })),
    viewerId: viewer.personId,
    today,
  };
}

async function holdersOf({ db }: World, bodyId: string): Promise<{ personId: string; name: string; open: number }[]> {
  const { rows } = await db.pool.query<{ personId: string; name: string; open: number }>({
    name: 'work_holders',
    text: `SELECT p.id AS "personId", p.name, count(DISTINCT o.stream)::int AS open
             FROM "Obligation" o JOIN "Person" p ON p.id = o."officialId"
            WHERE o."debtorKind" = 'body' AND o."debtorId" = $1::uuid AND o."closedDay" IS NULL AND o.stream LIKE 'appeal:%'
            GROUP BY p.id ORDER BY open DESC, p.name, p.id`,
    values: [bodyId],
  });
  return rows;
}
