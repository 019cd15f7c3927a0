// Who could still end at each time, and who did? The table under every estimate of time to an end. Called by kaplan-meier,
// aalen-johansen and log-rank.

/**
 * How long something was seen (0 or more, in the unit of the caller), how it ended then, null when it was still open; and how many such
 * there are, 1 unless said: figures kept up to date from counts a day need not list every case again.
 */
export type Observed<C> = { time: number; end: C | null; count?: number };

/** At `time`: `atRisk` were seen open just before, `ended` of them ended by end, `censored` were seen no longer. */
export type RiskRow<C> = { time: number; atRisk: number; ended: Map<C, number>; censored: number };

/** How many: a whole number, 0 or more; anything else throws. */
export function countOf({ count = 1 }: { count?: number }): number {
  if (!Number.isInteger(count) || count < 0) throw new Error(`${count} is no number of cases`);
  return count;
}

export const addUp = (counts: Iterable<number>): number => {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
};

/** The rows of all times that occur, in order, whatever the order of the cases. Times below 0 or that are no number throw. */
export function riskTable<C>(cases: Iterable<Observed<C>>): RiskRow<C>[] {
  const at = new Map<number, RiskRow<C>>();
  let left = 0;
  for (const one of cases) {
    const { time, end } = one;
    if (!(time >= 0 && time < Infinity)) throw new Error(`${time} is no time that passed`);
    const count = countOf(one);
    if (count === 0) continue;
    left += count;
    const row = at.get(time) ?? { time, atRisk: 0, ended: new Map<C, number>(), censored: 0 };
    if (end === null) row.censored += count;
    else row.ended.set(end, (row.ended.get(end) ?? 0) + count);
    at.set(time, row);
  }
  const rows = [...at.values()].sort((one, other) => one.time - other.time);
  for (const row of rows) {
    row.atRisk = left;
    left -= addUp(row.ended.values()) + row.censored;
  }
  return rows;
}
