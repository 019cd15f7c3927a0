// One procedure of the guide as its page shows it: every step with its term, article and mark; what an answer must have; how it
// may end; what either party may do; the worked examples with every day they count.
import {
  SITUATIONS,
  type Basis,
  type Edition,
  type Kind,
  type Locale,
  type Procedure,
  type RuleId,
} from '../../guide/schema';
import { dayOf } from '../core/day';
import { dueOf } from '../core/why';
import type { World } from '../world';
import { lawsOf, termView, wordOf, type Law, type TermView } from './guide';
import { reasonedDay, type ReasonedDay } from './reasons';

type Scene = { edition: Edition; procedure: Procedure; locale: Locale };
type Named = { id: string; name: string; text: string };

const word = ({ edition, locale }: Scene, key: string) => wordOf(edition, locale, key);
const laws = ({ edition, locale }: Scene, bases: Parameters<typeof lawsOf>[2]): Law[] => lawsOf(edition, locale, bases);
const named = (scene: Scene, group: string, id: string): Named => ({
  id,
  name: word(scene, `${group}.${id}.name`),
  text: scene.edition.texts[scene.locale][`${group}.${id}.text`] ?? '',
});

function stepOf(scene: Scene, id: RuleId) {
  const rule = scene.procedure.rules[id];
  if (!rule) return null;
  return {
    ...named(scene, 'rule', id),
    term: termView(scene.edition, scene.locale, rule.term),
    opens: rule.opens,
    debtor: word(scene, `party.${rule.debtor}.name`),
    creditor: word(scene, `party.${rule.creditor}.name`),
    laws: laws(scene, rule.basis),
  };
}
export type StepView = NonNullable<ReturnType<typeof stepOf>>;

function extensionOf(scene: Scene) {
  const { extension } = scene.procedure;
  if (!extension.allowed) return { allowed: false as const, laws: laws(scene, extension.basis) };
  const { limit_rule, notice_rule, decided_by, reason_required, times, times_basis, only_if, basis } = extension;
  return {
    allowed: true as const,
    limit: stepOf(scene, limit_rule),
    notice: stepOf(scene, notice_rule),
    decidedBy: decided_by.map((id) => word(scene, `decider.${id}.name`)),
    reasonRequired: reason_required,
    times,
    timesLaws: laws(scene, times_basis),
    onlyIf: only_if ? word(scene, `only_if.${only_if}.name`) : null,
    laws: laws(scene, basis),
  };
}

function redirectOf(scene: Scene) {
  const { redirect } = scene.procedure;
  if (!redirect) return null;
  return {
    step: stepOf(scene, redirect.rule),
    notice: stepOf(scene, redirect.notice_rule),
    partial: redirect.partial,
    laws: laws(scene, redirect.basis),
  };
}

function cureOf(scene: Scene) {
  const { cure } = scene.procedure;
  return (
    cure && {
      laws: laws(scene, cure.basis),
      grounds: cure.grounds.map(({ id, rule, basis }) => ({
        ...named(scene, 'return', id),
        step: stepOf(scene, rule),
        laws: laws(scene, basis),
      })),
    }
  );
}

const exceptionsOf = (scene: Scene, group: string, of: readonly { id: string; basis: readonly Basis[] }[]) =>
  of.map(({ id, basis }) => ({ ...named(scene, group, id), laws: laws(scene, basis) }));

type Window = {
  n: number;
  unit: TermView['unit'];
  longer: { n: number; unit: TermView['unit']; laws: Law[] } | null;
  laws: Law[];
};

function windowOf(scene: Scene): Window | null {
  const window = scene.procedure.complaint_window;
  if (!window) return null;
  const { n, unit, basis, if_remedies_not_stated: longer } = window;
  return {
    n,
    unit,
    laws: laws(scene, basis),
    longer: longer && { n: longer.n, unit: longer.unit, laws: laws(scene, longer.basis) },
  };
}

/** What a party may do, grouped by where the case stands; the same step may stand in several groups. */
const nextOf = (scene: Scene, who: 'applicant' | 'body') =>
  scene.procedure.next
    .filter((step) => step.who === who)
    .map(({ id, when, basis }) => ({
      id,
      text: word(scene, `next.${id}.text`),
      when: SITUATIONS.filter((situation) => when.includes(situation)).map((situation) =>
        word(scene, `situation.${situation}.name`),
      ),
      laws: laws(scene, basis),
    }));

