// What can happen to a wave of a survey, and to an instrument, with the shape of what is recorded. Rights and answers are not events:
// what is chained and dated could be linked.
import { z } from 'zod';
import { DIRECTIONS, instrumentSchema, NEUTRAL_QUESTIONS, OCCASIONS, OPENNESS } from '../../guide/schema';
import { day, id, names, signatory } from './shape';

export const WAVE_EVENTS = {
  'wave.planned': z.object({
    number: z.string(),
    occasion: z.enum(OCCASIONS),
    edition: z.string(),
    /** The instrument as it will be asked, whole: a later edition changes nothing of it. */
    instrument: instrumentSchema,
    title: names,
    openness: z.enum(OPENNESS),
    /** First and last day of the facts that decide who is asked; null in an open wave. */
    window: z.object({ from: day, to: day }).nullable(),
    opensDay: day,
    closesDay: day,
    /** The bodies it asks about; empty: every body with someone to ask. */
    bodyIds: z.array(id),
    councilId: id.nullable(),
    roundId: id.nullable(),
    /** The host of a round signed that these questions beside its draft are neutral. */
    checked: z.array(z.enum(NEUTRAL_QUESTIONS)).optional(),
    /** Null where the guide's timetable planned it. */
    signatory: signatory.nullable(),
  }),
  /** `sealKey`: the public key that answers are sealed to; the private one is a file outside the database until the count. */
  'wave.opened': z.object({ sealKey: z.string() }),
  'wave.cancelled': z.object({ reason: names, signatory }),
  /** Counts by panel; `receipts`: sha-256 of the sorted list of receipts, so that the published list can be checked. */
  'wave.counted': z.object({
    panels: z.array(
      z.object({
        bodyId: id,
        direction: z.enum(DIRECTIONS),
        invited: z.int(),
        /** Rights taken; never fewer than counted. */
        taken: z.int(),
        counted: z.int(),
        /** Sealed answers that could not be read or did not fit the instrument. */
        spoiled: z.int(),
      }),
    ),
    receipts: z.string(),
    /** Answers that were destroyed unread: too few of their kind to be kept even without their body. */
    withheld: z.int(),
    /** sha-256 of the published figures. */
    figures: z.string(),
    method: z.string(),
  }),
} as const satisfies Record<string, z.ZodType>;

export const INSTRUMENT_EVENTS = {
  'instrument.published': z.object({
    version: z.int(),
    data: instrumentSchema,
    sha256: z.string().length(64),
    councilId: id.nullable(),
    reason: z.string(),
    signatory,
  }),
} as const satisfies Record<string, z.ZodType>;
