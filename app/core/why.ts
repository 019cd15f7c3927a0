/**
 * When is this due, and why that day? The one function behind npm run why, GET /api/v1/term, the calculator page and the
 * commands that open obligations. It promises: the same facts and edition always give the same answer with its articles.
 */
import type { AnyRuleId, Basis, Calendar, Edition } from '../../guide/schema';
import { dayStatus } from './calendar';
import { addDays, isDay, type Day, type TimeOfDay } from './day';
import { ANY_RULES, kindsOf, nounOf, ruleOf, type AnyKind, type AnyRule } from './duty';
import {
  ledgerOf,
  parseMoment,
  parseTerm,
  receive,
  reckon,
  type Answer,
  type LocalMoment,
  type Problem,
  type Receipt,
  type Reckoning,
  type Span,
  type TermDay,
} from './term';

export type Due = {
  kind: AnyKind;
  rule: AnyRuleId;
  edition: string;
  /** Local day and time of receipt 'YYYY-MM-DDTHH:MM', when it was given. */
  received: string | null;
  registered: Day | null;
  receipt: Receipt | null;
  due: Day;
  provisional: boolean;
  /** What an obligation stores. */
  reckoning: Reckoning;
  days: TermDay[];
  /** The days from receipt up to registration, none of them counted; empty when registered on the day of receipt. */
  before: TermDay[];
  basis: Basis[];
};
export type Calculation = {
  from: Day;
  term: Span;
  due: Day;
  provisional: boolean;
  reckoning: Reckoning;
  days: TermDay[];
  basis: Basis[];
};

const refuse = (field: Problem['field'], code: Problem['code']): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { field, code },
});

/** What is asked of an appeal when no rule is named. */
const USUAL: AnyRuleId = 'decide';

/**
 * The due day of a rule of an appeal or of a round. Give `received` (a local moment or its text) or `registered` for rules counted
 * from them, `from` for every other start (decision, extension, hearing, a round's last day ...); `from` prevails. Without `rule` the
 * decision of an appeal is meant; a round's has to be named. Refuses: unknown kind or rule, a rule the procedure has not, a malformed
 * day, `needed` when the rule or the start it counts from is not given, `not_of_round` for a receipt where nothing is received.
 */
export function dueOf(input: {
  edition: Edition;
  kind: string;
  rule?: string;
  calendar: Calendar;
  workdayEnd?: TimeOfDay;
  received?: string | LocalMoment;
  registered?: string;
  from?: string;
}): Answer<Due> {
  const { edition, calendar } = input;
  const kind = kindsOf(edition).find((id) => id === input.kind);
  if (!kind) return refuse('kind', 'unknown');
  const asked = input.rule ?? (nounOf(kind) === 'appeal' ? USUAL : null);
  if (asked === null) return refuse('rule', 'needed');
  const ruleId = ANY_RULES.find((id) => id === asked);
  if (!ruleId) return refuse('rule', 'unknown');
  const rule = ruleOf(edition, kind, ruleId);
  if (!rule) return refuse('rule', 'not_in_procedure');
  if (nounOf(kind) !== 'appeal' && input.received !== undefined) return refuse('received', 'not_of_round');
  if (nounOf(kind) !== 'appeal' && input.registered !== undefined) return refuse('registered', 'not_of_round');

  const { registered: registeredText, from: fromText } = input;
  if (registeredText !== undefined && !isDay(registeredText)) return refuse('registered', 'form');
  if (fromText !== undefined && !isDay(fromText)) return refuse('from', 'form');
  const moment = typeof input.received === 'string' ? parseMoment(input.received) : null;
  if (moment && !moment.ok) return moment;
  const at = moment ? moment.value : typeof input.received === 'object' ? input.received : null;

  const { workweek } = edition.counting;
  const workdayEnd = input.workdayEnd ?? edition.body_defaults.workday_end;
  const receipt = at ? receive({ calendar, at, workdayEnd, workweek }) : null;
  if (receipt && registeredText !== undefined && registeredText < receipt.receivedDay)
    return refuse('registered', 'before_received');
  const registered = registeredText ?? receipt?.registeredDay ?? null;

  const start = fromText ?? startDay(rule, receipt, registered);
  if (start === null) return refuse(missingStart(rule), 'needed');
  const late = ruleId === 'register' && receipt !== null && receipt.why !== 'in_hours';
  const term = late ? { ...spanOf(rule), n: rule.term.n + 1 } : spanOf(rule);
  const reckoning = reckon({ calendar, from: start, term, conventions: edition.counting });
  const fromReceipt =
    receipt !== null && rule.term.from === 'registration' && fromText === undefined && registeredText === undefined;
  const waited = fromReceipt && receipt.registeredDay !== receipt.receivedDay;
  const registerBasis = ruleOf(edition, kind, 'register')?.basis ?? [];
  return {
    ok: true,
    value: {
      kind,
      rule: ruleId,
      edition: edition.id,
      received: receipt ? `${receipt.receivedDay}T${receipt.receivedTime}` : null,
      registered,
      receipt,
      due: reckoning.due,
      provisional: reckoning.provisional || (fromReceipt && receipt.provisional),
      reckoning,
      before: waited ? waitingDays(calendar, receipt, workweek) : [],
      days: ledgerOf(reckoning),
      basis: waited ? [...rule.basis, ...registerBasis] : rule.basis,
    },
  };
}

function waitingDays(calendar: Calendar, receipt: Receipt, workweek: readonly number[]): TermDay[] {
  const days: TermDay[] = [];
  for (let date = receipt.receivedDay; date < receipt.registeredDay; date = addDays(date, 1)) {
    const { why, name, basis } = dayStatus(calendar, date, workweek);
    days.push({ date, counts: false, number: null, why, name, basis });
  }
  return days;
}

function startDay(rule: AnyRule, receipt: Receipt | null, registered: Day | null): Day | null {
  switch (rule.term.from) {
    case 'registration':
      return registered;
    case 'receipt':
      return receipt?.receivedDay ?? null;
    default:
      return null;
  }
}

function missingStart(rule: AnyRule): Problem['field'] {
  if (rule.term.from === 'registration') return 'registered';
  return rule.term.from === 'receipt' ? 'received' : 'from';
}

/** A rule's term as `reckon` takes it. */
export function spanOf(rule: AnyRule): Span {
  const { n, unit, direction, roll } = rule.term;
  return { n, unit, direction, roll };
}

/** The plain calculator: a day and a term such as 15wd, 15d, 2mo or -3wd, counted by the edition's conventions. */
export function calculate(input: {
  edition: Edition;
  calendar: Calendar;
  from: string;
  term: string;
}): Answer<Calculation> {
  if (!isDay(input.from)) return refuse('from', 'form');
  const term = parseTerm(input.term);
  if (!term.ok) return term;
  const { counting } = input.edition;
  const reckoning = reckon({ calendar: input.calendar, from: input.from, term: term.value, conventions: counting });
  const basis = term.value.roll === 'none' ? [counting.start_basis] : [counting.start_basis, counting.roll_basis];
  const { from, due, provisional } = reckoning;
  return { ok: true, value: { from, term: term.value, due, provisional, reckoning, days: ledgerOf(reckoning), basis } };
}
