// Uploaded files before and after an act takes them: who uploaded what, and tying it to the event it came with.
import type { Attachment } from '../core/event';
import type { Instant } from '../core/day';
import type { World } from '../world';
import type { Act } from './ledger';
import type { Update } from './write';

/** The viewer's own uploads by id that no act has taken yet, in the order asked; others are left out. */
export async function attachmentsOf({ db }: Pick<World, 'db'>, personId: string, ids: readonly string[]): Promise<Attachment[]> {
  if (ids.length === 0) return [];
  const rows = await db.prisma.file.findMany({
    where: { id: { in: [...ids] }, ownerId: personId, version: null },
    select: { id: true, name: true, type: true, size: true, sha256: true },
  });
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The change that ties uploads to the event of the act they came with. */
export const attach = (files: readonly Attachment[], { appealId, stream, version }: { appealId: string | null; stream: string; version: number }): Update[] =>
  files.length === 0
    ? []
    : [
        {
          table: 'File',
          rows: files.map(({ id }) => ({ id, appealId, stream, version })),
          by: ['id'],
          types: { id: 'uuid', appealId: 'uuid', stream: 'text', version: 'int' },
        },
      ];

/** Rows of files that come with a further case of the same act: the same bytes under ids of their own. */
export const copiesOf = (
  files: readonly Attachment[],
  { appealId, stream, ownerId, at }: { appealId: string; stream: string; ownerId: string; at: Instant },
): NonNullable<Act['also']> => [
  {
    table: 'File',
    rows: files.map(({ id, name, type, size, sha256 }) => ({
      ...{ id, appealId, stream, version: 1, ownerId, name, type, size, sha256 },
      ...{ createdAt: new Date(at).toISOString(), indexed: false },
    })),
  },
];

/** The hashes of the viewer's own uploads by id, whether an act has taken them or not. */
export async function hashesOf({ db }: Pick<World, 'db'>, personId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.prisma.file.findMany({ where: { id: { in: [...ids] }, ownerId: personId }, select: { id: true, sha256: true } });
  const found = new Map(rows.map(({ id, sha256 }) => [id, sha256]));
  return ids.flatMap((id) => found.get(id) ?? []);
}
