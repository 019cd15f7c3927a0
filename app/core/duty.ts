// Which rule stands behind an obligation? Its procedure is a kind of appeal, a kind of round or a contest, and whoever reminds, lists or
// counts obligations need not know which. Pure lookups over an edition; asked by core/why, the sweeps, the desk and letters.
import {
  CONTEST,
  CONTEST_RULES,
  KINDS,
  ROUND_KINDS,
  ROUND_RULES,
  APPEAL_RULES,
  SET_DUTIES,
  type AnyRuleId,
  type ContestRule,
  type Edition,
  type Guide,
  type Kind,
  type Procedure,
  type RoundKind,
  type RoundRule,
  type SetDuty,
  type Rule,
} from '../../guide/schema';

export const isSetDuty = (rule: string): rule is SetDuty => SET_DUTIES.some((id) => id === rule);

/** By which plan of the edition the parties are reminded of a duty whose day they set themselves. */
export const SET_DUTY_REMINDERS = {
  cure: { reminders: 'applicant' },
  errand: { reminders: 'short' },
  serve: { reminders: 'short' },
  promise: { reminders: 'short' },
  letter: { reminders: 'short' },
} as const satisfies Record<SetDuty, { reminders: keyof Edition['reminder_plans'] }>;

/** What an obligation names as its procedure. */
export type AnyKind = Kind | RoundKind | typeof CONTEST;
export type AnyRule = Rule | RoundRule | ContestRule;
/** One rule of one procedure of one edition, as an obligation names it. */
export type DutyName = { edition: string; procedure: string; rule: string };

export const ANY_RULES: readonly AnyRuleId[] = [...APPEAL_RULES, ...ROUND_RULES, ...CONTEST_RULES];

export const isRoundKind = (procedure: string): procedure is RoundKind => ROUND_KINDS.some((id) => id === procedure);

/** What a duty belongs to: letters and pages speak of each in its own words. */
export const nounOf = (procedure: string): 'appeal' | 'round' | 'contest' =>
  procedure === CONTEST ? 'contest' : isRoundKind(procedure) ? 'round' : 'appeal';

/** The noun of a stream: 'appeal' of 'appeal:…'. */
export const streamNoun = (stream: string): string => stream.slice(0, stream.indexOf(':'));
/** The page of what a duty belongs to, without its language: '/rounds/R-2026-000001'. */
export const pageOf = (stream: string, number: string): string => `/${streamNoun(stream)}s/${number}`;

/** Every kind that the edition knows: of appeals, and of rounds and contests where it knows them. */
export const kindsOf = ({ rounds, contests }: Edition): AnyKind[] => [
  ...KINDS,
  ...(rounds ? ROUND_KINDS : []),
  ...(contests ? ([CONTEST] as const) : []),
];

/** The procedure of appeals of this id; null for a kind of round and for what the guide does not know. */
export function procedureOf({ procedures }: Edition, id: string): Procedure | null {
  const kind = KINDS.find((known) => known === id);
  return kind ? procedures[kind] : null;
}

/** The rules of a kind of appeal or of round, or of contests; null where the edition has no such kind. */
export function rulesOf(edition: Edition, procedure: string): Partial<Record<AnyRuleId, AnyRule>> | null {
  const ofAppeal = procedureOf(edition, procedure);
  if (ofAppeal) return ofAppeal.rules;
  if (procedure === CONTEST) return edition.contests?.rules ?? null;
  return isRoundKind(procedure) ? (edition.rounds?.kinds[procedure].rules ?? null) : null;
}

/** The ids of those rules in the guide's order; empty where the edition has no such kind. */
export function ruleIdsOf(edition: Edition, procedure: string): AnyRuleId[] {
  const rules = rulesOf(edition, procedure) ?? {};
  return ANY_RULES.filter((id) => rules[id]);
}

/** The rule that an obligation names, or null where the procedure has none of that name. */
export function ruleOf(edition: Edition, procedure: string, rule: string): AnyRule | null {
  const id = ANY_RULES.find((known) => known === rule);
  return (id && rulesOf(edition, procedure)?.[id]) ?? null;
}

/** Whether another duty stands for it on desks and in letters: it is one of many, such as the answer to each comment. */
export const isGathered = (rule: AnyRule): boolean => 'gathered_in' in rule && rule.gathered_in !== null;

/** All duties that another one stands for, of every edition. */
export const gatheredDuties = (guide: Pick<Guide, 'editions'>): DutyName[] =>
  guide.editions.flatMap((edition) =>
    kindsOf(edition).flatMap((procedure) =>
      Object.entries(rulesOf(edition, procedure) ?? {})
        .filter(([, rule]) => isGathered(rule))
        .map(([rule]) => ({ edition: edition.id, procedure, rule })),
    ),
  );
