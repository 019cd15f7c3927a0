// An official names what is wrong in form and sets a reasonable day to put it right (APPC 64(6), of a complaint 94(1)). Nothing pauses: the
// main clock runs on. A complaint is for the body that considers it, not for the one complained of.
import { z } from 'zod';
import { nextWorkingDay } from '../../core/calendar';
import { whyNotConsider } from '../../core/complaint';
import { dayField } from '../../core/fields';
import { parse } from '../../core/parse';
import { citationOf, done, refuse, type Outcome } from '../../core/refusal';
import { openCure } from '../../core/steps';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';
import { acceptedFirst } from './accepted';

export const input = z.object({
  appealId: z.uuid(),
  defects: z.string().trim().min(20).max(5000),
  until: dayField,
});

/** Asks. Refuses: already_ended, cure_not_known, complaint_goes_up, cure_pending, day_not_later, cure_after_due, and what every act refuses. */
export async function askCure(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, defects } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.ask_cure',
    decide: ({ appeal, around, signatory, hasSuperior }) => {
      const { cure } = around.procedure;
      if (appeal.phase !== 'open') return refuse('already_ended');
      if (!cure) return refuse('cure_not_known');
      const upward = whyNotConsider(appeal, around, { hasSuperior });
      if (upward) return { ok: false, refusal: upward };
      const basis = citationOf(cure.basis);
      const pending = openCure(appeal.steps);
      if (pending) return refuse('cure_pending', { basis, params: { until: pending.until } });
      const until = nextWorkingDay(around.calendar, read.value.until, around.edition.counting.workweek);
      if (until <= around.today) return refuse('day_not_later', { fields: { until: 'bad_value' } });
      if (until > appeal.dueDay) return refuse('cure_after_due', { params: { due: appeal.dueDay } });
      return done({
        facts: [
          ...acceptedFirst(appeal, signatory),
          { type: 'appeal.cure_asked', payload: { defects, until, officer: signatory } },
        ],
      });
    },
  });
}
