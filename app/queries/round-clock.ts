// The clocks of a round: from when to when comments are taken and why until then, and everything the body owes in it, each duty with
// its day and the days it was counted from. Silence after a due day follows from the facts; nobody has to record it.
import type { Edition, Locale, RoundRuleId } from '../../guide/schema';
import { workingDaysBetween } from '../core/calendar';
import { daysBetween, type Day } from '../core/day';
import { clockOf, type Clock } from '../core/obligation';
import type { PeriodMove } from '../core/round';
import { reckonRound, ruleOfKey } from '../core/round-owing';
import { saidIn, type Said } from '../core/said';
import { reckon } from '../core/term';
import type { StateLanguage } from '../../guide/schema';
import type { World } from '../world';
import type { OwedInRound, RoundFacts } from './round-facts';
import { reasoned, sourceOf, type ReasonedTerm, type Source } from './reasons';
import type { ShownBefore } from './shown-before';

export type Who = { name: string; post: string | null };
export type MoveView = { how: PeriodMove['how']; was: Day; closesDay: Day; reason: Said; day: Day; by: Who };
export type Period = {
  opensDay: Day;
  closesDay: Day;
  /** Working days from the day after the first one to the last one. */
  workingDays: number;
  /** Working days until the last day; negative when it has passed. */
  daysLeft: number;
  /** The period that the guide asks for, counted from the first day; null for kinds without one. */
  asked: ReasonedTerm | null;
  /** The period as the host set it, where it is another one. */
  given: ReasonedTerm | null;
  sources: Source[];
  moves: MoveView[];
};
export type RoundDuty = {
  key: string;
  rule: string;
  name: string;
  text: string;
  from: Day;
  dueDay: Day;
  /** The day before an extension or a reopening moved it. */
  lawfulDue: Day;
  shownBefore: ShownBefore[];
  closedDay: Day | null;
  clock: Clock;
  daysLeft: number;
  term: ReasonedTerm;
  sources: Source[];
};

type Scene = { world: Pick<World, 'guide'>; facts: RoundFacts; locale: Locale; lang: StateLanguage };
type Around = {
  edition: Edition;
  kind: NonNullable<Edition['rounds']>['kinds'][keyof NonNullable<Edition['rounds']>['kinds']];
};

/** The edition that the round is pinned to and what it says of rounds of its kind. Throws when it knows none. */
export function rulesOf({ guide }: Pick<World, 'guide'>, { round }: Pick<RoundFacts, 'round'>): Around {
  const edition = guide.edition(round.edition);
  const kind = edition.rounds?.kinds[round.kind];
  if (!kind) throw new Error(`edition ${edition.id} knows no rounds of the kind ${round.kind}`);
  return { edition, kind };
}

/** From when to when comments are taken, and why until then. */
export function periodOf({ world, facts, locale, lang }: Scene): Period {
  const { edition, kind } = rulesOf(world, facts);
  const { calendar } = world.guide;
  const { opensDay, closesDay } = facts.round.settings;
  const rule = kind.rules.comment_period;
  const asked = rule ? reckonRound({ kind, calendar, edition }, 'comment_period', opensDay) : null;
  const workingDays = workingDaysBetween(calendar, opensDay, closesDay);
  const counted = { direction: 'forward', roll: 'none' } as const;
  const inWorkingDays = reckon({
    ...{ calendar, from: opensDay, conventions: edition.counting },
    term: { n: workingDays, unit: 'working_day', ...counted },
  });
  // A last day that is no working day can't be told in working days.
  const actual =
    inWorkingDays.due === closesDay
      ? inWorkingDays
      : reckon({
          ...{ calendar, from: opensDay, conventions: edition.counting },
          term: { n: daysBetween(opensDay, closesDay), unit: 'calendar_day', ...counted },
        });
  return {
    ...{ opensDay, closesDay, workingDays },
    daysLeft: workingDaysBetween(calendar, facts.today, closesDay),
    asked: asked && reasoned(edition, locale, asked),
    given: asked?.due === closesDay ? null : reasoned(edition, locale, actual),
    sources: (rule?.basis ?? []).map((basis) => sourceOf(edition, locale, basis)),
    moves: facts.round.moves.map(({ how, was, closesDay: until, reason, day, signatory }) => ({
      ...{ how, was, closesDay: until, day },
      reason: saidIn(reason, lang),
      by: { name: signatory.name, post: signatory.post },
    })),
  };
}

/** Everything owed in the round, the nearest day first. What was promised in the outcome has its own place on the page, and is here too. */
export const dutiesOf = (scene: Omit<Scene, 'lang'>): RoundDuty[] =>
  scene.facts.owed.map((owed) => dutyOf(scene, owed));

/** What is past its day and still not done. */
export const silenceOf = (duties: readonly RoundDuty[]): RoundDuty[] =>
  duties.filter(({ clock }) => clock === 'overdue');

function dutyOf({ world, facts, locale }: Omit<Scene, 'lang'>, owed: OwedInRound): RoundDuty {
  const { edition, kind } = rulesOf(world, facts);
  const { key, reckoning, dueDay, lawfulDue, closedDay, closedHow } = owed;
  const rule = ruleOfKey(key);
  const texts = edition.texts[locale];
  return {
    ...{ key, rule, dueDay, lawfulDue, closedDay },
    shownBefore: facts.shownBefore.filter((one) => one.key === key),
    name: texts[`rule.${rule}.name`] ?? rule,
    text: texts[`rule.${rule}.text`] ?? '',
    from: reckoning.from,
    clock: clockOf({ dueDay, closedDay, closedHow }, facts.today),
    daysLeft: workingDaysBetween(world.guide.calendar, facts.today, dueDay),
    term: reasoned(edition, locale, reckoning),
    sources: (kind.rules[rule as RoundRuleId]?.basis ?? []).map((basis) => sourceOf(edition, locale, basis)),
  };
}
