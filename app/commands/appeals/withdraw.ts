// The applicant withdraws before the decision, by a written statement (APPC 64(9)); filing again stays possible.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({ appealId: z.uuid(), statement: z.string().trim().min(5).max(2000) });

/** Withdraws. Refuses: already_ended, and what every act on an appeal refuses. */
export async function withdrawAppeal(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, statement } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.withdraw',
    decide: ({ appeal }) =>
      appeal.phase === 'open'
        ? done({ facts: [{ type: 'appeal.withdrawn', payload: { statement } }] })
        : refuse('already_ended'),
  });
}
