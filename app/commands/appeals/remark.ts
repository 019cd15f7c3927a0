// An official leaves a note in a case for colleagues of the body, open or ended. It stands on the record; neither the applicant nor anybody
// else reads it, and it is in no published data.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  text: z.string().trim().min(1, 'required').max(5000, 'too_long'),
});

/** Leaves the note. Refuses what every act on an appeal refuses. */
export async function remarkOnAppeal(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, text } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.remark',
    decide: ({ signatory }) => done({ facts: [{ type: 'appeal.remarked', payload: { text, officer: signatory } }] }),
  });
}
