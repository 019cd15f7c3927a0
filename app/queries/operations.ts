// How the machinery stands, for administrators: jobs, letters, reminders, obligations, ledger, versions. Everything is counted
// from the facts themselves, so a worker that stands still shows by the work that waits, not by what it says of itself.
import type { Facts } from '../core/score/facts';
import { errorTold } from '../core/error-told';
import { dayOf, instantOf, addDays, ZONE, type Day, type Instant } from '../core/day';
import type { Locale } from '../../guide/schema';
import { yearViews } from './guide';
import { LETTER_STATES, type LetterState } from './letters';
import { NAME_IN } from './statement';
import type { World } from '../world';

/** A letter or reminder that waits longer than this past its moment needs a person's look. */
const GRACE = 5 * 60_000;
const COVERED_DAYS = 30;
/** From this many days before a year begins its calendar should be official. */
const CALENDAR_NOTICE_DAYS = 45;

export type JobView = { job: string; startedAt: Instant; endedAt: Instant | null; count: number; error: string | null };
export type Operations = {
  now: Instant;
  jobs: JobView[];
  letters: Record<LetterState, number>;
  oldestWaiting: Instant | null;
  lettersLate: number;
  obligations: { open: number; overdue: number; unrecorded: number };
  reminders: { planned: number; unwritten: number; covered: { kept: number; n: number } };
  store: { events: number; lastEventAt: Instant | null; appeals: number; people: number; bytes: number };
  versions: {
    edition: string;
    editionHash: string;
    calendars: { year: number; official: boolean; statusName: string }[];
    postgres: string;
    node: string;
  };
  /** Figures that are withheld because the ledger and the tables count differently. */
  mismatches: { body: string; slug: string; period: string; parts: (keyof Facts)[]; foundAt: Instant }[];
  /** The year whose calendar is about to be needed and is missing or only projected. */
  calendarDue: number | null;
};

const LETTERS = `
SELECT state, count(*)::int AS count, min("createdAt") FILTER (WHERE state IN ('waiting', 'sending')) AS oldest,
       (count(*) FILTER (WHERE state IN ('waiting', 'sending') AND "nextAt" < $1::timestamptz))::int AS late
  FROM "Letter" GROUP BY state`;

/** A reminder was kept when it was written on its own day; cancelled ones were no longer needed. */
const REMINDERS = `
SELECT (SELECT count(*) FROM "Reminder" WHERE state = 'waiting' AND "dueAt" > $2::timestamptz)::int AS planned,
       (SELECT count(*) FROM "Reminder" WHERE state = 'waiting' AND "dueAt" <= $1::timestamptz)::int AS unwritten,
       (SELECT count(*) FROM "Reminder" WHERE state IN ('written', 'waiting') AND "dueAt" BETWEEN $3::timestamptz AND $1::timestamptz)::int AS n,
       (SELECT count(*) FROM "Reminder" WHERE state = 'written' AND "dueAt" BETWEEN $3::timestamptz AND $1::timestamptz
           AND ("settledAt" AT TIME ZONE '${ZONE}')::date = ("dueAt" AT TIME ZONE '${ZONE}')::date)::int AS kept`;

const OBLIGATIONS = `
SELECT count(*)::int AS open,
       (count(*) FILTER (WHERE "dueDay" < $1::bpchar))::int AS overdue,
       (count(*) FILTER (WHERE "dueDay" < $2::bpchar AND "lapsedAt" IS NULL))::int AS unrecorded
  FROM "Obligation" WHERE "closedDay" IS NULL`;

const STORE = `
SELECT (SELECT count(*) FROM "Event")::int AS events, (SELECT at FROM "Event" ORDER BY seq DESC LIMIT 1) AS "lastEventAt",
       (SELECT count(*) FROM "Appeal")::int AS appeals, (SELECT count(*) FROM "Person" WHERE "closedAt" IS NULL)::int AS people,
       pg_database_size(current_database())::float8 AS bytes, current_setting('server_version') AS postgres`;

