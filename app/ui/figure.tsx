// Numbers people look at: a stat tile with its source, and bars that are a picture and a table at once.
import type { ReactNode } from 'react';
import type { Estimate, NotEstimable } from '../core/statistics/estimate';

type StatProps = {
  figure: ReactNode;
  label: ReactNode;
  /** What the figure stands on: n, interval, period. */
  note?: ReactNode;
  /** Where it can be checked. */
  source?: { href: string; label: string };
  tone?: 'plain' | 'clock' | 'danger' | 'good';
};

/** A number and the words that count it: the words are set smaller, so that '11 working days' stays one line where it can. */
const COUNTED = /^(.*\d)(\s+)(\p{L}\D*)$/u;

export function Stat({ figure, label, note, source, tone = 'plain' }: StatProps) {
  const [, number, space, unit] = (typeof figure === 'string' && COUNTED.exec(figure)) || [];
  return (
    <div className={`stat stat-${tone}`}>
      <p className="stat-figure">
        {unit ? (
          <>
            {number}
            {space}
            <small>{unit}</small>
          </>
        ) : (
          figure
        )}
      </p>
      <p className="stat-label">{label}</p>
      {note ? <p className="stat-note">{note}</p> : null}
      {source ? (
        <p className="stat-source">
          <a href={source.href}>{source.label}</a>
        </p>
      ) : null}
    </div>
  );
}

export type Bar = {
  label: ReactNode;
  id: string;
  /** In the chart's unit; what is written beside is `text`. Null where there is no figure: the track alone. */
  value: number | null;
  text: string;
  /** An interval around the value, same unit. */
  low?: number;
  high?: number;
  /** Stands in its own column: n, days. */
  note?: string;
  tone?: 'brand' | 'clock' | 'danger' | 'good' | 'muted';
};
/** The bar of an estimate with its interval; the track alone where there is none. */
export const barOf = (it: Estimate | NotEstimable): Pick<Bar, 'value' | 'low' | 'high'> =>
  it.estimate === null ? { value: null } : { value: it.estimate, low: it.low, high: it.high };

type BarChartProps = ChartHeadProps & {
  bars: readonly Bar[];
  /** The value of a full bar; the largest value or upper end unless told. */
  max?: number;
  source?: ReactNode;
};

export type ChartHeadProps = {
  title: ReactNode;
  /** One sentence that says what one sees; read aloud and shown under the title. */
  desc: ReactNode;
  /** Names of the columns: what the rows are, the value with its picture, the note. */
  columns: { label: string; value: string; note?: string };
};

/** Caption and head of a table in which each number has its picture beside it. */
export const ChartHead = ({ title, desc, columns }: ChartHeadProps) => (
  <>
    <caption>
      {title}
      <span>{desc}</span>
    </caption>
    <thead>
      <tr>
        <th scope="col">{columns.label}</th>
        <th scope="col" className="bars-value" colSpan={2}>
          {columns.value}
        </th>
        {columns.note ? (
          <th scope="col" className="bars-note">
            {columns.note}
          </th>
        ) : null}
      </tr>
    </thead>
  </>
);

/** Horizontal bars in a real table: every number stands beside its picture, on any screen and in print. */
export function BarChart({ title, desc, columns, bars, max, source }: BarChartProps) {
  const full = max ?? Math.max(1e-9, ...bars.map(({ value, high }) => Math.max(value ?? 0, high ?? 0)));
  const at = (value: number) => `${Math.round((1000 * Math.min(Math.max(value, 0), full)) / full) / 10}%`;
  const ranged = bars.some(({ low, value }) => low !== undefined || value === null);
  return (
    <figure className={ranged ? 'bars bars-ranged' : 'bars'}>
      <table>
        <ChartHead {...{ title, desc, columns }} />
        <tbody>
          {bars.map(({ id, label, value, text, low, high, note, tone = 'brand' }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td className="bars-cell" aria-hidden="true">
                <svg className={`bar bar-${tone}`} width="100%" height="18" focusable="false">
                  <rect className="bar-track" width="100%" height="12" y="3" rx="2" />
                  {value === null ? null : <rect className="bar-fill" width={at(value)} height="12" y="3" rx="2" />}
                  {low !== undefined && high !== undefined ? (
                    <>
                      <line className="bar-range" x1={at(low)} x2={at(high)} y1="9" y2="9" />
                      <line className="bar-range" x1={at(low)} x2={at(low)} y1="4" y2="14" />
                      <line className="bar-range" x1={at(high)} x2={at(high)} y1="4" y2="14" />
                    </>
                  ) : null}
                </svg>
              </td>
              <td className="bars-value">{text}</td>
              {columns.note ? <td className="bars-note">{note}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {source ? <figcaption>{source}</figcaption> : null}
    </figure>
  );
}
