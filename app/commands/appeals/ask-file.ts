// The applicant asks to see the materials of the case, while it is considered or afterwards (APPC 75): from that day the body owes them.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({
  appealId: z.uuid(),
  what: z.string().trim().min(5).max(2000),
});

/** Asks. Refuses: already_ended, file_access_not_known, and what every act refuses. */
export async function askFile(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, what } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.ask_file',
    decide: ({ appeal, around }) => {
      if (appeal.phase === 'redirected') return refuse('already_ended');
      if (!around.procedure.rules.file_access) return refuse('file_access_not_known');
      return done({ facts: [{ type: 'appeal.file_asked', payload: { what } }] });
    },
  });
}
