// The registrar records that a notice that nobody had seen went out on paper: when, and under which number of the post.
import { z } from 'zod';
import { dayField } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  letterId: z.uuid(),
  on: dayField,
  number: z.string().trim().min(3).max(60),
});

/** Records. Refuses: notice_served, day_not_past, invalid, and what every act refuses. */
export async function recordPaper(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, letterId, on, number } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.record_paper',
    decide: ({ appeal, around, signatory }) => {
      const waiting = appeal.steps.unserved?.find((one) => one.letterId === letterId);
      if (!waiting) return refuse('notice_served');
      if (on > around.today) return refuse('day_not_past', { fields: { on: 'bad_value' } });
      const { notice } = waiting;
      return done({
        facts: [
          { type: 'appeal.notice_served', payload: { letterId, notice, how: 'paper', on, number, officer: signatory } },
        ],
      });
    },
  });
}
