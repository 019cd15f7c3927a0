// How far back a search looks before it knows that it has enough: among so many of the newest objects that there should be hits for the page,
// then further, in the end among all. So it costs about the same however many objects there are. Asked by search and by the list of cases.
import type { World } from '../world';
import type { FoundKind, Place } from './search-filter';
import type { Question } from './search-question';
import { parameters } from './statement';

/** `edge`: nothing beyond it is looked at, null where all is. `walk`: so many have the word that each is read, without the index of words. */
export type Reach = { edge: Date | null; walk: boolean };
type Looking = { question: Question; what: FoundKind; from: Place | null; up: boolean; limit: number };

/** A word that one in so many entries has: the newest are looked through with their words, the index would only be a way round. */
const EVERYWHERE = 8;
/** So many hits are looked up all at once, which costs less than to find out where the newest of them begin. */
const FEW = 4000;
/** Entries among which there should be hits enough, as times those that there would be on average; and where there are not, how much further. */
const AMPLE = 3;
const FURTHER = 8;

/** The reaches to be tried one after another until `limit` are found; the last one is everything. */
export async function* reaches(world: Pick<World, 'db'>, looking: Looking): AsyncGenerator<Reach> {
  const { entries, all } = looking.question;
  const apart = all / entries;
  const first = Math.ceil(AMPLE * looking.limit * apart);
  const narrow = entries > FEW || (entries > 0 && apart <= EVERYWHERE);
  for (let within = first; narrow && within < all; within *= FURTHER) {
    const edge = await edgeOf(world, looking, within);
    if (edge === null) break;
    yield { edge, walk: apart <= EVERYWHERE && within === first };
  }
  yield { edge: null, walk: false };
}

/** When the object came that is so many places from where the page begins; null where there are not so many. */
async function edgeOf({ db }: Pick<World, 'db'>, { what, from, up }: Looking, within: number): Promise<Date | null> {
  const { values, given } = parameters();
  const { rows } = await db.pool.query<{ at: Date }>({
    text: `SELECT e.at FROM "SearchEntry" e WHERE e.kind = '${what}' AND ${placeIn(from, up, given)} ${inOrder('e', up)} OFFSET ${within} LIMIT 1`,
    values,
  });
  return rows[0]?.at ?? null;
}

type Given = (value: unknown) => string;

/** The condition that an entry (`e`) lies beyond a place. */
export const placeIn = (from: Place | null, up: boolean, given: Given): string =>
  from
    ? `(e.at, e.id) ${up ? '>' : '<'} (${given(new Date(from.at).toISOString())}::timestamptz, ${given(from.id)}::uuid)`
    : 'true';

/** The condition that an entry lies up to the edge, with AND before it; empty where all is looked at. */
export const upTo = (edge: Date | null, up: boolean, given: Given): string =>
  edge ? ` AND e.at ${up ? '<=' : '>='} ${given(edge.toISOString())}::timestamptz` : '';

export const inOrder = (alias: string, up: boolean): string =>
  `ORDER BY ${alias}.at ${up ? 'ASC' : 'DESC'}, ${alias}.id ${up ? 'ASC' : 'DESC'}`;
