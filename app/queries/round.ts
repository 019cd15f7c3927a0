// One round as its page shows it: what is asked and by whom, where it stands, its clocks, what was looked at before it opened, what the
// council said, what was decided and promised. A plain view in the reader's words; texts of the round in one of the state languages.
import {
  STAGES,
  STATE_LANGUAGES,
  type GateCheck,
  type Locale,
  type RoundKind,
  type Stage,
  type StateLanguage,
} from '../../guide/schema';
import type { Day } from '../core/day';
import { PROTOCOL, protocolOwed } from '../core/hearing';
import type { ScoreLine } from '../core/round-event';
import type { RoundStage } from '../core/stage';
import { saidIn, type Said } from '../core/said';
import type { Attachment } from '../core/shape';
import type { World } from '../world';
import { dutiesOf, periodOf, rulesOf, silenceOf, type Period, type RoundDuty, type Who } from './round-clock';
import type { RoundFacts } from './round-facts';
import { citation, sourceOf, type Source } from './reasons';

export type StageView = { id: Stage; name: string; state: 'done' | 'now' | 'next'; day: Day | null };
export type GateLine = Pick<ScoreLine, 'passed' | 'facts'> & {
  check: GateCheck;
  name: string;
  text: string;
  sources: Source[];
  /** Documents that were not there, by name; with the language where only one text was. */
  missing: { name: string; language: StateLanguage | null }[];
  waiver: { reason: string; by: Who } | null;
};
export type RoundView = {
  id: string;
  number: string;
  title: Said;
  kind: RoundKind;
  kindName: string;
  stage: RoundStage;
  stageName: string;
  stageText: string;
  stages: StageView[];
  today: Day;
  body: { id: string; slug: string; name: string };
  council: string | null;
  topic: string;
  regions: string[];
  edition: string;
  summary: Said;
  decides: Said;
  fixed: Said;
  contact: string;
  openedDay: Day | null;
  openedBy: Who | null;
  /** Whether comments are taken today, and from whom in rounds of this kind. */
  open: boolean;
  contributors: 'everyone' | 'council' | 'organisation';
  contributorsName: string;
  contributorsText: string;
  period: Period;
  duties: RoundDuty[];
  silence: RoundDuty[];
  hearing: HearingView | null;
  gate: GateLine[];
  counts: { open: number; total: number };
  side: RoundFacts['side'];
  chain: { events: number; hash: string };
};
export type HearingView = {
  day: Day;
  time: string;
  place: string;
  held: {
    day: Day;
    present: number;
    chair: string;
    protocol: Said;
    files: Pick<Attachment, 'id' | 'name' | 'size'>[];
    by: Who;
  } | null;
  /** The day has come and the protocol that the law asks for is not there: where it says so. */
  owed: { label: string; href: string } | null;
};

const who = ({ name, post }: Who): Who => ({ name, post });

/** The view of a loaded round. `lang`: the state language in which its own texts are read. */
export function roundView(
  world: Pick<World, 'guide'>,
  facts: RoundFacts,
  { locale, lang }: { locale: Locale; lang: StateLanguage },
): RoundView {
  const { round, today, stage, counts, body, council, side, chain, open } = facts;
  const { edition, kind } = rulesOf(world, facts);
  const texts = edition.texts[locale];
  const { settings } = round;
  const duties = dutiesOf({ world, facts, locale });
  return {
    ...{ id: round.id, number: round.number, kind: round.kind, edition: round.edition },
    ...{ stage, today, counts, side, chain, open },
    title: saidIn(settings.title, lang),
    kindName: texts[`kind.${round.kind}.name`] ?? round.kind,
    stageName: texts[`stage.${stage}.name`] ?? stage,
    stageText: texts[`stage.${stage}.text`] ?? '',
    stages: stagesOf(facts, { locale, edition, hasCouncilView: kind.has_council_view }),
    body: { id: round.bodyId, slug: body.slug, name: body.names[locale] },
    council: council?.[locale] ?? null,
    ...{ topic: settings.topic, regions: settings.regions, contact: settings.contact },
    summary: saidIn(settings.summary, lang),
    decides: saidIn(settings.decides, lang),
    fixed: saidIn(settings.fixed, lang),
    openedDay: round.openedDay,
    openedBy: round.openedBy && who(round.openedBy),
    contributors: kind.contributors,
    contributorsName: texts[`contributors.${kind.contributors}.name`] ?? kind.contributors,
    contributorsText: texts[`contributors.${kind.contributors}.text`] ?? '',
    period: periodOf({ world, facts, locale, lang }),
    duties,
    silence: silenceOf(duties),
    hearing: hearingOf(facts, { kind, edition, locale, lang }),
    gate: (round.scorecard ?? []).map(({ check, passed, facts: figures, waiver }) => ({
      ...{ check, passed, facts: figures },
      name: texts[`gate.${check}.name`] ?? check,
      text: texts[`gate.${check}.text`] ?? '',
      sources: (kind.gate.find(({ id }) => id === check)?.basis ?? []).map((one) => sourceOf(edition, locale, one)),
      missing: missingIn(figures, texts),
      waiver: waiver && { reason: waiver.reason, by: who(waiver.signatory) },
    })),
  };
}

