// Many cases out of the ten thousand of search-ground, in a few statements: each new one has the subject of one of them, the text of another
// and the answer of a third, so that words stay as common as they are and no two say the same; a body, an hour and a number of its own.
// Ids and rows lie in the order of time, as a country's would. Then of every case what else it leaves: duties, reminders, letters.
import type pg from 'pg';
import { dayOf } from '../../app/core/day';
import { ASKED } from './search-ground';

/** Bodies among which the cases are spread: half of the cases go to the invented ones. */
const BODIES = 250;
/** Every so many cases of the rest go to one great body: its slug. */
export const GREAT = { slug: 'social', every: 20 } as const;

export async function addBodies(pool: pg.Pool): Promise<void> {
  await pool.query(`INSERT INTO "Body" (id, slug, level, region, "nameKk", "nameRu", "nameEn", address, "workdayEnd", "createdAt")
    SELECT gen_random_uuid(), 'bench-' || i, 'regional', 'KZ-' || (10 + i % 20), "nameKk" || ' ' || i, "nameRu" || ' ' || i, "nameEn" || ' ' || i, address, "workdayEnd", "createdAt"
      FROM "Body", generate_series(1, ${BODIES} - (SELECT count(*)::int FROM "Body")) i WHERE slug = '${GREAT.slug}'`);
}

/** Raises the number of cases `times` times. */
export async function multiply(pool: pg.Pool, times: number): Promise<void> {
  const anew = await dropIndexes(pool, ['Appeal', 'Event', 'SearchEntry']);
  await pool.query(BASE);
  await pool.query(copies(times));
  await Promise.all([pool.query(APPEALS), pool.query(ENTRIES), pool.query(EVENTS)]);
  await pool.query('DROP TABLE bench_base, bench_said, bench_copy');
  await pool.query(
    `UPDATE "SearchWord" SET entries = entries * $1 WHERE NOT (stem = ANY (SELECT unnest(tsvector_to_array(to_tsvector('russian', $2)))))`,
    [times, ASKED.few],
  );
  await make(pool, anew);
}

/** Duties of every case with their reminders and a letter, as acts would have left them; of open cases they are open. */
export async function addDuties(pool: pg.Pool): Promise<void> {
  const anew = await dropIndexes(pool, ['Obligation', 'Reminder', 'Letter']);
  const today = `'${dayOf(Date.now())}'`;
  await pool.query(`
INSERT INTO "Obligation" (id, stream, key, rule, "debtorKind", "debtorId", "creditorKind", "creditorId", "officialId", edition, procedure, number, title, "fromDay", "dueDay", "lawfulDue", provisional, reckoning,
       "openedAt", "openedBy", "closedAt", "closedDay", "closedHow", "closedBy", "lapsedAt")
SELECT gen_random_uuid(), 'appeal:' || a.id, rule, rule, 'body', a."bodyId", 'organisation', a."organisationId", a."officialId", a.edition, a.kind, a.number, a.subject, a."receivedDay", due, due, false, '{}',
       a."receivedAt", 1, done::timestamptz, done, CASE WHEN done IS NOT NULL THEN 'discharged' END, CASE WHEN done IS NOT NULL THEN 2 END, CASE WHEN done IS NULL AND due < ${today} THEN due::timestamptz + interval '1 day' END
  FROM "Appeal" a CROSS JOIN LATERAL (VALUES ('register', a."registeredDay"::text, a."registeredDay"::text), ('decide', a."dueDay"::text, a."endedDay"::text)) o (rule, due, done)
 ORDER BY a."receivedAt"`);
  await pool.query(`
INSERT INTO "Reminder" (id, "obligationId", point, "plannedBy", "dueAt", state, "settledAt")
SELECT gen_random_uuid(), o.id, p.point, 1, p.at, CASE WHEN o."closedDay" IS NOT NULL THEN 'cancelled' WHEN p.at < now() THEN 'written' ELSE 'waiting' END, CASE WHEN o."closedDay" IS NOT NULL OR p.at < now() THEN p.at END
  FROM "Obligation" o CROSS JOIN LATERAL (VALUES ('before', o."dueDay"::timestamptz - interval '3 days'), ('day', o."dueDay"::timestamptz)) p (point, at) WHERE o.rule = 'decide' ORDER BY o."openedAt"`);
  await pool.query(`
INSERT INTO "Letter" (id, key, letter, "personId", email, locale, data, stream, subject, html, text, state, attempts, "nextAt", "createdAt", "sentAt")
SELECT gen_random_uuid(), 'bench:' || a.id, 'registered', a."personId", p.email, 'kk', '{}', 'appeal:' || a.id, a.number, '', a.number, 'sent', 1, a."receivedAt", a."receivedAt", a."receivedAt"
  FROM "Appeal" a JOIN "Person" p ON p.id = a."personId" ORDER BY a."receivedAt"`);
  await make(pool, anew);
}

