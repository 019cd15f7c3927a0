// An executor proposes to extend a case's term: once, with a reason, before it ends, within the guide's cap. Nothing moves
// until the head approves (commands/appeals/decide-extension).
import { z } from 'zod';
import type { Appeal } from '../../core/appeal';
import { nextWorkingDay } from '../../core/calendar';
import type { Day } from '../../core/day';
import { extensionLimit, type Surroundings } from '../../core/owing';
import { dayField, tick } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome, type Refusal } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';
import { acceptedFirst } from './accepted';

export const input = z.object({
  appealId: z.uuid(),
  reason: z.string().trim().min(20).max(2000),
  until: dayField,
  /** Confirms the guide's condition where it has one: that several holders of the information are involved. */
  severalHolders: tick,
});

/**
 * Whether the term may still be extended to `until`, decided today; null when it may. Asked again when the head approves:
 * the cap counts from the day of the decision (APPC 76(3)).
 */
export function whyNotExtend(appeal: Appeal, around: Surroundings, until: Day): Refusal | null {
  const { extension } = around.procedure;
  const basis = { act: extension.basis[0]?.act ?? '', article: extension.basis[0]?.article ?? '' };
  const refusal = (code: Refusal['code'], params?: Refusal['params']): Refusal => ({ code, basis, params });
  if (appeal.phase !== 'open') return refusal('already_ended');
  if (!extension.allowed) return refusal('extension_not_allowed');
  if (appeal.extended) return refusal('extension_used_up');
  if (around.today > appeal.dueDay) return refusal('extension_after_due', { due: appeal.dueDay });
  if (until <= appeal.dueDay) return refusal('extension_not_later', { due: appeal.dueDay });
  const cap = capOf(around, appeal);
  return until > cap ? refusal('extension_beyond_cap', { cap }) : null;
}

/** The last day to which a term may be extended by a decision of today. */
export const capOf = (around: Surroundings, appeal: Pick<Appeal, 'dueDay'>): Day =>
  extensionLimit(around, appeal.dueDay)?.due ?? appeal.dueDay;

/** Proposes. Refuses: extension_* codes, already_ended, and what every act on an appeal refuses. */
export async function proposeExtension(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, reason, severalHolders } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.propose_extension',
    decide: ({ appeal, around, signatory }) => {
      if (appeal.proposed) return refuse('extension_pending');
      // A last day that is not a working day moves on (APPC 76(5)); the cap itself always is one.
      const until = nextWorkingDay(around.calendar, read.value.until, around.edition.counting.workweek);
      const refusal = whyNotExtend(appeal, around, until);
      if (refusal) return { ok: false, refusal };
      const { extension } = around.procedure;
      const [basis] = extension.basis;
      if (extension.allowed && extension.only_if === 'several_holders' && !severalHolders)
        return refuse('invalid', {
          fields: { severalHolders: 'required' },
          ...(basis && { basis: { act: basis.act, article: basis.article } }),
        });
      return done({
        facts: [
          ...acceptedFirst(appeal, signatory),
          { type: 'appeal.extension_proposed', payload: { reason, until, officer: signatory } },
        ],
      });
    },
  });
}
