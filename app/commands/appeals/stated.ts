// Exceptions of the law on which an official relies in the act itself, each with its reason, which the applicant reads: that nobody was heard
// before it (APPC 73(2)), that a complaint does not suspend it (96(2)). Asked by whatever composes an answer.
import { z } from 'zod';
import { HEARING_EXCEPTIONS, SUSPENSION_EXCEPTIONS } from '../../../guide/schema';
import { needsHearing } from '../../core/burden';
import type { Surroundings } from '../../core/owing';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { ReplyParts } from '../../core/reply';
import { suspensionOf } from '../../core/suspension';

const reason = z.string().trim().max(5000).default('');
export const stating = {
  unheard: z.enum(['', ...HEARING_EXCEPTIONS]).default(''),
  unheardReason: reason,
  enforced: z.enum(['', ...SUSPENSION_EXCEPTIONS]).default(''),
  enforcedReason: reason,
};
type Said = z.output<z.ZodObject<typeof stating>>;

/** Shorter ones give no reason. */
const LEAST = 20;

/** What of it the act states: nothing where it is not asked of such an outcome. Refuses invalid (a reason that is missing or too short). */
export function statedIn(
  { unheard, unheardReason, enforced, enforcedReason }: Said,
  around: Surroundings,
  outcome: string,
): Outcome<Pick<ReplyParts, 'unheard' | 'enforced'>> {
  const known = around.procedure.hearing?.exceptions ?? [];
  const asksUnheard = unheard !== '' && needsHearing(around, outcome) && known.some(({ id }) => id === unheard);
  const asksEnforced = enforced !== '' && suspensionOf(around) !== null;
  const short = {
    ...(asksUnheard && unheardReason.length < LEAST && { unheardReason: 'too_short' as const }),
    ...(asksEnforced && enforcedReason.length < LEAST && { enforcedReason: 'too_short' as const }),
  };
  if (Object.keys(short).length > 0) return refuse('invalid', { fields: short });
  return done({
    ...(asksUnheard && { unheard: { ground: unheard, reason: unheardReason } }),
    ...(asksEnforced && { enforced: { ground: enforced, reason: enforcedReason } }),
  });
}
