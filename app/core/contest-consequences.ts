// What follows from what happens to a contest: the council's duty to rule and the letters to both sides and to the applicant. One table;
// a new type of event without its row does not compile. Nothing here touches the case itself: its clocks run on.
import type { Calendar, Contests, ContestRuleId, Edition } from '../../guide/schema';
import type { Contest } from './contest';
import type { Day, Instant } from './day';
import type { Actor, EventType, FactOf } from './event';
import type { LetterOrder } from './letter';
import type { Opening, Party } from './obligation';
import { HEADS, type Consequence, type Following, type Keys, type Names } from './owing';
import { reckon, type Reckoning } from './term';

export type ContestSurroundings = {
  edition: Edition;
  contests: Contests;
  calendar: Calendar;
  now: Instant;
  today: Day;
  actor: Actor;
  newId: () => string;
  body: { id: string; names: Names };
  /** The council that rules after this act. */
  council: { id: string; names: Names };
  /** Who filed the case: told of everything, owed nothing here. */
  applicant: Party;
};
export type ContestEventType = Extract<EventType, `contest.${string}`>;
export type ContestFact = FactOf<ContestEventType>;
type Row<T extends ContestEventType> = (
  fact: FactOf<T>,
  before: Contest | null,
  around: ContestSurroundings,
  keys: Keys,
) => Following;

/** The due day of one of the contest's rules, counted from `from`. */
export const reckonContest = (
  { contests, calendar, edition }: Pick<ContestSurroundings, 'contests' | 'calendar' | 'edition'>,
  rule: ContestRuleId,
  from: Day,
): Reckoning => reckon({ calendar, from, term: contests.rules[rule].term, conventions: edition.counting });

/** The council's duty to rule, counted from today; `used`: keys that the stream has had. */
const owes = (around: ContestSurroundings, used: readonly string[]): Opening => ({
  id: around.newId(),
  key: used.length === 0 ? 'contest_ruling' : `contest_ruling#${used.length + 1}`,
  rule: 'contest_ruling',
  debtor: { kind: 'council', id: around.council.id },
  creditor: { kind: 'body', id: around.body.id },
  reckoning: reckonContest(around, 'contest_ruling', around.today),
});

type Told = Pick<Contest, 'number' | 'title' | 'edition' | 'effect'>;

/** What every letter about a contest says of it. */
const about = ({ number, title, edition, effect }: Told, { body, council }: ContestSurroundings) => ({
  ...{ number, title, edition, path: `/contests/${number}`, procedure: 'contest' },
  ...{ body: body.names, council: council.names, claim: effect.claim, claimDay: effect.day },
});

const sides = ({ body, council, applicant }: ContestSurroundings): LetterOrder['to'][] => [
  { party: { kind: 'council', id: council.id } },
  { party: { kind: 'body', id: body.id }, roles: HEADS },
  { party: applicant },
];

const TABLE: { [T in ContestEventType]: Row<T> } = {
  'contest.made': ({ payload }, _, around, { used }) => {
    const owed = owes(around, used);
    const data = { ...about(payload, around), reasons: payload.reasons, rulesUntil: owed.reckoning.due };
    return {
      opens: [owed],
      letters: sides(around).map((to) => ({ letter: 'contest_made', key: `contest:${payload.number}`, to, data })),
    };
  },
  'contest.conflict_declared': () => ({}),
  'contest.passed_on': ({ payload }, before, around, { open, used }) => {
    const contest = present(before);
    const owed = owes(around, used);
    const data = { ...about(contest, around), reasons: payload.reason, rulesUntil: owed.reckoning.due };
    const key = `contest-passed:${contest.number}:${used.length}`;
    return {
      opens: [owed],
      closes: open.map((one) => ({ key: one, how: 'released' })),
      letters: [...sides(around), { party: { kind: 'council' as const, id: payload.fromCouncilId } }].map((to) => ({
        ...{ letter: 'contest_passed_on' as const, key, to, data },
      })),
    };
  },
  'contest.ruled': ({ payload }, before, around, { open }) => {
    const contest = present(before);
    const data = {
      ...about(contest, around),
      ...{ ruling: payload.ruling, effect: payload.effect, reasons: payload.reasons },
    };
    const key = `contest-ruled:${contest.number}`;
    return {
      closes: open.map((one) => ({ key: one, how: 'discharged' })),
      letters: sides(around).map((to) => ({ letter: 'contest_ruled', key, to, data })),
    };
  },
  'contest.withdrawn': ({ payload }, before, around, { open }) => {
    const contest = present(before);
    const data = { ...about(contest, around), reasons: payload.reason };
    const key = `contest-withdrawn:${contest.number}`;
    return {
      closes: open.map((one) => ({ key: one, how: 'released' })),
      letters: sides(around).map((to) => ({ letter: 'contest_withdrawn', key, to, data })),
    };
  },
};

const present = (contest: Contest | null): Contest => {
  if (!contest) throw new Error('an event before the contest was made');
  return contest;
};

/** Everything that follows from one fact; `before` is the state without it, null for the first. */
export function contestConsequences(
  fact: ContestFact,
  before: Contest | null,
  around: ContestSurroundings,
  keys: Keys,
): Consequence {
  const row = TABLE[fact.type] as (
    fact: ContestFact,
    before: Contest | null,
    around: ContestSurroundings,
    keys: Keys,
  ) => Following;
  return { opens: [], moves: [], closes: [], letters: [], ...row(fact, before, around, keys) };
}
