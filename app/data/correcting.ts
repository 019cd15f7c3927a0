// What a corrected calendar or edition would do to the days of open cases: reads and reckons; and the proposal of a correction, which keeps that list
// for two people to approve. Used by the form of corrections, by tables of days off and by npm run correction.
import { createHash } from 'node:crypto';
import { correctionOf, type Cause } from '../core/correction';
import { dayOf } from '../core/day';
import type { World } from '../world';
import type { Asking } from './connect';
import { keepProposal, openDuties, type Item, type Proposal } from './corrections';

const BATCH = 1000;
type Looking = Pick<World, 'guide' | 'now'> & { db: { pool: Asking } };

/** Every open obligation of a case, looked at: how many there were, and the list of those whose day the correction is about. */
export async function dryRun(
  { db, guide, now }: Looking,
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

type Asked = Pick<Proposal, 'id' | 'cause' | 'reason' | 'proposer'> & {
  /** Of what is found, what the proposal is about: all, unless told. */
  about?: (item: Item) => boolean;
};

/** Looks and keeps the list. Gives whether there was anything to correct; if not, nothing is kept. */
export async function propose(world: Looking, { about = () => true, ...asked }: Asked): Promise<boolean> {
  const { looked, items: found } = await dryRun(world, asked.cause);
  const items = found.filter(about);
  if (items.length > 0)
    await keepProposal(world.db, { ...asked, looked, items, guide: guideHash(world.guide), at: world.now() });
  return items.length > 0;
}
