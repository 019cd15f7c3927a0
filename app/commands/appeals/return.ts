// The body returns an appeal with reasons, on one of the guide's grounds (APPC 64(7)): defects not put right by the set day, the same
// as one already terminated here, obscene language; a complaint likewise (94(1)), by the body that considers it. Filing again stays
// possible (64(8), 95(3)).
import { z } from 'zod';
import type { OutcomeId } from '../../../guide/schema';
import type { Appeal } from '../../core/appeal';
import { whyNotConsider } from '../../core/complaint';
import { parse } from '../../core/parse';
import { citationOf, done, refuse, type Outcome, type Refusal } from '../../core/refusal';
import { openCure } from '../../core/steps';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal, type Scene } from './act';
import { acceptedFirst } from './accepted';

export const input = z.object({
  appealId: z.uuid(),
  ground: z.string().min(1),
  text: z.string().trim().min(20).max(20_000),
  /** The number of the terminated case, where that is the ground. */
  earlier: z.string().trim().max(20).default(''),
});

/** Returns. Refuses: already_ended, ground_unknown, complaint_goes_up, cure_not_asked, cure_running, return_needs_earlier, and what every act refuses. */
export async function returnAppeal(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, text, earlier } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.return',
    decide: async ({ appeal, around, signatory, hasSuperior }) => {
      if (appeal.phase !== 'open') return refuse('already_ended');
      const ground = around.procedure.cure?.grounds.find(({ id }) => id === read.value.ground);
      if (!ground) return refuse('ground_unknown', { fields: { ground: 'bad_choice' } });
      const upward = whyNotConsider(appeal, around, { hasSuperior });
      if (upward) return { ok: false, refusal: upward };
      const basis = citationOf(ground.basis);
      const identical = ground.id === 'identical_terminated';
      const refusal = ground.id === 'defects_not_cured' ? whyNotYet(appeal, around) : null;
      if (refusal) return { ok: false, refusal: { ...refusal, basis } };
      if (identical && !(await isTerminatedHere(world, appeal, earlier)))
        return refuse('return_needs_earlier', { basis, fields: { earlier: 'bad_value' } });
      return done({
        facts: [
          ...acceptedFirst(appeal, signatory),
          {
            type: 'appeal.returned',
            payload: { ground: ground.id, text, earlier: identical ? earlier : null, signatory },
          },
        ],
      });
    },
  });
}

/** How the termination of a complaint's procedure is called (APPC 95). */
const WITHOUT_CONSIDERATION: OutcomeId = 'without_consideration';

function whyNotYet({ steps }: Appeal, { today }: Scene['around']): Refusal | null {
  const cure = openCure(steps);
  if (!cure) return { code: 'cure_not_asked' };
  return today <= cure.until ? { code: 'cure_running', params: { until: cure.until } } : null;
}

/** Whether this number is a case of the same applicant that the same body considered and terminated. */
async function isTerminatedHere({ db }: World, appeal: Appeal, number: string): Promise<boolean> {
  const { bodyId, personId, organisationId } = appeal;
  const found = await db.prisma.appeal.findFirst({
    where: {
      ...{ number, bodyId, organisationId, ...(organisationId === null && { personId }) },
      OR: [{ phase: 'terminated' }, { outcome: WITHOUT_CONSIDERATION }],
    },
    select: { id: true },
  });
  return found !== null;
}
