// What did the page of a case say on a day? The case as its record stood at the end of that day, and the world with that day's clock: whoever
// shows a case shows it from these. What became known later is left out, so that a corrected day is shown as it was shown then.
import { foldAppeal } from '../core/appeal';
import { dayOf, instantOf, isDay, type Day } from '../core/day';
import type { World } from '../world';
import type { CaseFacts } from './case-facts';

/** The last minute of a day: whatever happened on it is known. */
const END = '23:59';

/** The day that a query names; null where it names none that has passed. */
export const dayAsked = ({ now }: Pick<World, 'now'>, text: string | null): Day | null =>
  text !== null && isDay(text) && text < dayOf(now()) ? text : null;

/** Null where the case was not here yet. */
export function asOf(world: World, facts: CaseFacts, day: Day): { world: World; facts: CaseFacts } | null {
  const events = facts.events.filter((event) => event.day <= day);
  const appeal = foldAppeal(events);
  if (!appeal) return null;
  const followers = facts.followers.filter(({ receivedDay }) => receivedDay <= day);
  return { world: { ...world, now: () => instantOf(day, END) }, facts: { ...facts, appeal, events, followers } };
}
