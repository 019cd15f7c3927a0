// An applicant asked to be heard in person after the decision was announced in writing (APPC 73(3)): an official says on which day, where and
// when. The invitation leaves the time that the guide counts backward from the hearing, and the decision is not given before it.
import { z } from 'zod';
import { earliestHearing, inTimeToHear } from '../../core/burden';
import { dayField } from '../../core/fields';
import { parse } from '../../core/parse';
import { citationOf, done, refuse, type Outcome } from '../../core/refusal';
import { asksForHearing } from '../../core/steps';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  hearingDay: dayField,
  /** Where and when, or how one connects. */
  place: z.string().trim().min(5).max(500),
  /** Of the decision: the announced one, or a later one. */
  decisionDay: dayField,
});

/** Invites. Refuses: already_ended, hearing_not_asked, hearing_too_near, invalid (a decision before the hearing, or before its own announced day), and what every act refuses. */
export async function setHearing(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, hearingDay, place, decisionDay } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.set_hearing',
    decide: ({ appeal, around, signatory }) => {
      const { hearing } = appeal.steps;
      const basis = citationOf((around.procedure.rules.oral_hearing ?? around.procedure.rules.objections)?.basis);
      if (appeal.phase !== 'open') return refuse('already_ended');
      if (!hearing || !asksForHearing(appeal.steps)) return refuse('hearing_not_asked', { basis });
      if (!inTimeToHear(around, hearingDay))
        return refuse('hearing_too_near', {
          ...{ basis, params: { day: earliestHearing(around) }, fields: { hearingDay: 'bad_value' } },
        });
      if (decisionDay < hearingDay || decisionDay < hearing.decisionDay)
        return refuse('invalid', { fields: { decisionDay: 'bad_day' } });
      return done({
        facts: [{ type: 'appeal.hearing_set', payload: { hearingDay, place, decisionDay, officer: signatory } }],
      });
    },
  });
}
