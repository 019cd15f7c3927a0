// For how long somebody is appointed to a public council: from a day to a day, both included, no longer than the guide says. Asked when
// somebody is invited and when a seat is corrected.
import { z } from 'zod';
import type { Councils } from '../../guide/schema';
import { SIDES } from './composition';
import { addDays, addMonths, dayOf, instantOf, type Day, type Instant } from './day';
import { done, refuse, type Citation, type Outcome } from './refusal';
import { day } from './shape';

/** What an invitation to a council says of the seat, kept with it until it is taken. A term without its first day begins then. */
export const appointment = z.object({ side: z.enum(SIDES).nullable(), from: day.nullable(), until: day.nullable() });
export type Appointment = z.infer<typeof appointment>;

/** The last day of the longest term that begins on `from`; null where the guide has no longest. */
export const longestTerm = (councils: Councils | null, from: Day): Day | null =>
  councils && addDays(addMonths(from, councils.term.months), -1);

export const termBasis = (councils: Councils | null): Citation | undefined => {
  const [first] = councils?.term.basis ?? [];
  return first && { act: first.act, article: first.article };
};

type Asked = { councils: Councils | null; from: Day; until: Day | null; today: Day };

/**
 * The last day of the term, the longest where none is named. Refuses: invalid (it ends before it begins, or has ended), term_too_long
 * with the last day that could be.
 */
export function lastDayOf({ councils, from, until, today }: Asked): Outcome<Day | null> {
  const longest = longestTerm(councils, from);
  if (until === null) return done(longest);
  const fields = { termUntil: 'bad_day' } as const;
  if (until < from || until < today) return refuse('invalid', { fields });
  return longest !== null && until > longest
    ? refuse('term_too_long', { fields, params: { latest: longest }, basis: termBasis(councils) })
    : done(until);
}

/** When a seat ends: at the midnight after its last day. */
export const endOf = (lastDay: Day): Instant => instantOf(addDays(lastDay, 1), '00:00');
/** The last day of a seat that ends at `until`. */
export const lastDayBefore = (until: Instant): Day => dayOf(until - 1);
