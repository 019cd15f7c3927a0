// The applicant says from which day their private appeal is everybody's, changes that day, or takes it back; until the day comes. What would
// then be published is looked through now: the words of both sides, and the files that are not kept for the parties.
import { z } from 'zod';
import { dayOf } from '../../core/day';
import type { Attachment, Event } from '../../core/event';
import { tick } from '../../core/fields';
import { parse } from '../../core/parse';
import { barring, findingsIn, type Finding } from '../../core/personal-finding';
import { visibilityOn } from '../../core/publicity';
import { done, refuse, type Outcome } from '../../core/refusal';
import { listOf } from '../../core/round-fields';
import { OPEN_FILES, textsOf } from '../../core/search/texts';
import { APPLICANTS_FILES, withheldIn } from '../../core/withheld';
import type { Viewer } from '../../core/viewer';
import { personalInFiles } from '../../data/personal-files';
import { forgetFiles } from '../../data/search-files';
import type { World } from '../../world';
import { actOnAppeal } from './act';
import { publicDayIn } from './publicity';

export const input = z.object({
  appealId: z.uuid(),
  /** Empty: it stays private. */
  publicDay: z.string().max(10).default(''),
  /** Files of the case that only the parties open. */
  withheld: listOf(z.uuid()),
  publishPersonal: tick,
});

/** Sets it. Refuses: public_already, personal_data_in_appeal, and what every act on an appeal refuses. */
export async function setPublicity(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, withheld, publishPersonal } = read.value;
  const asked = publicDayIn(world, {
    visibility: read.value.publicDay ? 'later' : 'private',
    publicDay: read.value.publicDay,
  });
  if (!asked.ok) return asked;
  const publicDay = asked.value;
  const outcome = await actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.set_publicity',
    decide: async ({ appeal, events }) => {
      if (visibilityOn(appeal, dayOf(world.now())) === 'public') return refuse('public_already');
      const found = publicDay ? barring(await personalIn(world, events, withheld), { publishPersonal }) : [];
      if (found.length > 0) return refuse('personal_data_in_appeal', { found });
      return done({ facts: [{ type: 'appeal.publicity_set', payload: { publicDay, withheld } }] });
    },
  });
  // What search read of a file that is kept back is forgotten; the job reads the others again.
  if (outcome.ok && withheld.length > 0) await forgetFiles(world, appealId);
  return outcome;
}

/** Everything that becomes public with the case, but for the files kept back. */
async function personalIn(world: World, events: readonly Event[], withheld: readonly string[]): Promise<Finding[]> {
  const { head, body, said } = textsOf(events);
  const files = events
    .filter(({ type }) => OPEN_FILES.some((one) => one === type))
    .flatMap(({ payload }): readonly Attachment[] => ('files' in payload ? (payload.files ?? []) : []));
  const byBody = withheldIn(events.filter(({ type }) => !APPLICANTS_FILES.some((one) => one === type)));
  const published = files.filter(({ id }) => !withheld.includes(id) && !byBody.has(id));
  return [
    ...findingsIn({ subject: head.join('\n'), text: [...body, ...said].join('\n') }),
    ...(await personalInFiles(world, published)),
  ];
}
