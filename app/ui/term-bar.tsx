// Two pictures of progress: the term as a bar with its two clocks (original and extended due day), and the stages of a case.
import type { ReactNode } from 'react';
import { daysBetween, type Day } from '../core/day';
import { Icon } from './icon';

type Point = { day: Day; label: string; dayText: string };
type TermBarProps = {
  /** Read in place of the picture. */
  summary: string;
  start: Point;
  due: Point;
  /** The extended or corrected due day. */
  extended?: Point;
  today?: Point;
  /** The day of the answer or other end; the bar stops growing there. */
  ended?: Point;
};

/** Start, today, due; with an extension both due days stand on the bar, and time past the first is drawn apart. */
export function TermBar({ summary, start, due, extended, today, ended }: TermBarProps) {
  const end = [due, extended, today, ended].reduce(
    (far, point) => (point && point.day > far ? point.day : far),
    due.day,
  );
  const span = Math.max(1, daysBetween(start.day, end));
  const share = (day: Day) => Math.min(1, Math.max(0, daysBetween(start.day, day) / span));
  const at = (day: Day) => `${Math.round(share(day) * 1000) / 10}%`;
  const reached = ended?.day ?? today?.day ?? start.day;
  const lastDue = extended?.day ?? due.day;
  const piece = (className: string, from: Day, to: Day) =>
    to > from ? (
      <rect
        className={className}
        x={at(from)}
        y="10"
        width={`${Math.round((share(to) - share(from)) * 1000) / 10}%`}
        height="10"
      />
    ) : null;
  const early = (a: Day, b: Day) => (a < b ? a : b);
  return (
    <div className="termbar">
      <svg width="100%" height="30" role="img" aria-label={summary} focusable="false">
        <rect className="termbar-track" x="0" y="10" width={at(lastDue)} height="10" />
        {piece('termbar-extra', due.day, lastDue)}
        {piece('termbar-gone', start.day, early(reached, due.day))}
        {piece('termbar-gone-extra', due.day, early(reached, lastDue))}
        {piece('termbar-late', lastDue, reached)}
        <line className="termbar-start" x1="1" x2="1" y1="5" y2="25" />
        <line
          className={extended ? 'termbar-former' : 'termbar-due'}
          x1={at(due.day)}
          x2={at(due.day)}
          y1="2"
          y2="28"
        />
        {extended ? <line className="termbar-due" x1={at(extended.day)} x2={at(extended.day)} y1="2" y2="28" /> : null}
        {ended ? <circle className="termbar-ended" cx={at(ended.day)} cy="15" r="6" /> : null}
        {today && !ended ? <circle className="termbar-today" cx={at(today.day)} cy="15" r="6" /> : null}
      </svg>
      <ul className="termbar-points">
        {(
          [
            ['start', start],
            [extended ? 'former' : 'due', due],
            ['due', extended],
            ['ended', ended],
            ['today', ended ? undefined : today],
          ] as const
        ).map(([kind, point], index) =>
          point ? (
            <li key={index} className={`termbar-is-${kind}`}>
              <i aria-hidden="true" />
              <span>{point.label}</span> <time dateTime={point.day}>{point.dayText}</time>
            </li>
          ) : null,
        )}
      </ul>
    </div>
  );
}

export type Stage = {
  label: string;
  note?: ReactNode;
  state: 'done' | 'now' | 'next';
  /** Read with the label: "done", "now", "ahead". */ stateText: string;
};

/** The stages one after another, the present one marked. `short`: on narrow screens a row of marks with the present one's name alone. */
export function StageBar({ label, stages, short }: { label: string; stages: readonly Stage[]; short?: true }) {
  return (
    <ol className={short ? 'stages stages-short' : 'stages'} aria-label={label}>
      {stages.map(({ label: name, note, state, stateText }) => (
        <li key={name} className={`stage stage-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <span className="stage-mark">{state === 'done' ? <Icon name="check" /> : null}</span>
          <span className="stage-name">
            {name} <span className="unseen">({stateText})</span>
          </span>
          {note ? <span className="stage-note">{note}</span> : null}
        </li>
      ))}
    </ol>
  );
}
