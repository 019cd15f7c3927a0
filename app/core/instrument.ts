// A published instrument as its one event says it: a version, its content with the hash of it, who published it and why. A new version is
// a new entry; nothing published changes.
import { eventsOf, type Event, type FactOf } from './event';
import type { Day, Instant } from './day';

export type Published = FactOf<'instrument.published'>['payload'] & { id: string; day: Day; publishedAt: Instant };

export const instrumentStream = (id: string): string => `instrument:${id}`;

/** The entry of a stream; null for one without events. Throws on a history that can't have happened. */
export function foldInstrument(events: readonly Event[]): Published | null {
  const [first, ...more] = eventsOf(events, 'instrument');
  if (!first) return null;
  if (first.type !== 'instrument.published' || more.length > 0)
    throw new Error(`${first.stream}: an entry is published once`);
  return {
    ...first.payload,
    id: first.stream.slice(instrumentStream('').length),
    day: first.day,
    publishedAt: first.at,
  };
}
