// Clauses of the versions of a round's documents, as answers point to them: what a clause says in the named version, and what it said
// in the version that people commented on.
import type { Clause } from '../core/clause';
import type { Shown } from '../core/disposing';
import type { ClauseLink } from '../core/round-event';
import type { Database } from './connect';

/**
 * For each link the clause with its former text: of the first version of the same document (role and language). Null where the named
 * version has no such clause, or is the first version itself: nothing can have changed in it yet. A removed clause is shown with an
 * empty text.
 */
export async function shownClauses({ pool }: Database, roundId: string, links: readonly ClauseLink[]): Promise<(Shown | null)[]> {
  if (links.length === 0) return [];
  const { rows } = await pool.query<{ n: number } & Shown>({
    name: 'shown_clauses',
    text: `
SELECT l.n, l.anchor, d.version, coalesce(c.plain, '') AS after, f.plain AS before
  FROM jsonb_to_recordset($2::jsonb) AS l(n int, "documentId" uuid, anchor text)
  JOIN "Document" d ON d.id = l."documentId" AND d."roundId" = $1::uuid AND d.version > 1
  JOIN "Document" o ON o."roundId" = d."roundId" AND o.role = d.role AND o.language = d.language AND o.version = 1
  LEFT JOIN "Clause" c ON c."documentId" = d.id AND c.anchor = l.anchor
  LEFT JOIN "Clause" f ON f."documentId" = o.id AND f.anchor = l.anchor
 WHERE c.anchor IS NOT NULL OR f.anchor IS NOT NULL`,
    values: [roundId, JSON.stringify(links.map(({ documentId, anchor }, n) => ({ n, documentId, anchor })))],
  });
  return links.map((_, n) => {
    const found = rows.find((row) => row.n === n);
    return found ? { anchor: found.anchor, version: found.version, after: found.after, before: found.before } : null;
  });
}

/** The clauses of a version in reading order. */
export async function clausesOf({ prisma }: Database, documentId: string): Promise<Clause[]> {
  return prisma.clause.findMany({
    where: { documentId },
    orderBy: { position: 'asc' },
    select: { anchor: true, number: true, heading: true, text: true, plain: true },
  });
}

/** Every anchor that any version of a document (role and language) of the round ever had. */
export async function anchorsUsed({ prisma }: Database, document: { roundId: string; role: string; language: string }): Promise<string[]> {
  const rows = await prisma.clause.findMany({ where: { document }, distinct: ['anchor'], select: { anchor: true } });
  return rows.map(({ anchor }) => anchor);
}
