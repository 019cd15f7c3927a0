// For how long somebody is appointed to a public council: from a day to a day, both included, no longer than the guide says. Asked when
// somebody is invited and when a seat is corrected.
import { z } from 'zod';
import type { Councils } from '../../guide/schema';
import { SIDES } from './composition';
import { addDays, addMonths, dayOf, instantOf, type Day, type Instant } from './day';
import { done, refuse, type Citation, type Outcome, type Refusal } from './refusal';
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

type Held = { since: Instant; until: Instant | null };

/**
 * Refuses terms_used_up, with the last day that could be, where somebody would sit on the council longer without a break than the guide's terms in a row:
 * `before` are the person's seats there so far. A seat that begins when the former one ends, or earlier, has no break before it.
 */
export function faultOfTerms(
  councils: Councils | null,
  { since, until }: Held,
  before: readonly Held[],
): { ok: false; refusal: Refusal } | null {
  const { months, in_a_row } = councils?.term ?? {};
  if (!months || !in_a_row || until === null) return null;
  const first = before
    .toSorted((a, b) => b.since - a.since)
    .reduce((start, one) => (one.until === null || one.until >= start ? Math.min(start, one.since) : start), since);
  const latest = addDays(addMonths(dayOf(first), months * in_a_row), -1);
  return lastDayBefore(until) > latest
    ? refuse('terms_used_up', { params: { latest }, fields: { termUntil: 'bad_day' }, basis: termBasis(councils) })
    : null;
}

/** When a seat ends: at the midnight after its last day. */
export const endOf = (lastDay: Day): Instant => instantOf(addDays(lastDay, 1), '00:00');
/** The last day of a seat that ends at `until`. */
export const lastDayBefore = (until: Instant): Day => dayOf(until - 1);