/** Indexes are made faster anew than row by row; the same ones as before. */
async function dropIndexes(pool: pg.Pool, tables: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; made: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS made FROM pg_index
      WHERE indrelid = ANY (SELECT quote_ident(name)::regclass FROM unnest($1::text[]) AS t(name)) AND NOT indisunique`,
    [tables],
  );
  for (const { name } of rows) await pool.query(`DROP INDEX ${name}`);
  return rows.map(({ made }) => made);
}

async function make(pool: pg.Pool, indexes: readonly string[]): Promise<void> {
  const one = await pool.connect();
  try {
    await one.query(`SET maintenance_work_mem = '1GB'`);
    for (const index of indexes) await one.query(index);
  } finally {
    one.release(true);
  }
}

const BASE = `
CREATE TABLE bench_base AS SELECT a.*, (row_number() OVER (ORDER BY a."receivedAt", a.id) - 1)::int AS n, s.scheme, ts_filter(s.words, '{a}') AS head, ts_filter(s.words, '{b}') AS body,
       f.payload AS filed, f.actor AS actor FROM "Appeal" a JOIN "SearchEntry" s ON s.id = a.id JOIN "Event" f ON f.stream = 'appeal:' || a.id AND f.version = 1;
CREATE TABLE bench_said AS SELECT (row_number() OVER (ORDER BY a.n) - 1)::int AS n, e.payload, ts_filter(s.words, '{c}') AS words
  FROM bench_base a JOIN "SearchEntry" s ON s.id = a.id JOIN "Event" e ON e.stream = 'appeal:' || a.id AND e.version = 2;
CREATE UNIQUE INDEX ON bench_base (n);
CREATE UNIQUE INDEX ON bench_said (n);
ANALYZE bench_base;
ANALYZE bench_said`;

/** Which case is made of which: place, time and number; \`few\` stays in as many cases as it is in. */
const copies = (times: number): string => `
CREATE TABLE bench_copy AS
WITH many AS (SELECT count(*)::int AS cases, (SELECT count(*)::int FROM bench_said) AS said FROM bench_base),
bodies AS (SELECT array_agg(id ORDER BY id) FILTER (WHERE slug NOT LIKE 'bench-%') AS own, array_agg(id ORDER BY id) FILTER (WHERE slug LIKE 'bench-%') AS others,
                  (array_agg(id) FILTER (WHERE slug = '${GREAT.slug}'))[1] AS great FROM "Body"),
c AS (SELECT x.n, k, x."receivedAt" + k * interval '5 minutes' + x.n % 300 * interval '1 second' AS at, abs(hashint8(x.n::bigint * 1000 + k)) AS h, left(x.number, 4) AS year, x.phase
        FROM bench_base x CROSS JOIN generate_series(1, ${times - 1}) k)
SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || substr(md5(n || ' ' || k), 13))::uuid AS id, n, k, at,
       year || '-' || lpad((n + (k - 1 + (k > 10)::int) * cases)::text, 6, '0') AS number,
       ((n::bigint * 7919 + k * 104729) % cases)::int AS other, CASE WHEN phase = 'answered' THEN ((n::bigint * 31 + k * 1613) % said)::int END AS answer,
       CASE WHEN h % ${GREAT.every} = 0 THEN great WHEN h % 2 = 0 THEN own[1 + h / 64 % array_length(own, 1)] ELSE others[1 + h / 64 % array_length(others, 1)] END AS "bodyId"
  FROM c, many, bodies ORDER BY at, id;
ANALYZE bench_copy`;

const SUBJECT = `replace(x.subject, '${ASKED.few}', '')`;
const APPEALS = `
INSERT INTO "Appeal" (id, number, kind, edition, "bodyId", "personId", "organisationId", subject, text, language, visibility, "nameHidden", "receivedAt", "receivedDay", "registeredDay", "dueDay", "lawfulDue",
       provisional, extended, phase, "endedDay", "endedAt")
SELECT c.id, c.number, x.kind, x.edition, c."bodyId", x."personId", x."organisationId", ${SUBJECT}, o.text, x.language, x.visibility, x."nameHidden", c.at, x."receivedDay", x."registeredDay", x."dueDay", x."lawfulDue",
       x.provisional, x.extended, x.phase, x."endedDay", x."endedAt" FROM bench_copy c JOIN bench_base x ON x.n = c.n JOIN bench_base o ON o.n = c.other ORDER BY c.at, c.id`;
const ENTRIES = `
INSERT INTO "SearchEntry" (id, kind, at, scheme, spelt, words)
SELECT c.id, 'appeal', c.at, x.scheme, true, ts_delete(x.head, (SELECT array_agg(DISTINCT stem) FROM unnest(tsvector_to_array(to_tsvector('russian', '${ASKED.few} ${ASKED.few}а ${ASKED.few}ы')) || '${ASKED.few}'::text) AS s(stem)))
       || o.body || coalesce(a.words, ''::tsvector)
  FROM bench_copy c JOIN bench_base x ON x.n = c.n JOIN bench_base o ON o.n = c.other LEFT JOIN bench_said a ON a.n = c.answer ORDER BY c.at, c.id`;
const EVENTS = `
INSERT INTO "Event" (stream, version, type, at, day, actor, payload, opens, moves, closes, "prevHash", hash)
SELECT 'appeal:' || c.id, v.version, v.type, c.at, x."receivedDay", x.actor, v.payload, '[]', '[]', '[]', repeat('0', 64), repeat('0', 64)
  FROM bench_copy c JOIN bench_base x ON x.n = c.n JOIN bench_base o ON o.n = c.other LEFT JOIN bench_said a ON a.n = c.answer
 CROSS JOIN LATERAL (VALUES (1, 'appeal.filed', x.filed || jsonb_build_object('subject', ${SUBJECT}, 'text', o.text)), (2, 'appeal.answered', a.payload)) v (version, type, payload)
 WHERE v.payload IS NOT NULL ORDER BY c.at, c.id, v.version`;
