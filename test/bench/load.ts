// A slice of a working day of the whole country: 18,000 appeals in eight hours, filed at twice that rate as in its busiest hour, with fifty pages read
// for each, two of three by visitors and the rest by people who are signed in. People come when they come, however slow the answers are. One web and
// one worker in processes of their own; told are waiting times, memory over the time, and processor time.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { fileAppeal } from '../../app/commands/appeals/file';
import { addDays, dayOf } from '../../app/core/day';
import { chance } from '../../prisma/chance';
import { populate } from '../../prisma/populate';
import { startApp, type RunningApp } from '../help/app';
import { filedIn, filingForm, personAt, type Person } from '../help/clients';
import type { World } from '../../app/world';
import { cpuOf, databaseCpu } from './cpu';
import { median, openGround, quantile, type Ground } from './ground';
import { ask, type Answer } from './latency';
import { fill } from './search-ground';

const A_DAY = 18_000;
const DAY_SECONDS = 8 * 3_600;
const PEAK = 2;
const READS = 50;
/** `npm run bench -- load hour`: all that comes in a mean hour of the day. */
const SECONDS = process.argv.includes('hour') ? 3_600 / PEAK : 180;
/** Filed the day before, so that lists and search have something to go through. */
const THERE = 18_000;
const SHOWN = 200;
const SIGNED_IN = 1 / 3;
/** Representatives of each organisation: so many that none comes to the limit of appeals within an hour (core/limits). */
const REPRESENTATIVES = 8;
const LOOK_MS = 5_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Told = { visitors: number[]; members: number[]; filings: number[]; numbers: string[]; failed: string[] };

export async function benchLoad(): Promise<void> {
  const ground = await openGround();
  try {
    const { world } = ground;
    const since = Date.parse(`${addDays(dayOf(world.now()), -30)}T00:00:00Z`);
    const by = chance(5);
    const country = await populate(world, { chance: by, since });
    await fill(world, country, THERE);
    const env = { DATABASE_URL: ground.url, DATA_DIR: ground.dataDir, LOG_LEVEL: 'warn' };
    const web = await startApp({ ...env, ROLE: 'web' });
    const worker = await startApp({ ...env, ROLE: 'worker' });
    const agent = new Agent({ keepAlive: true, maxSockets: 256 });
    try {
      const people = await Promise.all(
        country.applicants
          .flatMap((one) => Array.from({ length: REPRESENTATIVES }, () => one))
          .map(async ({ viewer, organisationId }) => {
            const personId = await colleagueOf(world, organisationId);
            const person = await personAt(world, { url: web.url, personId, agent });
            return { viewer, organisationId, person };
          }),
      );
      // The invented ones stand in lists; pages of cases are read of some that were filed.
      const numbers: string[] = [];
      for (let n = 0; n < SHOWN; n++) {
        const { viewer, organisationId } = people[n % people.length]!;
        const filed = await fileAppeal(world, viewer, {
          ...filingForm({ bodyId: by.pick(country.bodies).id, organisationId, subject: `Прежнее обращение ${n}` }),
        });
        if (filed.ok) numbers.push(filed.value.number);
      }
      const visited = (): string =>
        by.pick([
          '/ru',
          '/kk',
          '/ru/appeals',
          '/kk/appeals?phase=open',
          `/ru/appeals/${by.pick(numbers)}`,
          `/kk/appeals/${by.pick(numbers)}`,
          `/ru/bodies/${by.pick(country.bodies).body.slug}`,
          '/ru/search?q=пандус',
          '/ru/rounds',
        ]);
      const own = (): string =>
        by.pick(['/ru/account', '/ru/inbox', '/ru/appeals', '/kk/appeals/new', `/ru/appeals/${by.pick(numbers)}`]);
      const told: Told = { visitors: [], members: [], filings: [], numbers: [], failed: [] };
      const note = async (into: number[], what: string, asked: Promise<Answer>, good: (answer: Answer) => boolean) => {
        const answer = await asked.catch((error: unknown) => String(error));
        if (typeof answer === 'string') return void told.failed.push(`${what}: ${answer}`);
        into.push(answer.ms);
        if (!good(answer)) told.failed.push(`${what}: ${answer.status}`);
      };
      const isPage = ({ status }: Answer) => status === 200;
      const file = (n: number) => {
        const { person, organisationId } = people[n % people.length]!;
        const form = {
          ...filingForm({ bodyId: by.pick(country.bodies).id, organisationId, subject: `Обращение о дороге ${n}` }),
          key: randomUUID(),
        };
        return note(told.filings, 'filing', person.post('/ru/appeals/new', form), (answer) => {
          const number = filedIn(answer);
          if (number) told.numbers.push(number);
          return number !== null;
        });
      };
      const read = () => {
        const member: Person | null = by.happens(SIGNED_IN) ? by.pick(people).person : null;
        const page = encodeURI(member ? own() : visited());
        return note(
          member ? told.members : told.visitors,
          page,
          member ? member.get(page) : ask(web.url + page, agent),
          isPage,
        );
      };
      await Promise.all(Array.from({ length: 30 }, read));
      Object.assign(told, { visitors: [], members: [], failed: [] });

      const rate = (A_DAY / DAY_SECONDS) * PEAK;
      const watched = watch({ ground, web, worker });
      const underWay: Promise<void>[] = [];
      const began = performance.now();
      let filed = 0;
      let reads = 0;
      while (performance.now() - began < SECONDS * 1000) {
        const seconds = (performance.now() - began) / 1000;
        for (; filed < seconds * rate; filed++) underWay.push(file(filed));
        for (; reads < seconds * rate * READS; reads++) underWay.push(read());
        await pause(10);
      }
      await Promise.all(underWay);
      report(told, { rate, seconds: (performance.now() - began) / 1000, ...watched.stop() });
      const there = await world.db.prisma.appeal.count({ where: { number: { in: told.numbers } } });
      console.log(
        `  appeals acknowledged ${told.numbers.length}, there ${there}; failed ${told.failed.length} ${told.failed.slice(0, 3).join('; ')}`,
      );
    } finally {
      agent.destroy();
      await Promise.all([web.kill('SIGTERM'), worker.kill('SIGTERM')]);
    }
  } finally {
    await ground.close();
  }
}

