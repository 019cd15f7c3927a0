// Somebody no longer keeps a search.
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { input } from './save';

/** Drops it; what was not kept is done already. Refuses: not_signed_in, invalid. */
export async function dropSearch(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ value: string }>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  await world.db.prisma.savedSearch.deleteMany({ where: { personId: viewer.personId, value: read.value.value } });
  return done(read.value);
}
