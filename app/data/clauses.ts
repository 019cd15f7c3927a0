// Clauses of the versions of a round's documents, as answers point to them: what a clause says in the named version, and what it said
// in the version that people commented on.
import type { Clause } from '../core/clause';
import type { Shown } from '../core/disposing';
import { commentedVersion, versionsOf } from '../core/round-documents';
import type { ClauseLink } from '../core/round-event';
import type { Round } from '../core/round';
import type { Database } from './connect';

/**
 * For each link the clause with its former text: of the version that people commented on, of the same document (role and language).
 * Null where the named version has no such clause, or is not later than that one: nothing can have changed in it yet. A removed clause
 * is shown with an empty text.
 */
export async function shownClauses({ pool }: Database, { documents }: Pick<Round, 'documents'>, links: readonly ClauseLink[]): Promise<(Shown | null)[]> {
  const asked = links.flatMap(({ documentId, anchor }, n) => {
    const document = documents.find((one) => one.documentId === documentId);
    const base = document && commentedVersion(documents, document);
    return base && document.version > base.version ? [{ n, documentId, anchor, version: document.version, baseId: base.documentId }] : [];
  });
  if (asked.length === 0) return links.map(() => null);
  const { rows } = await pool.query<{ n: number } & Shown>({
    name: 'shown_clauses',
    text: `
SELECT l.n, l.anchor, l.version, coalesce(c.plain, '') AS after, f.plain AS before
  FROM jsonb_to_recordset($1::jsonb) AS l(n int, "documentId" uuid, anchor text, version int, "baseId" uuid)
  LEFT JOIN "Clause" c ON c."documentId" = l."documentId" AND c.anchor = l.anchor
  LEFT JOIN "Clause" f ON f."documentId" = l."baseId" AND f.anchor = l.anchor
 WHERE c.anchor IS NOT NULL OR f.anchor IS NOT NULL`,
    values: [JSON.stringify(asked)],
  });
  return links.map((_, n) => {
    const found = rows.find((row) => row.n === n);
    return found ? { anchor: found.anchor, version: found.version, after: found.after, before: found.before } : null;
  });
}

/** The same clauses as the newest version of their document has them: what a draft pointed to may have been changed back since. */
export const newestClauses = (db: Database, { documents }: Pick<Round, 'documents'>, links: readonly ClauseLink[]): Promise<(Shown | null)[]> =>
  shownClauses(
    db,
    { documents },
    links.map((link) => {
      const document = documents.find(({ documentId }) => documentId === link.documentId);
      const { documentId, version } = (document && versionsOf(documents, document).at(-1)) ?? link;
      return { ...link, documentId, version };
    }),
  );

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
