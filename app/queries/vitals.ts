// The few figures by which somebody is woken at night, each from the facts themselves: what waits though its moment has passed, and since when.
// Asked at every scrape, so each is found by an index however much was ever recorded.
import { addDays, dayOf, instantOf, ZONE, type Instant } from '../core/day';
import type { World } from '../world';

const COVERED_DAYS = 30;

export type Vitals = {
  letters: Record<'waiting' | 'sending' | 'failed', number>;
  /** How long the letter whose moment came first has waited past it, in seconds; 0 where none does. */
  letterLag: number;
  /** Messages to webhooks whose moment came, and how long the first of them has waited, in seconds. */
  webhooks: { due: number; lag: number };
  reminders: { unwritten: number; lag: number; kept: number; due: number };
  obligations: { open: number; overdue: number; unrecorded: number };
  /** Days that are over and not signed in the public register. */
  unsignedDays: number;
  withheldScores: number;
  jobs: { job: string; startedAt: Instant; endedAt: Instant | null; failed: boolean }[];
};

const FIGURES = `
SELECT (SELECT count(*) FROM "Letter" WHERE state = 'waiting')::int AS waiting,
       (SELECT count(*) FROM "Letter" WHERE state = 'sending')::int AS sending,
       (SELECT count(*) FROM "Letter" WHERE state = 'failed')::int AS failed,
       (SELECT min("nextAt") FROM "Letter" WHERE state = 'waiting' AND "nextAt" <= $1::timestamptz) AS letter,
       (SELECT count(*) FROM "WebhookMessage" WHERE state = 'waiting' AND "nextAt" <= $1::timestamptz)::int AS untold,
       (SELECT min("nextAt") FROM "WebhookMessage" WHERE state = 'waiting' AND "nextAt" <= $1::timestamptz) AS message,
       (SELECT count(*) FROM "Reminder" WHERE state = 'waiting' AND "dueAt" <= $1::timestamptz)::int AS unwritten,
       (SELECT min("dueAt") FROM "Reminder" WHERE state = 'waiting' AND "dueAt" <= $1::timestamptz) AS reminder,
       (SELECT count(*) FROM "Reminder" WHERE state IN ('written', 'waiting') AND "dueAt" BETWEEN $2::timestamptz AND $1::timestamptz)::int AS due,
       (SELECT count(*) FROM "Reminder" WHERE state = 'written' AND "dueAt" BETWEEN $2::timestamptz AND $1::timestamptz
           AND ("settledAt" AT TIME ZONE '${ZONE}')::date = ("dueAt" AT TIME ZONE '${ZONE}')::date)::int AS kept,
       (SELECT count(*) FROM "Obligation" WHERE "closedDay" IS NULL)::int AS open,
       (SELECT count(*) FROM "Obligation" WHERE "closedDay" IS NULL AND "dueDay" < $3::bpchar)::int AS overdue,
       (SELECT count(*) FROM "Obligation" WHERE "lapsedAt" IS NULL AND "closedDay" IS NULL AND "dueDay" < $4::bpchar)::int AS unrecorded,
       (SELECT coalesce($3::date - 1 - max(day)::date, 0) FROM "RegisterDay")::int AS unsigned,
       (SELECT count(*) FROM "ScoreMismatch" WHERE "settledAt" IS NULL)::int AS withheld`;

type Row = Record<
  | 'waiting'
  | 'sending'
  | 'failed'
  | 'unwritten'
  | 'untold'
  | 'due'
  | 'kept'
  | 'open'
  | 'overdue'
  | 'unrecorded'
  | 'unsigned'
  | 'withheld',
  number
> &
  Record<'letter' | 'message' | 'reminder', Date | null>;

export async function vitals({ db, now: clock }: Pick<World, 'db' | 'now'>): Promise<Vitals> {
  const now = clock();
  const today = dayOf(now);
  const [{ rows }, jobs] = await Promise.all([
    db.pool.query<Row>({
      name: 'vitals',
      text: FIGURES,
      values: [
        new Date(now).toISOString(),
        new Date(instantOf(addDays(today, -COVERED_DAYS), '00:00')).toISOString(),
        today,
        addDays(today, -1),
      ],
    }),
    db.prisma.jobRun.findMany({ orderBy: { job: 'asc' } }),
  ]);
  const [it] = rows;
  if (!it) throw new Error('counting gave no row');
  const lag = (since: Date | null): number => (since ? Math.max(0, now - since.getTime()) / 1000 : 0);
  return {
    letters: { waiting: it.waiting, sending: it.sending, failed: it.failed },
    letterLag: lag(it.letter),
    webhooks: { due: it.untold, lag: lag(it.message) },
    reminders: { unwritten: it.unwritten, lag: lag(it.reminder), kept: it.kept, due: it.due },
    obligations: { open: it.open, overdue: it.overdue, unrecorded: it.unrecorded },
    unsignedDays: Math.max(0, it.unsigned),
    withheldScores: it.withheld,
    jobs: jobs.map(({ job, startedAt, endedAt, error }) => ({
      ...{ job, startedAt: startedAt.getTime(), failed: error !== null },
      endedAt: endedAt?.getTime() ?? null,
    })),
  };
}
