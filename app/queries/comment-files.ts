// The files of a comment as a viewer may know them. Where the author hides their name, a file's name may give it away: everyone but the
// author and the round's own people gets none, and the page gives it a neutral one by its order. A paper that the host took in shows whose
// it is: of a hidden name nobody else gets it at all.
import { extensionOf } from '../data/files';
import type { World } from '../world';
import type { CaseFile } from './case-files';
import type { RoundFacts } from './round-facts';

type Owned = { id: string; nameHidden: boolean; own: boolean; origin: string };

export async function commentFiles(
  { db }: Pick<World, 'db'>,
  { id, nameHidden, own, origin }: Owned,
  { side }: Pick<RoundFacts, 'side'>,
): Promise<CaseFile[]> {
  const hidden = nameHidden && !own && side === null;
  if (hidden && origin !== 'site') return [];
  const rows = await db.prisma.file.findMany({
    where: { stream: `comment:${id}`, version: { not: null } },
    select: { id: true, name: true, type: true, size: true, sha256: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ name, ...file }, index) => ({
    ...file,
    ...{ name: hidden ? null : name, order: index + 1, extension: extensionOf(file.type) },
  }));
}
