// How closely do two shares go together that were counted from the same cases? By the cases that both count, where it is known how each
// fared in both; else by what the two shares leave possible. Called for composite scores.
import type { Counted } from './newcombe';

/** The cases that two shares both count, by how they fared in each. */
export type Fared = { both: number; onlyFirst: number; onlySecond: number; neither: number };

/**
 * The correlation −1..1 of two shares, of `first` and of `second` cases, by those that both count; half a case more in each field, so
 * that no field is empty. Shares without a case in common do not go together.
 *
 *   φ · n₁₂ / √(n₁ n₂),  φ = (ad − bc) / √((a + b)(c + d)(a + c)(b + d))
 *
 * K. Pearson, "On the theory of contingency" (1904); half a case: J. B. S. Haldane, Annals of Human Genetics 20 (1956) 309–311.
 */
export function correlationSeen(
  { both, onlyFirst, onlySecond, neither }: Fared,
  first: number,
  second: number,
): number {
  const common = both + onlyFirst + onlySecond + neither;
  const [a, b, c, d] = [both + 0.5, onlyFirst + 0.5, onlySecond + 0.5, neither + 0.5];
  const phi = (a * d - b * c) / Math.sqrt((a + b) * (c + d) * (a + c) * (b + d));
  return (phi * common) / Math.sqrt(first * second);
}

/** How far toward the greatest correlation that is possible: more often than not a case that goes well goes well in everything. */
const TOWARD = 0.75;

/**
 * The same where nobody knows how a case fared in both: three quarters of the way from the least to the greatest that two such shares
 * leave possible, as many cases in common as there can be.
 *
 *   max(0, p + q − 1) − pq  ≤  covariance of a case  ≤  min(p, q) − pq
 *
 * M. Fréchet, "Sur les tableaux de corrélation dont les marges sont données", Annales de l'Université de Lyon A 14 (1951) 53–77.
 */
export function correlationPossible(first: Counted, second: Counted): number {
  const [p, q] = [first, second].map(({ of, n }) => (of + 0.5) / (n + 1)) as [number, number];
  const least = Math.max(0, p + q - 1) - p * q;
  const greatest = Math.min(p, q) - p * q;
  const ofCase = ((1 - TOWARD) * least + TOWARD * greatest) / Math.sqrt(p * (1 - p) * q * (1 - q));
  return ofCase * Math.sqrt(Math.min(first.n, second.n) / Math.max(first.n, second.n));
}
