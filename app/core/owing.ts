// The bricks of consequences: how a rule of the procedure becomes an obligation, how a step that is done in the very act it is
// owed for is opened and discharged at once, how a case's end closes what is open. Pure; used by core/consequences.
import type { Calendar, Edition, Procedure, RuleId, SetDuty } from '../../guide/schema';
import { MAIN_CLOCK, type Appeal } from './appeal';
import { daysBetween, type Day, type Instant } from './day';
import type { Actor, EventType, FactOf } from './event';
import type { LetterOrder } from './letter';
import type { Names } from './shape';
import type { Closing, Move, Opening, Party } from './obligation';
import { reckon, type Reckoning } from './term';
import type { Role } from './viewer';

export type { Names };
export type Surroundings = {
  edition: Edition;
  procedure: Procedure;
  calendar: Calendar;
  now: Instant;
  today: Day;
  actor: Actor;
  body: { id: string; names: Names };
  /** The other body of a redirect: the receiver's side seen from the sender, the sender's from the receiver. */
  other: { id: string; names: Names } | null;
  newId: () => string;
  /** Of the fact in its stream, from 1: what is said of two facts of one instant has two keys by it. 0 while nothing is recorded. */
  place: number;
};
export type Consequence = { opens: Opening[]; moves: Move[]; closes: Closing[]; letters: LetterOrder[] };

export type Following = Partial<Consequence>;
/** Keys of a stream's obligations: those open, and all there ever were. */
export type Keys = { open: readonly string[]; used: readonly string[] };

const ruleOf = (procedure: Procedure, rule: RuleId) => {
  const found = procedure.rules[rule];
  if (!found) throw new Error(`procedure ${procedure.id} has no rule ${rule}`);
  return found;
};

/** The due day of one of the procedure's rules, counted from `from`. */
export const reckonRule = (
  { procedure, calendar, edition }: Pick<Surroundings, 'procedure' | 'calendar' | 'edition'>,
  rule: RuleId,
  from: Day,
): Reckoning => reckon({ calendar, from, term: ruleOf(procedure, rule).term, conventions: edition.counting });

/** The longest an extended term may run, decided on `today`: counted from that day, or from the due day where the law says so. */
export function extensionLimit(around: Surroundings, dueDay: Day): Reckoning | null {
  const { extension, rules } = around.procedure;
  if (!extension.allowed) return null;
  const from = rules[extension.limit_rule]?.term.from === 'due' ? dueDay : around.today;
  return reckonRule(around, extension.limit_rule, from);
}

/** The duty to register what came after hours or on a day off: the next working day (APPC 64(3)), with its reasons. */
export function reckonNextDay(
  { procedure, calendar, edition }: Pick<Surroundings, 'procedure' | 'calendar' | 'edition'>,
  from: Day,
): Reckoning {
  const { term } = ruleOf(procedure, 'register');
  return reckon({ calendar, from, term: { ...term, n: term.n + 1 }, conventions: edition.counting });
}

/** One of the procedure's rules as an obligation between the body and the applicant. */
export const opening = (around: Surroundings, rule: RuleId, from: Day, applicant: Party): Opening => {
  const body: Party = { kind: 'body', id: around.body.id };
  const { debtor, creditor } = ruleOf(around.procedure, rule);
  const partyOf = (side: 'body' | 'applicant') => (side === 'body' ? body : applicant);
  return {
    id: around.newId(),
    key: rule,
    rule,
    debtor: partyOf(debtor),
    creditor: partyOf(creditor),
    reckoning: reckonRule(around, rule, from),
  };
};

/** A day that somebody set: no rule counts it, and the reckoning says from which day to which. */
export function setReckoning({ today, calendar, edition }: Surroundings, until: Day): Reckoning {
  const term = { n: daysBetween(today, until), unit: 'calendar_day', direction: 'forward', roll: 'none' } as const;
  return reckon({ calendar, from: today, term, conventions: edition.counting });
}

/** A duty whose day somebody set, owed to the body. */
export function setDuty(
  around: Surroundings,
  { duty, debtor, until }: { duty: SetDuty; debtor: Party; until: Day },
): Opening {
  const id = around.newId();
  return {
    ...{ id, key: `${duty}:${id}`, rule: duty, debtor, creditor: { kind: 'body', id: around.body.id } },
    reckoning: setReckoning(around, until),
  };
}

/** A step done in the very act that the law times: the duty opens and is discharged by the same event, late or not. */
export const stepDone = (around: Surroundings, rule: RuleId | undefined, from: Day, applicant: Party): Following => {
  if (!rule || !around.procedure.rules[rule]) return {};
  return { opens: [opening(around, rule, from, applicant)], closes: [{ key: rule, how: 'discharged' }] };
};

export const both = (...parts: Following[]): Following => ({
  opens: parts.flatMap((part) => part.opens ?? []),
  moves: parts.flatMap((part) => part.moves ?? []),
  closes: parts.flatMap((part) => part.closes ?? []),
  letters: parts.flatMap((part) => part.letters ?? []),
});

/** Ends the case: the main clock by `how`; whatever else is still open is no longer owed, but of a case that was decided access to its file and the decision on remarks. */
export const ended = (open: readonly string[], how: Closing['how']): Closing[] =>
  open
    .filter((key) => how === 'released' || !(isFileAccess(key) || isOnRemarks(key)))
    .map((key) => ({ key, how: key === MAIN_CLOCK ? how : 'released' }));

const FILE: RuleId = 'file_access';
/** Each request to see the file is a duty of its own, which the end of the case leaves standing (APPC 75(1)). */
export const fileKey = (id: string): string => `${FILE}:${id}`;
const EXECUTE: RuleId = 'execute';
/** The execution of an act: owed anew once a complaint that suspended it has ended. */
export const isExecution = (key: string): boolean => key === EXECUTE || key.startsWith(`${EXECUTE}:`);
const REMARKS: RuleId = 'remarks_decision';
/** The decision on remarks on the protocol: once for all that wait (APPC 74(6)). */
export const isOnRemarks = (key: string): boolean => key === REMARKS || key.startsWith(`${REMARKS}:`);
export const isFileAccess = (key: string): boolean => key.startsWith(`${FILE}:`);

export type AppealEventType = Extract<EventType, `appeal.${string}`>;
/** What follows from each type of event: given the fact, the state before it, what surrounds it, and the keys of open obligations. */
export type Consequences = {
  [T in AppealEventType]: (
    fact: FactOf<T>,
    appeal: Appeal | null,
    around: Surroundings,
    open: readonly string[],
  ) => Following;
};

/** Who opens the body's post; who answers for it. */
export const INTAKE: readonly Role[] = ['registrar'];
export const HEADS: readonly Role[] = ['approver'];

/** What every letter about a case says of it. */
export const about = (appeal: Pick<Appeal, 'number' | 'subject' | 'edition' | 'kind'>, body: { names: Names }) => ({
  number: appeal.number,
  title: appeal.subject,
  path: `/appeals/${appeal.number}`,
  edition: appeal.edition,
  procedure: appeal.kind,
  body: body.names,
});

/** The state before an event that is not the filing. */
export const present = (appeal: Appeal | null): Appeal => {
  if (!appeal) throw new Error('an event before the filing');
  return appeal;
};
