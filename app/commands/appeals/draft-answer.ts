// An official writes the answer and puts it before an approver. Nothing is answered by that: no clock waits, and only the body sees it.
// A draft that is written anew stands in place of the one before, waiting or sent back, and keeps the files of it that are named.
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { attachmentsOf } from '../../data/uploads';
import type { World } from '../../world';
import { whyNotPublish } from './would-publish';
import { acceptedFirst } from './accepted';
import { actOnAppeal } from './act';
import { composed, input, whyNotAnswer } from './answer';
import { draftIn } from './drafted';

/** Puts it before the approvers. Refuses what answering refuses but four_eyes_needed. */
export async function draftAnswer(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, files: ids } = read.value;
  const files = viewer ? await attachmentsOf(world, viewer.personId, ids) : [];
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.draft_answer',
    decide: async (scene) => {
      const { appeal, events, around, signatory } = scene;
      if (appeal.phase !== 'open') return refuse('already_ended');
      const kept = (draftIn(appeal, events)?.files ?? []).filter(({ id }) => ids.includes(id));
      if (kept.length + files.length !== ids.length) return refuse('not_found');
      const parts = composed(read.value, around, [...kept, ...files]);
      if (!parts.ok) return parts;
      const refusal =
        (await whyNotAnswer(world, scene, parts.value)) ??
        (await whyNotPublish(world, appeal, parts.value, read.value));
      if (refusal) return { ok: false, refusal };
      return done({
        facts: [
          ...acceptedFirst(appeal, signatory),
          { type: 'appeal.answer_drafted', payload: { ...parts.value, drafter: signatory } },
        ],
        files,
      });
    },
  });
}
