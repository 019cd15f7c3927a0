// Appeals that ended before Kenes, or in another system, as administrators bring them along: historical records outside of every term, duty
// and figure. Nothing here is checked but its form, and nothing in it names a person.
import { eventsOf, type Event } from './event';
import type { Instant } from './day';

/** How an appeal ended elsewhere, in the words of registers elsewhere. The guide's own outcomes are what an answer here says of itself. */
export const PAST_OUTCOMES = ['satisfied', 'partly', 'refused', 'explained', 'left'] as const;
export type PastOutcome = (typeof PAST_OUTCOMES)[number];

/** One table that was brought. */
export type PastTable = {
  id: string;
  fileName: string;
  rows: number;
  sha256: string;
  /** Name of the administrator. */
  by: string;
  broughtAt: Instant;
  takenBackAt: Instant | null;
};

const PREFIX = 'past:';
export const pastStream = (tableId: string): string => `${PREFIX}${tableId}`;

/** The table after all events, oldest first; null for a stream without any. Throws on a history that can't have happened. */
export function foldPast(events: readonly Event[]): PastTable | null {
  const [first, ...rest] = eventsOf(events, 'past');
  if (!first) return null;
  if (first.type !== 'past.brought' || first.actor.kind !== 'person')
    throw new Error(`${first.stream}: the first event is ${first.type}`);
  const back = rest.find(({ type }) => type === 'past.taken_back');
  return {
    ...{ id: first.stream.slice(PREFIX.length), ...first.payload },
    ...{ by: first.actor.name, broughtAt: first.at, takenBackAt: back?.at ?? null },
  };
}
