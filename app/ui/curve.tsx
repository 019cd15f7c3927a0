// A curve that goes by steps, with the band of what it might be: the share still open after so many days. The table with the numbers
// stands beside it.

export type CurveStep = { time: number; value: number; low: number; high: number };
type CurveProps = {
  title: string;
  desc: string;
  /** From 0 on; the value before the first step is 1. */
  steps: readonly CurveStep[];
  /** Words at both ends of the axis of time. */
  from: string;
  to: string;
  /** Words at the top and at the bottom of the axis of shares. */
  top: string;
  bottom: string;
};

const WIDE = 600;
const HIGH = 220;

export function StepCurve({ title, desc, steps, from, to, top, bottom }: CurveProps) {
  const last = Math.max(1, steps.at(-1)?.time ?? 1);
  const x = (time: number) => Math.round((10 * WIDE * time) / last) / 10;
  const y = (share: number) => Math.round(10 * HIGH * (1 - share)) / 10;
  const line = stepsOf(steps, ({ value }) => value, 1, last);
  const band = [...stepsOf(steps, ({ high }) => high, 1, last), ...stepsOf(steps, ({ low }) => low, 1, last).reverse()];
  const points = (list: readonly [number, number][]) => list.map(([time, share]) => `${x(time)},${y(share)}`).join(' ');
  return (
    <figure className="curve">
      <figcaption>
        <strong>{title}</strong>
        <span>{desc}</span>
      </figcaption>
      <div className="curve-share" aria-hidden="true">
        <span>{top}</span>
      </div>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" role="img" aria-label={`${title}. ${desc}`}>
        {[0.25, 0.5, 0.75].map((share) => (
          <line key={share} className="curve-grid" x1="0" x2={WIDE} y1={y(share)} y2={y(share)} />
        ))}
        <polygon className="curve-band" points={points(band)} />
        <polyline className="curve-line" points={points(line)} />
      </svg>
      <div className="curve-axis" aria-hidden="true">
        <span>
          {bottom} · {from}
        </span>
        <span>{to}</span>
      </div>
    </figure>
  );
}

/** Corners of a line that stays until the next step. */
function stepsOf(
  steps: readonly CurveStep[],
  of: (step: CurveStep) => number,
  before: number,
  last: number,
): [number, number][] {
  const corners: [number, number][] = [[0, before]];
  let at = before;
  for (const step of steps) {
    corners.push([step.time, at], [step.time, of(step)]);
    at = of(step);
  }
  corners.push([last, at]);
  return corners;
}
