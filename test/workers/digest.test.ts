// Letters that wait for their reader's day: put aside with their words, gathered into one, each once, wherever a worker dies and however
// many run. What is owed leaves at once, whatever its reader chose.
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { gatherLetters } from '../../app/commands/letters/gather';
import { mute } from '../../app/commands/letters/mute';
import { setDelivery } from '../../app/commands/letters/set-delivery';
import { stopByLink } from '../../app/commands/letters/stop-by-link';
import type { LetterId } from '../../app/core/letter';
import type { Viewer } from '../../app/core/viewer';
import { textFor } from '../../app/text';
import { deliver } from '../../workers/deliver';
import { testDatabase } from '../help/database';
import { steps } from '../help/cases';
import { must } from '../help/rounds';
import { startSmtp, type TestSmtp } from '../help/smtp';
import { castInto, testWorld, type Cast } from '../help/world';
import { SAMPLES } from '../mail/samples';
import type { Death, Given } from './job-child';
import { never, postTo, states } from './help';

const { world, at } = testWorld('2026-05-06');
const { prisma } = world.db;
let cast: Cast;
let smtp: TestSmtp;
const { file } = steps(world, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
  smtp = await startSmtp();
  world.post = postTo(smtp.url);
});
afterAll(async () => {
  world.post?.close();
  await smtp.stop();
});
beforeEach(async () => {
  at('2026-05-06');
  await prisma.letter.deleteMany();
  await prisma.mute.deleteMany();
  await prisma.person.updateMany({ data: { pace: 'at_once', workingHours: false } });
  smtp.received.length = 0;
});

const letter = (id: LetterId, reader: Viewer, stream: string | null = null) => {
  const now = new Date(world.now());
  const { personId, email, locale } = reader;
  const own = { id: world.newId(), key: world.newId(), letter: id, data: SAMPLES[id], stream, createdAt: now };
  return prisma.letter.create({
    data: { ...own, personId, email, locale, state: 'waiting', attempts: 0, nextAt: now },
  });
};
const wants = (reader: Viewer, pace: string, workingHours = false) =>
  must(setDelivery(world, reader, { pace, workingHours }));
/** Of the n-th letter that arrived, each on one line. */
const headersOf = (n: number) => (smtp.received[n]?.raw.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]+/g, ' ');
const sent = async () => (await deliver(world, never), smtp.received.length);

describe('a letter that its reader wants gathered', () => {
  it('has its words at once, waits, and leaves as a line of one letter on the next working day', async () => {
    await wants(cast.ngo, 'daily');
    await letter('round_opened', cast.ngo);
    at('2026-05-06', '16:00');
    await letter('outcome_published', cast.ngo);
    expect(await sent()).toBe(0);
    const held = await prisma.letter.findMany({ orderBy: { createdAt: 'asc' } });
    expect(held.map(({ state, attempts }) => [state, attempts])).toEqual([
      ['held', 0],
      ['held', 0],
    ]);
    for (const { subject, text } of held) expect(subject && text).toBeTruthy();
    at('2026-05-08', '08:59');
    expect(await gatherLetters(world)).toBe(0);
    at('2026-05-08', '09:01');
    expect(await gatherLetters(world)).toBe(1);
    expect(await sent()).toBe(1);
    const gathered = await prisma.letter.findFirstOrThrow({ where: { letter: 'digest' } });
    expect(gathered.subject).toBe(textFor('kk').inbox.digest.subject(2));
    for (const { subject } of held) expect(gathered.text).toContain(subject);
    const { stopToken } = await prisma.person.findUniqueOrThrow({ where: { id: cast.ngo.personId } });
    expect(headersOf(0)).toContain(`List-Unsubscribe: <http://kenes.test/kk/inbox/stop/${stopToken}>`);
    expect(await states(world)).toEqual({ gathered: 2, sent: 1 });
    expect(await prisma.letter.count({ where: { digestId: gathered.id } })).toBe(2);
    expect(await gatherLetters(world)).toBe(0);
  });

  it('leaves at once when it is owed, and by the next working day when somebody waits for it', async () => {
    await wants(cast.ngo, 'weekly', true);
    at('2026-05-09', '03:00');
    await letter('appeal_answered', cast.ngo);
    await letter('deadline_reminder', cast.ngo);
    expect(await sent()).toBe(1);
    const waits = await prisma.letter.findFirstOrThrow({ where: { state: 'held' } });
    expect([waits.letter, waits.nextAt.toISOString()]).toEqual(['deadline_reminder', '2026-05-12T04:00:00.000Z']);
  });

  it('leaves by itself when its reader wants nothing gathered any more', async () => {
    await wants(cast.ngo, 'weekly');
    await letter('round_opened', cast.ngo);
    expect(await sent()).toBe(0);
    await wants(cast.ngo, 'at_once');
    expect(await sent()).toBe(1);
  });

  it('is one of several letters where a backlog is long', async () => {
    await wants(cast.ngo, 'daily');
    for (let n = 0; n < 130; n++) await letter('round_opened', cast.ngo);
    await deliver(world, never);
    at('2026-05-08', '09:00');
    expect(await gatherLetters(world)).toBe(2);
    const gathered = await prisma.letter.groupBy({
      by: ['digestId'],
      _count: true,
      orderBy: { _count: { id: 'desc' } },
    });
    expect(gathered.filter(({ digestId }) => digestId).map(({ _count }) => _count)).toEqual([100, 30]);
  });
});

