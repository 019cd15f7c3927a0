// An executor proposes to extend a case's term: once, with a reason, before it ends, within the guide's cap. Nothing moves
// until the head approves (commands/appeals/decide-extension).
import { z } from 'zod';
import type { Appeal } from '../../core/appeal';
import { isDay, type Day } from '../../core/day';
import { reckonRule, type Surroundings } from '../../core/owing';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome, type Refusal } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';
import { acceptedFirst } from './accepted';

export const input = z.object({
  appealId: z.uuid(),
  reason: z.string().trim().min(20).max(2000),
  until: z.custom<Day>((value) => typeof value === 'string' && isDay(value), 'bad_day'),
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
  const cap = capOf(around, appeal, around.today);
  return until > cap ? refusal('extension_beyond_cap', { cap }) : null;
}

/** The last day to which a term may be extended by a decision of `day`. */
export function capOf(around: Surroundings, appeal: Appeal, day: Day): Day {
  const { extension } = around.procedure;
  if (!extension.allowed) return appeal.dueDay;
  const start = around.procedure.rules[extension.limit_rule]?.term.from === 'due' ? appeal.dueDay : day;
  return reckonRule(around, extension.limit_rule, start).due;
}

/** Proposes. Refuses: extension_* codes, already_ended, and what every act on an appeal refuses. */
export async function proposeExtension(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, reason, until } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.propose_extension',
    decide: ({ appeal, around, signatory }) => {
      if (appeal.proposed) return refuse('extension_pending');
      const refusal = whyNotExtend(appeal, around, until);
      if (refusal) return { ok: false, refusal };
      return done({
        facts: [
          ...acceptedFirst(appeal, signatory),
          { type: 'appeal.extension_proposed', payload: { reason, until, officer: signatory } },
        ],
      });
    },
  });
}
