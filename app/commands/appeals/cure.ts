// The applicant puts right what the body named, with words and files. After the set day it still counts, until the appeal is returned.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { openCure } from '../../core/steps';
import type { Viewer } from '../../core/viewer';
import { attachmentsOf } from '../../data/uploads';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  text: z.string().trim().min(10).max(20_000),
  files: z.array(z.uuid()).max(10).default([]),
});

/** Puts right. Refuses: already_ended, cure_not_asked, not_found (of a file), and what every act refuses. */
export async function cureAppeal(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, text } = read.value;
  const files = viewer ? await attachmentsOf(world, viewer.personId, read.value.files) : [];
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.cure',
    decide: ({ appeal }) => {
      if (appeal.phase !== 'open') return refuse('already_ended');
      if (!openCure(appeal.steps)) return refuse('cure_not_asked');
      if (files.length !== read.value.files.length) return refuse('not_found');
      return done({
        facts: [{ type: 'appeal.cured', payload: { text, files } }],
        files,
      });
    },
  });
}
