// The number under which the same appeal is known elsewhere (e-Otinish, a paper register) stands beside ours: entered by its applicant or by
// an official of the body, corrected by either. Every earlier one stays in the thread.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { isApplicant } from '../../core/side';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  system: z.string().trim().max(60).default('').describe('Where the number is from, such as e-Otinish.'),
  number: z
    .string()
    .trim()
    .toUpperCase()
    .max(60)
    .describe('As it is written there; small and capital letters and spaces make no difference. Empty: there is none.'),
});

/** Sets it. Refuses: invalid (a system without a number, or a number that can't be one), and what every act on an appeal refuses. */
export async function setExternal(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, system } = read.value;
  const number = read.value.number.replaceAll(/\s+/g, ' ');
  if (number && !/^[\p{L}\d][\p{L}\d ./№-]*\d[\p{L}\d ./-]*$/u.test(number))
    return refuse('invalid', { fields: { number: 'bad_value' } });
  if (number && !system) return refuse('invalid', { fields: { system: 'required' } });
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.set_external',
    decide: ({ appeal }) => {
      if ((appeal.externalNumber ?? '') === number && (appeal.externalSystem ?? '') === system)
        return done({ facts: [] });
      const by = viewer && isApplicant(viewer, appeal) ? 'applicant' : 'body';
      return done({ facts: [{ type: 'appeal.external_set', payload: { system: number ? system : '', number, by } }] });
    },
  });
}
