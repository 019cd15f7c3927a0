// What is done once in the life of a database: the demo country, or the first administrator's invitation. Whoever starts first
// does it while the others wait; a start that was killed in the middle of it is begun again on an empty database.
import type { World } from '../world';
import { lockAlone } from './advisory';

const NAME = 'first_start';
/** An advisory lock of our own, beside the one of the migrations. */
const LOCK = 72_707_370;

const EMPTY = `DO $$ DECLARE it text; BEGIN
  FOR it IN SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
  LOOP EXECUTE 'TRUNCATE ' || it || ' CASCADE'; END LOOP;
  FOR it IN SELECT format('%I', sequencename) FROM pg_sequences WHERE schemaname = 'public'
  LOOP EXECUTE 'ALTER SEQUENCE ' || it || ' RESTART'; END LOOP;
END $$`;

/**
 * Runs `work` unless it was done here before, or the database already holds bodies that somebody else put there. Throws the
 * signal's reason when that comes first.
 */
export async function firstStart({ db, now }: World, work: () => Promise<void>, signal?: AbortSignal): Promise<void> {
  const client = await db.pool.connect();
  try {
    await lockAlone(client, LOCK, signal);
    const run = await db.prisma.jobRun.findUnique({ where: { job: NAME } });
    if (run?.endedAt) return;
    if (run) await client.query(EMPTY);
    else if ((await db.prisma.body.count()) > 0 || (await db.prisma.person.count()) > 0) return;
    await db.prisma.jobRun.create({ data: { job: NAME, startedAt: new Date(now()) } });
    await work();
    await db.prisma.jobRun.update({ where: { job: NAME }, data: { endedAt: new Date(now()) } });
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => {});
    client.release();
  }
}