describe('a letter in working hours only', () => {
  it('that is news leaves in the morning', async () => {
    await wants(cast.ngo, 'at_once', true);
    at('2026-05-06', '22:00');
    await letter('round_opened', cast.ngo);
    expect(await sent()).toBe(0);
    at('2026-05-08', '09:00');
    expect(await sent()).toBe(1);
  });
});

describe('what is muted', () => {
  it('comes by no mail about that case, and what is owed about it comes', async () => {
    const id = await file({}, cast.ngo);
    await prisma.letter.deleteMany();
    const news = await letter('answer_judged', cast.head, `appeal:${id}`);
    await must(mute(world, cast.head, { letterId: news.id }));
    await letter('answer_judged', cast.head, null);
    await letter('case_step', cast.head, `appeal:${id}`);
    expect(await sent()).toBe(2);
    expect((await prisma.letter.findUniqueOrThrow({ where: { id: news.id } })).state).toBe('site');
  });

  it('holds for every case of a body', async () => {
    const id = await file({}, cast.ngo);
    await prisma.letter.deleteMany();
    await must(mute(world, cast.ngo, { what: 'body', value: cast.ministry.id }));
    await letter('answer_judged', cast.ngo, `appeal:${id}`);
    await letter('appeal_answered', cast.ngo, `appeal:${id}`);
    expect(await sent()).toBe(1);
  });

  it('may be said by the link in a letter, without signing in, for that case alone', async () => {
    const id = await file({}, cast.ngo);
    await prisma.letter.deleteMany();
    const { id: letterId } = await letter('answer_judged', cast.ngo, `appeal:${id}`);
    await deliver(world, never);
    const path = /^List-Unsubscribe: <http:\/\/kenes\.test\/kk\/inbox\/stop\/([0-9a-f]{32})\?letter=([0-9a-f-]+)>/m;
    const [, token, named] = path.exec(headersOf(0)) ?? [];
    expect(named).toBe(letterId);
    expect(await must(stopByLink(world, { token, letterId: named }))).toEqual({ stopped: true });
    expect(await prisma.mute.findMany({ select: { personId: true, what: true, value: true } })).toEqual([
      { personId: cast.ngo.personId, what: 'case', value: `appeal:${id}` },
    ]);
    expect(await must(stopByLink(world, { token: 'unknown', letterId: named }))).toEqual({ stopped: false });
  });
});

describe('a worker that is killed', () => {
  const deaths: Death[] = [
    { when: 'after', statement: 'FOR UPDATE' },
    { when: 'before', statement: 'WITH gathered' },
    { when: 'after', statement: 'WITH gathered' },
    { when: 'before', statement: 'COMMIT' },
  ];
  const gatherOf = async (death: Death) => {
    await wants(cast.ngo, 'daily');
    for (let n = 0; n < 3; n++) await letter('round_opened', cast.ngo);
    await deliver(world, never);
    at('2026-05-08', '09:00');
    const given: Given = { url: testDatabase().url, now: world.now(), gathers: true, death };
    const child = spawnSync(process.execPath, ['--import', 'tsx', 'test/workers/job-child.ts', JSON.stringify(given)], {
      encoding: 'utf8',
    });
    expect({ signal: child.signal, said: child.stdout + child.stderr }).toEqual({ signal: 'SIGKILL', said: '' });
  };

  it.each(deaths)('$when $statement loses no letter and doubles none', async (death) => {
    await gatherOf(death);
    expect(await states(world)).toEqual({ held: 3 });
    // The database lets go of what a dead process held when it sees that it is gone.
    await vi.waitFor(async () => expect(await gatherLetters(world)).toBe(1), { timeout: 10_000 });
    expect(await states(world)).toEqual({ gathered: 3, waiting: 1 });
  });

  it('after the commit has gathered, and nobody gathers again', async () => {
    await gatherOf({ when: 'after', statement: 'COMMIT' });
    expect(await gatherLetters(world)).toBe(0);
    expect(await states(world)).toEqual({ gathered: 3, waiting: 1 });
  });
});

describe('several workers at once', () => {
  it('make one letter for each reader', async () => {
    for (const reader of [cast.ngo, cast.stranger, cast.citizen]) {
      await wants(reader, 'daily');
      for (let n = 0; n < 5; n++) await letter('round_opened', reader);
    }
    await deliver(world, never);
    at('2026-05-08', '09:00');
    const made = await Promise.all([1, 2, 3, 4].map(() => gatherLetters(world)));
    expect(made.reduce((sum, n) => sum + n, 0)).toBe(3);
    expect(await states(world)).toEqual({ gathered: 15, waiting: 3 });
  });
});