/** Another representative of an organisation; its id. */
async function colleagueOf({ db, newId, now }: World, organisationId: string): Promise<string> {
  const id = newId();
  const at = new Date(now());
  await db.prisma.person.create({
    data: {
      ...{ id, email: `${id}@kenes.test`, name: 'Айгүл Серікқызы', locale: 'kk', createdAt: at },
      memberships: { create: { id: newId(), organisationId, role: 'representative', since: at } },
    },
  });
  return id;
}

const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Memory every few seconds, and processor time from here to the end. */
function watch({ ground, web, worker }: { ground: Ground; web: RunningApp; worker: RunningApp }) {
  const memory: { web: number; worker: number }[] = [];
  const look = () => memory.push({ web: residentOf(web.pid), worker: residentOf(worker.pid) });
  const cpu = () => ({ web: cpuOf(web.pid), worker: cpuOf(worker.pid), database: databaseCpu(ground) });
  const first = cpu();
  look();
  const timer = setInterval(look, LOOK_MS);
  return {
    stop() {
      clearInterval(timer);
      const last = cpu();
      return {
        memory,
        cpu: {
          web: last.web - first.web,
          worker: last.worker - first.worker,
          database: last.database - first.database,
        },
      };
    },
  };
}

type Watched = ReturnType<ReturnType<typeof watch>['stop']>;
function report(told: Told, { rate, seconds, memory, cpu }: Watched & { rate: number; seconds: number }): void {
  const spread = (name: string, times: readonly number[]) =>
    console.log(
      `  ${name.padEnd(34)} ${String(times.length).padStart(6)}   p50 ${quantile(times, 0.5).toFixed(0)} ms   p95 ${quantile(times, 0.95).toFixed(0)} ms   p99 ${quantile(times, 0.99).toFixed(0)} ms`,
    );
  console.log(
    `  ${seconds.toFixed(0)} s at ${rate.toFixed(2)} appeals and ${(rate * READS).toFixed(0)} pages a second`,
  );
  spread('pages read by visitors', told.visitors);
  spread('pages read by people signed in', told.members);
  spread('appeals filed', told.filings);
  const quarter = Math.ceil(memory.length / 4);
  for (const which of ['web', 'worker'] as const) {
    const quarters = [0, 1, 2, 3].map((n) =>
      median(memory.slice(n * quarter, (n + 1) * quarter).map((one) => one[which])),
    );
    console.log(
      `  ${`memory of the ${which} by quarters`.padEnd(34)} ${quarters.map((mb) => mb.toFixed(0)).join(', ')} MB`,
    );
  }
  console.log(
    `  processor: web ${((100 * cpu.web) / seconds).toFixed(0)} %, worker ${((100 * cpu.worker) / seconds).toFixed(0)} %, PostgreSQL ${((100 * cpu.database) / seconds).toFixed(0)} % of one core`,
  );
}
