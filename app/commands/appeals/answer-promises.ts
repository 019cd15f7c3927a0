// Sentences of an answer that seem to promise something by a day, offered to the official before the answer leaves: they say which of them are
// promises, and those are noted in the same act. Asked by answer and decide-draft.
import { z } from 'zod';
import type { AppealFact } from '../../core/consequences';
import { tick } from '../../core/fields';
import type { Surroundings } from '../../core/owing';
import { promisesOf } from '../../core/promise-finder';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { ReplyParts } from '../../core/reply';
import { listOf } from '../../core/round-fields';

export const asking = {
  askPromises: tick.describe('Refuse where sentences seem to promise something by a day and were not shown yet.'),
  promisesShown: listOf(z.string().max(1000)).describe('The sentences that were shown to the official.'),
  promises: listOf(z.coerce.number().int().min(0).max(50)).describe(
    'Which of them are promises, by their place from 0.',
  ),
};
type Said = { askPromises: boolean; promisesShown: string[]; promises: number[] };

/** The promises that were ticked and that the answer still has. Refuses promises_found where it has sentences that were not shown yet. */
export function promisesWith(
  parts: ReplyParts,
  { askPromises, promisesShown, promises: ticked }: Said,
  { today, calendar, newId }: Surroundings,
): Outcome<AppealFact[]> {
  const found = promisesOf(parts, { given: today, calendar });
  if (askPromises && found.some(({ text }) => !promisesShown.includes(text))) return refuse('promises_found');
  const promises = found
    .filter(({ text }) => ticked.some((place) => promisesShown[place] === text))
    .map(({ text, day }) => ({ id: newId(), text, day }));
  return done(promises.length > 0 ? [{ type: 'appeal.promised', payload: { promises, by: 'body' } }] : []);
}
