// Estimates of survey figures with their intervals, drawn by the server: under one axis in a table, so that every number stands beside
// its picture. A side has a mark of its own besides its colour.
import type { ReactNode } from 'react';
import { ChartHead, type ChartHeadProps } from './figure';

/** A side's own mark, besides its colour. */
export type Mark = 'circle' | 'square' | 'diamond';
export type Axis = { from: number; to: number; ticks: readonly { at: number; text: string }[] };

export const place = (value: number, { from, to }: Pick<Axis, 'from' | 'to'>): string =>
  `${Math.round((1000 * (Math.min(Math.max(value, from), to) - from)) / (to - from)) / 10}%`;

/** Drawn around its own middle. */
export function Sign({ mark, x, y }: { mark: Mark; x: string; y: number }) {
  return (
    <svg x={x} y={y} className={`sign sign-${mark}`} overflow="visible">
      {mark === 'circle' ? <circle r="5.5" /> : null}
      {mark === 'square' ? <rect x="-5" y="-5" width="10" height="10" /> : null}
      {mark === 'diamond' ? <rect x="-5" y="-5" width="10" height="10" transform="rotate(45)" /> : null}
    </svg>
  );
}

export type Range = {
  id: string;
  label: ReactNode;
  mark: Mark;
  /** Null where there is no estimate; `text` then says why. */
  value: { estimate: number; low: number; high: number } | null;
  text: ReactNode;
  note?: ReactNode;
};
type RangesProps = ChartHeadProps & {
  axis: Axis;
  /** A line through all rows: nought of a difference. */
  zero?: number;
  rows: readonly Range[];
};

/** Estimates with their intervals, one under the other on one axis, each number beside its picture. */
export function Ranges({ title, desc, columns, axis, zero, rows }: RangesProps) {
  return (
    <figure className="bars bars-ranged ranges">
      <table>
        <ChartHead {...{ title, desc, columns }} />
        <tbody>
          {rows.map(({ id, label, mark, value, text, note }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td className="bars-cell" aria-hidden="true">
                <svg className={`range range-${mark}`} width="100%" height="22" focusable="false">
                  <line className="range-rail" x1="0" x2="100%" y1="11" y2="11" />
                  {axis.ticks.map(({ at }) => (
                    <line key={at} className="range-tick" x1={place(at, axis)} x2={place(at, axis)} y1="6" y2="16" />
                  ))}
                  {zero === undefined ? null : (
                    <line className="range-zero" x1={place(zero, axis)} x2={place(zero, axis)} y1="0" y2="22" />
                  )}
                  {value ? (
                    <>
                      <line
                        className="range-line"
                        x1={place(value.low, axis)}
                        x2={place(value.high, axis)}
                        y1="11"
                        y2="11"
                      />
                      <Sign mark={mark} x={place(value.estimate, axis)} y={11} />
                    </>
                  ) : null}
                </svg>
              </td>
              <td className="bars-value">{text}</td>
              {columns.note ? <td className="bars-note">{note}</td> : null}
            </tr>
          ))}
        </tbody>
        <tfoot aria-hidden="true">
          <tr>
            <td />
            <td className="bars-cell">
              <svg className="range-axis" width="100%" height="18" focusable="false">
                {axis.ticks.map(({ at, text }, index) => (
                  <text key={at} x={place(at, axis)} y="13" textAnchor={anchor(index, axis.ticks.length)}>
                    {text}
                  </text>
                ))}
              </svg>
            </td>
            <td />
            {columns.note ? <td /> : null}
          </tr>
        </tfoot>
      </table>
    </figure>
  );
}

const anchor = (index: number, of: number): 'start' | 'middle' | 'end' =>
  index === 0 ? 'start' : index === of - 1 ? 'end' : 'middle';

/** Which mark stands for whom; for pictures whose rows do not say it. */
export function Legend({ items }: { items: readonly { mark: Mark; name: string }[] }) {
  return (
    <ul className="legend">
      {items.map(({ mark, name }) => (
        <li key={mark} className={`range-${mark}`}>
          <svg width="16" height="16" aria-hidden="true" focusable="false">
            <Sign mark={mark} x="8" y={8} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
