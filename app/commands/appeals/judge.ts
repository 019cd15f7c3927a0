// The applicant says what the answer was: it answers, in part, not at all, or it only acknowledges. Said once, beside the
// body's own outcome and never merged with it.
import { z } from 'zod';
import { VERDICTS } from '../../core/appeal';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  verdict: z.enum(VERDICTS),
  comment: z.string().trim().max(2000).default(''),
});

/** Judges. Refuses: not_ended (no answer to judge), already_judged, and what every act on an appeal refuses. */
export async function judgeAnswer(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, verdict, comment } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.judge',
    decide: ({ appeal }) => {
      if (appeal.phase !== 'answered' && appeal.phase !== 'taken_to_note') return refuse('not_ended');
      if (appeal.verdict) return refuse('already_judged');
      return done({ facts: [{ type: 'appeal.judged', payload: { verdict, comment } }] });
    },
  });
}
