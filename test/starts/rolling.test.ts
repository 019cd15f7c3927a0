// Several web and worker processes on one PostgreSQL and one Redis, behind a proxy that sends nothing twice: each is replaced while people read
// and file, and nobody notices.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateAll } from '../../app/data/migrate';
import { migrationFaults } from '../../prisma/migration-rules';
import { scratchFolder, type RunningApp } from '../help/app';
import { startBalancer, type Balancer } from '../help/balancer';
import { filedIn, filingForm, personAt, type Person } from '../help/clients';
import { letterIn, openOutside, type Outside } from '../help/outside';
import { hasRedis } from '../help/redis';
import { ask, type Answer } from '../bench/latency';

/** Enough people that none comes to the limit of appeals within an hour. */
const WRITERS = 6;
/** Between two things that one person does, in milliseconds. */
const BREATH = 200;
const PATIENCE = 30_000;
/** Longer than a migration waits for a lock. */
const HELD = 3_000;

/** What a next release may do to tables that people write to, as prisma/migrations.md has it. */
const NEXT_RELEASE = [
  `ALTER TABLE "Appeal" ADD COLUMN "next" TEXT, ADD COLUMN "nextKind" TEXT NOT NULL DEFAULT 'none'`,
  `ALTER TABLE "Event" ADD COLUMN "next" JSONB`,
  `ALTER TABLE "Letter" ADD COLUMN "next" INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE "Letter" ADD CONSTRAINT "Letter_next" CHECK ("next" >= 0) NOT VALID`,
  `ALTER TABLE "Letter" VALIDATE CONSTRAINT "Letter_next"`,
  `CREATE TABLE "Next" (id UUID PRIMARY KEY, "personId" UUID NOT NULL REFERENCES "Person"(id))`,
  `-- alone: people file meanwhile\nCREATE INDEX CONCURRENTLY IF NOT EXISTS "Event_next" ON "Event" ((payload ->> 'next'))`,
];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(!hasRedis)(
  'two webs and two workers behind a proxy (skipped where no redis-server is installed)',
  () => {
    const agent = new Agent({ keepAlive: true });
    let outside: Outside;
    let balancer: Balancer;
    let webs: RunningApp[] = [];
    let workers: RunningApp[] = [];
    const filed = new Map<string, string>();
    const failed: string[] = [];
    let reads = 0;

    beforeAll(async () => {
      outside = await openOutside();
      balancer = await startBalancer();
      const begun = [
        outside.start('web'),
        outside.start('web'),
        outside.start('worker'),
        outside.start('worker'),
      ] as const;
      const [a, b, c, d] = await Promise.all(begun);
      webs = [a, b];
      workers = [c, d];
      await Promise.all(webs.map(({ url }) => balancer.add(url)));
    });
    afterAll(async () => {
      agent.destroy();
      await balancer?.stop();
      await Promise.all([...webs, ...workers].map((one) => one.kill('SIGTERM')));
      await outside?.stop();
    });

    /** Does it over and over until told to stop; whatever is not as it should be is noted. */
    const keepOn = (signal: AbortSignal, what: string, act: () => Promise<Answer>, good: (answer: Answer) => boolean) =>
      (async () => {
        while (!signal.aborted) {
          const answer = await act().catch((error: unknown) => String(error));
          if (typeof answer === 'string') failed.push(`${what}: ${answer}`);
          else if (!good(answer)) failed.push(`${what}: ${answer.status} ${answer.body.slice(0, 100)}`);
          await pause(BREATH);
        }
      })();

    const filing = (signal: AbortSignal, person: Person, n: number) => {
      const { country } = outside;
      const { organisationId } = country.applicants[n]!;
      const bodyId = country.bodies[n]!.id;
      let serial = 0;
      let subject = '';
      return keepOn(
        signal,
        'filing',
        () =>
          person.post(
            '/ru/appeals/new',
            filingForm({ bodyId, organisationId, subject: (subject = `Сообщение ${n}-${++serial}`) }),
          ),
        (answer) => {
          const number = filedIn(answer);
          if (number) filed.set(number, subject);
          return number !== null;
        },
      );
    };

    /** What `during` does while people read and file. Nothing they do may fail. */
    async function underLoad(during: () => Promise<void>): Promise<void> {
      const people = await Promise.all(
        outside.country.applicants
          .slice(0, WRITERS)
          .map(({ viewer: { personId } }) => personAt(outside.ground.world, { url: balancer.url, personId, agent })),
      );
      const load = new AbortController();
      const good = ({ status }: Answer) => status === 200;
      const underWay = [
        ...people.map((person, n) => filing(load.signal, person, n)),
        ...people.map((person) => keepOn(load.signal, 'own page', () => person.get('/ru/account'), good)),
        ...['/kk', '/ru/appeals'].map((page) =>
          keepOn(
            load.signal,
            'reading',
            () => ask(balancer.url + page, agent),
            (answer) => ((reads += 1), good(answer)),
          ),
        ),
      ];
      await during().finally(() => load.abort());
      await Promise.all(underWay);
      expect(failed).toEqual([]);
      expect(balancer.faults).toEqual([]);
    }

    it('read and file on while the migrations of the next release run, also while somebody holds a table', async () => {
      const url = outside.postgres.url('kenes');
      const next = scratchFolder();
      cpSync('prisma/migrations', next.dir, { recursive: true });
      for (const [n, sql] of NEXT_RELEASE.entries()) {
        mkdirSync(`${next.dir}/29991231_${n}`);
        writeFileSync(`${next.dir}/29991231_${n}/migration.sql`, sql);
      }
      expect(NEXT_RELEASE.flatMap((sql) => migrationFaults(sql))).toEqual([]);
      await underLoad(async () => {
        const holder = new pg.Client(url);
        await holder.connect();
        await holder.query('BEGIN');
        await holder.query('SELECT 1 FROM "Appeal" LIMIT 1');
        const migrated = migrateAll(url, next.dir);
        const before = filed.size;
        await pause(HELD);
        await holder.query('COMMIT');
        await holder.end();
        expect(await migrated).toHaveLength(NEXT_RELEASE.length);
        const after = filed.size;
        expect(after, 'people filed while it waited').toBeGreaterThan(before);
        while (filed.size < after + WRITERS) await pause(BREATH);
      });
      next.remove();
      // The processes of this release go on; those that start below are of this release too, so it is taken back.
      await outside.ground.world.db.pool.query(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '29991231%'`);
    });

    it('are replaced one after another under load: no request fails, every acknowledged act is there once, every letter left once', async () => {
      const ended: unknown[] = [];
      await underLoad(async () => {
        for (const [n, old] of [...webs].entries()) {
          const [gone, fresh] = await Promise.all([old.kill('SIGTERM'), outside.start('web')]);
          ended.push(gone);
          balancer.remove(old.url);
          webs[n] = fresh;
          await balancer.add(fresh.url);
        }
        for (const [n, old] of [...workers].entries()) {
          const [gone, fresh] = await Promise.all([old.kill('SIGTERM'), outside.start('worker')]);
          ended.push(gone);
          workers[n] = fresh;
        }
      });
      expect(ended).toEqual(Array.from({ length: 4 }, () => ({ code: 0, signal: null })));
      expect(filed.size).toBeGreaterThan(50);
      expect(reads).toBeGreaterThan(50);
      const { prisma } = outside.ground.world.db;
      const kept = await prisma.appeal.findMany({ select: { number: true, subject: true } });
      expect(new Map(kept.map(({ number, subject }) => [number, subject]))).toEqual(filed);
      expect(kept).toHaveLength(filed.size);
      for (const until = Date.now() + PATIENCE; Date.now() < until; await pause(BREATH))
        if ((await prisma.letter.count({ where: { state: { in: ['waiting', 'sending'] } } })) === 0) break;
      const letters = await prisma.letter.findMany({ where: { state: 'sent' }, select: { id: true } });
      expect(letters.length).toBeGreaterThanOrEqual(filed.size);
      expect(outside.smtp.received.map(letterIn).toSorted()).toEqual(letters.map(({ id }) => id).toSorted());
      expect(await prisma.letter.count({ where: { state: { in: ['waiting', 'sending', 'failed'] } } })).toBe(0);
    });

    it('a web that leaves says so to the proxy first, and goes on answering', async () => {
      const [web] = webs;
      const leaving = web!.kill('SIGTERM');
      let said = 200;
      while (said === 200) said = (await ask(`${web!.url}/readyz`, agent)).status;
      expect(said).toBe(503);
      const page = await ask(`${web!.url}/en`, agent);
      expect([page.status, page.headers.connection]).toEqual([200, 'close']);
      expect(await leaving).toEqual({ code: 0, signal: null });
    });
  },
);
