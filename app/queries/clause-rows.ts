// The clauses of one document of a round in their order, a page at a time, as the API lists them.
import type { World } from '../world';

export type ClauseRow = {
  anchor: string;
  position: number;
  number: string | null;
  heading: string | null;
  plain: string;
};

/** Clauses after a position; `next`: the position to go on from, null at the end. */
export async function clauseRows(
  { db }: Pick<World, 'db'>,
  { documentId, after, limit }: { documentId: string; after: number; limit: number },
): Promise<{ rows: ClauseRow[]; next: number | null }> {
  const found = await db.prisma.clause.findMany({
    where: { documentId, position: { gt: after } },
    orderBy: { position: 'asc' },
    take: limit + 1,
    select: { anchor: true, position: true, number: true, heading: true, plain: true },
  });
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1)?.position ?? null) : null };
}
