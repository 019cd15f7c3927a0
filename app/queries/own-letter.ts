// The words of a letter that an official sent in to answer a case: they wait for the form of the answer, and only their sender reads them.
import type { Viewer } from '../core/viewer';
import { isUuid } from '../core/storable';
import type { World } from '../world';

export type OwnLetter = { text: string; receivedAt: number };

/** Null where it is somebody else's, about another case, or no answer. */
export async function ownLetter(
  { db }: Pick<World, 'db'>,
  viewer: Viewer,
  appealId: string,
  id: string | null,
): Promise<OwnLetter | null> {
  if (id === null || !isUuid(id)) return null;
  const found = await db.prisma.incoming.findFirst({
    where: { id, appealId, personId: viewer.personId, what: 'for_answer' },
    select: { text: true, receivedAt: true },
  });
  return found && { text: found.text ?? '', receivedAt: found.receivedAt.getTime() };
}
