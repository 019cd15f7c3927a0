// How often would chance give the first group at least that many, when all are dealt out blindly? Fisher's exact test, one-sided.
import { logGamma } from './gamma';

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/**
 * The probability 0..1 that of a.of + b.of marked among a.n + b.n, drawn without putting back, at least a.of fall to a.n. Whole counts,
 * of <= n.
 *
 *   Σ C(a.n, k) C(b.n, m − k) / C(a.n + b.n, m) over k from a.of,  m = a.of + b.of
 *
 * R. A. Fisher, "The logic of inductive inference", J. Royal Statistical Society 98 (1935) 39–82.
 */
export function hypergeometricTail(a: { of: number; n: number }, b: { of: number; n: number }): number {
  const marked = a.of + b.of;
  const all = logChoose(a.n + b.n, marked);
  let sum = 0;
  // From the end inward: small terms first.
  for (let k = Math.min(a.n, marked); k >= Math.max(a.of, marked - b.n); k--)
    sum += Math.exp(logChoose(a.n, k) + logChoose(b.n, marked - k) - all);
  return Math.min(1, sum);
}
