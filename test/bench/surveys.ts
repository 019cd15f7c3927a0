// A wave with 50,000 invitations beside one with 5,000: time, statements and memory; the same credential sent twenty times at once to the
// running app; what the page of answering weighs in a browser that comes for the first time.
import { castAnswer } from '../../app/commands/waves/cast';
import { inviteAsked, remindAsked } from '../../app/commands/waves/invite';
import { openWaves } from '../../app/commands/waves/open';
import { planWave } from '../../app/commands/waves/plan';
import { takeRight } from '../../app/commands/waves/take-right';
import { addDays, dayOf, instantOf } from '../../app/core/day';
import type { Viewer } from '../../app/core/viewer';
import { takeFor } from '../../app/data/credentials';
import type { World } from '../../app/world';
import { startApp } from '../help/app';
import { weightOf } from '../help/weight';
import { startBrowser } from '../help/browser';
import { must } from '../help/rounds';
import { median, openGround, quantile } from './ground';

const SIZES = [5_000, 50_000] as const;
const BODIES = 10;
const SAME = 20;
const ANSWERS = 40;
const DAY_MS = 86_400_000;
const SHEET = { trust: '7', contact_frequency: 'every_month', comment: 'Жауап тез келді.' };

export async function benchSurveys(): Promise<void> {
  for (const size of SIZES) {
    const ground = await openGround();
    try {
      const clock = { ahead: 0 };
      const world = { ...ground.world, now: () => Date.now() + clock.ahead };
      const administrator = await peopled(world, size);
      await wave(world, administrator, clock);
      await invitations(world, size, clock);
      if (size !== SIZES[0]) await answering(world);
      else await overHttp(world, { url: ground.url, dataDir: ground.dataDir });
    } finally {
      await ground.close();
    }
  }
}

/** So many organisations, each with a representative and a case at one of ten bodies, put in as rows: how cases are filed is measured elsewhere. */
async function peopled({ db: { pool, prisma }, newId, now }: World, size: number): Promise<Viewer> {
  const at = new Date(now() - DAY_MS);
  await pool.query(
    `INSERT INTO "Body" (id, slug, level, "nameKk", "nameRu", "nameEn", address, "workdayEnd", "createdAt")
     SELECT gen_random_uuid(), 'body-' || n, 'central', 'Орган ' || n, 'Орган ' || n, 'Body ' || n, 'Астана', '18:30', $2 FROM generate_series(1, $1::int) n`,
    [BODIES, at],
  );
  await pool.query(
    `WITH made AS (SELECT n, gen_random_uuid() AS person, gen_random_uuid() AS organisation FROM generate_series(1, $1::int) n),
      o AS (INSERT INTO "Organisation" (id, bin, name, address, region, fields, "createdAt") SELECT organisation, (100000000000 + n)::text, 'ҮЕҰ ' || n, 'Алматы', 'KZ-75', '{}', $2 FROM made),
      p AS (INSERT INTO "Person" (id, email, name, locale, demo, "createdAt") SELECT person, 'person' || n || '@bench.kenes.kz', 'Тұрғын ' || n, 'kk', false, $2 FROM made),
      m AS (INSERT INTO "Membership" (id, "personId", role, "organisationId", since) SELECT gen_random_uuid(), person, 'representative', organisation, $2 FROM made)
     INSERT INTO "Appeal" (id, number, kind, edition, "bodyId", "personId", "organisationId", subject, text, language, visibility, "nameHidden", "receivedAt", "receivedDay", "registeredDay", "dueDay", "lawfulDue", provisional, extended, phase)
     SELECT gen_random_uuid(), 'B-' || n, 'application', '2026-1', b.id, person, organisation, 'Пандус', 'Пандус', 'kk', 'public', false, $2, $3, $3, $3, $3, false, false, 'open'
       FROM made JOIN (SELECT id, row_number() OVER () AS k FROM "Body") b ON b.k = 1 + made.n % $4`,
    [size, at, dayOf(at.getTime()), BODIES],
  );
  await pool.query('ANALYZE');
  const personId = newId();
  const administrator: Viewer = {
    ...{ personId, name: 'Administrator', email: 'administrator@bench.kenes.kz', locale: 'en' },
    mandates: [{ role: 'administrator', post: null, bodyId: null, organisationId: null, councilId: null }],
  };
  const { name, email, locale } = administrator;
  await prisma.person.create({ data: { id: personId, name, email, locale, createdAt: at } });
  return administrator;
}

async function wave(world: World, administrator: Viewer, clock: { ahead: number }): Promise<void> {
  const today = dayOf(world.now());
  await must(
    planWave(world, administrator, {
      ...{ instrument: 'yearly', titleKk: 'Толқын', titleRu: 'Волна', titleEn: 'Wave', openness: 'closed' },
      ...{ opensDay: addDays(today, 1), closesDay: addDays(today, 60) },
    }),
  );
  clock.ahead = instantOf(addDays(today, 1), '10:00') - Date.now();
  await openWaves(world);
}

