// An official announces a decision that will burden the applicant: what is intended, on which day it is given, and how the applicant is
// heard before (APPC 73). The day of the decision leaves the time that the guide counts backward.
import { z } from 'zod';
import { earliestDecision, earliestHearing, hearingBasis, inTimeFor, inTimeToHear } from '../../core/burden';
import { whyNotConsider } from '../../core/complaint';
import { dayField } from '../../core/fields';
import { parse } from '../../core/parse';
import { citationOf, done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';
import { acceptedFirst } from './accepted';

export const input = z.object({
  appealId: z.uuid(),
  text: z.string().trim().min(20).max(20_000),
  decisionDay: dayField,
  how: z.enum(['written', 'oral']),
  /** Where and when, or how one connects, of an oral hearing. */
  place: z.string().trim().max(500).default(''),
  /** The day of an oral hearing, from which its protocol is owed. */
  hearingDay: z.union([dayField, z.literal('')]).default(''),
});

/** Announces. Refuses: already_ended, hearing_not_known, complaint_goes_up, hearing_announced, hearing_notice_late, hearing_too_near, invalid, and what every act refuses. */
export async function callHearing(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, text, decisionDay, how, place, hearingDay } = read.value;
  if (how === 'oral' && place === '') return refuse('invalid', { fields: { place: 'required' } });
  if (how === 'oral' && hearingDay === '') return refuse('invalid', { fields: { hearingDay: 'required' } });
  const held = how === 'oral' && hearingDay !== '' ? hearingDay : null;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.call_hearing',
    decide: ({ appeal, around, signatory, hasSuperior }) => {
      const basis = hearingBasis(around);
      if (appeal.phase !== 'open') return refuse('already_ended');
      if (!around.procedure.rules.hearing_notice) return refuse('hearing_not_known', { basis });
      const upward = whyNotConsider(appeal, around, { hasSuperior });
      if (upward) return { ok: false, refusal: upward };
      if (appeal.steps.hearing) return refuse('hearing_announced', { basis });
      if (!inTimeFor(around, decisionDay))
        return refuse('hearing_notice_late', {
          ...{ basis, params: { day: earliestDecision(around) }, fields: { decisionDay: 'bad_value' } },
        });
      if (held !== null && held > decisionDay) return refuse('invalid', { fields: { hearingDay: 'bad_day' } });
      if (held !== null && !inTimeToHear(around, held))
        return refuse('hearing_too_near', {
          basis: citationOf(around.procedure.rules.oral_hearing?.basis),
          ...{ params: { day: earliestHearing(around) }, fields: { hearingDay: 'bad_value' } },
        });
      return done({
        facts: [
          ...acceptedFirst(appeal, signatory),
          {
            type: 'appeal.hearing_called',
            payload: { text, decisionDay, how, place, hearingDay: held, officer: signatory },
          },
        ],
      });
    },
  });
}
