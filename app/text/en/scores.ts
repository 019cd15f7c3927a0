// Responsiveness scores: the overview with the league, a body's figures, the cases behind them.
import { longDay, number, percent, plural } from '../format';

const n = (value: number, digits = 0) => number('en', value, digits);

export const scores = {
  title: 'Responsiveness of state bodies',
  lead: 'Whether bodies decide in time, how long an answer takes and what becomes of it. Each figure stands with its number of cases, its interval and the way it was reckoned.',
  period: (year: string, quarter: string) => `Quarter ${quarter} of ${year}`,
  periods: 'Quarter of registration',
  asOf: (day: string) => `As of ${longDay('en', day)}. A case belongs to the quarter in which it was registered.`,
  none: {
    title: 'There are no figures yet',
    text: 'Figures appear within minutes after the first case of a quarter is registered.',
  },
  share: (share: number, low: number, high: number) =>
    `${percent('en', share)} (${percent('en', low)} to ${percent('en', high)})`,
  ofN: (of: number, all: number) => `${n(of)} of ${n(all)}`,
  points: (points: number, low: number, high: number) => `${n(points)} (${n(low)} to ${n(high)})`,
  notEstimable: 'not estimable',
  lack: {
    nothing_counted: 'nothing has fallen due yet',
    too_few: 'too few cases',
    no_variation: 'all cases are the same',
    outside_observed: 'outside of what was observed',
  },
  days: (days: number) => plural('en', days, { one: '{n} working day', other: '{n} working days' }),
  notReached: 'not reached',
  interval: (low: string, high: string) => `95% interval: ${low} to ${high}`,
  band: (name: string) => `Band: ${name}`,
  bandUnsure: (name: string, all: string) => `Band: ${name}; by the interval it may be ${all}`,
  country: {
    title: 'All bodies together',
    cases: (bodies: number) => plural('en', bodies, { one: 'cases at {n} body', other: 'cases at {n} bodies' }),
    median: 'until half of the cases are answered',
    overdue: 'cases overdue now',
    kind: 'Kind of appeal',
    kinds: 'By kind of appeal, on the original term',
  },
  league: {
    title: 'Bodies beside each other',
    lead: (minimum: number) =>
      `The score of each body, drawn toward all the more, the fewer its cases. A place is given with the places that can’t be ruled out; below ${n(minimum)} cases that have fallen due there is none.`,
    desc: 'The line across a bar is the 95% interval of the score.',
    columns: { label: 'Body', value: 'Score, 0 to 100', note: 'Place' },
    own: 'Figures of each body',
    body: 'Body',
    cases: 'Cases',
    due: 'Fallen due',
    place: (rank: number, low: number, high: number) => `${n(rank)} (${n(low)} to ${n(high)})`,
    tied: (others: number) => plural('en', others, { one: 'shared with {n} other', other: 'shared with {n} others' }),
    notRanked: 'not ranked',
    fewBodies: 'With fewer than four bodies that have enough cases nobody is ranked: nothing tells how bodies differ.',
  },
  body: {
    title: 'Responsiveness',
    clocks: {
      title: 'In time, on two clocks',
      lead: 'The original term of the law, and beside it the term as extended. Open and overdue counts as late; not yet due is shown apart.',
      desc: 'The line across a bar is the 95% interval of the share.',
      columns: { label: 'Clock', value: 'Share', note: 'Cases' },
      counts: 'What the cases count as',
      as: 'Counts as',
      lawful: 'Original term',
      extended: 'As extended',
    },
    counted: {
      in_time: 'in time',
      late: 'late',
      late_open: 'late and still open',
      not_due: 'not yet due',
      withdrawn: 'withdrawn in time',
      redirected: 'redirected in time',
    },
    spread: {
      title: 'When in the term cases are decided',
      lead: 'By working days of the original term.',
      columns: { label: 'Part of the term', value: 'Cases' },
      buckets: {
        first_third: 'First third',
        second_third: 'Second third',
        last_third: 'Last third, before the last day',
        last_day: 'On the last day',
        late: 'After the term',
        late_open: 'Not decided, overdue',
      },
    },
    time: {
      title: 'Working days to an answer',
      desc: 'The share of cases not yet answered, after so many working days from registration; the band is its 95% interval.',
      seen: (answered: number, open: number, others: number) =>
        `Answered: ${n(answered)}. Open on the day of the report: ${n(open)}. Ended otherwise: ${n(others)}.`,
      first: 'A quarter is answered after',
      median: 'Half is answered after',
      third: 'Three quarters are answered after',
      top: '100% open',
      bottom: '0%',
      start: '0 days',
      ends: 'How cases have ended so far',
      end: 'End',
      share: 'Share of cases',
    },
    backlog: {
      title: 'Overdue now',
      cases: 'cases open after their last day',
      oldest: 'the longest of them',
      none: 'No case is overdue.',
    },
    drivers: {
      title: 'What the score is made of',
      lead: 'A weighted mean of these shares. A part without cases gives its weight to the others.',
      part: 'Part',
      share: 'Share',
      weight: 'Weight',
      used: 'Weight used',
      gives: 'Points',
    },
    duties: { title: 'Procedural duties in time', duty: 'Duty', none: 'No duty of procedure has arisen yet.' },
    rates: { title: 'How cases are handled', measure: 'Figure', share: 'Share' },
    judged: (judged: number, ended: number) =>
      `${n(judged)} of ${n(ended)} applicants with an answer said what they think of it.`,
    consult: {
      title: 'Consultation rounds and councils',
      topic: 'Field of work',
      byTopic: 'Comments answered in time, by field of work',
    },
    promises: {
      title: 'Promises made in rounds',
      lead: 'What the body reports of its own promises, by their day. What participants say stands apart.',
      as: 'Counts as',
      count: 'Promises',
      disputed: (of: number, spoken: number) =>
        `Of ${n(spoken)} promises that participants spoke of, most say of ${n(of)} that less was kept than the body reports.`,
      none: 'No promise made in this quarter is on record.',
      names: {
        kept: 'kept in time',
        late: 'kept after their day',
        partly: 'kept in part',
        unkept: 'not kept, or silent after their day',
        not_due: 'not yet due',
      },
    },
    afterHours: {
      share: 'Decisions after hours, of all',
      last: 'on the last day of the term',
      other: 'on other days',
    },
    lastDay: {
      chance: (p: number) => `By chance alone so much would happen with probability ${n(p, 3)}.`,
      sign: 'A sign to look at, no proof and no penalty.',
    },
  },
  how: {
    returns:
      'There is no share of appeals returned: Kenes has no act of returning an appeal, so nothing could be counted. An appeal ended without a decision counts as terminated.',
    title: 'How this was reckoned',
    edition: 'Edition of the guide',
    method: 'Method',
    code: 'Hash of the code',
    computed: 'Reckoned',
    report: 'Day of the report',
    left: 'Left out of the shares',
    intervals:
      'Shares have Wilson’s 95% interval. Time to an answer is reckoned by Kaplan and Meier with Greenwood’s variance, ends by Aalen and Johansen. Scores are drawn toward all by a normal model, places come from intervals that hold for all bodies at once.',
    correlated:
      'Errors of parts that come from the same cases are added up in full, so that the interval of a score is rather too wide than too narrow.',
    checked:
      'Every night each figure is counted anew from the ledger; where the two counts differ, nothing of that body and quarter is shown.',
    basis: 'Where the numbers come from',
  },
  files: {
    title: 'The same as data',
    csv: (name: string) => `${name} (CSV)`,
    json: (name: string) => `${name} (JSON)`,
  },
  tables: { league: 'League', shares: 'Shares', curve: 'Time to an answer', all: 'All figures' },
  cases: {
    title: (as: string) => `Cases: ${as}`,
    number: 'Case',
    registered: 'Registered',
    due: 'Last day',
    ended: 'Ended',
    open: 'open',
    none: 'No case open to the public counts so.',
    hidden: (count: number) =>
      plural('en', count, {
        one: '{n} more case counts so and is not open to the public.',
        other: '{n} more cases count so and are not open to the public.',
      }),
    next: 'Further cases',
    label: 'Pages',
  },
  withheld: {
    title: 'These figures are withheld',
    text: 'The ledger and the tables count differently. Nothing is shown until they agree; administrators see it on their page of operations.',
    list: (names: string) => `Withheld, because two counts differ: ${names}.`,
  },
} as const;
