// The standard normal distribution: the share below a point, and the point below which a share lies. Called by every method whose
// interval is estimate ± z · standard error.
import { endsOf } from './estimate';
import { upperGamma } from './gamma';

/**
 * Φ(z), the share 0..1 of the standard normal distribution below z: Φ(−z) = ½ Q(½, z²/2) for z >= 0.
 *
 * M. Abramowitz, I. A. Stegun (eds.), Handbook of Mathematical Functions (1964), 7.1.2, 26.2.29 and 6.5.17.
 */
export function normalBelow(z: number): number {
  const beyond = upperGamma(0.5, (z * z) / 2) / 2;
  return z > 0 ? 1 - beyond : beyond;
}

const evaluate = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

/** Numerator and denominator of algorithm AS 241 (PPND16) for the middle, the shoulders and the tails. */
const MIDDLE = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852546,
  ],
] as const;
const SHOULDER = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const;
const TAIL = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;

/**
 * The point z below which the standard normal distribution has the share p (0 < p < 1), to about 16 digits.
 *
 * M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37 (1988) 477–484, PPND16.
 */
export function normalPoint(p: number): number {
  if (!(p > 0 && p < 1)) throw new Error(`no point has the share ${p} below it`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * evaluate(MIDDLE[0], r)) / evaluate(MIDDLE[1], r);
  }
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const [[above, below], at] = r <= 5 ? [SHOULDER, r - 1.6] : [TAIL, r - 5];
  return (Math.sign(q) * evaluate(above, at)) / evaluate(below, at);
}

/** z of a two-sided interval: 1.96 for the level 0.95. A level outside of 0..1 throws. */
export const zOf = (level: number): number => -normalPoint(endsOf(level)[0]);
