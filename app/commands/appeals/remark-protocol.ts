// The applicant says what is wrong or missing in the protocol of the hearing (APPC 74(6)). All remarks stay in the case; while it is open none
// comes too late, for the law counts their days from reading, and when that was nobody but the applicant knows.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { citationOf, done, refuse, type Outcome } from '../../core/refusal';
import { mayRemark } from '../../core/steps';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  text: z.string().trim().min(10).max(20_000),
});

/** Remarks. Refuses: protocol_not_recorded, already_ended (and the days are over), and what every act refuses. */
export async function remarkOnProtocol(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, text } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.remark_protocol',
    decide: ({ appeal, around }) => {
      const basis = citationOf(around.procedure.rules.protocol_remarks?.basis);
      if (!appeal.steps.hearing?.heldDay) return refuse('protocol_not_recorded', { basis });
      if (!mayRemark(appeal, around.today)) return refuse('already_ended', { basis });
      return done({ facts: [{ type: 'appeal.protocol_remarked', payload: { text } }] });
    },
  });
}
