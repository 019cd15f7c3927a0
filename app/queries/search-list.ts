// Which objects a search finds, newest first, a page at a time, and how many of each noun. However many objects there are, it reads about as
// many as it shows: of words that many objects have, hits are looked for among the newest ones first, and further back until a page is full.
import { dayOf } from '../core/day';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { externalIn, numbersIn } from './appeals-where';
import type { FoundKind, Place, SearchFilter } from './search-filter';
import type { Question } from './search-question';
import { inOrder, placeIn, reaches, upTo, type Reach } from './search-reach';
import { SCOPES } from './search-scope';
import { parameters } from './statement';

export const PAGE = 20;
/** Counts are exact up to here; beyond it a page says "50+". */
export const COUNTED = 50;

export type Found = { id: string; at: Date };
export type FoundPage = { rows: Found[]; count: number | null; newer: Place | null; older: Place | null };
type Asking = { filter: SearchFilter; question: Question; what: FoundKind };
type Paging = { after: Place | null; before: Place | null; limit: number };

const placeOf = ({ at, id }: Found): Place => ({ at: at.getTime(), id });

/** A page of what is found: from the start, after a place, or before one. `count`: of the first page, as countFound gives it. */
export async function findPage(
  world: World,
  viewer: Viewer | null,
  asking: Asking,
  paging: Paging,
): Promise<FoundPage> {
  const { after, before, limit } = paging;
  const up = before !== null;
  const from = before ?? after;
  // The first page reads as far as is counted, and saves the counting.
  const some = await findSome(world, viewer, asking, {
    from,
    up,
    limit: from ? limit + 1 : Math.max(limit, COUNTED) + 1,
  });
  const rows = some.slice(0, limit);
  if (up) rows.reverse();
  const more = some.length > limit;
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    count: from ? null : Math.min(some.length, COUNTED + 1),
    newer: first && (up ? more : after !== null) ? placeOf(first) : null,
    older: last && (up ? true : more) ? placeOf(last) : null,
  };
}

type Some = { from: Place | null; up: boolean; limit: number };

async function findSome(world: World, viewer: Viewer | null, asking: Asking, some: Some): Promise<Found[]> {
  if (asking.question.tsquery === null) return [];
  let found: Found[] = [];
  for await (const reach of reaches(world, { ...asking, ...some })) {
    found = await find(world, viewer, asking, { ...some, ...reach });
    if (found.length === some.limit) break;
  }
  return found;
}

async function find(
  world: World,
  viewer: Viewer | null,
  { filter, question, what }: Asking,
  { from, up, limit, edge, walk }: Some & Reach,
): Promise<Found[]> {
  const { values, given } = parameters();
  const today = dayOf(world.now());
  const scope = SCOPES[what]({ filter, viewer, today, given });
  const words = `e.words @@ ${given(question.tsquery)}::tsquery`;
  const ofKind = `e.kind = '${what}' AND ${placeIn(from, up, given)}${upTo(edge, up, given)}`;
  const numbers = numbersOf(what, filter.q, today);
  // Apart from the words: with OR between them no index would serve.
  const byNumber = numbers
    ? ` UNION ALL SELECT e.id, e.at FROM "SearchEntry" e WHERE e.id IN (SELECT n.id FROM "${numbers.table}" n WHERE n.number = ANY (${given(numbers.values)}::text[])${
        what === 'appeal' ? ` OR n."externalNumber" = ${given(externalIn(filter.q))}` : ''
      }) AND ${ofKind} AND NOT (${words})`
    : '';
  const byWords = walk
    ? `SELECT e.id, e.at FROM (SELECT id, at, words FROM "SearchEntry" e WHERE ${ofKind} OFFSET 0) e WHERE ${words}`
    : `SELECT e.id, e.at FROM "SearchEntry" e WHERE ${ofKind} AND ${words}`;
  // Hits are put in order before they are looked at one by one, until there are enough that the viewer may read: PostgreSQL guesses badly
  // how many a word has, and would walk all objects for a rare one, or read all of them for a common one.
  const { rows } = await world.db.pool.query<Found>({
    text: `WITH hits AS MATERIALIZED (${byWords}${byNumber})
SELECT e.id, e.at FROM (SELECT h.id, h.at FROM hits h ${inOrder('h', up)}) e
 CROSS JOIN LATERAL (SELECT 1 FROM ${scope.from} WHERE ${scope.conditions.join(' AND ')} LIMIT 1) readable
 ${inOrder('e', up)} LIMIT ${limit}`,
    values,
  });
  return rows;
}

/** How many are found, up to COUNTED + 1: "more than COUNTED". With `since`, only of those that came after it. */
export async function countFound(world: World, viewer: Viewer | null, asking: Asking, since?: Date): Promise<number> {
  const from = since ? { at: since.getTime(), id: LAST_ID } : null;
  const rows = await findSome(world, viewer, asking, { from, up: since !== undefined, limit: COUNTED + 1 });
  return rows.length;
}
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const TABLES = { appeal: 'Appeal', round: 'Round', comment: 'Comment' } as const satisfies Record<FoundKind, string>;

/** Objects whose number may have been typed. */
function numbersOf(
  what: FoundKind,
  q: string,
  today: ReturnType<typeof dayOf>,
): { table: string; values: string[] } | null {
  const typed = q.trim().toUpperCase();
  const values = what === 'appeal' ? numbersIn(typed, today) : /^[RC]-\d{4}-\d{6}$/.test(typed) ? [typed] : [];
  return values.length > 0 || (what === 'appeal' && typed) ? { table: TABLES[what], values } : null;
}