function remindersOf(scene: Scene) {
  const rule = scene.procedure.rules.decide;
  const plan = rule && scene.edition.reminder_plans[rule.reminders];
  if (!plan) return null;
  return {
    hour: plan.hour,
    points: plan.points.map(({ id, to }) => ({ ...named(scene, 'reminder', id), to })),
    laws: laws(scene, plan.basis),
  };
}

export type ExampleView = {
  id: string;
  text: string;
  ruleName: string;
  term: TermView;
  received: string | null;
  registered: string | null;
  from: string | null;
  start: ReasonedDay['date'];
  due: ReasonedDay['date'];
  provisional: boolean;
  days: ReasonedDay[];
  /** The same question as an address of the calculator. */
  query: string;
};

function examplesOf(scene: Scene, world: Pick<World, 'guide'>): ExampleView[] {
  const { edition, procedure, locale } = scene;
  return edition.examples
    .filter(({ kind }) => kind === procedure.id)
    .flatMap((example) => {
      const { id, kind, rule, received, registered, from } = example;
      const asked = { kind, rule, received, registered, from };
      const answer = dueOf({ edition, calendar: world.guide.calendar, ...asked });
      const term = procedure.rules[rule]?.term;
      if (!answer.ok || !term) return [];
      const { due, provisional, days, before, reckoning } = answer.value;
      const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
      return [
        {
          id,
          text: word(scene, `example.${id}.text`),
          ruleName: word(scene, `rule.${rule}.name`),
          term: termView(edition, locale, term),
          received: received ?? null,
          registered: registered ?? null,
          from: from ?? null,
          start: reckoning.from,
          due,
          provisional,
          days: [...before, ...days].map((day) => reasonedDay(edition, locale, day)),
          query: new URLSearchParams(given).toString(),
        },
      ];
    });
}

/** The procedure of `kind` in the edition in force today. */
export function procedureView(world: Pick<World, 'guide' | 'now'>, kind: Kind, locale: Locale) {
  const edition = world.guide.inForceOn(dayOf(world.now()));
  const procedure = edition.procedures[kind];
  const scene: Scene = { edition, procedure, locale };
  const steps = (Object.keys(procedure.rules) as RuleId[])
    .map((id) => stepOf(scene, id))
    .filter((step) => step !== null);
  return {
    ...named(scene, 'kind', kind),
    edition: edition.id,
    family: word(scene, `family.${procedure.family}.name`),
    filedWith: word(scene, `filed_with.${procedure.filed_with}.name`),
    laws: laws(scene, procedure.basis),
    main: stepOf(scene, 'decide'),
    steps,
    extension: extensionOf(scene),
    redirect: redirectOf(scene),
    cure: cureOf(scene),
    hearing: procedure.hearing && {
      required: procedure.hearing.required,
      step: stepOf(scene, 'hearing_notice'),
      laws: laws(scene, procedure.hearing.basis),
      exceptions: exceptionsOf(scene, 'hearing_exception', procedure.hearing.exceptions),
    },
    suspension: procedure.suspension && {
      text: word(scene, 'suspension.text'),
      exceptions: exceptionsOf(scene, 'suspension_exception', procedure.suspension.exceptions),
      laws: laws(scene, [...procedure.suspension.basis, ...procedure.suspension.until_basis]),
    },
    requirements: procedure.reply.requirements.map(({ id, given_by, basis }) => ({
      ...named(scene, 'requirement', id),
      byOfficial: given_by === 'official',
      laws: laws(scene, basis),
    })),
    notReplies: procedure.not_a_reply.map((id) => named(scene, 'non_reply', id)),
    outcomes: procedure.outcomes.map(({ id, ends_as, basis }) => ({
      ...named(scene, 'outcome', id),
      ending: word(scene, `ending.${ends_as}.name`),
      laws: laws(scene, basis),
    })),
    grounds: procedure.termination_grounds.map(({ id, decided_by, basis }) => ({
      ...named(scene, 'termination', id),
      decidedBy: decided_by.map((one) => word(scene, `decider.${one}.name`)),
      laws: laws(scene, basis),
    })),
    overdue: { ...named(scene, 'overdue', procedure.overdue.status), laws: laws(scene, procedure.overdue.basis) },
    escalation: procedure.escalation.map(({ id, basis }) => ({
      ...named(scene, 'escalation', id),
      laws: laws(scene, basis),
    })),
    window: windowOf(scene),
    next: { applicant: nextOf(scene, 'applicant'), body: nextOf(scene, 'body') },
    reminders: remindersOf(scene),
    examples: examplesOf(scene, world),
  };
}
