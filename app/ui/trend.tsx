// Estimates over time with their intervals: a picture only; who draws it puts the table of the numbers beneath.
import { Sign, type Axis, type Mark } from './ranges';

export type Series = {
  id: string;
  mark: Mark;
  /** One for each step of the chart; null where there is no figure. */
  points: readonly ({ estimate: number; low: number; high: number } | null)[];
};

const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 188;

/** `label` says in words what one sees. */
export function TrendChart({
  label,
  axis,
  steps,
  series,
}: {
  label: string;
  axis: Axis;
  steps: readonly string[];
  series: readonly Series[];
}) {
  const shift = (index: number) => (series.length > 1 ? (index === 0 ? -0.8 : 0.8) : 0);
  const x = (step: number, index: number) => `${8 + (84 * (step + 0.5)) / steps.length + shift(index)}%`;
  const y = (value: number) => BOTTOM - ((BOTTOM - TOP) * (value - axis.from)) / (axis.to - axis.from);
  return (
    <svg className="trend" width="100%" height={HEIGHT} role="img" aria-label={label} focusable="false">
      {axis.ticks.map(({ at, text }) => (
        <g key={at}>
          <line className="range-tick" x1="6%" x2="100%" y1={y(at)} y2={y(at)} />
          <text x="0" y={y(at) + 4}>
            {text}
          </text>
        </g>
      ))}
      {steps.map((step, at) => (
        <text key={at} x={x(at, -1)} y={HEIGHT - 10} textAnchor="middle">
          {step}
        </text>
      ))}
      {series.map(({ id, mark, points }, index) => (
        <g key={id} className={`range-${mark}`}>
          {points.map((point, at) => {
            const next = points[at + 1];
            return point && next ? (
              <line
                key={at}
                className="trend-line"
                {...{ x1: x(at, index), y1: y(point.estimate), x2: x(at + 1, index), y2: y(next.estimate) }}
              />
            ) : null;
          })}
          {points.map((point, at) =>
            point ? (
              <g key={at}>
                <line
                  className="range-line"
                  {...{ x1: x(at, index), x2: x(at, index), y1: y(point.low), y2: y(point.high) }}
                />
                <Sign mark={mark} x={x(at, index)} y={y(point.estimate)} />
              </g>
            ) : null,
          )}
        </g>
      ))}
    </svg>
  );
}
