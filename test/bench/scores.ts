// Scores of a million cases: everything reckoned anew beside one plain aggregate over the same rows; figures after one more act, among
// 10,000 and among 1,000,000 cases; and the overview page beside a bare server with its queries and bytes.
import { addDays, dayOf } from '../../app/core/day';
import { periodAfter, periodOf } from '../../app/core/score/period';
import { chance } from '../../prisma/chance';
import { populate } from '../../prisma/populate';
import { score } from '../../workers/score';
import { startApp } from '../help/app';
import { compare, median, openGround, type Ground } from './ground';
import { latencies, spreadOf } from './latency';
import { recorded, startBare } from './recorded';

const SIZES = [10_000, 1_000_000] as const;
const BODIES = 250;
const QUARTERS = 8;
/** Cases of the one body and quarter in which the further act happens, whatever else there is. */
const OWN = 500;
const REPEATS = 9;
const DAY_MS = 86_400_000;
const never = new AbortController().signal;
const FRESH = { cookie: 'kenes_session=bench' };

export async function benchScores(): Promise<void> {
  const ground = await openGround();
  try {
    const { world } = ground;
    const since = Date.parse(`${addDays(dayOf(world.now()), -30)}T00:00:00Z`);
    const { bodies, applicants } = await populate(world, { chance: chance(3), since });
    const [place] = bodies;
    const [applicant] = applicants;
    if (!place || !applicant) throw new Error('an empty country');
    await addBodies(ground, place.id);
    const own = { bodyId: place.id, personId: applicant.viewer.personId };
    await addCases(ground, { ...own, from: 0, to: OWN, only: true });
    const updates: number[] = [];
    let cases = 0;
    for (const size of SIZES) {
      await addCases(ground, { ...own, from: cases, to: size, only: false });
      cases = size;
      await reckonAll(ground, 0);
      updates.push(await updated(ground, place.id));
    }
    const [few = Number.NaN, many = Number.NaN] = updates;
    const name = `${OWN} in the body's quarter, after one act`;
    console.log(
      `  ${name.padEnd(42)} ${SIZES.map((size, at) => `${size.toLocaleString('en')} cases: ${updates[at]?.toFixed(1)} ms`).join('   ')}   ratio ${(many / few).toFixed(2)}`,
    );
    await reckonedBesidePlain(ground);
    await overviewBesideBare(ground);
  } finally {
    await ground.close();
  }
}

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await act();
  return performance.now() - began;
};

const addBodies = ({ world }: Ground, like: string) =>
  world.db.pool.query({
    text: `INSERT INTO "Body" (id, slug, level, region, "nameKk", "nameRu", "nameEn", address, "workdayEnd", "createdAt")
      SELECT gen_random_uuid(), 'bench-' || i, level, 'KZ-' || (10 + i % 20), "nameKk", "nameRu", "nameEn", address, "workdayEnd", "createdAt" FROM "Body", generate_series(1, $2::int) i WHERE id = $1::uuid`,
    values: [like, BODIES - 1],
  });

type Adding = { bodyId: string; personId: string; from: number; to: number; only: boolean };

/** Cases with their two duties: spread over bodies and quarters, or (`only`) all of one body in one quarter. Most ended, some late, some open. */
async function addCases({ world }: Ground, { bodyId, personId, from, to, only }: Adding): Promise<void> {
  const { pool } = world.db;
  const last = addDays(dayOf(world.now()), -1);
  const first = addDays(last, -91 * QUARTERS);
  await pool.query({
    text: `WITH b AS (SELECT array_agg(id ORDER BY id) AS ids FROM "Body" WHERE ${only ? 'id = $1::uuid' : `slug LIKE 'bench-%'`} AND $1::uuid IS NOT NULL AND $4::date < $5::date),
      n AS (SELECT i, abs(hashint8(i)) AS h, abs(hashint8(i + 7)) AS g FROM generate_series($2::int, $3::int) i),
      c AS (SELECT gen_random_uuid() AS id, i, h, g, ids[1 + h % array_length(ids, 1)] AS body,
                   ${only ? `$5::date - (g % 20)` : `$4::date + (g % ($5::date - $4::date))`} AS day FROM n, b),
      d AS (SELECT *, day + 21 AS due, CASE WHEN h % 10 = 0 THEN NULL ELSE day + 3 + (g / 7) % (CASE WHEN h % 5 = 0 THEN 45 ELSE 18 END) END AS ended FROM c),
      a AS (INSERT INTO "Appeal" (id, number, kind, edition, "bodyId", "personId", subject, text, language, visibility, "nameHidden", "receivedAt", "receivedDay", "registeredDay",
              "dueDay", "lawfulDue", provisional, extended, phase, "endedDay", "endedAt", verdict)
            SELECT id, ${only ? `'O-'` : `'N-'`} || i, (ARRAY['application', 'complaint', 'message', 'request'])[1 + h % 4], '2026-6', body, $6::uuid, 'Bench', 'Bench', 'ru', 'public', false,
              day::timestamptz, day::text, day::text, due::text, due::text, false, h % 15 = 0, CASE WHEN ended IS NULL THEN 'open' WHEN h % 12 = 1 THEN 'taken_to_note' ELSE 'answered' END,
              ended::text, ended::timestamptz + interval '15 hours', CASE WHEN ended IS NOT NULL AND h % 3 = 0 THEN 'answers' END FROM d)
      INSERT INTO "Obligation" (id, stream, key, rule, "debtorKind", "debtorId", edition, procedure, number, title, "fromDay", "dueDay", "lawfulDue", provisional, reckoning, "openedAt", "openedBy", "closedAt", "closedDay", "closedHow", "closedBy")
      SELECT gen_random_uuid(), 'appeal:' || id, rule, rule, 'body', body, '2026-6', 'application', 'N-' || i, 'Bench', day::text, until::text, until::text, false, '{}', day::timestamptz, 1,
             done::timestamptz, done::text, CASE WHEN done IS NULL THEN NULL ELSE 'discharged' END, CASE WHEN done IS NULL THEN NULL ELSE 2 END
        FROM d CROSS JOIN LATERAL (VALUES ('register', day + 3, day + 1 + h % 3), ('decide', due, ended)) o (rule, until, done)`,
    values: [bodyId, from + 1, to, first, last, personId],
  });
  await pool.query('VACUUM ANALYZE "Appeal", "Obligation"');
}

