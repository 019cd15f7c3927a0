// A letter by e-mail is put before the body as it came, open case or ended: words and files are the parties' alone. The applicant's own by the
// address that signed it; one that could not be matched by the registrar who puts it there. Called by the job receive, at the moment of receipt.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { isApplicant } from '../../core/side';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { marked } from '../../core/withheld';
import { attachmentsOf } from '../../data/uploads';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  incomingId: z.uuid(),
  /** An instant: when our server took it. */
  receivedAt: z.int().min(0).max(8.64e15),
  text: z.string().trim().max(20_000),
  files: z.array(z.uuid()).max(10).default([]),
});

/** Records it. Refuses: not_found (of a file), and what every act on an appeal refuses. */
export async function sendLetter(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, incomingId, receivedAt, text } = read.value;
  const uploads = viewer ? await attachmentsOf(world, viewer.personId, read.value.files) : [];
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.send_letter',
    decide: ({ appeal, signatory }) => {
      if (uploads.length !== read.value.files.length) return refuse('not_found');
      const files = marked(
        uploads,
        uploads.map(({ id }) => id),
      );
      const own = viewer !== null && isApplicant(viewer, appeal);
      const by = own ? ({ by: 'applicant', officer: null } as const) : ({ by: 'matched', officer: signatory } as const);
      return done({
        facts: [{ type: 'appeal.letter_received', payload: { incomingId, receivedAt, text, files, ...by } }],
        files,
      });
    },
  });
}
