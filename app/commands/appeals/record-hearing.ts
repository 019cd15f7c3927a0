// Whoever presided puts the protocol of an oral hearing into the case, with the day on which it was held (APPC 74). Of a hearing in writing
// there is none (73(3)).
import { z } from 'zod';
import { hearingBasis } from '../../core/burden';
import { dayField } from '../../core/fields';
import { parse } from '../../core/parse';
import { citationOf, done, refuse, type Outcome } from '../../core/refusal';
import { asksForHearing } from '../../core/steps';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  heldDay: dayField,
  protocol: z.string().trim().min(20).max(20_000),
});

/** Records. Refuses: already_ended, hearing_not_announced, protocol_of_written, hearing_not_set, protocol_recorded, invalid (a day outside), and what every act refuses. */
export async function recordHearing(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, heldDay, protocol } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.record_hearing',
    decide: ({ appeal, around, signatory }) => {
      const { hearing } = appeal.steps;
      if (appeal.phase !== 'open') return refuse('already_ended');
      if (!hearing) return refuse('hearing_not_announced', { basis: hearingBasis(around) });
      const basis = citationOf(around.procedure.rules.objections?.basis);
      if (asksForHearing(appeal.steps)) return refuse('hearing_not_set', { basis });
      if (hearing.how === 'written' && !hearing.hearingDay) return refuse('protocol_of_written', { basis });
      if (hearing.heldDay) return refuse('protocol_recorded');
      if (heldDay < hearing.day || heldDay > around.today) return refuse('invalid', { fields: { heldDay: 'bad_day' } });
      return done({ facts: [{ type: 'appeal.heard', payload: { heldDay, protocol, officer: signatory } }] });
    },
  });
}
