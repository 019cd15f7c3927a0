// A letter came to an address of a case, and nothing says that it is that of the address's reader: its body owes a word on it, from now on.
// Called by the job receive. Time records it; nobody did anything yet.
import { matchedBy } from '../../core/by-letter';
import { dayOf } from '../../core/day';
import type { Unmatched } from '../../core/incoming-words';
import { incomingChange } from '../../data/incoming';
import type { World } from '../../world';
import { recordInTime } from '../notices/time-act';

/** False where somebody acts on the case just now: then the next run does it. */
export function setAside(
  world: World,
  { incomingId, stream, why, edition }: { incomingId: string; stream: string; why: Unmatched; edition: string },
): Promise<boolean> {
  const { guide, now } = world;
  const { due } = matchedBy(guide.calendar, guide.edition(edition), dayOf(now()));
  return recordInTime(world, stream, () => ({ type: 'appeal.letter_set_aside', payload: { incomingId, why } }), [
    incomingChange({ id: incomingId, state: 'unmatched', why, dueDay: due, matched: null }, 'new'),
  ]);
}
