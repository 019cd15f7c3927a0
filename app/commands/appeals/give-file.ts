// An official gives the materials of the case to the applicant, as files, in words, or by saying where they can be seen. Only the parties see them.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { attachmentsOf } from '../../data/uploads';
import type { World } from '../../world';
import { actOnAppeal } from './act';
import { acceptedFirst } from './accepted';

export const input = z.object({
  appealId: z.uuid(),
  text: z.string().trim().min(10).max(5000),
  files: z.array(z.uuid()).max(10).default([]),
});

/** Gives. Refuses: file_not_asked, not_found (of a file), and what every act refuses. */
export async function giveFile(
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
    action: 'appeal.give_file',
    decide: ({ appeal, signatory }) => {
      if (!appeal.steps.fileAsked) return refuse('file_not_asked');
      if (files.length !== read.value.files.length) return refuse('not_found');
      const accepted = appeal.phase === 'open' ? acceptedFirst(appeal, signatory) : [];
      return done({
        facts: [...accepted, { type: 'appeal.file_given', payload: { text, files, officer: signatory } }],
        files,
      });
    },
  });
}
