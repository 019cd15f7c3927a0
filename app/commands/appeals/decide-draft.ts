// An approver who did not write it signs a drafted answer, which gives it and notes the promises that they tick, or sends it back with a remark. Everything that the law asks of an
// answer is asked again on the day of the approval; the statutory clock has been running all the time.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { waitingDraft } from '../../core/steps';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';
import { answered, whyNotAnswer } from './answer';
import { asking, promisesWith } from './answer-promises';
import { draftIn } from './drafted';

/** `version`: of the draft that was read; one written meanwhile is not approved unread. */
const ids = { appealId: z.uuid(), version: z.coerce.number().int() };
export const input = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve'), ...ids, ...asking }),
  z.object({
    decision: z.literal('return'),
    ...ids,
    remark: z.string().trim().min(1, 'required').min(10, 'too_short').max(5000, 'too_long'),
  }),
]);

/** Decides. Refuses: already_ended, draft_missing, changed_meanwhile (another draft stands there now), same_person (who wrote it), what
 * answering refuses, promises_found, and what every act on an appeal refuses. */
export async function decideDraft(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const asked = read.value;
  return actOnAppeal(world, viewer, {
    appealId: asked.appealId,
    action: 'appeal.decide_draft',
    decide: async (scene) => {
      const { appeal, events, around, signatory } = scene;
      if (appeal.phase !== 'open') return refuse('already_ended');
      const words = draftIn(appeal, events);
      const waiting = waitingDraft(appeal.steps);
      if (!words || !waiting) return refuse('draft_missing');
      if (waiting.version !== asked.version) return refuse('changed_meanwhile');
      const { drafter, ...parts } = words;
      if (drafter.personId === signatory.personId) return refuse('same_person');
      if (asked.decision === 'return')
        return done({
          facts: [{ type: 'appeal.draft_returned', payload: { remark: asked.remark, officer: signatory } }],
        });
      const refusal = await whyNotAnswer(world, scene, parts);
      if (refusal) return { ok: false, refusal };
      const promised = promisesWith(parts, asked, around);
      if (!promised.ok) return promised;
      return done({ facts: [answered(parts, around, { signatory, drafter }), ...promised.value], files: parts.files });
    },
  });
}
