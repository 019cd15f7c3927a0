// The searches that somebody keeps, each with how much of what it finds came in since they looked last.
import { dayOf, type Day } from '../core/day';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { searchFilterOf, type SearchFilter } from './search-filter';
import { countFound, COUNTED } from './search-list';
import { readQuestion } from './search-question';

export type SavedSearch = {
  value: string;
  filter: SearchFilter;
  since: Day;
  /** COUNTED + 1 means "more than COUNTED". */
  fresh: number;
};
export const FRESH_COUNTED = COUNTED;

/** All of them, the latest first. */
export async function savedSearches(world: World, viewer: Viewer): Promise<SavedSearch[]> {
  const rows = await world.db.prisma.savedSearch.findMany({
    where: { personId: viewer.personId },
    select: { value: true, seenAt: true },
    orderBy: [{ createdAt: 'desc' }, { value: 'asc' }],
  });
  return Promise.all(
    rows.map(async ({ value, seenAt }) => {
      const filter = searchFilterOf(new URLSearchParams(value));
      const question = await readQuestion(world, filter.q);
      return {
        ...{ value, filter, since: dayOf(seenAt.getTime()) },
        fresh: await countFound(world, viewer, { filter, question, what: filter.what }, seenAt),
      };
    }),
  );
}

/** Whether the viewer keeps this search. */
export async function isSaved({ db }: Pick<World, 'db'>, viewer: Viewer | null, value: string): Promise<boolean> {
  if (!viewer) return false;
  const where = { personId_value: { personId: viewer.personId, value } };
  return (await db.prisma.savedSearch.findUnique({ where, select: { value: true } })) !== null;
}
