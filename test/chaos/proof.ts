// What must be true after a drill, asked of the database, the ledger and the mail server; never of what a process says of itself.
import { coverReminders } from '../../app/commands/reminders/cover';
import { sendAllAgain } from '../../app/data/outbox';
import { verifyLedger } from '../../app/data/verify';
import { smtpPost } from '../../app/mail/connect';
import { vitals } from '../../app/queries/vitals';
import type { World } from '../../app/world';
import { drain } from '../../workers/work';
import { letterIn } from '../help/outside';
import type { TestSmtp } from '../help/smtp';
import { grouped } from './grouped';
import type { Told } from './people';
import type { Trouble } from './trouble';

export type Proof = {
  /** What was acknowledged and is not there, or is there more often than once. */
  lost: string[];
  doubled: string[];
  letters: {
    written: number;
    once: number;
    again: number;
    /** Letters that events owe and that nobody wrote, by their keys; those that arrived and are not in the database. */
    missing: string[];
    strange: string[];
    never: string[];
    unexplained: string[];
  };
  ledger: { events: number; streams: number; faults: string[] };
  /** What is still due when all is done. */
  due: { letters: number; reminders: number; terms: number };
  /** Reminders that should have gone out since the drill began, by what became of them. */
  reminders: { due: number; none: number };
};

type Asked = {
  world: World;
  smtp: TestSmtp;
  told: Told;
  troubles: readonly Trouble[];
  patience: number;
  stop: () => Promise<unknown>;
};

