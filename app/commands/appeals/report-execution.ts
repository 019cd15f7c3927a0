// An official says that what a favourable act promises was done (APPC 86(3)); the applicant then says whether it was.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  text: z.string().trim().min(10).max(5000),
});

/** Reports. Refuses: nothing_to_execute, executed_already, and what every act refuses. */
export async function reportExecution(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, text } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.report_execution',
    decide: ({ appeal, signatory }) => {
      const { execution } = appeal.steps;
      if (!execution) return refuse('nothing_to_execute');
      if (execution.executedDay) return refuse('executed_already');
      return done({ facts: [{ type: 'appeal.executed', payload: { text, officer: signatory } }] });
    },
  });
}
