// The queue page on a real queue: what the database knows to be due, who is at work, failed jobs, and what administrators did to them.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { bePresent } from '../../app/data/presence';
import { openQueue, type Handlers, type Queue } from '../../app/data/queue';
import { textFor } from '../../app/text';
import { TIMETABLE } from '../../workers/timetable';
import { testDatabase } from '../help/database';
import { givePasswords, signedInOn, words, type Browser } from '../help/page';
import { openSite } from '../help/site';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world } = testWorld('2026-03-02');
const silence = { info() {}, warn() {}, error() {} };
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
let admin: Browser;
let queue: Queue;
let worker: { stop(): Promise<void> };
let runs = 0;

beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['admin/', 'accounts/sign-in']);
  admin = await signedInOn(site, cast.administrator);
  queue = await openQueue({ redisUrl: null, databaseUrl: testDatabase().url, log: silence });
  world.queue = queue.desk;
  const idle = Object.fromEntries(Object.keys(TIMETABLE).map((job) => [job, async () => {}])) as unknown as Handlers;
  const deliver = async () => {
    runs += 1;
    throw new Error('550 no mailbox aigul@kenes.test');
  };
  const never = Object.fromEntries(Object.keys(TIMETABLE).map((job) => [job, { pattern: '0 0 0 1 1 *' }]));
  worker = await queue.work({ ...idle, deliver }, never as typeof TIMETABLE);
});
afterAll(async () => {
  await worker.stop();
  await queue.close();
});

const page = async (locale = 'en') => words(await (await admin.get(`/${locale}/admin/queue`)).text());
const failedId = async () => (await queue.desk.look()).failed[0]?.id ?? '';
const untilFailed = () =>
  vi.waitFor(async () => expect(await failedId()).not.toBe(''), { timeout: 25_000, interval: 50 });

describe('the queue page', () => {
  it('says what the database knows to be due, whatever the queue holds', async () => {
    await fileAppeal(world, cast.ngo, anAppeal(cast));
    const waiting = await world.db.prisma.letter.count({
      where: { state: 'waiting', nextAt: { lte: new Date(world.now()) } },
    });
    expect(waiting).toBeGreaterThan(0);
    expect(await page()).toContain(`${textFor('en').queue.due.what.letters} ${waiting} `);
  });

  it('says in each language that no worker is at work, and names those that are', async () => {
    for (const locale of ['kk', 'ru', 'en'] as const)
      expect(await page(locale)).toContain(textFor(locale).queue.processes.noWorker);
    const present = bePresent(world, 'worker');
    await vi.waitFor(async () => expect(await page()).toContain(`${process.pid} jobs`));
    expect(await page()).not.toContain(textFor('en').queue.processes.noWorker);
    await present.stop();
    expect(await page()).toContain(textFor('en').queue.processes.noWorker);
  });

  it('shows a failed job without anybody’s address, tries it again or takes it away, and tells who did', async () => {
    queue.wake('deliver');
    await untilFailed();
    const shown = await page();
    expect(shown).toContain('550 no mailbox …');
    expect(shown).not.toContain('aigul@');
    const before = runs;
    const again = await admin.post('/en/admin/queue', { jobId: await failedId(), act: 'retry' });
    expect(again.status).toBe(303);
    await vi.waitFor(() => expect(runs).toBeGreaterThan(before), { timeout: 25_000, interval: 20 });
    await untilFailed();
    const id = await failedId();
    expect((await admin.post('/en/admin/queue', { jobId: id, act: 'remove' })).status).toBe(303);
    expect(await failedId()).toBe('');
    const after = await page();
    for (const told of ['tried again', textFor('en').queue.acts.removed, cast.administrator.name])
      expect(after).toContain(told);
    const gone = await admin.post('/en/admin/queue', { jobId: id, act: 'remove' });
    expect(words(await gone.text())).toContain(textFor('en').refusals.codes.job_not_failed().what);
  });

  it('says that the queue does not answer, and refuses to settle anything, while the broker is away', async () => {
    const { queue: desk } = world;
    world.queue = null;
    expect(await page('ru')).toContain(textFor('ru').queue.broker.away);
    const answer = await admin.post('/ru/admin/queue', { jobId: '1', act: 'retry' });
    expect(words(await answer.text())).toContain(textFor('ru').refusals.codes.queue_away().what);
    world.queue = desk;
  });

  it('is closed to everybody but administrators', async () => {
    const official = await signedInOn(site, cast.registrar);
    expect((await official.get('/ru/admin/queue')).status).toBe(403);
    expect((await official.post('/ru/admin/queue', { jobId: '1', act: 'remove' })).status).toBe(403);
  });
});
