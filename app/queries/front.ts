// What the frame and the landing page show of the whole house: whether this is a demonstration, the figures of the last
// ninety days, the term of an appeal filed now. One statement each, for these are the most visited pages.
import type { Guide, Locale } from '../../guide/schema';
import { addDays, dayOf, instantOf, timeOf, type Day } from '../core/day';
import { STANDINGS, type Standing } from '../core/standing';
import { dueOf } from '../core/why';
import type { Database } from '../data/connect';
import { openOn } from '../data/open-on';
import type { World } from '../world';
import { lawsOf, readingOf, wordOf } from './guide';
import { reasonedDay } from './reasons';
import { stageIs } from './stage-where';
import { lateIs, standingColumn } from './standing-where';

const ASKED_AGAIN_AFTER = 60_000;
const demonstrations = new WeakMap<Database, { at: number; answer: Promise<boolean> }>();

/** Whether any demo account exists. Asked at most once a minute in a process: the frame of every page says it. */
export function isDemonstration({ db, now }: Pick<World, 'db' | 'now'>): Promise<boolean> {
  const known = demonstrations.get(db);
  const at = now();
  if (known && Math.abs(at - known.at) < ASKED_AGAIN_AFTER) return known.answer;
  const answer = db.pool
    .query<{ demo: boolean }>({
      name: 'is_demonstration',
      text: 'SELECT EXISTS (SELECT 1 FROM "Person" WHERE demo) AS demo',
    })
    .then(({ rows }) => rows[0]?.demo ?? false);
  demonstrations.set(db, { at, answer });
  answer.catch(() => demonstrations.delete(db));
  return answer;
}

const COUNTED_AGAIN_AFTER = 10_000;
const openCounts = new WeakMap<Database, { at: number; position: number; day: Day; answer: Promise<number> }>();

/**
 * How many rounds take comments today, for the navigation of every page: counted at most every ten seconds in a process, and at once
 * after an act of its own.
 */
export function openRounds({ db, now }: Pick<World, 'db' | 'now'>): Promise<number> {
  const known = openCounts.get(db);
  const [at, day, { position }] = [now(), dayOf(now()), db];
  const fresh = known?.day === day && known.position === position && Math.abs(at - known.at) < COUNTED_AGAIN_AFTER;
  if (known && fresh) return known.answer;
  const answer = db.pool
    .query<{ n: number }>({
      name: 'open_rounds',
      text: `SELECT count(*)::int AS n FROM "Round" r WHERE ${stageIs('open', '$1')}`,
      values: [day],
    })
    .then(({ rows }) => rows[0]?.n ?? 0);
  openCounts.set(db, { at, position, day, answer });
  answer.catch(() => openCounts.delete(db));
  return answer;
}

const DAYS = 90;

/** Public cases only: what is counted here is exactly what the lists behind the figures show. */
const FIGURES = `
SELECT standing, late, count(*)::int AS count, 'recent' AS part FROM (
  SELECT ${standingColumn('$1')} AS standing, ${lateIs('$1')} AS late
    FROM "Appeal" a WHERE ${openOn('$1')} AND a."receivedAt" >= $2::timestamptz) recent
 GROUP BY 1, 2
UNION ALL
SELECT standing, late, count(*)::int, 'now' FROM (
  SELECT ${standingColumn('$1')} AS standing, ${lateIs('$1')} AS late
    FROM "Appeal" a WHERE ${openOn('$1')} AND a.phase = 'open') now
 GROUP BY 1, 2`;

export type Figures = {
  from: Day;
  to: Day;
  /** Cases received in the period, by where they stand today. */
  received: number;
  byStanding: { standing: Standing; count: number }[];
  /** Of the period's cases that were answered or whose term passed without an answer (`n`): answered in time. */
  inTime: { kept: number; n: number };
  /** Of all cases, however old. */
  overdueNow: number;
  runningNow: number;
  dueToday: number;
};

type Row = { standing: Standing; late: boolean; count: number; part: 'recent' | 'now' };

/** The figures of the landing page in one statement: the last ninety days, today included, and the open cases of today. */
export async function figures({ db, now }: Pick<World, 'db' | 'now'>): Promise<Figures> {
  const to = dayOf(now());
  const from = addDays(to, 1 - DAYS);
  const { rows } = await db.pool.query<Row>({
    name: 'front_figures',
    text: FIGURES,
    values: [to, new Date(instantOf(from, '00:00')).toISOString()],
  });
  const sum = (part: Row['part'], wanted: (row: Row) => boolean) =>
    rows.filter((row) => row.part === part && wanted(row)).reduce((total, { count }) => total + count, 0);
  const answered = (row: Row) => row.standing === 'answered';
  return {
    from,
    to,
    received: sum('recent', () => true),
    byStanding: STANDINGS.map((standing) => ({ standing, count: sum('recent', (row) => row.standing === standing) })),
    inTime: {
      kept: sum('recent', (row) => answered(row) && !row.late),
      n: sum('recent', (row) => answered(row) || row.standing === 'overdue'),
    },
    overdueNow: sum('now', ({ standing }) => standing === 'overdue'),
    runningNow: sum('now', ({ standing }) => standing === 'running'),
    dueToday: sum('now', ({ standing }) => standing === 'due_today'),
  };
}

type FreshTerm = ReturnType<typeof termOf>;
type Minute = { minute: string; byLocale: Partial<Record<Locale, FreshTerm>> };
const freshTerms = new WeakMap<Guide, Minute>();

/** The term that an application filed this minute would have, with every day's reason. Worked out once a minute. */
export function freshTerm({ guide, now }: Pick<World, 'guide' | 'now'>, locale: Locale): FreshTerm {
  const [today, time] = [dayOf(now()), timeOf(now())];
  const minute = `${today}T${time}`;
  const last = freshTerms.get(guide);
  const fresh: Minute = last?.minute === minute ? last : { minute, byLocale: {} };
  freshTerms.set(guide, fresh);
  return (fresh.byLocale[locale] ??= termOf(guide, { today, time, locale }));
}

function termOf(guide: Guide, { today, time, locale }: { today: Day; time: string; locale: Locale }) {
  const edition = guide.inForceOn(today);
  const asked = { kind: 'application', rule: 'decide', received: `${today}T${time}` };
  const answer = dueOf({ edition, calendar: guide.calendar, ...asked });
  if (!answer.ok)
    throw new Error(`an application filed now has no term: ${answer.problem.field} ${answer.problem.code}`);
  const { before, days, due, provisional, reckoning, registered } = answer.value;
  const all = [...before, ...days];
  return {
    today,
    time,
    registered,
    due,
    provisional,
    start: reckoning.from,
    term: { n: reckoning.term.n, unit: reckoning.term.unit, direction: reckoning.term.direction },
    days: all.map((day) => reasonedDay(edition, locale, day)),
    /** Days on the way that are off by law or order, not by their weekday. */
    daysOff: all.filter(({ why }) => why === 'holiday' || why === 'substitute' || why === 'moved_off').length,
    laws: lawsOf(edition, locale, answer.value.basis),
    kind: wordOf(edition, locale, 'kind.application.name'),
    query: new URLSearchParams(asked).toString(),
  };
}

/** Where the law stands: the edition in force, how many of its provisions were read, when they were last compared. */
export function lawToday({ guide, now }: Pick<World, 'guide' | 'now'>) {
  const edition = guide.inForceOn(dayOf(now()));
  const { marks, verified } = readingOf(edition);
  return { edition: edition.id, from: edition.in_force_from, verified, read: marks.read, unsure: marks.unsure };
}
