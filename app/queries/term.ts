// A question about a term as an address asks it (`kind=application&received=…`, or plainly `from=…&term=15wd`), read and
// answered. Behind the calculator page and GET /api/v1/term, which therefore can't disagree. Bad input is a value that names the field.
import type { AnyRuleId, Basis, Edition, Guide, Start } from '../../guide/schema';
import { isDay, type Day } from '../core/day';
import { ANY_RULES, kindsOf, ruleIdsOf, ruleOf, type AnyKind } from '../core/duty';
import { instantOfMoment, parseMoment, type LocalMoment, type Receipt, type Span, type TermDay } from '../core/term';
import { calculate, dueOf } from '../core/why';

export const PARAMETERS = ['kind', 'rule', 'received', 'registered', 'from', 'term'] as const;
export type Parameter = (typeof PARAMETERS)[number];
export type Asked = Partial<Record<Parameter, string>>;

export type TermProblemCode =
  | 'unknown'
  | 'not_in_procedure'
  | 'form'
  | 'too_long'
  | 'needed'
  | 'before_received'
  | 'not_of_round'
  | 'not_together'
  | 'repeated'
  | 'parameter';
/** `allowed`: what could stand there, where that is a list. */
export type TermProblem = { field: string; code: TermProblemCode; allowed: readonly string[] };

export type TermAnswer = {
  edition: Edition;
  /** Whether that edition was in force on the first day; before the first edition its rules are applied all the same. */
  inForce: boolean;
  /** The step asked about; null for a plain term. */
  step: { kind: AnyKind; rule: AnyRuleId; from: Start } | null;
  receipt: (Receipt & { at: LocalMoment }) | null;
  registered: Day | null;
  start: Day;
  term: Span;
  due: Day;
  provisional: boolean;
  /** From receipt (or the start) to the due day, none left out. */
  days: TermDay[];
  basis: Basis[];
};
export type TermOutcome = { ok: true; value: TermAnswer } | { ok: false; problem: TermProblem };

const problem = (field: string, code: TermProblemCode, allowed: readonly string[] = []): TermOutcome => ({
  ok: false,
  problem: { field, code, allowed },
});

/** The edition in force on a day, else the one that was in force first. */
function editionOn(guide: Guide, day: Day | undefined): { edition: Edition; inForce: boolean } {
  const [first] = guide.editions;
  if (!first) throw new Error('the guide has no edition');
  const inForce = day !== undefined && day >= first.in_force_from;
  return { edition: guide.inForceOn(inForce ? day : first.in_force_from), inForce };
}

/** The first day that the question names, if it is one. */
function firstDay({ received, registered, from }: Asked): Day | undefined {
  const moment = received === undefined ? null : parseMoment(received);
  return [from, registered, moment?.ok ? moment.value.day : undefined].find(
    (day) => day !== undefined && isDay(day),
  ) as Day | undefined;
}

/** Answers, or says which field is wrong and how. Both ways of asking in one question is a problem too. */
export function answerTerm({ guide }: { guide: Guide }, asked: Asked): TermOutcome {
  return asked.term === undefined ? stepTerm(guide, asked) : plainTerm(guide, asked);
}

function plainTerm(guide: Guide, { term = '', from, ...others }: Asked): TermOutcome {
  const stray = PARAMETERS.find((name) => name in others && others[name as keyof typeof others] !== undefined);
  if (stray) return problem(stray, 'not_together');
  if (from === undefined) return problem('from', 'needed');
  const { edition, inForce } = editionOn(guide, firstDay({ from }));
  const answer = calculate({ edition, calendar: guide.calendar, from, term });
  if (!answer.ok) return problem(answer.problem.field, answer.problem.code);
  const { from: start, term: span, due, provisional, days, basis } = answer.value;
  return {
    ok: true,
    value: {
      edition,
      inForce,
      step: null,
      receipt: null,
      registered: null,
      start,
      term: span,
      due,
      provisional,
      days,
      basis,
    },
  };
}

function stepTerm(guide: Guide, asked: Asked): TermOutcome {
  const { kind, rule, received, registered, from } = asked;
  const { edition, inForce } = editionOn(guide, firstDay(asked));
  if (kind === undefined)
    return problem(from === undefined ? 'kind' : 'term', 'needed', from === undefined ? kindsOf(edition) : []);
  const answer = dueOf({ edition, calendar: guide.calendar, kind, rule, received, registered, from });
  if (!answer.ok) return problem(...faultOf(answer.problem, edition, kind));
  const { value } = answer;
  const known = ruleOf(edition, value.kind, value.rule);
  if (!known) throw new Error(`the edition lost the rule ${value.rule}`);
  const { receipt } = value;
  return {
    ok: true,
    value: {
      edition,
      inForce,
      step: { kind: value.kind, rule: value.rule, from: known.term.from },
      receipt: receipt && { ...receipt, at: { day: receipt.receivedDay, time: receipt.receivedTime } },
      registered: value.registered,
      start: value.reckoning.from,
      term: value.reckoning.term,
      due: value.due,
      provisional: value.provisional,
      days: [...value.before, ...value.days],
      basis: value.basis,
    },
  };
}

type Fault = { field: Parameter; code: TermProblemCode };

/** What a lawyer would be told to give: the day of receipt where the registration follows from it; what else could stand there. */
function faultOf({ field, code }: Fault, edition: Edition, kind: string): [string, TermProblemCode, readonly string[]] {
  if (field === 'kind') return [field, code, kindsOf(edition)];
  if (field === 'rule') {
    const rules = ruleIdsOf(edition, kind);
    return [field, code, rules.length > 0 ? rules : ANY_RULES];
  }
  return [field === 'registered' && code === 'needed' ? 'received' : field, code, []];
}

/** A local moment with its offset from UTC: '2026-03-21T11:20+05:00'. */
export function momentText(at: LocalMoment): string {
  const wall = Date.parse(`${at.day}T${at.time}:00Z`);
  const minutes = Math.round((wall - instantOfMoment(at)) / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.day}T${at.time}${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}
