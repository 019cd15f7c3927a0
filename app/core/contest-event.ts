// What can happen to a contest of what a case counts as, with the shape of what is recorded.
import { z } from 'zod';
import { CLAIMS, CONFLICTS, RULINGS } from '../../guide/schema';
import { recused } from './round-event';
import { COUNTED_AS } from './score/clock';
import { attachment, bilingual, day, id, signatory } from './shape';

/** What a case shall count as: the claim, and the day that it names (null where claims of its kind name none). */
export const effect = z.object({ claim: z.enum(CLAIMS), day: day.nullable() });
export type Effect = z.infer<typeof effect>;

/** What the case counted as on each clock when it was contested. */
const counted = z.object({ lawful: z.enum(COUNTED_AS), extended: z.enum(COUNTED_AS) });

const conflict = z.object({ personId: id, name: z.string(), conflict: z.enum(CONFLICTS) });

export const CONTEST_EVENTS = {
  'contest.made': z.object({
    number: z.string(),
    edition: z.string(),
    /** The body whose figure it is; the council that shall rule. */
    bodyId: id,
    councilId: id,
    appealId: id,
    appealNumber: z.string(),
    registeredDay: day,
    /** The subject of a public case; of one that is not, its number. */
    title: z.string(),
    effect,
    counted,
    reasons: bilingual,
    files: z.array(attachment),
    signatory,
  }),
  'contest.conflict_declared': conflict.extend({ explanation: z.string() }),
  /** Nobody on the council may rule: that of the superior body shall. */
  'contest.passed_on': z.object({ fromCouncilId: id, councilId: id, reason: bilingual, signatory }),
  'contest.ruled': z.object({
    councilId: id,
    ruling: z.enum(RULINGS),
    /** What the case counts as from now on; null where it counts as before. */
    effect: effect.nullable(),
    reasons: bilingual,
    members: z.int().nonnegative(),
    votes: z.array(
      z.object({
        personId: id,
        name: z.string(),
        vote: z.enum(['for', 'against', 'abstained']),
        dissent: z.string(),
      }),
    ),
    recused: z.array(recused),
    signatory,
  }),
  'contest.withdrawn': z.object({ reason: bilingual, signatory }),
} as const satisfies Record<string, z.ZodType>;
