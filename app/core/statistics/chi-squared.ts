// The chi-squared distribution: how often chance alone gives a statistic at least that large. Called by tests that compare groups.
import { upperGamma } from './gamma';

/**
 * The share 0..1 of a chi-squared distribution with `df` > 0 degrees of freedom that lies beyond `statistic` >= 0: Q(df/2, x/2).
 *
 * K. Pearson, Philosophical Magazine (5) 50 (1900) 157–175; Abramowitz & Stegun (1964), 26.4.19.
 */
export const chiSquaredBeyond = (statistic: number, df: number): number => upperGamma(df / 2, statistic / 2);
