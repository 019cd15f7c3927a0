// The drill: people work, everything breaks by chance, and afterwards nothing may be missing, twice or untrue. Run by `npm run chaos` and, briefly,
// by test/starts/chaos.test.ts. Everything is its own: database, Redis and mail server in temporary folders, ports of this machine alone.
import { Agent } from 'node:http';
import { fileAppeal } from '../../app/commands/appeals/file';
import { addDays, dayOf, instantOf } from '../../app/core/day';
import { ensureDatabase, startPostgres } from '../../app/data/postgres';
import { chance } from '../../prisma/chance';
import { populate } from '../../prisma/populate';
import { openGround } from '../bench/ground';
import { scratchFolder, startApp } from '../help/app';
import { startBalancer } from '../help/balancer';
import { personAt } from '../help/clients';
import { startRedis } from '../help/redis';
import { startSmtp } from '../help/smtp';
import { startCable } from './cable';
import { keep } from './keeper';
import { ngoAt, nothingTold, registrarAt, type Told } from './people';
import { prove, type Proof } from './proof';
import { makeTrouble, type Trouble } from './trouble';

export type Drill = {
  seed: number;
  seconds: number;
  ngos: number;
  queue: 'redis' | 'postgresql';
  say?: (line: string) => void;
};
/** `swallowed`: answers that said that something was done, and that nobody got: forms sent again, of which a drill that is to find doubles needs some. */
export type Outcome = {
  told: Told;
  troubles: Trouble[];
  swallowed: number;
  falls: string[];
  proof: Proof;
  caughtUp: number;
};

const DATABASE = 'kenes';
const FLAGS = ['fsync=off', 'full_page_writes=off', 'max_connections=150', 'shared_buffers=64MB'];
const WEBS = 2;
const WORKERS = 2;
/** Cases filed before, whose reminders and terms are due when the drill begins. */
const OLD_CASES = 30;
const OLD_DAYS = 16;
/** The living workers get this long to send what is due, once all is put right. */
const CATCH_UP_MS = 60_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function drill({ seed, seconds, ngos, queue, say = () => {} }: Drill): Promise<Outcome> {
  const by = chance(seed);
  const folder = scratchFolder();
  const place = { dataDir: `${folder.dir}/postgres`, flags: FLAGS };
  let server = await startPostgres(place);
  await ensureDatabase(server.conn, DATABASE);
  const [redis, smtp] = [await startRedis(), await startSmtp()];
  const cables = {
    postgres: await startCable({ path: `${server.conn.host}/.s.PGSQL.5432` }),
    redis: await startCable({ port: Number(new URL(redis.url).port) }),
  };
  const ground = await openGround(server.url(DATABASE));
  const { world } = ground;
  const today = dayOf(world.now());
  const country = await populate(world, { chance: by, since: instantOf(addDays(today, -60), '09:00') });
  const filedOn = instantOf(addDays(today, -OLD_DAYS), '10:00');
  for (let n = 0; n < OLD_CASES; n++) {
    const { viewer, organisationId } = country.applicants[n % country.applicants.length]!;
    const bodyId = by.pick(country.bodies).id;
    const said = {
      kind: 'message',
      language: 'ru',
      subject: `Прежнее сообщение ${n}`,
      text: 'Просим сообщить о ходе работ на улице.',
    };
    await fileAppeal({ ...world, now: () => filedOn }, viewer, { bodyId, organisationId, ...said });
  }

  const env = {
    DATABASE_URL: `postgresql://${server.conn.user}@127.0.0.1:${cables.postgres.port}/${DATABASE}`,
    ...(queue === 'redis' && { REDIS_URL: `redis://127.0.0.1:${cables.redis.port}` }),
    ...{ SMTP_URL: smtp.url, MAIL_FROM: 'Kenes <no-reply@kenes.test>', ORIGIN: 'http://kenes.test' },
    ...{ DATA_DIR: folder.dir, TRUST_PROXY: '1', DRAIN_SECONDS: '0', LOG_LEVEL: 'error' },
  };
  const balancer = await startBalancer();
  const webs = keep({
    count: WEBS,
    start: () => startApp({ ...env, ROLE: 'web' }),
    came: ({ url }) => void balancer.add(url),
    went: ({ url }) => balancer.remove(url),
  });
  const workers = keep({ count: WORKERS, start: () => startApp({ ...env, ROLE: 'worker' }) });
  await Promise.all([webs.all(), workers.all()]);
  say(
    `${WEBS} webs and ${WORKERS} workers on PostgreSQL and ${queue === 'redis' ? 'Redis' : 'the queue in it'}; trouble for ${seconds} s, seed ${seed}`,
  );

  const told = nothingTold();
  const work = new AbortController();
  const agent = new Agent({ keepAlive: true, timeout: 20_000 });
  const life = (n: number, breath: number) => ({ told, by: chance(seed * 1000 + n), signal: work.signal, breath });
  const waiting = new Map<string, string[]>(country.bodies.map(({ id }) => [id, []]));
  const bodies = country.bodies.slice(0, 4);
  const sessions = (personId: string) => personAt(world, { url: balancer.url, personId, agent });
  const [applicants, registrars] = await Promise.all([
    Promise.all(
      country.applicants.slice(0, ngos).map(async (one) => ({ ...one, person: await sessions(one.viewer.personId) })),
    ),
    Promise.all(bodies.map(async ({ id, post }) => ({ id, person: await sessions(post.registrar.personId) }))),
  ]);
  // A person may file a hundred appeals an hour.
  const breath = Math.max(300, (seconds * 1000) / 90);
  const people = [
    ...applicants.map(({ person, organisationId }, n) =>
      ngoAt(life(n, breath), {
        ...{ person, organisationId, name: `${n}`, bodyIds: bodies.map(({ id }) => id) },
        filed: (number, bodyId) => waiting.get(bodyId)?.push(number),
      }),
    ),
    ...registrars.map(({ id, person }, n) =>
      registrarAt(life(100 + n, 400), { person, next: () => waiting.get(id)?.shift() }),
    ),
  ];

  const scene = {
    ...{ webs, workers, redis, smtp, cables, balancer },
    postgres: {
      async kill() {
        process.kill(server.pid, 'SIGKILL');
        await pause(200);
        server = await startPostgres(place);
      },
    },
  };
  balancer.lose('some');
  const stopping = AbortSignal.timeout(seconds * 1000);
  const every = seconds < 60 ? ([700, 1_800] as const) : ([1_500, 6_000] as const);
  const troubles = await makeTrouble(scene, { by, every, signal: stopping });
  balancer.lose('none');
  say(`${troubles.length} troubles made; all is put right, and people are answered again`);
  await Promise.all([webs.all(), workers.all()]);
  work.abort();
  await Promise.all(people);
  const { caughtUp, proof } = await prove({
    world,
    smtp,
    told,
    troubles,
    patience: CATCH_UP_MS,
    stop: () => Promise.all([webs.stop(), workers.stop()]),
  });

  agent.destroy();
  await balancer.stop();
  await Promise.all([cables.postgres.stop(), cables.redis.stop()]);
  await ground.close();
  await Promise.all([smtp.stop(), redis.stop()]);
  await server.stop();
  folder.remove();
  const swallowed = balancer.swallowed.length;
  return { told, troubles, swallowed, falls: [...webs.falls, ...workers.falls], proof, caughtUp };
}
