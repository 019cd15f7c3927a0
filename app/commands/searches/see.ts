// Somebody looks at what a search that they keep finds now: from here on only what comes later is new.
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { input } from './save';

/** Refuses: not_signed_in, invalid, not_found (it is not kept). */
export async function seeSearch(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ value: string }>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { count } = await world.db.prisma.savedSearch.updateMany({
    where: { personId: viewer.personId, value: read.value.value },
    data: { seenAt: new Date(world.now()) },
  });
  return count === 1 ? done(read.value) : refuse('not_found');
}
