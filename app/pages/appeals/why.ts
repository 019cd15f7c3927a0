// Why a day is the day, in two or three whole sentences: the term, the days off on its way, weekend days worked, a last day
// moved on. For cards and asides where the drawn ledger would be too much.
import type { Day } from '../../core/day';
import type { ReasonedTerm } from '../../queries/reasons';
import type { Text } from '../../text';

const OFF = new Set(['holiday', 'substitute', 'moved_off']);

/** Sentences in the order they are read. `today` decides whether the term ends or ended. */
export function whySentences(t: Text, { term, due, days }: ReasonedTerm, today: Day): string[] {
  const { why } = t.clocks;
  const span = t.ledger.term(term.n, term.unit);
  const off = days.filter((day) => OFF.has(day.why)).map(({ date }) => date);
  const worked = days.filter((day) => day.why === 'moved_work').map(({ date }) => date);
  if (term.n === 0 && due >= today) return [why.sameDay(due)];
  return [
    due < today ? why.ended(span, due) : why.ends(span, due),
    ...(off.length > 0 ? [why.daysOff(off)] : []),
    ...(worked.length > 0 ? [why.movedWork(worked)] : []),
    ...(days.some((day) => day.why === 'rolled') ? [why.rolled(due)] : []),
  ];
}