const MISMATCHES = (locale: Locale) => `
SELECT b.${NAME_IN[locale]} AS body, b.slug, m.period, m.parts, (extract(epoch FROM m."foundAt") * 1000)::float8 AS "foundAt" FROM "ScoreMismatch" m JOIN "Body" b ON b.id = m."bodyId"
 WHERE m."settledAt" IS NULL ORDER BY m.period DESC, 1`;

type Letters = { state: LetterState; count: number; oldest: Date | null; late: number };
type Reminders = { planned: number; unwritten: number; n: number; kept: number };
type Store = {
  events: number;
  lastEventAt: Date | null;
  appeals: number;
  people: number;
  bytes: number;
  postgres: string;
};

const iso = (instant: Instant) => new Date(instant).toISOString();
const at = (date: Date | null | undefined): Instant | null => date?.getTime() ?? null;

function one<T>({ rows }: { rows: T[] }): T {
  const [row] = rows;
  if (!row) throw new Error('counting gave no row');
  return row;
}

export async function operationsView(
  { db, guide, now: clock }: Pick<World, 'db' | 'guide' | 'now'>,
  locale: Locale,
): Promise<Operations> {
  const now = clock();
  const today = dayOf(now);
  const late = iso(now - GRACE);
  const covered = [late, iso(now), iso(instantOf(addDays(today, -COVERED_DAYS), '00:00'))];
  const [jobs, letters, reminders, obligations, store, mismatches] = await Promise.all([
    db.prisma.jobRun.findMany({ orderBy: { job: 'asc' } }),
    db.pool.query<Letters>({ text: LETTERS, values: [late] }),
    db.pool.query<Reminders>({ text: REMINDERS, values: covered }).then(one),
    // A passed term is recorded minutes after midnight: yesterday's is given its day.
    db.pool.query<Operations['obligations']>({ text: OBLIGATIONS, values: [today, addDays(today, -1)] }).then(one),
    db.pool.query<Store>(STORE).then(one),
    db.pool.query<Operations['mismatches'][number]>(MISMATCHES(locale)),
  ]);
  const edition = guide.inForceOn(today);
  const count = (state: LetterState) => letters.rows.find((row) => row.state === state)?.count ?? 0;
  const oldest = letters.rows.flatMap((row) => (row.oldest ? [row.oldest.getTime()] : []));
  return {
    now,
    jobs: jobs.map(({ job, startedAt, endedAt, count: done, error }) => ({
      job,
      startedAt: startedAt.getTime(),
      endedAt: at(endedAt),
      count: done,
      error: error && errorTold(error),
    })),
    letters: Object.fromEntries(LETTER_STATES.map((state) => [state, count(state)])) as Record<LetterState, number>,
    oldestWaiting: oldest.length > 0 ? Math.min(...oldest) : null,
    lettersLate: letters.rows.reduce((sum, row) => sum + row.late, 0),
    obligations,
    reminders: {
      planned: reminders.planned,
      unwritten: reminders.unwritten,
      covered: { kept: reminders.kept, n: reminders.n },
    },
    store: {
      events: store.events,
      lastEventAt: at(store.lastEventAt),
      appeals: store.appeals,
      people: store.people,
      bytes: store.bytes,
    },
    versions: {
      edition: edition.id,
      editionHash: guide.hashes[`edition ${edition.id}`] ?? '',
      calendars: yearViews(guide, edition, locale).map(({ year, status, statusName }) => ({
        year,
        official: status === 'official',
        statusName,
      })),
      postgres: store.postgres,
      node: process.versions.node,
    },
    mismatches: mismatches.rows,
    calendarDue: calendarDue(guide, today),
  };
}

function calendarDue({ calendar }: World['guide'], today: Day): number | null {
  const year = Number(addDays(today, CALENDAR_NOTICE_DAYS).slice(0, 4));
  return calendar.years[year]?.status === 'official' ? null : year;
}
