// The cases behind a figure: those that count as in time, late, not due ... on one clock of a body and period. Public cases are listed;
// the others are counted, for a count names nobody.
import type { Day } from '../core/day';
import { COUNTED_AS, type CountedAs } from '../core/score/clock';
import { daysOf, type Period } from '../core/score/period';
import type { ContestStatus } from '../core/contest';
import type { World } from '../world';
import { AS_RULED } from './as-ruled';

export const CLOCKS = ['lawful', 'extended'] as const;
export type ClockName = (typeof CLOCKS)[number];
export type ScoreCase = {
  number: string;
  subject: string;
  language: string;
  kind: string;
  registeredDay: Day;
  dueDay: Day;
  endedDay: Day | null;
  /** Number of the contest of what the case counts as, and where it stands. */
  contest: string | null;
  contestStatus: ContestStatus | null;
};
export type ScoreCases = { rows: ScoreCase[]; hidden: number; next: string | null };

export const isCountedAs = (text: string | null): text is CountedAs => COUNTED_AS.some((one) => one === text);
export const isClock = (text: string | null): text is ClockName => CLOCKS.some((one) => one === text);

const PAGE = 50;
const DUE = { lawful: 'a."lawfulDue"', extended: 'a."dueDay"' } as const satisfies Record<ClockName, string>;
const ENDED = `(a.phase <> 'open' AND a."endedDay" <= $4::bpchar)`;

/** What core/score/clock says of a case, as SQL; a test holds the two together. */
const condition = (as: CountedAs, due: string): string => {
  switch (as) {
    case 'late_open':
      return `NOT ${ENDED} AND ${due} < $4::bpchar`;
    case 'not_due':
      return `NOT ${ENDED} AND ${due} >= $4::bpchar`;
    case 'late':
      return `${ENDED} AND a."endedDay" > ${due}`;
    case 'in_time':
      return `${ENDED} AND a."endedDay" <= ${due} AND a.phase NOT IN ('withdrawn', 'redirected')`;
    case 'withdrawn':
    case 'redirected':
      return `${ENDED} AND a."endedDay" <= ${due} AND a.phase = '${as}'`;
  }
};

type Asked = { bodyId: string; period: Period; reportDay: Day; clock: ClockName; as: CountedAs; after: string };

/** A page of them by number, beginning after `after`. */
export async function scoreCases({ db }: Pick<World, 'db'>, asked: Asked): Promise<ScoreCases> {
  const { bodyId, period, reportDay, clock, as, after } = asked;
  const { first, last } = daysOf(period);
  const where = `a."bodyId" = $1::uuid AND a."registeredDay" BETWEEN $2::bpchar AND least($3::bpchar, $4::bpchar) AND ${condition(as, DUE[clock])}`;
  const values = [bodyId, first, last, reportDay];
  const [rows, hidden] = await Promise.all([
    db.pool.query<ScoreCase>({
      name: `score_cases_${clock}_${as}`,
      text: `SELECT a.number, a.subject, a.language, a.kind, a."registeredDay", ${DUE[clock]} AS "dueDay", a."endedDay", a.contest, a."contestStatus" FROM ${AS_RULED} a
              WHERE ${where} AND a.visibility = 'public' AND a.number > $5 ORDER BY a.number LIMIT ${PAGE + 1}`,
      values: [...values, after],
    }),
    db.pool.query<{ count: number }>({
      name: `score_hidden_${clock}_${as}`,
      text: `SELECT count(*)::int AS count FROM ${AS_RULED} a WHERE ${where} AND a.visibility <> 'public'`,
      values,
    }),
  ]);
  const page = rows.rows.slice(0, PAGE);
  const more = rows.rows.length > PAGE;
  return { rows: page, hidden: hidden.rows[0]?.count ?? 0, next: more ? (page.at(-1)?.number ?? null) : null };
}
