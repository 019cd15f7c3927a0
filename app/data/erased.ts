// Erasing personal fields of events, and telling afterwards that nothing else was: words give way to the word that they were erased, their
// salts are destroyed, their commitments stay. Used by data/erasing and by verify.
import canonicalize from 'canonicalize';
import { blanked, erasedWords, personalFieldsOf, personalValue, withPersonal } from '../core/personal-fields';
import type { Day } from '../core/day';
import type { Event } from '../core/event';
import { commitmentOf, saltIn, type Erased, type Opening } from './chain';

const same = (a: unknown, b: unknown): boolean => canonicalize(a) === canonicalize(b);

/** The event without these fields, and what opens its hash from now on. Fields that are erased already stay so. Throws where the event has no salts. */
export function eraseFields<E extends Event>(event: E, opening: Opening, fields: readonly string[], day: Day): { event: E; erased: Erased } {
  const left: Erased = { salts: {}, commitments: { ...opening.erased?.commitments } };
  const values = new Map<string, unknown>();
  for (const field of personalFieldsOf(event)) {
    if (left.commitments[field]) continue;
    const salt = saltIn(opening, field);
    if (!salt) throw new Error(`${event.stream}: event ${event.version} was recorded without salts`);
    const value = personalValue(event, field);
    if (!fields.includes(field)) left.salts[field] = salt;
    else {
      left.commitments[field] = commitmentOf(salt, value);
      values.set(field, blanked(value, erasedWords(day)));
    }
  }
  return { event: withPersonal(event, values), erased: left };
}

/** What is wrong with what was erased in a stream: an erasure that nothing records, one that was not done, or words in its place. */
export function erasureFaults(events: readonly Event[], openings: readonly Opening[]): string[] {
  const recorded = new Map<string, Day>();
  for (const event of events)
    if (event.type === 'record.erased')
      for (const { version, fields } of event.payload.events) for (const field of fields) recorded.set(`${version} ${field}`, recorded.get(`${version} ${field}`) ?? event.day);
  const faults: string[] = [];
  events.forEach((event, i) => {
    for (const field of Object.keys(openings[i]?.erased?.commitments ?? {})) {
      const key = `${event.version} ${field}`;
      const day = recorded.get(key);
      recorded.delete(key);
      if (!day) faults.push(`event ${event.version}: ${field} was erased, and nothing records it`);
      else if (!same(personalValue(event, field), blanked(personalValue(event, field), erasedWords(day)))) faults.push(`event ${event.version}: ${field} was erased and says something`);
    }
  });
  for (const key of recorded.keys()) faults.push(`event ${key} is recorded as erased and is not`);
  return faults;
}

/** The words of a field, without the names of its parts and what only Kenes reads. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => (/^(id|\w+Id|sha256|type)$/.test(key) ? [] : textsIn(inner)));
}

/** The words that an erasure takes, for finding them where they were copied; the shortest are left out, they would be found anywhere. */
export const wordsIn = (value: unknown): string[] => textsIn(value).filter((text) => text.trim().length > 3);

/** The value with every text that has one of `words` replaced. */
export function without(value: unknown, words: readonly string[], by: string): unknown {
  if (typeof value === 'string') return words.some((word) => value.includes(word)) ? by : value;
  if (Array.isArray(value)) return value.map((one) => without(one, words, by));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, without(inner, words, by)]));
}
