// Holds the ledger against the public register, as the database has both: no event of a signed day is missing in either, or another one.
// Called by data/verify.
import type { Database } from '../connect';

/** An event is signed the night after its day; one recorded late, the night after that. */
const FAULTS = `
WITH last AS (SELECT max(day)::date AS day FROM "RegisterDay")
SELECT coalesce(l.stream, e.stream) AS stream, coalesce(l.version, e.version) AS version,
       CASE WHEN e.stream IS NULL THEN 'is in the public register and not in the ledger'
            WHEN l.stream IS NULL THEN 'is not in the public register'
            ELSE 'is not the one in the public register' END AS what
  FROM "Event" e FULL JOIN "RegisterLeaf" l ON l.stream = e.stream AND l.version = e.version
 WHERE e.stream IS NULL
    OR (l.stream IS NULL AND e.day::date < (SELECT day FROM last) - 1)
    OR l.entry <> encode(sha256(decode(l.nonce || e.hash, 'hex')), 'hex')
 ORDER BY 1, 2`;

export async function registerFaults({ pool }: Pick<Database, 'pool'>): Promise<{ stream: string; what: string }[]> {
  const { rows } = await pool.query<{ stream: string; version: number; what: string }>(FAULTS);
  return rows.map(({ stream, version, what }) => ({ stream, what: `event ${version} ${what}` }));
}
