// What search reads of a stream's events: its heading, what was asked, what was answered. Only what every reader of the object may read:
// proposals, notes and names are not in it. Asked by data/search-entries; a type that says nothing is not named.
import type { Event } from '../event';

/** `head`: number and title; `body`: what was asked or drafted; `said`: what was answered. */
export type Texts = { head: string[]; body: string[]; said: string[] };

function told(event: Event): Partial<Texts> | null {
  switch (event.type) {
    case 'appeal.filed':
      return { head: [event.payload.number, event.payload.subject], body: [event.payload.text] };
    case 'appeal.answered':
    case 'appeal.noted':
      return { said: [event.payload.text, ...Object.values(event.payload.requirements)] };
    case 'appeal.terminated':
      return { said: [event.payload.text] };
    default:
      return null;
  }
}

/** Whether an event of this stream changes what search reads. */
export const speaks = (event: Event): boolean => told(event) !== null;

/** Everything that the events of a stream say to its readers. */
export function textsOf(events: readonly Event[]): Texts {
  const texts: Texts = { head: [], body: [], said: [] };
  for (const event of events) {
    const { head = [], body = [], said = [] } = told(event) ?? {};
    texts.head.push(...head);
    texts.body.push(...body);
    texts.said.push(...said);
  }
  return texts;
}
