// What a search may be asked for, and how an address says it: the words, the noun that is looked for, the filters, the place in the list.
import { z } from 'zod';
import { KINDS } from '../../guide/schema';
import { isDay, type Day } from '../core/day';
import { STANDINGS } from '../core/standing';
import { TOPICS } from '../core/topic';

export const FOUND_KINDS = ['appeal', 'round', 'comment'] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

const day = z
  .string()
  .refine(isDay)
  .transform((value) => value as Day)
  .nullable()
  .catch(null);
const filterShape = z.object({
  q: z
    .string()
    .trim()
    .transform((text) => text.slice(0, 200))
    .catch(''),
  what: z.enum(FOUND_KINDS).catch('appeal'),
  /** The slug of a body: its own and those of all bodies under it. */
  body: z.string().max(80).catch(''),
  /** Of a case. */
  kind: z.enum(KINDS).nullable().catch(null),
  standing: z.enum(STANDINGS).nullable().catch(null),
  /** Of a round, and of the round of a comment. */
  topic: z.enum(TOPICS).nullable().catch(null),
  from: day,
  to: day,
});
export type SearchFilter = z.output<typeof filterShape>;
export type Place = { at: number; id: string };

const NAMES = Object.keys(filterShape.shape) as (keyof SearchFilter)[];

/** The filter that an address names; what can't be read counts as not asked. */
export const searchFilterOf = (query: URLSearchParams): SearchFilter =>
  filterShape.parse(Object.fromEntries(NAMES.map((name) => [name, query.get(name)?.replaceAll('\0', '') ?? null])));

/** The same as the query part of an address, without what is not asked and without a place in the list. */
export function searchQuery(filter: Partial<SearchFilter>): string {
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const value = filter[name];
    if (value && !(name === 'what' && value === 'appeal')) query.set(name, value);
  }
  return query.toString();
}
