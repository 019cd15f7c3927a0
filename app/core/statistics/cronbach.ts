// Do the items of a dimension measure one thing? Cronbach's alpha of a scale, published beside every mean over several items.
import { endsOf, notEstimable, type Estimate, type NotEstimable } from './estimate';
import { fPoint } from './f';
import { momentsOf } from './moments';

/** Alpha, at most 1 and possibly below 0; `n` counts respondents, `items` the items of the scale. */
export type Alpha = Estimate & { items: number };

/**
 * Alpha of complete answers, one row a respondent, one number an item, every item keyed the same way; with Feldt's two-sided interval.
 * Rows of different length or with something that is no number throw: who left an item out is left out by the caller, and counted.
 * Not estimable from fewer than two respondents or two items, or where all sums of rows are the same.
 *
 *   α = k / (k − 1) · (1 − Σ s_i² / s_sum²),  1 − (1 − α) · F(1 − γ/2) .. 1 − (1 − α) · F(γ/2)  with n − 1 and (n − 1)(k − 1) df
 *
 * L. J. Cronbach, "Coefficient alpha and the internal structure of tests", Psychometrika 16 (1951) 297–334; L. S. Feldt, "The
 * approximate sampling distribution of Kuder–Richardson reliability coefficient twenty", Psychometrika 30 (1965) 357–370. The
 * interval takes the items to be parallel; with unequal items or answers far from normal it is somewhat too short.
 */
export function cronbach(rows: readonly (readonly number[])[], level = 0.95): Alpha | NotEstimable {
  const n = rows.length;
  const items = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== items)) throw new Error('answers with items left out have no alpha');
  const [less, more] = endsOf(level);
  const sums = momentsOf(rows.map((row) => row.reduce((sum, value) => sum + value, 0)));
  if (n < 2 || items < 2) return notEstimable(n, n === 0 ? 'nothing_counted' : 'too_few');
  if (sums.variance === 0) return notEstimable(n, 'no_variation');
  const apart = Array.from({ length: items }, (_, item) => momentsOf(rows.map((row) => row[item] ?? 0)).variance);
  const within = apart.reduce((sum, variance) => sum + variance, 0);
  const estimate = (items / (items - 1)) * (1 - within / sums.variance);
  const degrees = { above: n - 1, below: (n - 1) * (items - 1) };
  const end = (p: number) => 1 - (1 - estimate) * fPoint(p, degrees);
  return { n, items, estimate, low: end(more), high: end(less) };
}
