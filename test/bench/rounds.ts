// A round with 5,000 comments beside the same round with 50, and beside a bare server with the same queries and bytes; fifty comments a
// second for a minute by people with sessions and forms; five hundred identical comments answered in one act.
import { decideAnswer } from '../../app/commands/points/decide-answer';
import { draftAnswer } from '../../app/commands/points/draft-answer';
import { addDays, dayOf } from '../../app/core/day';
import type { Viewer } from '../../app/core/viewer';
import { verifyLedger } from '../../app/data/verify';
import { chance } from '../../prisma/chance';
import { populate } from '../../prisma/populate';
import { startApp, type RunningApp } from '../help/app';
import { benchCrowd } from './crowd';
import { crowd, must, openedRound, type Crowded, type Stage } from './crowded-round';
import { median, openGround, type Ground } from './ground';
import { latencies, spreadOf } from './latency';
import { recorded, startBare } from './recorded';

const MANY = 5000;
const FEW = 50;
const PEOPLE = 400;
const REPEATS = 5;
const SEQUENTIAL = 40;
const CONCURRENT = 120;
/** A session cookie that opens nothing: the answer is made for this reader alone, past the shared ones. */
const FRESH = { cookie: 'kenes_session=bench' };
const DAY_MS = 86_400_000;

export async function benchRounds(): Promise<void> {
  const ground = await openGround();
  try {
    const stage = await raised(ground);
    const few = await crowd(stage, await openedRound(stage, 'Кіші'), FEW);
    const began = performance.now();
    const many = await crowd(stage, await openedRound(stage, 'Үлкен'), MANY);
    console.log(`  (${MANY} comments made by commands in ${((performance.now() - began) / 1000).toFixed(0)} s)`);
    await ground.world.db.pool.query('ANALYZE');
    const app = await startApp({ DATABASE_URL: ground.url, ROLE: 'web', DATA_DIR: ground.dataDir, LOG_LEVEL: 'warn' });
    try {
      await comparePages(ground, app, { few, many });
      await benchCrowd({ ground, app, stage, round: await openedRound(stage, 'Жаңа') });
    } finally {
      await app.kill('SIGTERM');
    }
    await answerCampaigns(stage, many);
    const { faults } = await verifyLedger(ground.world);
    console.log(
      `  chains and rows after all this: ${faults.length === 0 ? 'whole' : faults.map(({ stream, what }) => `${stream}: ${what}`).join('; ')}`,
    );
  } finally {
    await ground.close();
  }
}

/** A country with people, and a clock that can be moved. */
async function raised(ground: Ground): Promise<Stage> {
  const clock = { ahead: 0 };
  const world = { ...ground.world, now: () => Date.now() + clock.ahead };
  const seeded = chance(11);
  const since = Date.parse(`${addDays(dayOf(Date.now()), -60)}T00:00:00Z`);
  const country = await populate(world, { chance: seeded, since });
  const people: Viewer[] = Array.from({ length: PEOPLE }, (_, n) => ({
    ...{ personId: seeded.id(since), name: `Тұрғын ${n + 1}`, email: `resident${n + 1}@bench.kenes.kz` },
    ...{ locale: n % 2 === 0 ? ('kk' as const) : ('ru' as const), mandates: [] },
  }));
  await world.db.prisma.person.createMany({
    data: people.map(({ personId: id, name, email, locale }) => ({
      id,
      name,
      email,
      locale,
      createdAt: new Date(since),
    })),
  });
  const [place] = country.bodies;
  if (!place) throw new Error('an empty country');
  return { world, country, place, people, chance: seeded, clock };
}

const PAGES = {
  'round page': '',
  'comments by point': '/comments?view=points',
  'comments by clause': '/comments?view=clauses',
  'comments one after another': '/comments?view=all',
  'the same, most voices first': '/comments?view=all&order=voices',
  'the same, found by a word': `/comments?view=all&q=${encodeURIComponent('выплаты')}`,
} as const;

async function comparePages(ground: Ground, app: RunningApp, rounds: { few: Crowded; many: Crowded }): Promise<void> {
  const addressOf = ({ number }: Crowded, page: string) => `/ru/rounds/${number}${page}`;
  const shown = Object.entries(PAGES).map(([name, page]) => ({
    ...{ name, few: addressOf(rounds.few, page), many: addressOf(rounds.many, page) },
  }));
  const bare = await startBare(
    await recorded(
      ground,
      shown.map(({ many }) => many),
      FRESH,
    ),
  );
  try {
    for (const { name, few, many } of shown)
      for (const [how, times, at] of [
        ['one by one', SEQUENTIAL, 1],
        ['8 at once', CONCURRENT, 8],
      ] as const) {
        const found = { few: [] as number[], many: [] as number[], bare: [] as number[] };
        const p95 = async (url: string) => spreadOf(await latencies(url, { times, at, headers: FRESH })).p95;
        for (const url of [app.url + few, app.url + many, bare.url + many]) await p95(url);
        for (let repeat = 0; repeat < REPEATS; repeat++) {
          found.few.push(await p95(app.url + few));
          found.many.push(await p95(app.url + many));
          found.bare.push(await p95(bare.url + many));
        }
        const [a, b, c] = [median(found.few), median(found.many), median(found.bare)];
        console.log(
          `  ${`${name}, ${how}`.padEnd(42)} p95 ms: ${FEW} ${a.toFixed(1).padStart(6)}   ${MANY} ${b.toFixed(1).padStart(6)}   bare ${c.toFixed(1).padStart(6)}   ${(b / a).toFixed(2)} times ${FEW}, ${(b / c).toFixed(2)} times bare`,
        );
      }
  } finally {
    bare.stop();
  }
}

/** Each campaign's comments are one point: drafted by one, approved by another, in one act each. */
async function answerCampaigns(stage: Stage, { id: roundId, campaigns }: Crowded): Promise<void> {
  const { world, place, clock } = stage;
  const { facts } = await world.db.prisma.round.findUniqueOrThrow({ where: { id: roundId }, select: { facts: true } });
  const { settings } = facts as unknown as { settings: { closesDay: string } };
  clock.ahead = Date.parse(`${settings.closesDay}T06:00:00Z`) + DAY_MS - Date.now();
  const times: number[] = [];
  for (const { pointId } of campaigns) {
    const reasons = {
      reasonKk: 'Ұсыныс қаралды, шешімнің себебі осында баяндалған.',
      reasonRu: 'Предложение рассмотрено, причина решения изложена здесь.',
    };
    const [executor] = place.post.executors;
    await must(draftAnswer(world, executor ?? null, { roundId, pointId, code: 'rejected', ...reasons }));
    const began = performance.now();
    await must(decideAnswer(world, place.post.head, { roundId, pointId, decision: 'approve' }));
    times.push(performance.now() - began);
  }
  const answered = await world.db.prisma.comment.count({ where: { roundId, phase: 'disposed' } });
  const shown = times.map((ms) => ms.toFixed(0)).join(', ');
  console.log(
    `  ${campaigns.map(({ size }) => size).join(', ')} identical comments answered in one act each: ${shown} ms; ${answered} answered`,
  );
  clock.ahead = 0;
}
