// Whoever was asked answers; or an official of the body that asked records the answer that came another way.
import { z } from 'zod';
import type { Appeal } from '../../core/appeal';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { openErrands, type Errand } from '../../core/steps';
import { mandateAt, OFFICIAL_ROLES, type Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  errand: z.string().min(1),
  text: z.string().trim().min(10).max(20_000),
});

/** Answers. Refuses: already_ended, errand_unknown, and what every act refuses. */
export async function answerErrand(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, errand: key, text } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.answer_errand',
    decide: ({ appeal, signatory }) => {
      if (appeal.phase !== 'open') return refuse('already_ended');
      const errand = viewer && errandsFor(viewer, appeal).find((one) => one.key === key);
      if (!errand) return refuse('errand_unknown', { fields: { errand: 'bad_choice' } });
      const post = signatory.post ?? mandateAt(viewer, errand.bodyId, OFFICIAL_ROLES)?.post ?? null;
      return done({
        facts: [{ type: 'appeal.errand_answered', payload: { key, text, officer: { ...signatory, post } } }],
      });
    },
  });
}

/** Open errands that this person may answer: those asked of their body; the body that asked may record any. */
export const errandsFor = (viewer: Viewer, { bodyId, steps }: Pick<Appeal, 'bodyId' | 'steps'>): Errand[] =>
  openErrands(steps).filter((errand) =>
    [bodyId, errand.bodyId].some((place) => mandateAt(viewer, place, OFFICIAL_ROLES) !== undefined),
  );
