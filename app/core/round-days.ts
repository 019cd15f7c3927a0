// Whether the days of a round can be: the last not before the first, a hearing not in the past, a follow-up after the end.
import type { Day } from './day';
import { refuse, type Outcome } from './refusal';
import type { RoundSettings } from './round-event';

type Days = Pick<RoundSettings, 'opensDay' | 'closesDay' | 'hearing' | 'followUpDay'>;

/** The refusal `invalid` with the day at fault, or null. One-day rounds are rounds. */
export function faultOfDays(
  { opensDay, closesDay, hearing, followUpDay }: Days,
  today: Day,
): (Outcome<never> & { ok: false }) | null {
  if (opensDay < today) return refuse('invalid', { fields: { opensDay: 'bad_day' } });
  if (closesDay < opensDay) return refuse('invalid', { fields: { closesDay: 'bad_day' } });
  if (hearing && hearing.day < opensDay) return refuse('invalid', { fields: { hearingDay: 'bad_day' } });
  if (followUpDay && followUpDay <= closesDay) return refuse('invalid', { fields: { followUpDay: 'bad_day' } });
  return null;
}
