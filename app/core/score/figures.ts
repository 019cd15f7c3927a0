// All figures of a body for a period, from its facts on the day of the report. Pure: the same facts, guide and day give the same figures
// to the last digit, whatever order the facts come in. Called by the worker and by the nightly check over the ledger.
import type { Calendar, Kind, Scoring } from '../../../guide/schema';
import { KINDS } from '../../../guide/schema';
import { workingDaysBetween } from '../calendar';
import type { Day } from '../day';
import { afterHoursOf, type AfterHours } from './after-hours';
import { heaping, type Heaping } from '../statistics/heaping';
import type { NotEstimable } from '../statistics/estimate';
import type { Fared } from '../statistics/shared-cases';
import { wilson, type Share } from '../statistics/wilson';
import { caseOn, commentOn, dutyOn } from './case-clock';
import { clockShare, countedAs, type ClockShare } from './clock';
import { composite, type Composite } from './composite';
import { spread, type Bucket } from './distribution';
import { total, type CaseFact, type CommentFact, type DutyFact, type Facts } from './facts';
import { promisesOf, type Promises } from './promises';
import { overOn, ratesOf, type Rates } from './rates';
import { medianOf, seenAs, timeToAnswer, type TimeToAnswer } from './time';

type Part = Share | NotEstimable;
export type Clocks = { lawful: ClockShare; extended: ClockShare };
/** Cases open after their last day, and the working days since then: how many days for how many cases. */
export type Backlog = { overdue: number; ages: { days: number; count: number }[] };
export type Figures = {
  /** Cases registered in the period, and of them those whose day of registration has not come. */
  cases: { all: number; notBegun: number };
  clocks: Clocks;
  byKind: { kind: Kind; cases: number; clocks: Clocks; overdue: number; median: TimeToAnswer['quartiles']['median'] }[];
  distribution: Record<Bucket, number>;
  time: TimeToAnswer;
  backlog: Backlog;
  rates: Rates;
  satisfied: { share: Part; verdicts: Record<string, number>; ended: number };
  duties: { rule: string; clock: ClockShare }[];
  comments: { clock: ClockShare; coverage: Part; byTopic: { topic: string; clock: ClockShare }[] };
  councilReplies: ClockShare;
  lastDay: Heaping | NotEstimable;
  /** Null where the edition does not know them. */
  promises: Promises | null;
  afterHours: AfterHours | null;
  composite: Composite;
};
export type Reckoned = { calendar: Calendar; scoring: Scoring; today: Day };

export function figuresOf(facts: Facts, { calendar, scoring, today }: Reckoned): Figures {
  const level = scoring.level.share;
  const on = { today, level };
  const begun = facts.cases.filter(({ registeredDay }) => registeredDay <= today);
  const clocks = clocksOf(begun, on);
  const duties = dutiesOf(facts.duties, scoring, on);
  const comments = clockShare(facts.comments, commentOn, on);
  const councilReplies = clockShare(facts.councilReplies, dutyOn, on);
  const satisfied = satisfaction(begun, on);
  return {
    cases: { all: total(facts.cases), notBegun: total(facts.cases) - total(begun) },
    clocks,
    byKind: KINDS.map((kind) => {
      const own = begun.filter((one) => one.kind === kind);
      const { overdue } = backlogOf(own, calendar, today);
      const median = medianOf(own, { calendar, scoring, today });
      return { kind, cases: total(own), clocks: clocksOf(own, on), overdue, median };
    }).filter(({ cases }) => cases > 0),
    distribution: spread(begun, calendar, today),
    time: timeToAnswer(begun, { calendar, scoring, today }),
    backlog: backlogOf(begun, calendar, today),
    rates: ratesOf(begun, on),
    satisfied,
    duties,
    comments: {
      clock: comments,
      coverage: coverageOf(comments, level, facts, today),
      byTopic: byTopic(facts.comments, on),
    },
    councilReplies,
    lastDay: lastDayOf(begun, { calendar, scoring, today }),
    promises: scoring.promises ? promisesOf(facts.promises, { kept: scoring.promises.kept, ...on }) : null,
    afterHours: scoring.after_hours ? afterHoursOf(begun, { calendar, ...on }) : null,
    composite: composite(
      {
        lawful_term: clocks.lawful.share,
        registered: duties.find(({ rule }) => rule === 'register')?.clock.share ?? wilson(0, 0, level),
        satisfied: satisfied.share,
        comments: comments.share,
        council_replies: councilReplies.share,
      },
      { first: 'lawful_term', second: 'satisfied', fared: faredOf(begun, today) },
      scoring,
    ),
  };
}

