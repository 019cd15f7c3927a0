// Like facts as one, their counts added up.

/** Facts that differ in nothing but their count become one; the order of columns does not matter. */
export function merged<F extends { count: number }>(facts: readonly F[]): F[] {
  const [first] = facts;
  // All are of one kind: the same names in each, in whatever order.
  const names = (first ? Object.keys(first) : []).filter((name) => name !== 'count') as (keyof F)[];
  const found = new Map<string, F>();
  for (const fact of facts) {
    const key = JSON.stringify(names.map((name) => fact[name]));
    const known = found.get(key);
    found.set(key, known ? { ...known, count: known.count + fact.count } : { ...fact });
  }
  return [...found.values()];
}
