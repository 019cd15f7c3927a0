// The head approves or declines a proposed extension (APPC 76(3): head, deputy head or head of the office). Approval moves the
// main clock, keeps the day shown before, and gives the applicant notice in the same act.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';
import { whyNotExtend } from './propose-extension';

export const input = z
  .object({
    appealId: z.uuid(),
    decision: z.enum(['approve', 'decline']),
    reason: z.string().trim().max(2000).default(''),
  })
  .refine(({ decision, reason }) => decision === 'approve' || reason.length >= 10, {
    path: ['reason'],
    error: 'too_short',
  });

/** Decides. Refuses: extension_not_pending, extension_after_due, extension_beyond_cap, already_ended, and what every act refuses. */
export async function decideExtension(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, decision, reason } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.decide_extension',
    decide: ({ appeal, around, signatory }) => {
      const { proposed } = appeal;
      if (!proposed) return refuse('extension_not_pending');
      if (decision === 'decline')
        return done({ facts: [{ type: 'appeal.extension_declined', payload: { reason, officer: signatory } }] });
      const refusal = whyNotExtend(appeal, around, proposed.until);
      if (refusal) return { ok: false, refusal };
      return done({
        facts: [
          { type: 'appeal.extended', payload: { reason: proposed.reason, until: proposed.until, officer: signatory } },
        ],
      });
    },
  });
}
