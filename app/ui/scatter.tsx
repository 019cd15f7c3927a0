// A cloud of points: a picture only; who draws it puts the table of the numbers beside.
type Props = {
  title: string;
  desc: string;
  points: readonly (readonly [across: number, up: number])[];
  /** The ends of the axis across; upward the points' own ends, with some room. */
  across: readonly [from: number, to: number];
};

const [WIDE, HIGH, EDGE] = [600, 280, 12];

export function Scatter({ title, desc, points, across: [from, to] }: Props) {
  const heights = points.map(([, up]) => up);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const x = (value: number) => EDGE + ((WIDE - 2 * EDGE) * (value - from)) / (to - from);
  const y = (value: number) => HIGH - EDGE - ((HIGH - 2 * EDGE) * (value - low)) / Math.max(1e-9, high - low);
  return (
    <figure className="curve">
      <figcaption>
        <strong>{title}</strong>
        <span>{desc}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={`${title}. ${desc}`} className="scatter">
        {[0.25, 0.5, 0.75].map((share) => (
          <line
            key={share}
            className="curve-grid"
            x1={x(from + share * (to - from))}
            x2={x(from + share * (to - from))}
            y1="0"
            y2={HIGH}
          />
        ))}
        {points.map(([across, up]) => (
          <circle key={`${across} ${up}`} cx={x(across)} cy={y(up)} r="5" />
        ))}
      </svg>
    </figure>
  );
}