type On = { today: Day; level: number };

const clocksOf = (cases: readonly CaseFact[], on: On): Clocks => ({
  lawful: clockShare(cases, caseOn('lawfulDue'), on),
  extended: clockShare(cases, caseOn('dueDay'), on),
});

function dutiesOf(duties: readonly DutyFact[], { duties: { leave_out } }: Scoring, on: On) {
  const rules = [...new Set(duties.map(({ rule }) => rule))].filter((rule) => !leave_out.some((one) => one === rule));
  return rules.sort().map((rule) => ({
    rule,
    clock: clockShare(
      duties.filter((duty) => duty.rule === rule),
      dutyOn,
      on,
    ),
  }));
}

function backlogOf(cases: readonly CaseFact[], calendar: Calendar, today: Day): Backlog {
  const ages = new Map<number, number>();
  for (const one of cases) {
    if (overOn(one, today) || today <= one.dueDay) continue;
    const days = workingDaysBetween(calendar, one.dueDay, today);
    ages.set(days, (ages.get(days) ?? 0) + one.count);
  }
  const sorted = [...ages].sort(([a], [b]) => a - b).map(([days, count]) => ({ days, count }));
  return { overdue: total(sorted), ages: sorted };
}

function satisfaction(cases: readonly CaseFact[], { today, level }: On): Figures['satisfied'] {
  const judged = cases.filter((one) => one.verdict !== null);
  const verdicts: Record<string, number> = {};
  for (const { verdict, count } of judged) if (verdict) verdicts[verdict] = (verdicts[verdict] ?? 0) + count;
  const ended = total(cases.filter((one) => overOn(one, today) && ['answered', 'taken_to_note'].includes(one.phase)));
  return { share: wilson(verdicts.answers ?? 0, total(judged), level), verdicts, ended };
}

/** Cases on whose end the applicant has spoken and whose day counts: in time or not, answered or not by the applicant's word. */
function faredOf(cases: readonly CaseFact[], today: Day): Fared {
  const fared = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (const one of cases) {
    const as = countedAs(caseOn('lawfulDue')(one), today);
    if (one.verdict === null || !['in_time', 'late', 'late_open'].includes(as)) continue;
    const answers = one.verdict === 'answers';
    fared[as === 'in_time' ? (answers ? 'both' : 'onlyFirst') : answers ? 'onlySecond' : 'neither'] += one.count;
  }
  return fared;
}

const byTopic = (comments: readonly CommentFact[], on: On) =>
  [...new Set(comments.map(({ topic }) => topic))].sort().map((topic) => ({
    topic,
    clock: clockShare(
      comments.filter((one) => one.topic === topic),
      commentOn,
      on,
    ),
  }));

/** Answered at all, of those answered or due. */
function coverageOf({ counts }: ClockShare, level: number, { comments }: Facts, today: Day): Part {
  const answered = total(
    comments.filter(({ phase, endedDay }) => phase === 'disposed' && endedDay !== null && endedDay <= today),
  );
  return wilson(answered, answered + counts.late_open, level);
}

/** On the term that was in force; days are counted from 1, so that an answer on the day of registration is one of day 1. */
function lastDayOf(cases: readonly CaseFact[], { calendar, scoring, today }: Reckoned): Heaping | NotEstimable {
  const terms = cases.map((one) => {
    const { time, end, count } = seenAs(one, calendar, today);
    const term = workingDaysBetween(calendar, one.registeredDay, one.dueDay);
    const answered = end === 'answered' || end === 'taken_to_note' || end === 'terminated';
    return { term: Math.max(1, term), day: Math.max(1, time), count, answered };
  });
  return heaping(terms, { before: scoring.last_day.before, level: scoring.level.share });
}
