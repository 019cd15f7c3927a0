// The events of the ledger: every type with the shape of what it records. Parsed when read back from the database, so an
// event that no longer fits its shape is a fault, not a surprise. Adding a type without its shape does not compile.
import { z } from 'zod';
import { ABSENCE_EVENTS } from './absence-event';
import { AUDIT_EVENTS } from './audit-event';
import { COMMENT_EVENTS } from './comment-event';
import { CONTEST_EVENTS } from './contest-event';
import type { Day, Instant } from './day';
import type { Closing, Move, Opening } from './obligation';
import { MEETING_EVENTS } from './meeting-event';
import { OFFICE_EVENTS } from './office-event';
import { PAST_EVENTS } from './past-event';
import { reply } from './reply';
import { VISIBILITIES } from './publicity';
import { ROUND_EVENTS } from './round-event';
import { attachment, day, id, locale, signatory, type Signatory } from './shape';
import { STEP_EVENTS } from './step-event';
import { TEMPLATE_EVENTS } from './template-event';
import { INSTRUMENT_EVENTS, WAVE_EVENTS } from './wave-event';

export type { Attachment, Bilingual, Signatory } from './shape';

/** Why something is erased from the record. */
export const ERASURE_GROUNDS = ['consent_withdrawn', 'unlawful_collection', 'court', 'other_person'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

export const EVENTS = {
  'appeal.filed': z.object({
    number: z.string(),
    kind: z.string(),
    edition: z.string(),
    bodyId: id,
    personId: id,
    organisationId: id.nullable(),
    subject: z.string(),
    text: z.string(),
    language: locale,
    visibility: z.enum(VISIBILITIES),
    /** Of a private one: the day from which it is public. */
    publicDay: day.nullish(),
    nameHidden: z.boolean(),
    receivedAt: z.number(),
    receivedDay: day,
    registeredDay: day,
    registeredWhy: z.string(),
    /** Filed here; redirected from a body not competent (the clock starts at arrival, APPC 76(2)); or forwarded from the body complained of. */
    arrivedBy: z.enum(['filing', 'redirect', 'forwarding']),
    /** The case it was redirected from, or complains about. */
    originId: id.nullable(),
    /** Shared by the cases of one appeal to several bodies. */
    togetherId: id.nullish(),
    files: z.array(attachment),
  }),
  'appeal.accepted': z.object({ officer: signatory }),
  'appeal.assigned': z.object({ official: signatory }),
  'appeal.redirected': z.object({
    toBodyId: id,
    toAppealId: id,
    toNumber: z.string(),
    forwarded: z.boolean(),
    reason: z.string(),
    officer: signatory,
  }),
  'appeal.extension_proposed': z.object({ reason: z.string(), until: day, officer: signatory }),
  'appeal.extension_declined': z.object({ reason: z.string(), officer: signatory }),
  'appeal.extended': z.object({ reason: z.string(), until: day, officer: signatory }),
  'appeal.answered': reply,
  'appeal.noted': reply,
  'appeal.terminated': z.object({ ground: z.string(), text: z.string(), signatory }),
  /** Before a private appeal is public: from which day it is, or null for never. */
  'appeal.publicity_set': z.object({ publicDay: day.nullable(), withheld: z.array(id) }),
  /** Under which number it is known elsewhere; an empty one: nowhere. */
  'appeal.external_set': z.object({ system: z.string(), number: z.string(), by: z.enum(['applicant', 'body']) }),
  'appeal.withdrawn': z.object({ statement: z.string() }),
  'appeal.judged': z.object({
    verdict: z.enum(['answers', 'partly', 'not_at_all', 'only_acknowledgement']),
    comment: z.string(),
  }),
  ...STEP_EVENTS,
  ...ROUND_EVENTS,
  ...COMMENT_EVENTS,
  ...CONTEST_EVENTS,
  ...MEETING_EVENTS,
  ...WAVE_EVENTS,
  ...INSTRUMENT_EVENTS,
  ...OFFICE_EVENTS,
  ...ABSENCE_EVENTS,
  ...TEMPLATE_EVENTS,
  ...AUDIT_EVENTS,
  ...PAST_EVENTS,
  /** Time's own record that a due day passed with the obligation open; the facts said so already. */
  'obligation.lapsed': z.object({ key: z.string(), rule: z.string(), dueDay: day }),
  /** Personal fields of earlier events of this stream were erased on a lawful request, by one person upon the word of another. */
  'record.erased': z.object({
    events: z.array(z.object({ version: z.int().positive(), fields: z.array(z.string()) })),
    ground: z.enum(ERASURE_GROUNDS),
    /** For everybody to read: names nobody. */
    reason: z.string(),
    asked: signatory,
    approved: signatory,
  }),
  /** A corrected calendar or edition looks at these days otherwise (core/correction): what was shown, and what is reckoned now. */
  'obligation.corrected': z.object({
    correctionId: id,
    cause: z.enum(['calendar', 'edition']),
    changes: z.array(
      z.object({ key: z.string(), rule: z.string(), how: z.enum(['moves', 'keeps', 'confirms']), was: day, due: day }),
    ),
  }),
} as const satisfies Record<string, z.ZodType>;

export type EventType = keyof typeof EVENTS;
/** What happened: one type with its own payload. */
export type Fact = { [T in EventType]: { type: T; payload: z.infer<(typeof EVENTS)[T]> } }[EventType];
export type FactOf<T extends EventType> = Extract<Fact, { type: T }>;

/** Who made it happen: a person (in a post), or time itself. */
export type Actor = ({ kind: 'person' } & Signatory) | { kind: 'time' };

/** A fact with everything that it does to obligations: what the ledger stores and chains. */
export type Event = Fact & {
  stream: string;
  version: number;
  at: Instant;
  day: Day;
  actor: Actor;
  opens: Opening[];
  moves: Move[];
  closes: Closing[];
};

/** A stored payload by its type's shape. Throws when the type is unknown or the shape does not fit. */
export function readFact(type: string, payload: unknown): Fact {
  const shape = (EVENTS as Record<string, z.ZodType>)[type];
  if (!shape) throw new Error(`the ledger holds an event of unknown type ${type}`);
  return { type, payload: shape.parse(payload) } as Fact;
}

/** What any stream may hold: time's record of a lapse, and that something in it was erased. */
export type AnyStream = 'obligation.lapsed' | 'record.erased';

/** Whose duties have days that a corrected calendar moves. */
type Owing = 'appeal' | 'round' | 'comment' | 'contest';
/** The events a stream of one noun may hold: its own ('appeal', or 'round' | 'point'), those of any, and where it has duties that of a correction. */
export type EventOf<Noun extends string> = Extract<
  Event,
  { type: `${Noun}.${string}` | AnyStream | (Noun extends Owing ? 'obligation.corrected' : never) }
>;

/** The events as those of a noun's stream. Throws when one belongs elsewhere: a broken ledger is a fault. */
export function eventsOf<Noun extends string>(events: readonly Event[], ...nouns: Noun[]): EventOf<Noun>[] {
  const own = [...nouns, 'obligation', 'record'] as string[];
  const foreign = events.find(({ type }) => !own.includes(type.slice(0, type.indexOf('.'))));
  if (foreign) throw new Error(`${foreign.stream}: event ${foreign.version} is ${foreign.type}`);
  return events as EventOf<Noun>[];
}
