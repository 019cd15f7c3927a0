// How each reader wants their mail, and which letters wait to be gathered into one. Read by the worker deliver and by the commands of
// letters; core/delivery decides.
import type { Delivery } from '../core/delivery';
import type { Instant } from '../core/day';
import type { Asking, Database } from './connect';

/** What a letter is about, as a mute names it: its case or round by stream, the body, the topic; from a letter's row `l`. */
export const ABOUT = `
  LEFT JOIN "Comment" c ON c.id = CASE WHEN l.stream LIKE 'comment:%' THEN substr(l.stream, 9)::uuid END
  LEFT JOIN "Contest" k ON k.id = CASE WHEN l.stream LIKE 'contest:%' THEN substr(l.stream, 9)::uuid END
  LEFT JOIN "Round" r ON r.id = coalesce(c."roundId", CASE WHEN l.stream LIKE 'round:%' THEN substr(l.stream, 7)::uuid END)
  LEFT JOIN "Appeal" a ON a.id = coalesce(k."appealId", CASE WHEN l.stream LIKE 'appeal:%' THEN substr(l.stream, 8)::uuid END)`;
export const CASE_OF = `CASE WHEN r.id IS NOT NULL THEN 'round:' || r.id WHEN a.id IS NOT NULL THEN 'appeal:' || a.id END`;

export type Wanted = Delivery & { muted: boolean; stopToken: string };

/** What the readers of these letters want, by the letter; letters to addresses without an account are not in it. */
export async function wantedBy({ pool }: Database, letters: readonly string[]): Promise<Map<string, Wanted>> {
  if (letters.length === 0) return new Map();
  const { rows } = await pool.query<Wanted & { id: string }>({
    name: 'delivery_wanted',
    text: `SELECT l.id, p.pace, p."workingHours", p."stopToken", EXISTS (
             SELECT 1 FROM "Mute" m WHERE m."personId" = p.id AND (m.what, m.value) IN
               (('case', ${CASE_OF}), ('body', coalesce(r."bodyId", a."bodyId")::text), ('topic', r.topic))) AS muted
        FROM "Letter" l JOIN "Person" p ON p.id = l."personId" ${ABOUT}
       WHERE l.id = ANY ($1::uuid[])`,
    values: [letters],
  });
  return new Map(rows.map(({ id, ...wanted }) => [id, wanted]));
}

/** A letter that does not leave now, with what becomes of it: it leaves later, waits to be gathered, or stands on the site only. */
export type Aside = { id: string; state: 'waiting' | 'held' | 'site'; at: Instant };

/** Puts claimed letters aside. That they were claimed for it does not count as a try. A claim taken over is let be. */
export async function putAside({ pool }: Database, letters: readonly Aside[]): Promise<void> {
  if (letters.length === 0) return;
  await pool.query({
    name: 'put_aside',
    text: `UPDATE "Letter" l SET state = x.state, "nextAt" = to_timestamp(x.at / 1000.0), attempts = greatest(l.attempts - 1, 0)
             FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, state text, at bigint)
            WHERE l.id = x.id AND l.state = 'sending'`,
    values: [JSON.stringify(letters)],
  });
}

/** People with letters whose gathering has come, those who wait longest first. */
export async function toGatherFor({ pool }: Database, now: Instant, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ personId: string }>({
    name: 'to_gather_for',
    text: `SELECT l."personId" FROM "Letter" l JOIN "Person" p ON p.id = l."personId" AND p."closedAt" IS NULL
            WHERE l.state = 'held' AND l."nextAt" <= $1 GROUP BY l."personId" ORDER BY min(l."nextAt"), l."personId" LIMIT $2`,
    values: [new Date(now).toISOString(), limit],
  });
  return rows.map(({ personId }) => personId);
}

export type Held = { id: string; subject: string; createdAt: Date };
export type Gathering = { email: string; locale: string; held: Held[] };

/**
 * Holds a person's letters that wait to be gathered, the oldest first; null while another worker holds them. Within a transaction:
 * whoever comes after it finds them gathered.
 */
export async function holdGathering(through: Asking, personId: string, limit: number): Promise<Gathering | null> {
  const { rows: people } = await through.query<{ email: string; locale: string }>({
    text: `SELECT email, locale FROM "Person" WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED`,
    values: [personId],
  });
  const [person] = people;
  if (!person) return null;
  const { rows: held } = await through.query<Held>({
    text: `SELECT id, subject, "createdAt" FROM "Letter" WHERE "personId" = $1 AND state = 'held' AND subject IS NOT NULL
            ORDER BY "createdAt", id LIMIT $2 FOR UPDATE`,
    values: [personId, limit],
  });
  return { ...person, held };
}

export type Gathered = { id: string; key: string; personId: string; email: string; locale: string; data: unknown; at: Instant };

/** Writes the letter that they were gathered into, and says so of each: in one statement. */
export async function writeGathered(through: Asking, held: readonly Held[], letter: Gathered): Promise<void> {
  const { id, key, personId, email, locale, data, at } = letter;
  await through.query({
    text: `WITH gathered AS (
             UPDATE "Letter" SET state = 'gathered', "digestId" = $1::uuid WHERE id = ANY ($2::uuid[])
           )
           INSERT INTO "Letter" (id, key, letter, "personId", email, locale, data, state, attempts, "nextAt", "createdAt")
           VALUES ($1::uuid, $3, 'digest', $4::uuid, $5, $6, $7::jsonb, 'waiting', 0, $8, $8)`,
    values: [id, held.map((one) => one.id), key, personId, email, locale, JSON.stringify(data), new Date(at).toISOString()],
  });
}
