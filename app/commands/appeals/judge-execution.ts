// The applicant says whether what a favourable act promises was done. Said once, beside the body's own word.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  done: z.enum(['yes', 'no']),
  comment: z.string().trim().max(2000).default(''),
});

/** Judges. Refuses: nothing_to_execute, execution_not_reported, execution_judged_already, and what every act refuses. */
export async function judgeExecution(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, comment } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.judge_execution',
    decide: ({ appeal }) => {
      const { execution } = appeal.steps;
      if (!execution) return refuse('nothing_to_execute');
      if (execution.executedDay === null) return refuse('execution_not_reported');
      if (execution.confirmed !== null) return refuse('execution_judged_already');
      const payload = { done: read.value.done === 'yes', comment };
      return done({ facts: [{ type: 'appeal.execution_judged', payload }] });
    },
  });
}
