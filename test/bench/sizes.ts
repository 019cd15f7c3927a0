// What lists, search, the page of a body and whatever else reads all cases cost among 10,000, 100,000 and 1,000,000 of them: whole pages over
// HTTP, rendered fresh. Three databases of one server, a process for each, asked in turn: what disturbs one of them disturbs all alike.
import { Agent } from 'node:http';
import pg from 'pg';
import { addDays, dayOf } from '../../app/core/day';
import { openSession } from '../../app/data/sessions';
import { connect } from '../../app/data/connect';
import { chance } from '../../prisma/chance';
import { populate, type Country } from '../../prisma/populate';
import { scratchFolder, startApp, type RunningApp } from '../help/app';
import { openGround, type Ground } from './ground';
import { ask, spreadOf } from './latency';
import { addBodies, addDuties, GREAT, multiply } from './multiply';
import { ASKED, fill } from './search-ground';

const FIRST = 10_000;
const SIZES = [FIRST, 100_000, 1_000_000] as const;
const TIMES = 30;
const WARM = 4;

/** A session cookie that opens nothing: the answer is made for this reader alone, past the shared ones. */
const NOBODY = 'bench';
type Who = 'visitor' | 'registrar' | 'administrator';
type Page = { path: string; who?: Who; later?: true };
const found = (q: string, more = '') => `/ru/search?q=${encodeURIComponent(q)}${more}`;
const { slug } = GREAT;

/** `later`: the page that its link to older ones leads to. */
const PAGES: Readonly<Record<string, Page>> = {
  'list of appeals': { path: '/ru/appeals' },
  'list of appeals, next page': { path: '/ru/appeals', later: true },
  'list of one body': { path: `/ru/appeals?body=${slug}` },
  'list of running ones': { path: '/ru/appeals?standing=running' },
  'list of overdue ones': { path: '/ru/appeals?standing=overdue' },
  'list of withdrawn ones of one body': { path: `/ru/appeals?standing=withdrawn&body=${slug}` },
  'list of late ones': { path: '/ru/appeals?time=late' },
  'list: a word of one in forty': { path: `/ru/appeals?q=${encodeURIComponent(ASKED.usual)}` },
  'search: a word of a third of all': { path: found(ASKED.common) },
  'search: the same, next page': { path: found(ASKED.common), later: true },
  'search: the same, overdue': { path: found(ASKED.common, '&standing=overdue') },
  'search: a word of one in forty': { path: found(ASKED.usual) },
  'search: the same, of one body': { path: found(ASKED.usual, `&body=${slug}`) },
  'search: two words': { path: found(`${ASKED.common} ${ASKED.usual}`) },
  'search: a word of one in 700': { path: found(ASKED.seldom) },
  'search: a word of thirty cases': { path: found(ASKED.few) },
  'search: a word of one in 20,000': { path: found(ASKED.rare) },
  'search: nothing like it': { path: found('эхщфцж') },
  'page of a body': { path: `/ru/bodies/${slug}` },
  'all bodies': { path: '/ru/bodies' },
  'landing page': { path: '/ru' },
  'index of sitemaps': { path: '/sitemap.xml' },
  'sitemap of bodies': { path: '/sitemaps/bodies-1-of-1.xml' },
  'sitemap of cases': { path: '/sitemaps/appeals-2026-104.xml' },
  'news of a body': { path: `/ru/news.atom?body=${slug}` },
  'duties of a body': { path: `/ru/duties.ics?body=${slug}` },
  'API: appeals': { path: '/api/v1/appeals' },
  'API: appeals that run at a body': { path: `/api/v1/appeals?body=${slug}&standing=running` },
  'desk of a registrar': { path: '/ru/desk', who: 'registrar' },
  'queue page': { path: '/ru/admin/queue', who: 'administrator' },
  'page of operations': { path: '/ru/admin', who: 'administrator' },
};

export async function benchSizes(): Promise<void> {
  const ground = await openGround();
  try {
    const { world } = ground;
    const since = Date.parse(`${addDays(dayOf(world.now()), -30)}T00:00:00Z`);
    const country = await populate(world, { chance: chance(3), since });
    await fill(world, country, FIRST);
    await addBodies(world.db.pool);
    const urls: string[] = [];
    for (const size of SIZES) {
      const began = performance.now();
      urls.push(await grown(ground, size));
      console.log(
        `  (${size.toLocaleString('en')} cases made in ${((performance.now() - began) / 1000).toFixed(0)} s)`,
      );
    }
    await measureSizes(urls, country);
  } finally {
    await ground.close();
  }
}

