// One kind of consultation round as its page shows it: who may open it and who contributes, every number with its article, documents,
// gate, stages with what falls due in each, dispositions, how a council decides, worked examples. From the edition in force today.
import {
  NEUTRAL_QUESTIONS,
  STAGES,
  type Basis,
  type Edition,
  type Locale,
  type RoundKind,
  type RoundKindRules,
  type RoundRuleId,
  type Rounds,
  type Stage,
  type Start,
} from '../../guide/schema';
import { dayOf } from '../core/day';
import { isGathered, ruleIdsOf } from '../core/duty';
import { dueOf } from '../core/why';
import type { World } from '../world';
import { lawsOf, termView, wordOf, type Law, type TermView } from './guide';
import { reasonedDay, type ReasonedDay } from './reasons';

type Scene = { edition: Edition; rounds: Rounds; kind: RoundKindRules; locale: Locale };
type Named = { id: string; name: string; text: string };

const word = ({ edition, locale }: Scene, key: string): string => wordOf(edition, locale, key);
const laws = ({ edition, locale }: Scene, bases: readonly Basis[]): Law[] => lawsOf(edition, locale, bases);
const named = (scene: Scene, group: string, id: string): Named => ({
  id,
  name: word(scene, `${group}.${id}.name`),
  text: word(scene, `${group}.${id}.text`),
});

/** The stage in which what is counted from a day begins to be owed. */
const STAGE_OF: Partial<Record<Start, Stage>> = {
  hearing: 'announced',
  round_opened: 'open',
  contribution: 'open',
  round_closed: 'closed',
  council_view: 'council_view',
  decision_on_document: 'decision',
  stated_day: 'follow_up',
};

export type StepView = Named & {
  term: TermView;
  /** A day that somebody states: there is no length to show. */
  stated: boolean;
  opens: boolean;
  debtor: string;
  creditor: string;
  /** The duty that stands for it on desks and in reminders. */
  gathered: string | null;
  laws: Law[];
  stage: Stage | null;
};

function stepsOf(scene: Scene): StepView[] {
  const { edition, kind, locale } = scene;
  return (ruleIdsOf(edition, kind.id) as RoundRuleId[]).flatMap((id) => {
    const rule = kind.rules[id];
    if (!rule) return [];
    return [
      {
        ...named(scene, 'rule', id),
        term: termView(edition, locale, rule.term),
        stated: rule.term.from === 'stated_day',
        opens: rule.opens,
        debtor: word(scene, `party.${rule.debtor}.name`),
        creditor: word(scene, `party.${rule.creditor}.name`),
        gathered: rule.gathered_in ? word(scene, `rule.${rule.gathered_in}.name`) : null,
        laws: laws(scene, rule.basis),
        stage: rule.opens && !isGathered(rule) ? (STAGE_OF[rule.term.from] ?? null) : null,
      },
    ];
  });
}

/** What an answer has to show besides its words. */
export type Requirement = 'change' | 'changeWithoutDraft' | 'target' | 'reason';

const dispositionsOf = (scene: Scene) =>
  scene.rounds.dispositions.map(({ id, change, target, basis }) => {
    const requires: Requirement = change
      ? scene.kind.has_draft
        ? 'change'
        : 'changeWithoutDraft'
      : target
        ? 'target'
        : 'reason';
    const { name, text } = named(scene, 'disposition', id);
    // What the guide says of a change speaks of a draft.
    return { id, name, text: requires === 'changeWithoutDraft' ? null : text, requires, laws: laws(scene, basis) };
  });

/** Where a council has a word: it opens the round, its recommendations are answered, or it gives its view. */
function councilOf(scene: Scene) {
  const { hosts, contributors, has_council_view } = scene.kind;
  if (!has_council_view && contributors !== 'council' && !hosts.includes('council')) return null;
  const { quorum, adoption, recusal } = scene.rounds.council;
  return {
    quorum: { text: word(scene, 'quorum.text'), laws: laws(scene, quorum.basis) },
    adoption: { text: word(scene, 'adoption.text'), laws: laws(scene, adoption.basis) },
    recusal: { text: word(scene, 'recusal.text'), laws: laws(scene, recusal.basis) },
  };
}

export type RoundExample = {
  id: string;
  text: string;
  ruleName: string;
  term: TermView;
  from: ReasonedDay['date'];
  due: ReasonedDay['date'];
  provisional: boolean;
  days: ReasonedDay[];
  /** The same question as an address of the calculator. */
  query: string;
};

