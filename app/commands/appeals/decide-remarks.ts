// Whoever presided over a hearing decides on the remarks to its protocol: accepted, or rejected in part or in full, with the reason (APPC 74(6)).
// All remarks stay in the case. Where that official holds no office at the body any more, whoever decides there for others does.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { citationOf, done, refuse, type Outcome } from '../../core/refusal';
import { REMARK_RULINGS } from '../../core/step-event';
import type { Viewer } from '../../core/viewer';
import { officialAt } from '../../data/offices';
import type { World } from '../../world';
import { actOnAppeal, type Scene } from './act';

export const input = z.object({
  appealId: z.uuid(),
  ruling: z.enum(REMARK_RULINGS),
  reason: z.string().trim().min(20).max(20_000),
});

/** Decides. Refuses: remarks_none, not_the_chair, and what every act refuses. */
export async function decideRemarks(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, ruling, reason } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.decide_remarks',
    decide: async (scene) => {
      const { appeal, around, signatory } = scene;
      const basis = citationOf(around.procedure.rules.protocol_remarks?.basis);
      if (!appeal.steps.hearing?.remarks) return refuse('remarks_none', { basis });
      const chair = await anotherPresided(world, viewer, scene);
      if (chair !== null) return refuse('not_the_chair', { basis, params: { name: chair } });
      return done({
        facts: [{ type: 'appeal.remarks_decided', payload: { ruling, reason, officer: signatory } }],
      });
    },
  });
}

/** The name of the other official who presided and can decide; null where the viewer may: they presided, act in that place, or nobody there did. */
async function anotherPresided(
  { db, now }: World,
  viewer: Viewer | null,
  { appeal: { steps, bodyId } }: Scene,
): Promise<string | null> {
  const chair = steps.hearing?.chair;
  if (!chair || chair.personId === viewer?.personId) return null;
  if (viewer?.mandates.some(({ lentBy }) => lentBy?.personId === chair.personId)) return null;
  return (await officialAt(db, bodyId, chair.personId, now())) ? chair.name : null;
}
