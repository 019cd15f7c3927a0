// Kenes as it runs for a country: PostgreSQL, Redis and a mail server outside, the invented country's registers in the database, and as many
// processes of web and worker as a test starts, each of its own. For tests and drills; the caller stops it.
import { ensureDatabase, startPostgres, type EmbeddedPostgres } from '../../app/data/postgres';
import { chance } from '../../prisma/chance';
import { populate, type Country } from '../../prisma/populate';
import { openGround, type Ground } from '../bench/ground';
import { scratchFolder, startApp, type RunningApp } from './app';
import { startRedis, type TestRedis } from './redis';
import { startSmtp, type TestSmtp } from './smtp';

export type Outside = {
  postgres: EmbeddedPostgres;
  redis: TestRedis;
  smtp: TestSmtp;
  ground: Ground;
  country: Country;
  /** Starts one more process; `env` over what all of them have. `of`: the folder of another release. */
  start(role: 'web' | 'worker', env?: Record<string, string>, of?: string): Promise<RunningApp>;
  stop(): Promise<void>;
};

const DAY = 86_400_000;
const DATABASE = 'kenes';
/** Nothing here has to survive a power cut; a killed server loses nothing that it wrote. */
const FLAGS = ['fsync=off', 'full_page_writes=off', 'max_connections=150', 'shared_buffers=64MB'];

/** `first`: what is done while the database is still empty, such as starting an earlier release. */
type Opening = { seed?: number; first?: (start: Outside['start'], url: string) => Promise<void> };

export async function openOutside({ seed = 3, first = async () => {} }: Opening = {}): Promise<Outside> {
  const folder = scratchFolder();
  const [postgres, redis, smtp] = await Promise.all([
    startPostgres({ dataDir: `${folder.dir}/postgres`, flags: FLAGS }),
    startRedis(),
    startSmtp(),
  ]);
  await ensureDatabase(postgres.conn, DATABASE);
  const env = {
    DATABASE_URL: postgres.url(DATABASE),
    REDIS_URL: redis.url,
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Kenes <no-reply@kenes.test>',
    ORIGIN: 'http://kenes.test',
    DATA_DIR: folder.dir,
    TRUST_PROXY: '1',
    DRAIN_SECONDS: '2',
    LOG_LEVEL: 'warn',
  };
  const begun: RunningApp[] = [];
  const start: Outside['start'] = async (role, own = {}, of = '.') => {
    const app = await startApp({ ...env, ...own, ROLE: role }, { of });
    begun.push(app);
    return app;
  };
  const machinery = async () => {
    await smtp.stop();
    await redis.stop();
    await postgres.stop();
    folder.remove();
  };
  try {
    await first(start, postgres.url(DATABASE));
    const ground = await openGround(postgres.url(DATABASE));
    const country = await populate(ground.world, { chance: chance(seed), since: Date.now() - 60 * DAY });
    return {
      ...{ postgres, redis, smtp, ground, country },
      start,
      async stop() {
        await ground.close();
        await machinery();
      },
    };
  } catch (error) {
    // Nobody has got anything that could be stopped.
    await Promise.all(begun.map((one) => one.kill('SIGTERM')));
    await machinery();
    throw error;
  }
}

/** The letter that a mail was, by its Message-ID. */
export const letterIn = ({ raw }: { raw: string }): string => /^message-id: <([0-9a-f-]{36})@/im.exec(raw)?.[1] ?? '';
