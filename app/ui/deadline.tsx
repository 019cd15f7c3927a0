// A due day and how near it is. The words ("3 working days left", "due today", "overdue by 2 days") come from the caller.
import type { ReactNode } from 'react';
import type { Day } from '../core/day';
import { Icon, type IconName } from './icon';

const LOOK = {
  calm: 'clock',
  soon: 'clock',
  today: 'hourglass',
  overdue: 'alarm',
  kept: 'check',
  late: 'warning',
  ended: 'note',
} as const satisfies Record<string, IconName>;

export type Nearness = keyof typeof LOOK;
type DeadlineProps = {
  nearness: Nearness;
  day: Day;
  /** The day as written for the reader. */
  dayText: string;
  /** How many working days are left, or since when it is overdue. */
  note?: ReactNode;
  /** The day comes from a projected calendar: the word for it. */
  provisional?: string;
  size?: 'line' | 'large';
  label?: string;
};

/** 'line' for tables and lists, 'large' for the head of a case. */
export function Deadline({ nearness, day, dayText, note, provisional, size = 'line', label }: DeadlineProps) {
  return (
    <div className={`deadline deadline-${nearness} deadline-${size}`}>
      <Icon name={LOOK[nearness]} />
      <div>
        {label ? <span className="deadline-label">{label}</span> : null}
        <time dateTime={day}>{dayText}</time>
        {note ? <span className="deadline-note">{note}</span> : null}
        {provisional ? <span className="deadline-provisional">{provisional}</span> : null}
      </div>
    </div>
  );
}