/** What an act takes: seconds, statements, and by how many megabytes the process grew at most while it ran. */
async function spent(world: World, act: (watched: World) => Promise<number>): Promise<string> {
  let statements = 0;
  const { pool } = world.db;
  const query = pool.query.bind(pool) as (...given: unknown[]) => unknown;
  Object.assign(pool, { query: (...given: unknown[]) => ((statements += 1), query(...given)) });
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const began = performance.now();
  const done = await act(world);
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  Object.assign(pool, { query });
  return `${done} in ${seconds.toFixed(1)} s (${((seconds / done) * 1000).toFixed(2)} ms each), ${statements} statements, ${((most - before) / 2 ** 20).toFixed(0)} MB more`;
}

async function invitations(world: World, size: number, clock: { ahead: number }): Promise<void> {
  console.log(`  ${size} invited: ${await spent(world, inviteAsked)}`);
  clock.ahead += 8 * DAY_MS;
  console.log(`  ${size} reminded: ${await spent(world, remindAsked)}`);
  clock.ahead -= 8 * DAY_MS;
}

/** Somebody who was asked, with the credential of their right. */
async function credentials(world: World, n: number): Promise<{ panelId: string; credential: string }[]> {
  const rights = await world.db.prisma.surveyRight.findMany({
    where: { taken: false },
    select: { panelId: true, panel: { select: { publicKey: true } }, personId: true, organisationId: true },
    take: n,
  });
  const made: { panelId: string; credential: string }[] = [];
  for (const { panelId, panel, personId, organisationId } of rights) {
    const viewer: Viewer = {
      ...{ personId, name: 'Тұрғын', email: 'resident@bench.kenes.kz', locale: 'kk' },
      mandates: [{ role: 'representative', post: null, bodyId: null, organisationId, councilId: null }],
    };
    const credential = await takeFor(panel.publicKey, async (blinded) => {
      const taken = await takeRight(world, viewer, { panelId, blinded: Buffer.from(blinded).toString('base64url') });
      return taken.ok ? Buffer.from(taken.value.signature, 'base64url') : null;
    });
    if (credential) made.push({ panelId, credential });
  }
  return made;
}

const inBoxes = async ({ db }: World): Promise<number> => {
  const { rows } = await db.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM "SurveyBox", jsonb_object_keys(sealed)`,
  );
  return rows[0]?.n ?? 0;
};

/** Answers one after another into a panel of 5,000. */
async function answering(world: World): Promise<void> {
  const times: number[] = [];
  for (const { panelId, credential } of await credentials(world, ANSWERS)) {
    const began = performance.now();
    await must(castAnswer(world, { panelId, credential, sheet: SHEET }));
    times.push(performance.now() - began);
  }
  console.log(
    `  ${await inBoxes(world)} answers cast one after another: median ${median(times).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`,
  );
}

async function overHttp(world: World, { url, dataDir }: { url: string; dataDir: string }): Promise<void> {
  const [one] = await credentials(world, 1);
  if (!one) throw new Error('nobody was asked');
  // The app's clock is the real one: the wave is open there from its first day on, which is today's for it.
  await world.db.pool.query(`UPDATE "Wave" SET "opensDay" = $1`, [dayOf(Date.now())]);
  const app = await startApp({ DATABASE_URL: url, ROLE: 'web', DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  try {
    const page = `${app.url}/kk/trust/answer/${one.panelId}`;
    const body = new URLSearchParams({ ...SHEET, credential: one.credential, go: 'send' });
    const sent = await Promise.all(
      Array.from({ length: SAME }, async () => {
        const answer = await fetch(page, { method: 'POST', body });
        return `${answer.status}${(await answer.text()).includes('data-counted') ? ' with a receipt' : ''}`;
      }),
    );
    console.log(
      `  one credential sent ${SAME} times at once over HTTP: ${[...new Set(sent)].join(', ')}; ${await inBoxes(world)} answer in the boxes`,
    );
    await weigh(page);
  } finally {
    await app.kill('SIGTERM');
  }
}

/** What a browser that was never here before takes over the wire for the page. */
async function weigh(page: string): Promise<void> {
  const browser = await startBrowser();
  try {
    const kinds = await weightOf(browser, page);
    const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
    const all = [...kinds.values()].reduce((sum, size) => sum + size, 0);
    console.log(
      `  the page of answering, cold: page and script ${kb((kinds.get('html') ?? 0) + (kinds.get('js') ?? 0))}, all ${kb(all)} (${[...kinds].map(([kind, size]) => `${kind} ${kb(size)}`).join(', ')})`,
    );
  } finally {
    await browser.close();
  }
}
