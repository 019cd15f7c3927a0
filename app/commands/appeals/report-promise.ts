// The body says what became of a promise that its answer made.
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
  kept: z.enum(KEPT),
  text: unpersonal(z.string().trim().min(5).max(5000)),
});

/** Reports, once. Refuses: promise_unknown, promise_reported_already, and what every act on an appeal refuses. */
export async function reportPromise(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, ...report } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.report_promise',
    decide: ({ appeal, signatory }) => {
      const promise = appeal.steps.promises?.find(({ id }) => id === report.promiseId);
      if (!promise) return refuse('promise_unknown');
      if (promise.report) return refuse('promise_reported_already');
      return done({ facts: [{ type: 'appeal.promise_reported', payload: { ...report, officer: signatory } }] });
    },
  });
}
