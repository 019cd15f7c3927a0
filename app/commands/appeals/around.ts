// What surrounds a decision about a case: the bodies that it concerns, the pinned edition, the calendar and today. Used by every command on
// appeals.
import type { Appeal } from '../../core/appeal';
import { dayOf } from '../../core/day';
import type { Actor } from '../../core/event';
import type { Names, Surroundings } from '../../core/owing';
import type { World } from '../../world';

/** Everything a decision about a case may look at; the edition is the one the case is pinned to. */
export function surroundingsOf(
  world: World,
  {
    edition,
    kind,
    body,
    other,
    actor,
  }: {
    edition: string;
    kind: Appeal['kind'];
    body: { id: string; names: Names };
    other: { id: string; names: Names } | null;
    actor: Actor;
  },
): Surroundings {
  const now = world.now();
  const pinned = world.guide.edition(edition);
  return {
    edition: pinned,
    procedure: pinned.procedures[kind],
    calendar: world.guide.calendar,
    now,
    today: dayOf(now),
    actor,
    body,
    other,
    newId: world.newId,
    place: 0,
  };
}

/** The same for what concerns a case and its body alone. */
export async function aroundCase(world: World, appeal: Appeal, actor: Actor): Promise<Surroundings> {
  const { edition, kind, bodyId } = appeal;
  const body = standingAt(await bodiesOf(world, [bodyId]), appeal);
  return surroundingsOf(world, { edition, kind, body, other: null, actor });
}

export type ActingBody = { id: string; names: Names; workdayEnd: string; parentId: string | null; closed: boolean };

/** The bodies that an act concerns, by id. */
export async function bodiesOf(world: World, ids: readonly string[]): Promise<Map<string, ActingBody>> {
  const rows = await world.db.prisma.body.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, nameKk: true, nameRu: true, nameEn: true, workdayEnd: true, parentId: true, closedAt: true },
  });
  return new Map(
    rows.map(({ id, nameKk, nameRu, nameEn, workdayEnd, parentId, closedAt }) => [
      id,
      { id, names: { kk: nameKk, ru: nameRu, en: nameEn }, workdayEnd, parentId, closed: closedAt !== null },
    ]),
  );
}

/** The body at which a case stands. Throws where it was not found. */
export function standingAt(bodies: ReadonlyMap<string, ActingBody>, { number, bodyId }: Appeal): ActingBody {
  const body = bodies.get(bodyId);
  if (!body) throw new Error(`appeal ${number} stands at a body that is not there`);
  return body;
}
