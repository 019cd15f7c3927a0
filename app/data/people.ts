// Who reads a letter? Turns audiences (a party, some of its roles, one official) into the people behind them today, for the
// commands that order letters and for the sweeps. One query however many audiences; nobody twice within one.
import type { Audience, LetterOrder } from '../core/letter';
import { dayOf } from '../core/day';
import type { World } from '../world';
import { standsOn } from './absences';
import type { Asking } from './connect';
import type { LetterRow } from './ledger';

export type Reader = { personId: string; email: string; name: string; locale: 'kk' | 'ru' | 'en' };

/**
 * `named`: the official a case is assigned to, who reads alone for as long as the office is held. Whoever acts in the place of an official who
 * is away reads instead.
 */
const READERS = `
WITH RECURSIVE asked AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS a(n int, kind text, id uuid, roles text[], "officialId" uuid)
), ${standsOn('$3', '$2', `SELECT id FROM asked WHERE kind = 'body'`)}, held AS MATERIALIZED (
  SELECT a.n, coalesce(s."coverId", m."personId") AS "personId", m."personId" = a."officialId" AS named
    FROM asked a JOIN "Membership" m ON m."bodyId" = a.id LEFT JOIN stands s ON s."bodyId" = a.id AND s."personId" = m."personId"
   WHERE a.kind = 'body' AND m.since <= $2::timestamptz AND (m.until IS NULL OR m.until > $2::timestamptz)
     AND (m."personId" = a."officialId" OR a.roles IS NULL OR m.role = ANY (a.roles))
  UNION ALL
  SELECT a.n, m."personId", false
    FROM asked a JOIN "Membership" m ON m."organisationId" = a.id
   WHERE a.kind = 'organisation' AND m.since <= $2::timestamptz AND (m.until IS NULL OR m.until > $2::timestamptz)
     AND (a.roles IS NULL OR m.role = ANY (a.roles))
  UNION ALL
  SELECT a.n, m."personId", false
    FROM asked a JOIN "Membership" m ON m."councilId" = a.id
   WHERE a.kind = 'council' AND m.since <= $2::timestamptz AND (m.until IS NULL OR m.until > $2::timestamptz)
     AND (a.roles IS NULL OR m.role = ANY (a.roles))
  UNION ALL
  SELECT a.n, a.id, false FROM asked a WHERE a.kind = 'person'
), people AS (
  SELECT h.n, p.id, p.email, p.name, p.locale, coalesce(h.named, false) AS named,
         bool_or(coalesce(h.named, false)) OVER (PARTITION BY h.n) AS assigned
    FROM held h JOIN "Person" p ON p.id = h."personId" AND p."closedAt" IS NULL
)
SELECT DISTINCT n, id AS "personId", email, name, locale FROM people WHERE named OR NOT assigned ORDER BY n, id`;

/**
 * The readers of each audience, in the order asked: those who hold a role now and whose account is open. Where an audience
 * names an official who still holds an office at the body, that official alone; otherwise everyone in its roles.
 */
export async function readersOf({ db, now }: Pick<World, 'now'> & { db: { pool: Asking } }, audiences: readonly Audience[]): Promise<Reader[][]> {
  if (audiences.length === 0) return [];
  const asked = audiences.map(({ party, roles, officialId }, n) => ({ n, ...party, roles: roles ?? null, officialId: officialId ?? null }));
  const found = await db.pool.query<Reader & { n: number }>({
    name: 'readers',
    text: READERS,
    values: [JSON.stringify(asked), new Date(now()).toISOString(), dayOf(now())],
  });
  const readers = audiences.map((): Reader[] => []);
  for (const { n, ...reader } of found.rows) readers[n]?.push(reader);
  return readers;
}

/**
 * Orders as rows, one per reader: `readers[i]` are those of `orders[i]`. The key carries the person, so a letter exists once
 * for each, also when two orders of the same key reach the same person.
 */
export function letterRows(orders: readonly (LetterOrder & { stream?: string | null })[], readers: readonly (readonly Reader[])[]): LetterRow[] {
  const rows = new Map<string, LetterRow>();
  orders.forEach(({ letter, data, key, stream }, i) => {
    for (const { personId, email, locale } of readers[i] ?? []) {
      const own = `${key}:${personId}`;
      if (!rows.has(own)) rows.set(own, { key: own, letter, personId, email, locale, data, stream: stream ?? null });
    }
  });
  return [...rows.values()];
}
