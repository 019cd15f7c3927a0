// Facts as they come, one case, duty or comment after another, put together by body and period with like ones counted. Used where facts are
// folded from the ledger and where they are read from the open data.
import { NO_FACTS, type Facts } from './facts';
import type { Mark } from './stale';

/** Facts by body and period. */
export type Counted = Map<string, Mark & Facts>;
export type Add = <P extends keyof Facts>(at: Mark, part: P, fact: Omit<Facts[P][number], 'count'>) => void;

type Place = { mark: Mark; parts: Map<keyof Facts, Map<string, { count: number }>> };

export function counting(): { add: Add; result(): Counted } {
  const places = new Map<string, Place>();
  return {
    add({ bodyId, period }, part, fact) {
      const key = `${bodyId} ${period}`;
      const place: Place = places.get(key) ?? { mark: { bodyId, period }, parts: new Map() };
      places.set(key, place);
      const known = place.parts.get(part) ?? new Map<string, { count: number }>();
      place.parts.set(part, known);
      const alike = JSON.stringify(fact);
      const counted = known.get(alike);
      if (counted) counted.count += 1;
      else known.set(alike, { ...fact, count: 1 });
    },
    result: () =>
      new Map(
        [...places].map(([key, { mark, parts }]) => {
          const listed = Object.fromEntries([...parts].map(([part, found]) => [part, [...found.values()]]));
          return [key, { ...NO_FACTS, ...mark, ...(listed as unknown as Partial<Facts>) }];
        }),
      ),
  };
}
