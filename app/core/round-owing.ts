// The bricks of what follows in a round: how a rule of its kind becomes an obligation between body and the other side, and what
// surrounds a decision about a round or a comment. Pure; used by the two tables of consequences.
import type { Calendar, Edition, RoundKindRules, RoundRuleId } from '../../guide/schema';
import type { Day, Instant } from './day';
import type { Actor } from './event';
import type { Move, Opening, Party } from './obligation';
import type { Following, Names } from './owing';
import { reckon, type Reckoning } from './term';

export type RoundSurroundings = {
  edition: Edition;
  kind: RoundKindRules;
  calendar: Calendar;
  now: Instant;
  today: Day;
  actor: Actor;
  body: { id: string; names: Names };
  newId: () => string;
  /** Of the fact in its stream, from 1; 0 while nothing is recorded. */
  place: number;
  /** Comments unanswered after this act, and all that were not withdrawn. */
  counts: { open: number; total: number };
};

/** The due day of one of the kind's rules, counted from `from`. Throws when the kind has no such rule. */
export function reckonRound(
  { kind, calendar, edition }: Pick<RoundSurroundings, 'kind' | 'calendar' | 'edition'>,
  rule: RoundRuleId,
  from: Day,
): Reckoning {
  const found = kind.rules[rule];
  if (!found) throw new Error(`rounds of the kind ${kind.id} have no rule ${rule}`);
  return reckon({ calendar, from, term: found.term, conventions: edition.counting });
}

type Owing = { rule: RoundRuleId; from: Day; creditor: Party | null; key?: string };

/** One of the kind's rules as an obligation of the body. */
export const owes = (around: RoundSurroundings, { rule, from, creditor, key }: Owing): Opening => ({
  id: around.newId(),
  key: key ?? rule,
  rule,
  debtor: { kind: 'body', id: around.body.id },
  creditor,
  reckoning: reckonRound(around, rule, from),
});

/** A step that the law times backward from an event, done by this very act: opened and discharged at once, late or not. */
export const doneNow = (around: RoundSurroundings, owing: Owing): Following => {
  if (!around.kind.rules[owing.rule]) return {};
  return { opens: [owes(around, owing)], closes: [{ key: owing.key ?? owing.rule, how: 'discharged' }] };
};

/** A key that the stream has not used: the rule, with a number where it recurs. */
export const freshKey = (rule: RoundRuleId, used: readonly string[]): string =>
  used.includes(rule) ? `${rule}#${used.filter((key) => ruleOfKey(key) === rule).length + 1}` : rule;
export const ruleOfKey = (key: string): string => key.replace(/[#:].*$/, '');

/** The open obligations of a rule, moved to the term counted from another day. */
export const movesOf = (around: RoundSurroundings, open: readonly string[], rule: RoundRuleId, from: Day): Move[] =>
  open.filter((key) => ruleOfKey(key) === rule).map((key) => ({ key, reckoning: reckonRound(around, rule, from) }));

export const closesOf = (
  open: readonly string[],
  rule: RoundRuleId,
  how: 'discharged' | 'released' = 'discharged',
): NonNullable<Following['closes']> => open.filter((key) => ruleOfKey(key) === rule).map((key) => ({ key, how }));
