// A corrected calendar or edition, and what it does to a day that was shown: what would be reckoned now beside what stands. Pure; asked by the
// dry run and, stream by stream, when the correction is applied. What remains of a term is never shortened: whoever relied on the day keeps it.
import { z } from 'zod';
import type { Calendar, Counting, DayReason, Edition } from '../../guide/schema';
import type { Day } from './day';
import { isSetDuty, ruleOf } from './duty';
import { reckon, type Reckoning } from './term';
import { spanOf } from './why';

export const CAUSES = ['calendar', 'edition'] as const;
/** What was corrected: the calendar, or one edition by another: `from` is the one that obligations were reckoned by. */
export type Cause = { kind: 'calendar' } | { kind: 'edition'; from: string; to: string };

/** moves: to a later day. keeps: an earlier day would come out, so that the one shown stays. confirms: the same day, no longer provisional. */
export const HOWS = ['moves', 'keeps', 'confirms'] as const;
export type How = (typeof HOWS)[number];
/** A day on the way that is looked at otherwise; null where it is now an ordinary day, or was. */
export type ChangedDay = { date: Day; was: DayReason | null; is: DayReason | null };
export type Correction = { how: How; was: Day; due: Day; days: ChangedDay[]; reckoning: Reckoning };

type Owed = { rule: string; procedure: string; edition: string; reckoning: Reckoning };
type Editions = { edition(id: string): Edition };

const sameSpan = (a: Reckoning['term'], b: Reckoning['term']): boolean =>
  a.n === b.n && a.unit === b.unit && a.direction === b.direction && a.roll === b.roll;

/** By which term and conventions the obligation is reckoned now; null where the correction is not about it. */
function termNow(
  { rule, procedure, edition, reckoning }: Owed,
  cause: Cause,
  guide: Editions,
): { term: Reckoning['term']; conventions: Counting } | null {
  if (cause.kind === 'calendar') {
    const { counting } = guide.edition(edition);
    return { term: reckoning.term, conventions: { ...counting, workweek: reckoning.workweek } };
  }
  if (edition !== cause.from || isSetDuty(rule)) return null;
  const before = ruleOf(guide.edition(cause.from), procedure, rule);
  const after = ruleOf(guide.edition(cause.to), procedure, rule);
  // A term that somebody extended or set is no longer the rule's.
  if (!before || !after || !sameSpan(reckoning.term, spanOf(before))) return null;
  return { term: spanOf(after), conventions: guide.edition(cause.to).counting };
}

/**
 * What the correction does to one obligation; null where it changes nothing that is shown. A day that has passed is left as it is: what follows
 * from it, a silence that counts as a refusal and the window to complain (APPC 91(2), 92), has come and is not taken back.
 */
export function correctionOf(
  owed: Owed,
  cause: Cause,
  { guide, calendar, today }: { guide: Editions; calendar: Calendar; today: Day },
): Correction | null {
  const { reckoning } = owed;
  // A notice counted backward was due before it was given: there is nothing to move any more.
  if (reckoning.term.direction === 'backward' || reckoning.due < today) return null;
  const now = termNow(owed, cause, guide);
  if (!now) return null;
  const found = reckon({ calendar, from: reckoning.from, ...now });
  const days = changedDays(reckoning, found);
  const was = reckoning.due;
  if (found.due > was) return { how: 'moves', was, due: found.due, days, reckoning: found };
  if (found.due < was)
    return { how: 'keeps', was, due: found.due, days, reckoning: { ...reckoning, provisional: found.provisional } };
  if (reckoning.provisional && !found.provisional) return { how: 'confirms', was, due: was, days, reckoning: found };
  return null;
}

/** Days that only one of the two looks at, or each otherwise. The start and a last day that rolled are no change of the calendar. */
function changedDays(before: Reckoning, after: Reckoning): ChangedDay[] {
  const plain = ({ notes }: Reckoning) =>
    new Map(notes.filter(({ why }) => why !== 'start' && why !== 'rolled').map(({ date, why }) => [date, why]));
  const [was, is] = [plain(before), plain(after)];
  const last = before.due < after.due ? before.due : after.due;
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((date) => date <= last && was.get(date) !== is.get(date))
    .sort()
    .map((date) => ({ date, was: was.get(date) ?? null, is: is.get(date) ?? null }));
}

/** Why, in the words that both sides of a duty are written. In Kazakh and in Russian. */
export const correctionReason = z.string().trim().min(20).max(2000);

/** A correction is approved by two people, neither of whom counts twice. */
export const APPROVALS = 2;
export type CorrectionState = 'proposed' | 'approved' | 'applied' | 'withdrawn';
