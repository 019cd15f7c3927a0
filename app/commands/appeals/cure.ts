// The applicant puts right what the body named, with words and files. After the set day it still counts, until the appeal is returned.
import { z } from 'zod';
import { tick } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { openCure } from '../../core/steps';
import type { Viewer } from '../../core/viewer';
import { marked } from '../../core/withheld';
import { listOf } from '../../core/round-fields';
import { attachmentsOf } from '../../data/uploads';
import type { World } from '../../world';
import { actOnAppeal } from './act';
import { wouldPublish } from './would-publish';

export const input = z.object({
  appealId: z.uuid(),
  text: z.string().trim().min(10).max(20_000),
  files: z.array(z.uuid()).max(10).default([]),
  /** Those of the files that only the parties open. */
  withheld: listOf(z.uuid()),
  /** Personal data was found and may be published. Never enough for an individual number. */
  publishPersonal: tick,
});

/** Puts right. Refuses: already_ended, cure_not_asked, not_found (of a file), personal_data_in_appeal, and what every act refuses. */
export async function cureAppeal(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, text, withheld } = read.value;
  const uploads = viewer ? await attachmentsOf(world, viewer.personId, read.value.files) : [];
  const files = marked(uploads, withheld);
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.cure',
    decide: async ({ appeal }) => {
      if (appeal.phase !== 'open') return refuse('already_ended');
      if (!openCure(appeal.steps)) return refuse('cure_not_asked');
      if (files.length !== read.value.files.length) return refuse('not_found');
      const found = await wouldPublish(world, appeal, { text, files }, read.value);
      if (found.length > 0) return refuse('personal_data_in_appeal', { found });
      return done({
        facts: [{ type: 'appeal.cured', payload: { text, files } }],
        files,
      });
    },
  });
}
