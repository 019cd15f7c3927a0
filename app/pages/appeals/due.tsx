// A case's due day as lists and heads show it: how near it is while the case is open, how it ended afterwards.
import type { Day } from '../../core/day';
import { NEAR } from '../../core/nearness';
import type { Standing } from '../../core/standing';
import type { Locale, Text } from '../../text';
import { longDay, numericDay } from '../../text/format';
import { Deadline, type Nearness } from '../../ui/deadline';

export type DueFacts = {
  standing: Standing;
  dueDay: Day;
  endedDay: Day | null;
  late: boolean;
  provisional: boolean;
  daysLeft: number;
};
function nearnessOf({ standing, late, daysLeft }: DueFacts): Nearness {
  switch (standing) {
    case 'received':
    case 'running':
      return daysLeft <= NEAR ? 'soon' : 'calm';
    case 'due_today':
      return 'today';
    case 'overdue':
      return 'overdue';
    case 'answered':
    case 'taken_to_note':
    case 'terminated':
    case 'returned':
      return late ? 'late' : 'kept';
    case 'withdrawn':
    case 'redirected':
      return 'ended';
  }
}

function noteOf(t: Text, { standing, endedDay, daysLeft }: DueFacts): string {
  if (standing === 'overdue') return t.clocks.overdue(Math.max(0, -daysLeft));
  if (standing === 'due_today') return t.clocks.today;
  return endedDay === null ? t.clocks.left(daysLeft) : t.clocks.endedOn(endedDay);
}

type Props = { t: Text; locale: Locale; facts: DueFacts; size?: 'line' | 'large'; label?: string };

export function Due({ t, locale, facts, size = 'line', label }: Props) {
  const { dueDay, provisional, endedDay } = facts;
  return (
    <Deadline
      nearness={nearnessOf(facts)}
      day={dueDay}
      dayText={size === 'large' ? longDay(locale, dueDay) : numericDay(locale, dueDay)}
      note={noteOf(t, facts)}
      provisional={
        provisional && endedDay === null ? (size === 'large' ? t.ledger.provisional : t.clocks.provisional) : undefined
      }
      size={size}
      label={label}
    />
  );
}
