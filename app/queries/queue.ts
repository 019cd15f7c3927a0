// The queue page for administrators: what the broker holds, who is at work, and what the database itself knows to be due: it remembers, the
// queue only wakes.
import { addDays, dayOf, instantOf, type Instant } from '../core/day';
import { signatory, type Signatory } from '../core/shape';
import { SEEN_WITHIN_MS } from '../data/presence';
import type { QueueLook } from '../core/queued';
import type { World } from '../world';

const ACTS = 50;

/** What waits in the database by itself. `late`: its moment has come; `oldest`: since when; `next`: when the next one comes. */
export const DUE = ['letters', 'gathered', 'webhooks', 'reminders', 'terms', 'scores', 'days'] as const;
export type Due = { what: (typeof DUE)[number]; late: number; oldest: Instant | null; next: Instant | null };
export type ProcessView = {
  id: string;
  role: string;
  host: string;
  pid: number;
  startedAt: Instant;
  seenAt: Instant;
  alive: boolean;
};
export type JobActView = { id: string; act: string; job: string; by: Signatory; at: Instant };
export type QueueView = {
  now: Instant;
  /** Null where the broker does not answer, or none is there. */
  broker: QueueLook | null;
  processes: ProcessView[];
  due: Due[];
  acts: JobActView[];
};

const WAITS = `
SELECT (SELECT count(*) FROM "Letter" WHERE state = 'waiting' AND "nextAt" <= $1::timestamptz)::int AS "lettersLate",
       (SELECT min("nextAt") FROM "Letter" WHERE state = 'waiting' AND "nextAt" <= $1::timestamptz) AS "lettersOldest",
       (SELECT min("nextAt") FROM "Letter" WHERE state = 'waiting' AND "nextAt" > $1::timestamptz) AS "lettersNext",
       (SELECT count(*) FROM "Letter" WHERE state = 'held' AND "nextAt" <= $1::timestamptz)::int AS "gatheredLate",
       (SELECT min("nextAt") FROM "Letter" WHERE state = 'held' AND "nextAt" <= $1::timestamptz) AS "gatheredOldest",
       (SELECT min("nextAt") FROM "Letter" WHERE state = 'held' AND "nextAt" > $1::timestamptz) AS "gatheredNext",
       (SELECT count(*) FROM "WebhookMessage" WHERE state = 'waiting' AND "nextAt" <= $1::timestamptz)::int AS "webhooksLate",
       (SELECT min("nextAt") FROM "WebhookMessage" WHERE state = 'waiting' AND "nextAt" <= $1::timestamptz) AS "webhooksOldest",
       (SELECT min("nextAt") FROM "WebhookMessage" WHERE state = 'waiting' AND "nextAt" > $1::timestamptz) AS "webhooksNext",
       (SELECT count(*) FROM "Reminder" WHERE state = 'waiting' AND "dueAt" <= $1::timestamptz)::int AS "remindersLate",
       (SELECT min("dueAt") FROM "Reminder" WHERE state = 'waiting' AND "dueAt" <= $1::timestamptz) AS "remindersOldest",
       (SELECT min("dueAt") FROM "Reminder" WHERE state = 'waiting' AND "dueAt" > $1::timestamptz) AS "remindersNext",
       (SELECT count(*) FROM "Obligation" WHERE "closedDay" IS NULL AND "lapsedAt" IS NULL AND "dueDay" < $2::bpchar)::int AS "termsLate",
       (SELECT min("dueDay") FROM "Obligation" WHERE "closedDay" IS NULL AND "lapsedAt" IS NULL AND "dueDay" < $2::bpchar) AS "termsOldest",
       (SELECT min("dueDay") FROM "Obligation" WHERE "closedDay" IS NULL AND "lapsedAt" IS NULL AND "dueDay" >= $2::bpchar) AS "termsNext",
       (SELECT count(*) FROM "ScoreStale")::int AS "scoresLate",
       (SELECT coalesce($2::date - 1 - max(day)::date, 0) FROM "RegisterDay")::int AS "daysLate"`;

type Row = Record<
  'lettersLate' | 'gatheredLate' | 'webhooksLate' | 'remindersLate' | 'termsLate' | 'scoresLate' | 'daysLate',
  number
> &
  Record<
    | 'lettersOldest'
    | 'lettersNext'
    | 'gatheredOldest'
    | 'gatheredNext'
    | 'webhooksOldest'
    | 'webhooksNext'
    | 'remindersOldest'
    | 'remindersNext',
    Date | null
  > &
  Record<'termsOldest' | 'termsNext', `${number}-${number}-${number}` | null>;

export async function queueView({ db, queue, now: clock }: Pick<World, 'db' | 'queue' | 'now'>): Promise<QueueView> {
  const now = clock();
  const [broker, processes, { rows }, acts] = await Promise.all([
    queue ? queue.look().catch(() => null) : null,
    db.prisma.process.findMany({ orderBy: [{ role: 'asc' }, { startedAt: 'asc' }] }),
    db.pool.query<Row>({ name: 'queue_waits', text: WAITS, values: [new Date(now).toISOString(), dayOf(now)] }),
    db.prisma.jobAct.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }], take: ACTS }),
  ]);
  const [row] = rows;
  if (!row) throw new Error('counting gave no row');
  return {
    ...{ now, broker, due: dueOf(row) },
    processes: processes.map(({ startedAt, seenAt, ...known }) => ({
      ...known,
      startedAt: startedAt.getTime(),
      seenAt: seenAt.getTime(),
      alive: now - seenAt.getTime() <= SEEN_WITHIN_MS,
    })),
    acts: acts.map(({ by, at, ...known }) => ({ ...known, by: signatory.parse(by), at: at.getTime() })),
  };
}

function dueOf(row: Row): Due[] {
  const at = (date: Date | null): Instant | null => date?.getTime() ?? null;
  // A term passes with the midnight after its last day.
  const passed = (day: Row['termsNext']): Instant | null => (day === null ? null : instantOf(addDays(day, 1), '00:00'));
  return [
    { what: 'letters', late: row.lettersLate, oldest: at(row.lettersOldest), next: at(row.lettersNext) },
    { what: 'gathered', late: row.gatheredLate, oldest: at(row.gatheredOldest), next: at(row.gatheredNext) },
    { what: 'webhooks', late: row.webhooksLate, oldest: at(row.webhooksOldest), next: at(row.webhooksNext) },
    { what: 'reminders', late: row.remindersLate, oldest: at(row.remindersOldest), next: at(row.remindersNext) },
    { what: 'terms', late: row.termsLate, oldest: passed(row.termsOldest), next: passed(row.termsNext) },
    { what: 'scores', late: row.scoresLate, oldest: null, next: null },
    { what: 'days', late: Math.max(0, row.daysLate), oldest: null, next: null },
  ];
}