const MARKS = `SELECT DISTINCT "bodyId", left("registeredDay", 5) || 'Q' || ceil(substr("registeredDay", 6, 2)::int / 3.0) AS period FROM "Appeal"`;
const markAll = ({ world }: Ground) => world.db.pool.query(`INSERT INTO "ScoreStale" ("bodyId", period) ${MARKS}`);

/** Everything stale, and reckoned as of `days` from now: every figure is another, and appended. */
async function reckonAll(ground: Ground, days: number): Promise<number> {
  await markAll(ground);
  return timed(() => score({ ...ground.world, now: () => Date.now() + days * DAY_MS }, never));
}

/** One case of the body's quarter changes; from the mark to the league as it stands then. */
async function updated({ world }: Ground, bodyId: string): Promise<number> {
  const { pool } = world.db;
  const { rows } = await pool.query<{ id: string; day: string }>(
    `SELECT id, "registeredDay" AS day FROM "Appeal" WHERE "bodyId" = $1::uuid AND phase = 'open' ORDER BY number LIMIT ${REPEATS + 2}`,
    [bodyId],
  );
  const today = dayOf(world.now());
  const times: number[] = [];
  for (const { id, day } of rows) {
    await pool.query(`UPDATE "Appeal" SET phase = 'answered', "endedDay" = $2, "endedAt" = now() WHERE id = $1`, [
      id,
      today,
    ]);
    await pool.query(`INSERT INTO "ScoreStale" ("bodyId", period) VALUES ($1, $2)`, [bodyId, periodOf(day as never)]);
    times.push(await timed(() => score(world, never)));
  }
  await pool.query(
    `UPDATE "Appeal" SET phase = 'open', "endedDay" = NULL, "endedAt" = NULL WHERE id = ANY ($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
  return median(times.slice(2));
}

/** The least that answers anything of all bodies and quarters: every case and duty, counted once. */
const PLAIN = `
SELECT a."bodyId", left(a."registeredDay", 5) || 'Q' || ceil(substr(a."registeredDay", 6, 2)::int / 3.0) AS period, a.kind, o.rule, count(*),
       count(*) FILTER (WHERE a."endedDay" <= a."lawfulDue") AS lawful, count(*) FILTER (WHERE a."endedDay" <= a."dueDay") AS extended,
       count(*) FILTER (WHERE a.phase = 'open' AND a."dueDay" < $1) AS overdue, count(*) FILTER (WHERE o."closedDay" <= o."dueDay") AS kept,
       count(*) FILTER (WHERE a.verdict = 'answers') AS satisfied
  FROM "Appeal" a JOIN "Obligation" o ON o.stream = 'appeal:' || a.id AND o."debtorKind" = 'body' AND o."debtorId" = a."bodyId"
 GROUP BY 1, 2, 3, 4`;

async function reckonedBesidePlain(ground: Ground): Promise<void> {
  const found = { ours: [] as number[], plain: [] as number[] };
  const today = dayOf(ground.world.now());
  for (let repeat = 0; repeat < 2; repeat++) {
    found.plain.push(await timed(() => ground.world.db.pool.query(PLAIN, [today])));
    found.ours.push(await reckonAll(ground, repeat + 1));
  }
  compare(`all of ${SIZES[1].toLocaleString('en')} cases`, 'ms', median(found.ours), median(found.plain));
}

async function overviewBesideBare(ground: Ground): Promise<void> {
  const page = `/ru/scores?period=${periodAfter(periodOf(dayOf(ground.world.now())), -2)}`;
  const app = await startApp({ DATABASE_URL: ground.url, ROLE: 'web', DATA_DIR: ground.dataDir, LOG_LEVEL: 'warn' });
  const bare = await startBare(await recorded(ground, [page], FRESH));
  try {
    const found = { bare: [] as number[], fresh: [] as number[], shared: [] as number[] };
    const p50 = async (url: string, headers: Record<string, string>) =>
      spreadOf(await latencies(url, { times: 30, at: 1, headers })).p50;
    for (let repeat = 0; repeat <= REPEATS; repeat++) {
      found.bare.push(await p50(bare.url + page, FRESH));
      found.fresh.push(await p50(app.url + page, FRESH));
      found.shared.push(await p50(app.url + page, {}));
    }
    compare(`overview of ${BODIES} bodies, rendered fresh`, 'ms', median(found.fresh), median(found.bare));
    compare('the same, visitor without a session', 'ms', median(found.shared), median(found.bare));
  } finally {
    bare.stop();
    await app.kill('SIGTERM');
  }
}
