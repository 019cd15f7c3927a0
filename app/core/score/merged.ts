// Like facts as one, their counts added up.

/** Facts that differ in nothing but their count become one; the order of columns does not matter. */
export function merged<F extends { count: number }>(facts: readonly F[]): F[] {
  const found = new Map<string, F>();
  for (const fact of facts) {
    const { count, ...alike } = fact;
    const key = JSON.stringify(Object.entries(alike).sort(([a], [b]) => (a < b ? -1 : 1)));
    found.set(key, { ...fact, count: (found.get(key)?.count ?? 0) + count });
  }
  return [...found.values()];
}
