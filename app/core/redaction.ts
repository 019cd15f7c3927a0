// What of a case the public may not read as it was written: words put in the place of others, files that are not given, each on a ground of the
// guide and with a reason that everyone reads. The original stays in the ledger, and the parties read it.
import type { Day } from './day';
import type { Event, FactOf, Signatory } from './event';

/** The parts of a case that may be redacted besides its files, which are named by their ids. */
export const REDACTED_PARTS = ['subject', 'text', 'answer'] as const;
export type RedactedPart = (typeof REDACTED_PARTS)[number];
export const isWords = (part: string): part is RedactedPart => REDACTED_PARTS.some((one) => one === part);

type Redaction = { text: string; ground: string; reason: string; signatory: Signatory; day: Day };
/** By part: what stands in its place for the public now. */
export type Redactions = Record<string, Redaction>;

type Said = readonly Pick<Event, 'type' | 'payload'>[];

/** A part as it was written; null where the case has none. Of an answer its text alone. */
export function originalOf(events: Said, part: RedactedPart): string | null {
  if (part === 'answer') {
    const reply = replyIn(events);
    return reply ? reply.text : null;
  }
  const filed = events.find(({ type }) => type === 'appeal.filed')?.payload as
    FactOf<'appeal.filed'>['payload'] | undefined;
  return filed ? filed[part] : null;
}

/** The answer that was given, where one was. */
export const replyIn = (events: Said): FactOf<'appeal.answered'>['payload'] | null =>
  (events.find(({ type }) => type === 'appeal.answered' || type === 'appeal.noted')?.payload as
    FactOf<'appeal.answered'>['payload'] | undefined) ?? null;