/** Letters that an event owes its parties, by the beginnings of their keys (core/arriving, core/ending), each with the number of the case. */
const OWED: Readonly<Record<string, readonly string[]>> = {
  'appeal.filed': ['filed', 'received'],
  'appeal.accepted': ['accepted'],
  'appeal.withdrawn': ['ended'],
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** A letter can leave twice only where its worker was killed before it noted that it left, which takes it about this long once the database answers. */
const NOTING_MS = 6_000;

export async function prove({
  world,
  smtp,
  told,
  troubles,
  patience,
  stop,
}: Asked): Promise<{ caughtUp: number; proof: Proof }> {
  const began = performance.now();
  while (performance.now() - began < patience && (await lateNow(world)) > 0) await pause(100);
  const caughtUp = performance.now() - began;
  await stop();
  await finish(world, smtp);
  const { faults, events, streams } = await verifyLedger(world);
  const { letters, reminders, obligations } = await vitals(world);
  await coverReminders(world);
  const counted = await world.db.prisma.reminderCoverage.aggregate({ _sum: { due: true, none: true } });
  return {
    caughtUp,
    proof: {
      ...(await actsThere(world, told)),
      letters: await lettersLeft(world, smtp, troubles),
      ledger: { events, streams, faults: faults.map(({ stream, what }) => `${stream}: ${what}`) },
      due: {
        letters: letters.waiting + letters.sending + letters.failed,
        reminders: reminders.unwritten,
        terms: obligations.unrecorded,
      },
      reminders: { due: counted._sum.due ?? 0, none: counted._sum.none ?? 0 },
    },
  };
}

/** What living workers should have done by now; what a killed one had claimed waits for the end of its claim, what failed for its next try. */
async function lateNow(world: World): Promise<number> {
  const { rows } = await world.db.pool.query<{ late: number }>(
    `SELECT (SELECT count(*) FROM "Letter" WHERE state = 'waiting' AND "nextAt" <= now())::int
          + (SELECT count(*) FROM "Reminder" WHERE state = 'waiting' AND "dueAt" <= now())::int AS late`,
  );
  return rows[0]?.late ?? 0;
}

/** Goes on where nobody works any more, with the clock moved past claims and pauses: what was refused for good is sent again, as an administrator would. */
async function finish(world: World, smtp: TestSmtp): Promise<void> {
  smtp.become('accept');
  const post = smtpPost(smtp.url, 'Kenes <no-reply@kenes.test>');
  const at = { now: world.now() };
  const later: World = { ...world, post, now: () => at.now };
  await sendAllAgain(world.db, at.now);
  for (let turn = 0; turn < 20; turn++) {
    await drain(later);
    const next = await world.db.prisma.letter.findFirst({
      where: { state: { in: ['waiting', 'sending'] } },
      orderBy: { nextAt: 'desc' },
      select: { nextAt: true },
    });
    if (!next) break;
    at.now = Math.max(at.now, next.nextAt.getTime() + 1);
  }
  post.close();
}

async function actsThere({ db }: World, told: Told): Promise<Pick<Proof, 'lost' | 'doubled'>> {
  const lost: string[] = [];
  const doubled: string[] = [];
  const appeals = await db.prisma.appeal.findMany({ select: { id: true, number: true, subject: true } });
  const byNumber = new Map(appeals.map((appeal) => [appeal.number, appeal]));
  const bySubject = grouped(appeals, ({ subject }) => subject);
  const events = await db.prisma.event.groupBy({ by: ['stream', 'type'], _count: true });
  const count = new Map(events.map(({ stream, type, _count }) => [`${stream} ${type}`, _count]));
  for (const { what, number, subject } of told.done) {
    const appeal = byNumber.get(number);
    const times =
      what === 'filed'
        ? appeal?.subject === subject
          ? 1
          : 0
        : (count.get(`appeal:${appeal?.id} appeal.${what}`) ?? 0);
    if (times === 0) lost.push(`${what} ${number} ${subject}`);
  }
  for (const [subject, same] of bySubject)
    if (same.length > 1) doubled.push(`${subject}: ${same.map(({ number }) => number).join()}`);
  for (const [key, times] of count)
    if (times > 1 && /appeal\.(filed|accepted|withdrawn)$/.test(key)) doubled.push(`${key}: ${times} times`);
  return { lost, doubled };
}

async function lettersLeft(
  { db }: World,
  { received }: TestSmtp,
  troubles: readonly Trouble[],
): Promise<Proof['letters']> {
  const all = await db.prisma.letter.findMany({ select: { id: true, key: true, state: true } });
  const letters = all.filter(({ state }) => state === 'sent');
  const byLetter = grouped(received, letterIn);
  const ids = new Set(all.map(({ id }) => id));
  const strange = [...byLetter.keys()].filter((id) => !ids.has(id));
  const never = letters.filter(({ id }) => !byLetter.has(id)).map(({ id }) => id);
  const again = [...byLetter].filter(([, copies]) => copies.length > 1);
  const kills = troubles.filter(({ what }) => what === 'worker killed');
  const away = troubles.filter(({ what }) => what.includes('PostgreSQL'));
  /** Until when its worker could not note yet that it left. */
  const noted = (at: number) =>
    Math.max(at, ...away.filter(({ from, until }) => at >= from && at <= until).map(({ until }) => until)) + NOTING_MS;
  /** Its answer was lost on the way, or its worker was killed before it could note it. */
  const explained = ({ at, answered }: { at: number; answered: boolean }) =>
    !answered || kills.some(({ from }) => from >= at - NOTING_MS && from <= noted(at));
  const unexplained = again.filter(([, copies]) => !copies.slice(0, -1).every(explained)).map(([id]) => id);
  return {
    ...{ written: letters.length, once: byLetter.size - again.length, again: again.length },
    ...{ missing: await neverWritten(db, all), strange, never, unexplained },
  };
}

async function neverWritten(db: World['db'], letters: readonly { key: string }[]): Promise<string[]> {
  // What a key begins with, and the case: 'filed:2026-000001'.
  const written = new Set(letters.map(({ key }) => key.split(':').slice(0, 2).join(':')));
  const { rows } = await db.pool.query<{ type: string; number: string }>(
    `SELECT e.type, a.number FROM "Event" e JOIN "Appeal" a ON 'appeal:' || a.id = e.stream WHERE e.type = ANY ($1::text[])`,
    [Object.keys(OWED)],
  );
  return rows
    .flatMap(({ type, number }) => (OWED[type] ?? []).map((what) => `${what}:${number}`))
    .filter((key) => !written.has(key));
}