/** A database with so many cases, grown from a copy of the ground's. */
async function grown(ground: Ground, size: number): Promise<string> {
  const url = new URL(ground.url);
  url.pathname = `/sizes_${size}`;
  const pool = new pg.Pool({ connectionString: ground.url, max: 1 });
  await pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  await pool.end();
  const other = new URL(ground.url);
  other.pathname = '/postgres';
  const keeper = new pg.Client({ connectionString: other.href });
  await keeper.connect();
  await keeper.query(`CREATE DATABASE sizes_${size} TEMPLATE ${new URL(ground.url).pathname.slice(1)}`);
  await keeper.end();
  const grows = new pg.Pool({ connectionString: url.href, max: 4 });
  if (size > FIRST) await multiply(grows, size / FIRST);
  await addDuties(grows);
  await grows.query('VACUUM ANALYZE');
  await grows.end();
  return url.href;
}

/** Every page of every database so many times, one after another, each time beginning with another database. */
export async function measureSizes(urls: readonly string[], country: Country): Promise<void> {
  const sides: { app: RunningApp; cookies: Record<Who, string> }[] = [];
  const agent = new Agent({ keepAlive: true });
  const files = scratchFolder();
  try {
    for (const url of urls) {
      const cookies = await signedIn(url, country);
      sides.push({
        app: await startApp({ DATABASE_URL: url, ROLE: 'web', DATA_DIR: files.dir, LOG_LEVEL: 'warn' }),
        cookies,
      });
    }
    for (const [name, page] of Object.entries(PAGES)) {
      const taken: number[][] = urls.map(() => []);
      const asked = await Promise.all(sides.map(({ app, cookies }) => placeOf(app.url, page, cookies, agent)));
      for (let n = -WARM; n < TIMES; n++)
        for (let at = 0; at < sides.length; at++) {
          const which = (at + n + WARM) % sides.length;
          const { ms } = await answered(asked[which], agent);
          if (n >= 0) taken[which]?.push(ms);
        }
      report(name, taken);
    }
  } finally {
    agent.destroy();
    await Promise.all(sides.map(({ app }) => app.kill('SIGTERM')));
    files.remove();
  }
}

type Place = { url: string; headers: Record<string, string> };

async function placeOf(
  origin: string,
  { path, who = 'visitor', later }: Page,
  cookies: Record<Who, string>,
  agent: Agent,
): Promise<Place> {
  const headers = { cookie: `kenes_session=${cookies[who]}` };
  if (!later) return { url: origin + path, headers };
  const { body } = await answered({ url: origin + path, headers }, agent);
  const [, link] = /href="([^"]*[?&;]after=[^"]*)"/.exec(body) ?? [];
  if (!link) throw new Error(`${path}: no next page`);
  return { url: new URL(link.replaceAll('&amp;', '&'), origin + path).href, headers };
}

async function answered(place: Place | undefined, agent: Agent) {
  if (!place) throw new Error('nothing to ask');
  const answer = await ask(place.url, agent, { headers: place.headers });
  if (answer.status !== 200) throw new Error(`${place.url}: ${answer.status}`);
  return answer;
}

/** Cookies of somebody who may see the pages that are not everybody's. */
async function signedIn(url: string, { bodies, administrator }: Country): Promise<Record<Who, string>> {
  const registrar = bodies.find(({ body }) => body.slug === slug)?.post.registrar;
  if (!registrar) throw new Error(`no body ${slug}`);
  const db = connect({ url, size: 1, onIdleError: () => {} });
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const world = { now: () => Date.now(), newId: () => crypto.randomUUID(), log: silent };
  const open = ({ personId }: { personId: string }) =>
    openSession(world, db.prisma, personId, { agent: 'bench', address: null }, 'all');
  const cookies = { visitor: NOBODY, registrar: await open(registrar), administrator: await open(administrator) };
  await db.close();
  return cookies;
}

function report(name: string, taken: readonly number[][]): void {
  const spreads = taken.map(spreadOf);
  const [first, last] = [spreads[0], spreads.at(-1)];
  const of = (part: 'p50' | 'p95') =>
    `${part} ${spreads.map((one) => one[part].toFixed(1).padStart(7)).join(' ')} ms ${((last?.[part] ?? Number.NaN) / (first?.[part] ?? Number.NaN)).toFixed(2).padStart(5)}`;
  console.log(`  ${name.padEnd(36)} ${of('p50')}   ${of('p95')}`);
}
