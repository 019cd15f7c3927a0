// An official puts the protocol of an oral hearing into the case, with the day on which it was held (APPC 74).
import { z } from 'zod';
import { hearingBasis } from '../../core/burden';
import { dayField } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  heldDay: dayField,
  protocol: z.string().trim().min(20).max(20_000),
});

/** Records. Refuses: already_ended, hearing_not_announced, protocol_recorded, invalid (a day outside), and what every act refuses. */
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
      if (hearing.heldDay) return refuse('protocol_recorded');
      if (heldDay < hearing.day || heldDay > around.today) return refuse('invalid', { fields: { heldDay: 'bad_day' } });
      return done({ facts: [{ type: 'appeal.heard', payload: { heldDay, protocol, officer: signatory } }] });
    },
  });
}
