// The applicant objects to what the body intends to decide, or asks to be heard, within the guide's days from receiving it (APPC 73(3)).
import { z } from 'zod';
import { tick } from '../../core/fields';
import { parse } from '../../core/parse';
import { citationOf, done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  text: z.string().trim().min(10).max(20_000),
  /** Asks to be heard in person. */
  oral: tick,
});

/** Objects. Refuses: already_ended, hearing_not_announced, objected_already, objections_late, and what every act refuses. */
export async function objectToDecision(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, text, oral } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.object',
    decide: ({ appeal, around }) => {
      const { hearing } = appeal.steps;
      const basis = citationOf(around.procedure.rules.objections?.basis);
      if (appeal.phase !== 'open') return refuse('already_ended');
      if (!hearing) return refuse('hearing_not_announced', { basis });
      if (hearing.objected) return refuse('objected_already', { basis });
      if (around.today > hearing.objectBy)
        return refuse('objections_late', { basis, params: { until: hearing.objectBy } });
      return done({ facts: [{ type: 'appeal.objected', payload: { text, oral } }] });
    },
  });
}
