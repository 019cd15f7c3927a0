// What a list of rounds may be asked for, and how an address says it: the filter and the place in the list.
import { z } from 'zod';
import { ROUND_KINDS, STAGES } from '../../guide/schema';
import { REGIONS } from '../core/region';
import { TOPICS } from '../core/topic';

const filterShape = z.object({
  q: z
    .string()
    .trim()
    .transform((text) => text.slice(0, 200))
    .catch(''),
  /** The slug of a body: its own rounds and those of all bodies under it. */
  body: z.string().max(80).catch(''),
  kind: z.enum(ROUND_KINDS).nullable().catch(null),
  topic: z.enum(TOPICS).nullable().catch(null),
  /** A region; rounds of the whole country concern it too. */
  region: z.enum(REGIONS).nullable().catch(null),
  stage: z.enum(STAGES).nullable().catch(null),
});
export type RoundFilter = z.output<typeof filterShape>;
/** What the calendar and the feeds are narrowed by. */
export type DaysAsked = Pick<RoundFilter, 'body' | 'topic' | 'region'>;
/** The place in the list: rank of the stage, place by day, id. */
export type RoundCursor = { rank: number; day: number; id: string };

/** The filter that an address names; what can't be read counts as not asked. */
export const roundFilterOf = (query: URLSearchParams): RoundFilter =>
  filterShape.parse(
    Object.fromEntries(['q', 'body', 'kind', 'topic', 'region', 'stage'].map((name) => [name, query.get(name)])),
  );

/** Whose region it is (alias `r`, the region as an SQL value): rounds of the whole country concern every region. */
export const concerns = (region: string): string => `(cardinality(r.regions) = 0 OR ${region} = ANY (r.regions))`;

const CURSOR = /^(\d)_(-?\d{1,6})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
export const roundCursorOf = (text: string | null): RoundCursor | null => {
  const [, rank, day, id] = CURSOR.exec(text ?? '') ?? [];
  return rank && day && id ? { rank: Number(rank), day: Number(day), id } : null;
};
export const roundCursorText = ({ rank, day, id }: RoundCursor): string => `${rank}_${day}_${id}`;