/** The gate notes documents as 'draft:kk', or 'draft' where both texts were missing. */
const missingIn = ({ missing }: ScoreLine['facts'], texts: Readonly<Record<string, string>>): GateLine['missing'] =>
  String(missing ?? '')
    .split(' ')
    .filter(Boolean)
    .map((noted) => {
      const [role = '', language] = noted.split(':');
      return {
        name: texts[`document.${role}.name`] ?? role,
        language: STATE_LANGUAGES.find((one) => one === language) ?? null,
      };
    });

type Heard = ReturnType<typeof rulesOf> & { locale: Locale; lang: StateLanguage };

function hearingOf({ round, today }: RoundFacts, { kind, edition, locale, lang }: Heard): HearingView | null {
  const planned = round.settings.hearing;
  if (!planned && !round.hearing) return null;
  const owed = protocolOwed(round, kind);
  return {
    day: planned?.day ?? round.hearing?.day ?? round.settings.opensDay,
    time: planned?.time ?? '',
    place: planned?.place ?? '',
    held: round.hearing && {
      ...{ day: round.hearing.day, present: round.hearing.present, chair: round.hearing.chair },
      protocol: saidIn(round.hearing.protocol, lang),
      files: (round.hearing.files ?? []).map(({ id, name, size }) => ({ id, name, size })),
      by: who(round.hearing.signatory),
    },
    owed: owed && owed <= today ? citation(edition, locale, PROTOCOL) : null,
  };
}

type Staged = { locale: Locale; edition: ReturnType<World['guide']['edition']>; hasCouncilView: boolean };

/** The stages of this round in the guide's order: those it went through or still may, with the day each is known by. */
function stagesOf({ round, stage, owed }: RoundFacts, { locale, edition, hasCouncilView }: Staged): StageView[] {
  const at = stage === 'preparing' ? -1 : STAGES.indexOf(stage);
  const dueOf = (rule: string): Day | null => owed.find((one) => one.rule === rule)?.dueDay ?? null;
  const { opensDay, closesDay, followUpDay } = round.settings;
  const days: Record<Stage, Day | null> = {
    announced: round.openedDay,
    open: opensDay,
    closed: closesDay,
    analysis: null,
    replies: dueOf('dispose'),
    council_view: round.view?.day ?? null,
    decision: round.decision?.day ?? null,
    outcome_published: round.outcome?.day ?? dueOf('publish_outcome'),
    follow_up: followUpDay ?? owed.find(({ rule }) => rule === 'commitment')?.dueDay ?? null,
  };
  const mayCome = (id: Stage): boolean => {
    if (id === stage) return true;
    if (id === 'council_view') return round.view !== null || (hasCouncilView && at < STAGES.indexOf(id));
    if (id === 'follow_up') return days.follow_up !== null;
    return true;
  };
  // What was promised and reported on lies behind a round that rests with its outcome.
  const isDone = (id: Stage) => STAGES.indexOf(id) < at || (id === 'follow_up' && stage === 'outcome_published');
  return STAGES.filter(mayCome).map((id) => ({
    id,
    name: edition.texts[locale][`stage.${id}.name`] ?? id,
    state: id === stage ? 'now' : isDone(id) ? 'done' : 'next',
    day: days[id],
  }));
}
