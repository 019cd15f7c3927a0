// Landing, list and case page against a bare node:http + pg server that runs the queries the page ran and sends the bytes it sent.
// Shared: a visitor without a session. Fresh: a session cookie, so every answer is rendered.
import autocannon from 'autocannon';
import { addDays, dayOf } from '../../app/core/day';
import { chance } from '../../prisma/chance';
import { live } from '../../prisma/live';
import { startApp } from '../help/app';
import { compare, median, openGround } from './ground';
import { recorded, startBare } from './recorded';

const ROUNDS = 5;
const SECONDS = 2;
const FRESH = { cookie: 'kenes_session=bench' };

export async function benchPages(): Promise<void> {
  const ground = await openGround();
  try {
    const until = Date.now();
    await live(ground.world, { appeals: 400, from: addDays(dayOf(until), -120), until, chance: chance(7) });
    await ground.world.db.pool.query('ANALYZE');
    const shown = await ground.world.db.prisma.appeal.findFirstOrThrow({
      where: { visibility: 'public', phase: 'answered' },
      select: { number: true },
    });
    const paths = { landing: '/ru', list: '/ru/appeals', case: `/ru/appeals/${shown.number}` };
    const bare = await startBare(await recorded(ground, Object.values(paths)));
    const app = await startApp({ DATABASE_URL: ground.url, ROLE: 'web', DATA_DIR: ground.dataDir, LOG_LEVEL: 'warn' });
    try {
      for (const [name, page] of Object.entries(paths)) {
        const rates = { bare: [] as number[], shared: [] as number[], fresh: [] as number[] };
        for (let round = 0; round < ROUNDS; round++) {
          rates.bare.push(await rate(bare.url + page));
          rates.shared.push(await rate(app.url + page));
          rates.fresh.push(await rate(app.url + page, FRESH));
        }
        compare(`${name}, visitor without a session`, 'req/s', median(rates.shared), median(rates.bare));
        compare(`${name}, rendered fresh`, 'req/s', median(rates.fresh), median(rates.bare));
      }
    } finally {
      bare.stop();
      await app.kill('SIGTERM');
    }
  } finally {
    await ground.close();
  }
}

async function rate(url: string, headers: Record<string, string> = {}): Promise<number> {
  const { requests, non2xx } = await autocannon({ url, connections: 16, duration: SECONDS, headers });
  if (non2xx > 0) throw new Error(`${url}: ${non2xx} answers were not pages`);
  return requests.average;
}
