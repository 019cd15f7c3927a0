// One of several demands goes to the body that is competent for it, as a case of its own with its own clock; the rest stays here and
// its clock runs on (APPC 65(2)).
import { z } from 'zod';
import { parse } from '../../core/parse';
import { citationOf, done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';
import { bodiesOf } from './around';
import { acceptedFirst } from './accepted';
import { caseThere } from './case-there';

export const input = z.object({
  appealId: z.uuid(),
  toBodyId: z.uuid(),
  /** The demand, in the applicant's words. */
  part: z.string().trim().min(20).max(20_000),
  reason: z.string().trim().min(10).max(2000),
});

/** Redirects a part. Refuses: already_ended, redirect_whole, redirect_to_itself, body_closed, and what every act refuses. */
export async function redirectPart(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, toBodyId, part, reason } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.redirect_part',
    otherBodyId: toBodyId,
    decide: async (scene) => {
      const { appeal, around, signatory } = scene;
      const { redirect } = around.procedure;
      const basis = citationOf(redirect?.basis);
      if (appeal.phase !== 'open') return refuse('already_ended');
      if (!redirect?.partial) return refuse('redirect_whole', { basis });
      if (toBodyId === appeal.bodyId) return refuse('redirect_to_itself', { basis });
      const receiver = (await bodiesOf(world, [toBodyId])).get(toBodyId);
      if (!receiver) return refuse('not_found');
      if (receiver.closed) return refuse('body_closed');
      const { id, number, also } = await caseThere(world, scene, { receiver, arrivedBy: 'redirect', text: part });
      const to = { toBodyId, toAppealId: id, toNumber: number };
      return done({
        facts: [
          ...acceptedFirst(appeal, signatory),
          { type: 'appeal.part_redirected', payload: { ...to, part, reason, officer: signatory } },
        ],
        also,
      });
    },
  });
}
