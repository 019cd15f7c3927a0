// A party of an answered case says that sentences of the answer are promises, each by the day it names: the official at once, the applicant
// whenever they read it. Only what the finder found in the answer itself can become one.
import { z } from 'zod';
import type { Appeal } from '../../core/appeal';
import type { Event } from '../../core/event';
import type { Surroundings } from '../../core/owing';
import { isApplicant } from '../../core/side';
import { parse } from '../../core/parse';
import { promisesOf, type Promised } from '../../core/promise-finder';
import { done, refuse, type Outcome } from '../../core/refusal';
import { listOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

/** `sentences`: places among those that are offered, from 0. */
export const input = z.object({ appealId: z.uuid(), sentences: listOf(z.coerce.number().int().min(0).max(50)) });

/** Sentences of the case's answer that seem to promise something by a day to come and are not noted yet. */
export function promisesOffered(
  { calendar, today }: Pick<Surroundings, 'calendar' | 'today'>,
  { steps, phase }: Pick<Appeal, 'steps' | 'phase'>,
  events: readonly Event[],
): Promised[] {
  const answer = events.findLast((event) => event.type === 'appeal.answered' || event.type === 'appeal.noted');
  if (!answer || (phase !== 'answered' && phase !== 'taken_to_note')) return [];
  const noted = new Set((steps.promises ?? []).map(({ text }) => text));
  return promisesOf(answer.payload, { given: answer.day, calendar }).filter(
    (one) => one.day > today && !noted.has(one.text),
  );
}

/** Notes them. Refuses: not_ended, invalid (none chosen), promise_unknown, and what every act on an appeal refuses. */
export async function notePromises(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, sentences } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.note_promises',
    decide: ({ appeal, events, around }) => {
      if (appeal.phase !== 'answered' && appeal.phase !== 'taken_to_note') return refuse('not_ended');
      if (sentences.length === 0) return refuse('invalid', { fields: { sentences: 'required' } });
      const offered = promisesOffered(around, appeal, events);
      const chosen = offered.filter((_, place) => sentences.includes(place));
      if (chosen.length !== new Set(sentences).size) return refuse('promise_unknown');
      const by = viewer && isApplicant(viewer, appeal) ? 'applicant' : 'body';
      const promises = chosen.map(({ text, day }) => ({ id: world.newId(), text, day }));
      return done({ facts: [{ type: 'appeal.promised', payload: { promises, by } }] });
    },
  });
}
