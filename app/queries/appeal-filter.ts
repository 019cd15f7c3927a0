// What a list of appeals may be asked for, and how an address says it: the filter and the place in the list.
import { z } from 'zod';
import { KINDS } from '../../guide/schema';
import { isDay, type Day } from '../core/day';
import { STANDINGS } from '../core/standing';

const day = z
  .string()
  .refine(isDay)
  .transform((value) => value as Day);
const filterShape = z.object({
  q: z
    .string()
    .trim()
    .transform((text) => text.slice(0, 200))
    .catch(''),
  /** The slug of a body: its own cases and those of all bodies under it. */
  body: z.string().max(80).catch(''),
  kind: z.enum(KINDS).nullable().catch(null),
  standing: z.enum(STANDINGS).nullable().catch(null),
  time: z.enum(['late', 'in_time']).nullable().catch(null),
  from: day.nullable().catch(null),
  to: day.nullable().catch(null),
  /** `mine`: of one's own side as applicant; `ours`: at the bodies where one works. */
  whose: z.enum(['mine', 'ours']).nullable().catch(null),
});
export type AppealFilter = z.output<typeof filterShape>;
export type Cursor = { at: number; id: string };

/** The filter that an address names; what can't be read counts as not asked. */
export const filterOf = (query: URLSearchParams): AppealFilter =>
  filterShape.parse(
    Object.fromEntries(
      ['q', 'body', 'kind', 'standing', 'time', 'from', 'to', 'whose'].map((name) => [name, query.get(name)]),
    ),
  );

const CURSOR = /^(\d{1,13})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
export const cursorOf = (text: string | null): Cursor | null => {
  const [, at, id] = CURSOR.exec(text ?? '') ?? [];
  return at && id ? { at: Number(at), id } : null;
};
export const cursorText = ({ receivedAt, id }: { receivedAt: Date; id: string }): string =>
  `${receivedAt.getTime()}_${id}`;
