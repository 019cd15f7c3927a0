// The applicant says whether what the answer promised is there. It stands beside the body's own word; a later word replaces the earlier.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { unpersonal } from '../../core/round-fields';
import { done, refuse, type Outcome } from '../../core/refusal';
import { KEPT } from '../../core/kept';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  promiseId: z.uuid(),
  verdict: z.enum(KEPT),
  comment: unpersonal(z.string().trim().max(2000, 'too_long')).default(''),
});

/** Judges. Refuses: promise_unknown, promise_not_due (neither reported nor its day come), and what every act on an appeal refuses. */
export async function judgePromise(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, ...judgement } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.judge_promise',
    decide: ({ appeal, around }) => {
      const promise = appeal.steps.promises?.find(({ id }) => id === judgement.promiseId);
      if (!promise) return refuse('promise_unknown');
      const open = !promise.report && promise.day >= around.today;
      if (open && judgement.verdict !== 'kept') return refuse('promise_not_due', { params: { day: promise.day } });
      return done({ facts: [{ type: 'appeal.promise_judged', payload: judgement }] });
    },
  });
}
