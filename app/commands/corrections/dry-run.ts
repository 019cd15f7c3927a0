// What a corrected calendar or edition would do to the days of open cases: reads, reckons, writes nothing. Used by the proposal and by
// npm run correction.
import { createHash } from 'node:crypto';
import { correctionOf, type Cause } from '../../core/correction';
import { dayOf } from '../../core/day';
import { openDuties, type Item } from '../../data/corrections';
import type { World } from '../../world';

const BATCH = 1000;

/** Every open obligation of a case, looked at: how many there were, and the list of those whose day the correction is about. */
export async function dryRun(
  { db, guide, now }: Pick<World, 'db' | 'guide' | 'now'>,
  cause: Cause,
): Promise<{ looked: number; items: Item[] }> {
  const items: Item[] = [];
  const today = dayOf(now());
  let looked = 0;
  for (let after: string | null = null; ;) {
    const duties = await openDuties(db, { after, limit: BATCH });
    looked += duties.length;
    for (const { reckoning, ...duty } of duties) {
      const found = correctionOf({ ...duty, reckoning }, cause, { guide, calendar: guide.calendar, today });
      if (found) items.push({ ...duty, how: found.how, was: found.was, due: found.due, days: found.days });
    }
    after = duties.at(-1)?.obligationId ?? null;
    if (duties.length < BATCH) return { looked, items };
  }
}

/** The whole guide as one hash: a correction that was looked at under another guide must be looked at anew. */
export const guideHash = ({ hashes }: World['guide']): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(hashes).sort()))
    .digest('hex');