const examplesOf = (scene: Scene, { guide }: Pick<World, 'guide'>): RoundExample[] =>
  scene.rounds.examples
    .filter(({ kind }) => kind === scene.kind.id)
    .flatMap(({ id, kind, rule, from }) => {
      const { edition, locale } = scene;
      const answer = dueOf({ edition, calendar: guide.calendar, kind, rule, from });
      const known = scene.kind.rules[rule];
      if (!answer.ok || !known) return [];
      const { due, provisional, days } = answer.value;
      return [
        {
          id,
          text: word(scene, `example.${id}.text`),
          ruleName: word(scene, `rule.${rule}.name`),
          term: termView(edition, locale, known.term),
          ...{ from, due, provisional },
          days: days.map((day) => reasonedDay(edition, locale, day)),
          query: new URLSearchParams({ kind, rule, from }).toString(),
        },
      ];
    });

/** What people comment on: the draft, the materials of a hearing, or no text at all. */
const subjectOf = ({ has_draft, documents }: RoundKindRules): 'draft' | 'materials' | 'noDraft' => {
  if (!has_draft) return 'noDraft';
  return documents.some(({ role }) => role === 'draft') ? 'draft' : 'materials';
};

/** The kind of round in the edition in force today; null where that edition knows no rounds. */
export function roundKindView(world: Pick<World, 'guide' | 'now'>, id: RoundKind, locale: Locale) {
  const edition = world.guide.inForceOn(dayOf(world.now()));
  const { rounds } = edition;
  if (!rounds) return null;
  const kind = rounds.kinds[id];
  const scene: Scene = { edition, rounds, kind, locale };
  const steps = stepsOf(scene);
  return {
    ...named(scene, 'kind', id),
    id,
    edition: edition.id,
    laws: laws(scene, kind.basis),
    hosts: kind.hosts.map((host) => word(scene, `host.${host}.name`)),
    contributors: named(scene, 'contributors', kind.contributors),
    open: kind.contributors === 'everyone',
    subject: subjectOf(kind),
    periodMayDiffer: kind.period_may_differ,
    period: steps.find((step) => step.id === 'comment_period') ?? null,
    floor: steps.find((step) => step.id === 'comment_floor') ?? null,
    steps,
    documents: kind.documents.map(({ role, basis }) => ({
      ...named(scene, 'document', role),
      laws: laws(scene, basis),
    })),
    gate: kind.gate.map((check) => ({ ...named(scene, 'gate', check.id), laws: laws(scene, check.basis) })),
    neutral: kind.gate.some((check) => check.id === 'neutral')
      ? NEUTRAL_QUESTIONS.map((question) => word(scene, `neutral.${question}.text`))
      : [],
    stages: STAGES.filter((stage) => stage !== 'council_view' || kind.has_council_view).map((stage) => ({
      ...named(scene, 'stage', stage),
      steps: steps.filter((step) => step.stage === stage),
    })),
    dispositions: dispositionsOf(scene),
    fourEyes: { text: word(scene, 'four_eyes.text'), laws: laws(scene, rounds.four_eyes.basis) },
    council: councilOf(scene),
    examples: examplesOf(scene, world),
  };
}
export type RoundKindView = NonNullable<ReturnType<typeof roundKindView>>;

/** The kinds of round as a list: their time for comments, the answer to all of them, who opens them. */
export function roundKinds(world: Pick<World, 'guide' | 'now'>, locale: Locale) {
  const edition = world.guide.inForceOn(dayOf(world.now()));
  // The first basis is what a number rests on; models and the like come after it.
  const limit = (rule: RoundKindRules['rules'][RoundRuleId]) =>
    rule ? { term: termView(edition, locale, rule.term), laws: lawsOf(edition, locale, rule.basis.slice(0, 1)) } : null;
  return Object.values(edition.rounds?.kinds ?? {}).map(({ id, hosts, rules }) => ({
    id,
    name: wordOf(edition, locale, `kind.${id}.name`),
    text: wordOf(edition, locale, `kind.${id}.text`),
    hosts: hosts.map((host) => wordOf(edition, locale, `host.${host}.name`)),
    period: limit(rules.comment_period),
    answers: limit(rules.dispose),
  }));
}
