// Do groups end their cases at different speed, open cases counted in? The log-rank test, for comparing bodies, kinds or periods whose
// curves are drawn by Kaplan–Meier.
import { chiSquaredBeyond } from './chi-squared';
import type { Lack } from './estimate';
import type { Seen } from './kaplan-meier';
import { addUp, riskTable, type RiskRow } from './risk-table';

/** Of each group: how many cases ended, and how many would have if all groups ended theirs alike. */
export type Expected = { n: number; ended: number; expected: number };
/** `p`: how often chance alone makes groups differ as much, 0..1. It says nothing of how large the difference is. */
export type LogRank = { n: number; statistic: number; df: number; p: number; groups: Expected[] };

/**
 * The log-rank test of two or more groups (fewer throw); a lack where a group is empty or nothing ended while two groups were open.
 *
 *   χ² = (O − E)ᵀ V⁻¹ (O − E) over all groups but the last,  E_j = Σ dᵢ nᵢⱼ/nᵢ,  V_jk = Σ dᵢ (nᵢ − dᵢ)/(nᵢ − 1) · nᵢⱼ/nᵢ · (δ_jk − nᵢₖ/nᵢ)
 *
 * N. Mantel, "Evaluation of survival data and two new rank order statistics arising in its consideration", Cancer Chemotherapy Reports
 * 50 (1966) 163–170; R. Peto, J. Peto, J. Royal Statistical Society A 135 (1972) 185–207.
 */
export function logRank(groups: readonly (readonly Seen[])[]): LogRank | { n: number; lack: Lack } {
  if (groups.length < 2) throw new Error('one group has nothing to be compared with');
  const tables = groups.map((group) =>
    riskTable(group.map(({ time, ended, count }) => ({ time, end: ended || null, count }))),
  );
  const sizes = tables.map((table) => table[0]?.atRisk ?? 0);
  const n = addUp(sizes);
  if (sizes.includes(0)) return { n, lack: 'nothing_counted' };
  const k = groups.length;
  const expected = Array.from({ length: k }, () => 0);
  const variance = Array.from({ length: k - 1 }, () => Array.from({ length: k - 1 }, () => 0));
  const atRisk = [...sizes];
  for (const { ended, leave } of byTime(tables)) {
    const all = addUp(atRisk);
    const shares = atRisk.map((count) => count / all);
    const spread = all > 1 ? (ended * (all - ended)) / (all - 1) : 0;
    shares.forEach((share, j) => {
      expected[j] = (expected[j] ?? 0) + ended * share;
      variance[j]?.forEach((sum, other, row) => {
        row[other] = sum + spread * share * ((other === j ? 1 : 0) - (shares[other] ?? 0));
      });
    });
    leave.forEach((count, j) => {
      atRisk[j] = (atRisk[j] ?? 0) - count;
    });
  }
  const compared = tables.map((table, j) => ({
    n: sizes[j] ?? 0,
    ended: addUp(table.map(endedIn)),
    expected: expected[j] ?? 0,
  }));
  const away = compared.slice(0, -1).map((group) => group.ended - group.expected);
  const solved = solve(variance, away);
  if (!solved) return { n, lack: 'no_variation' };
  const statistic = Math.max(
    0,
    away.reduce((sum, difference, j) => sum + difference * (solved[j] ?? 0), 0),
  );
  return { n, statistic, df: k - 1, p: chiSquaredBeyond(statistic, k - 1), groups: compared };
}

const endedIn = ({ ended }: RiskRow<true>): number => addUp(ended.values());

/** At each time, in order: how many cases ended in all groups, and how many leave each group, ended or seen no longer. */
function byTime(tables: readonly (readonly RiskRow<true>[])[]): { ended: number; leave: number[] }[] {
  const at = new Map<number, { ended: number; leave: number[] }>();
  tables.forEach((table, j) => {
    for (const row of table) {
      const known = at.get(row.time) ?? { ended: 0, leave: tables.map(() => 0) };
      known.ended += endedIn(row);
      known.leave[j] = endedIn(row) + row.censored;
      at.set(row.time, known);
    }
  });
  return [...at].sort(([one], [other]) => one - other).map(([, row]) => row);
}

/** x of A x = b for a covariance matrix A, by Cholesky's decomposition; null where A is singular: a group is never compared. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const lower: number[][] = [];
  const forward: number[] = [];
  for (const [i, row] of matrix.entries()) {
    const own: number[] = [];
    const dot = (other: readonly number[], until: number) =>
      own.slice(0, until).reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
    for (const [j, above] of lower.entries()) own.push(((row[j] ?? 0) - dot(above, j)) / (above[j] ?? 1));
    const square = (row[i] ?? 0) - dot(own, i);
    if (square <= 1e-10 * Math.max(1e-300, row[i] ?? 0) || !(row[i] ?? 0)) return null;
    forward.push(((right[i] ?? 0) - dot(forward, i)) / Math.sqrt(square));
    lower.push([...own, Math.sqrt(square)]);
  }
  const solution = right.map(() => 0);
  for (let i = right.length - 1; i >= 0; i--) {
    let sum = forward[i] ?? 0;
    for (let j = i + 1; j < right.length; j++) sum -= (lower[j]?.[i] ?? 0) * (solution[j] ?? 0);
    solution[i] = sum / (lower[i]?.[i] ?? 1);
  }
  return solution;
}
