// What lists, search and the page of a body cost among 10,000, 100,000 and 1,000,000 cases: whole pages over HTTP, rendered fresh, one after another.
// The first ten thousand are invented case by case, the others are copies of them with numbers of their own: words stay as common as they are.
import { addDays, dayOf } from '../../app/core/day';
import { chance } from '../../prisma/chance';
import { populate } from '../../prisma/populate';
import { startApp, type RunningApp } from '../help/app';
import { openGround, quantile, type Ground } from './ground';
import { latencies } from './latency';
import { ASKED, fill } from './search-ground';

const FIRST = 10_000;
const SIZES = [FIRST, 100_000, 1_000_000] as const;
const TIMES = 60;
/** A session cookie that opens nothing: the answer is made for this reader alone, past the shared ones. */
const FRESH = { cookie: 'kenes_session=bench' };
const PAGES: Readonly<Record<string, string>> = {
  'list of appeals': '/ru/appeals',
  'list of one body': '/ru/appeals?body=social',
  'list of open ones': '/ru/appeals?phase=open',
  'search: a word of a third of all': `/ru/search?q=${encodeURIComponent(ASKED.common)}`,
  'search: a word of one in forty': `/ru/search?q=${encodeURIComponent(ASKED.usual)}`,
  'search: a rare word': `/ru/search?q=${encodeURIComponent(ASKED.rare)}`,
  'page of a body': '/ru/bodies/social',
};

export async function benchSizes(): Promise<void> {
  const ground = await openGround();
  try {
    const { world } = ground;
    const since = Date.parse(`${addDays(dayOf(world.now()), -30)}T00:00:00Z`);
    const country = await populate(world, { chance: chance(3), since });
    await fill(world, country, FIRST);
    const found = new Map<string, number[]>();
    let cases = FIRST;
    for (const size of SIZES) {
      const began = performance.now();
      if (size > cases) await multiply(ground, size / cases);
      cases = size;
      const made = (performance.now() - began) / 1000;
      const app = await startApp({
        DATABASE_URL: ground.url,
        ROLE: 'web',
        DATA_DIR: ground.dataDir,
        LOG_LEVEL: 'warn',
      });
      try {
        await measure(app, found);
      } finally {
        await app.kill('SIGTERM');
      }
      console.log(
        `  (${size.toLocaleString('en')} cases made in ${made.toFixed(0)} s; p95 ${[...found.values()].map((times) => times.at(-1)?.toFixed(0)).join(', ')} ms)`,
      );
    }
    for (const [name, times] of found) {
      const [first = Number.NaN] = times;
      const last = times.at(-1) ?? Number.NaN;
      console.log(
        `  ${name.padEnd(42)} p95 ${times.map((ms) => ms.toFixed(1).padStart(7)).join(' ')} ms   last to first ${(last / first).toFixed(2)}`,
      );
    }
  } finally {
    await ground.close();
  }
}

async function measure(app: RunningApp, found: Map<string, number[]>): Promise<void> {
  for (const [name, page] of Object.entries(PAGES)) {
    await latencies(app.url + page, { times: 10, at: 1, headers: FRESH });
    const times = await latencies(app.url + page, { times: TIMES, at: 1, headers: FRESH });
    found.set(name, [...(found.get(name) ?? []), quantile(times, 0.95)]);
  }
}

/** Every case that is there so many times, with ids and numbers of its own; what was said first, its words for search, and as many more of each word. */
async function multiply({ world }: Ground, times: number): Promise<void> {
  const { pool } = world.db;
  const columns = async (table: string, own: Readonly<Record<string, string>>) => {
    const { rows } = await pool.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND is_identity = 'NO' AND is_generated = 'NEVER' AND column_name <> 'seq'`,
      [table],
    );
    const names = rows.map(({ name }) => name);
    return {
      into: names.map((name) => `"${name}"`).join(),
      from: names.map((name) => own[name] ?? `x."${name}"`).join(),
    };
  };
  const copy = async (table: string, where: string, own: Readonly<Record<string, string>>) => {
    const { into, from } = await columns(table, own);
    await pool.query(
      `INSERT INTO "${table}" (${into}) SELECT ${from} FROM (SELECT * FROM "${table}" WHERE ${where}) x CROSS JOIN generate_series(1, ${times - 1}) k`,
    );
  };
  const { rows } = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM "Appeal"');
  // How many there were is in it: the same case is copied again at the next size.
  const there = rows[0]?.n ?? 0;
  const fresh = `md5(x.id::text || '${there} ' || k)::uuid`;
  // Indexes of words are made faster anew than row by row.
  await pool.query('DROP INDEX IF EXISTS "SearchEntry_words_idx"');
  await copy('SearchEntry', 'true', { id: fresh });
  await pool.query(`SET maintenance_work_mem = '512MB'`);
  await pool.query('CREATE INDEX "SearchEntry_words_idx" ON "SearchEntry" USING GIN ("words")');
  await copy('Event', `type = 'appeal.filed'`, {
    stream: `'appeal:' || md5(substr(x.stream, 8) || '${there} ' || k)::uuid`,
  });
  await copy('Appeal', 'true', {
    id: fresh,
    number: `split_part(x.number, '-', 1) || '-' || (split_part(x.number, '-', 2)::int + k * ${there})`,
  });
  await pool.query('UPDATE "SearchWord" SET entries = entries * $1', [times]);
  await pool.query('VACUUM ANALYZE');
}
