// Somebody throws away an appeal that they did not finish. Its uploads go with the next night's tidying.
import { z } from 'zod';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';

export const input = z.object({ draftId: z.uuid() });

/** Refuses: not_signed_in, invalid, not_found (gone already, or another's). */
export async function dropDraft(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ draftId: string }>> {
  if (!viewer || !may(viewer, 'draft.write', viewer)) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const where = { id: read.value.draftId, personId: viewer.personId };
  const { count } = await world.db.prisma.draft.deleteMany({ where });
  return count === 1 ? done(read.value) : refuse('not_found');
}
