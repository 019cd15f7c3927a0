// How rounds of the invented country go: when each opens and ends, and how its body behaves afterwards. The demonstration shows a round in
// every stage; the simulation lets each body hold rounds in its own manner.
import type { GateCheck } from '../guide/schema';
import { addDays, daysBetween, type Day } from '../app/core/day';
import { earliestClose } from '../app/core/gate';
import type { World } from '../app/world';
import type { Chance } from './chance';
import { BODIES, type CountryBody } from './country';
import { workingDayAfter } from './life';
import { ROUND_STORIES, roundStory } from './stories-rounds';

/** `hollow`: answers everything in time and changes nothing that was asked for. */
export type Manner = 'well' | 'late' | 'silent' | 'hollow';
/** Working days after the last day for comments (after the opening where nobody comments on the site); null: never. */
export type Pace = {
  /** Points are made; and every how many days one of them is answered, from the first. */
  points: number | null;
  answers: number | null;
  step: number;
  view: number | null;
  reply: number | null;
  decide: number | null;
  publish: number | null;
  /** For each promise of the story: days from the decision to its day, and from that day to the report. */
  promises: readonly { due: number; report: number | null }[];
};
export type Course = {
  story: string;
  manner: Manner;
  /** The day on which it is opened to everyone; comments are taken from `opens` to `closes`. */
  announce: Day;
  opens: Day;
  closes: Day;
  hearing: Day | null;
  pace: Pace;
  /** Answers only the first so many points. */
  answered?: number;
  waive?: Extract<GateCheck, 'time_left' | 'invited'>;
  /** The last day is moved once, two working days before it: to a later day, by so many working days. */
  extendedBy?: number;
  followUp?: Day;
};

const NEVER = {
  points: null,
  answers: null,
  step: 1,
  view: null,
  reply: null,
  decide: null,
  publish: null,
  promises: [],
};
const kept = { due: 15, report: -1 };
const PACES: Record<Manner, Pace> = {
  well: {
    points: 1,
    answers: 3,
    step: 1,
    view: 4,
    reply: 9,
    decide: 11,
    publish: 14,
    promises: [kept, { due: 25, report: 0 }, kept],
  },
  late: {
    points: 7,
    answers: 11,
    step: 2,
    view: 9,
    reply: 23,
    decide: 27,
    publish: 33,
    promises: [
      { due: 10, report: 6 },
      { due: 12, report: null },
    ],
  },
  silent: NEVER,
  hollow: {
    ...NEVER,
    points: 2,
    answers: 4,
    step: 0,
    view: 5,
    reply: 8,
    decide: 9,
    publish: 11,
    promises: [{ due: 5, report: 0 }],
  },
};
/** Which manners a body's temper has, the commonest first and oftener. */
const MANNERS: Record<CountryBody['temper'], readonly Manner[]> = {
  prompt: ['well'],
  steady: ['well', 'well', 'well', 'late'],
  stretching: ['late', 'well'],
  slow: ['hollow', 'late'],
  silent: ['silent', 'silent', 'late'],
  brushing: ['hollow'],
};

/** The earliest lawful days of a story's round that opens on a day; a hearing is called in time. */
function daysOf(
  { guide }: World,
  key: string,
  opens: Day,
  longer: number,
): Pick<Course, 'opens' | 'closes' | 'hearing'> {
  const { kind, hearing } = roundStory(key);
  const edition = guide.inForceOn(opens);
  const rules = edition.rounds?.kinds[kind];
  const hearingDay = hearing ? workingDayAfter(guide.calendar, addDays(opens, 14), 0) : null;
  const least = rules && earliestClose({ kind: rules, edition, calendar: guide.calendar }, 'comment_period', opens);
  const from = hearingDay ?? least ?? workingDayAfter(guide.calendar, opens, 10);
  return { opens, closes: workingDayAfter(guide.calendar, from, longer), hearing: hearingDay };
}

/** A story's round that opens on a day, in a manner, and is announced so many working days before. */
export function courseOf(world: World, story: string, manner: Manner, opens: Day, announced = 1, longer = 0): Course {
  const days = daysOf(world, story, opens, longer);
  const announce = days.hearing ? opens : workingDayAfter(world.guide.calendar, opens, -announced);
  return { story, manner, announce, ...days, pace: PACES[manner] };
}

/** So many rounds between two days, one story after another, each body in its manner. */
export function randomCourses(
  world: World,
  { rounds, from, until, chance }: { rounds: number; from: Day; until: Day; chance: Chance },
): Course[] {
  const span = Math.max(daysBetween(from, until) - 14, 1);
  return Array.from({ length: rounds }, (_, n): Course => {
    const { key, body } = ROUND_STORIES[n % ROUND_STORIES.length] ?? roundStory('home-care');
    const temper = BODIES.find(({ slug }) => slug === body)?.temper ?? 'steady';
    const manner = chance.pick(MANNERS[temper]);
    const opens = workingDayAfter(world.guide.calendar, addDays(from, 7 + chance.between(0, span)), 0);
    const course = courseOf(world, key, manner, opens, chance.between(1, 3), chance.between(0, 4));
    return chance.happens(0.15) ? { ...course, extendedBy: 5 } : course;
  });
}

/** One round in each stage as of `today`: what a stranger meets who starts the house for the first time. */
export function demoCourses(world: World, today: Day): Course[] {
  const on = (n: number): Day => workingDayAfter(world.guide.calendar, today, n);
  /** A round whose last day is `closed` working days from today, with so many working days to comment. */
  const course = (
    story: string,
    manner: Manner,
    closed: number,
    length: number,
    pace: Partial<Pace> = {},
    more: Partial<Course> = {},
  ): Course => {
    const opens = on(closed - length);
    return {
      story,
      manner,
      announce: opens,
      opens,
      closes: on(closed),
      hearing: null,
      pace: { ...PACES[manner], ...pace },
      ...more,
    };
  };
  const stop = { view: null, reply: null, decide: null, publish: null, promises: [] };
  return [
    // Announced, open with four working days left, open and far from its end.
    { ...course('school-meals', 'well', 19, 16), announce: on(-1) },
    course('home-care', 'well', 4, 12),
    course('clinics', 'well', 7, 11, {}, { extendedBy: 5 }),
    // Closed long ago and silent; half answered; each answered and the council's view awaited; view given, reply owed.
    course('village-school', 'silent', -24, 15, {}, { hearing: on(-29), waive: 'invited' }),
    course('digital', 'well', -7, 16, { ...stop }, { answered: 4 }),
    course('rivers', 'well', -10, 17, stop),
    course('grants', 'well', -10, 16, { ...stop, view: 6 }),
    // Decided; published by a body that means nothing by it; published with promises: one kept, one overdue, one to come.
    course('rehabilitation', 'well', -12, 2, { answers: 3, step: 1, decide: 10, publish: null, promises: [] }),
    course('landfill', 'hollow', -20, 2),
    course(
      'streets',
      'well',
      -38,
      8,
      {
        promises: [
          { due: 8, report: -1 },
          { due: 16, report: null },
          { due: 60, report: null },
        ],
      },
      { waive: 'time_left', followUp: addDays(today, 120) },
    ),
  ];
}
