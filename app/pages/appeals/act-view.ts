// What the form of an act needs to know: the case in short, and for each act what it asks with the guide's words and articles.
import { answersOf, askedOf, isExecuted } from '../../commands/appeals/answer';
import { draftIn } from '../../commands/appeals/drafted';
import { errandsFor } from '../../commands/appeals/answer-errand';
import { promisesOffered } from '../../commands/appeals/note-promises';
import { capOf } from '../../commands/appeals/propose-extension';
import type { Basis } from '../../../guide/schema';
import { earliestDecision, earliestHearing, whyNotBurden } from '../../core/burden';
import { workingDaysBetween } from '../../core/calendar';
import { addMonths, type Day } from '../../core/day';
import { eventsOf } from '../../core/event';
import { reckonRule, type Surroundings } from '../../core/owing';
import { suspensionOf } from '../../core/suspension';
import { promisesOf, type Promised } from '../../core/promise-finder';
import { originalOf } from '../../core/redaction';
import { isLate, standingOf } from '../../core/standing';
import type { Errand, Steps } from '../../core/steps';
import type { Viewer } from '../../core/viewer';
import type { CaseFacts } from '../../queries/case-facts';
import { filesOf } from '../../queries/case-files';
import { bodyTree, type BodyNode } from '../../queries/bodies';
import { ACCEPTED_FILES } from '../../queries/filing';
import { officialsAt, type Official } from '../../queries/officials';
import { sourceOf, type Source } from '../../queries/reasons';
import { templatesFor } from '../../queries/templates';
import { textFor, type Locale } from '../../text';
import type { World } from '../../world';
import { byline } from '../rounds/said';
import { draftView, type DraftView } from './draft-view';
import type { DueFacts } from './due';
import { refusalView } from '../respond';
import { aroundOf, type ActName } from './open-acts';
import { redactView, type RedactView } from './redact-view';
import { signerOf } from './signer';
import { filledFrom } from './template-fill';

/** Acts that say on which day somebody is heard. */
const HEARING_ACTS: readonly ActName[] = ['call-hearing', 'set-hearing'];
/** Acts whose form chooses a body. */
const WITH_BODIES: readonly ActName[] = ['redirect', 'redirect-part', 'give-errand'];

export type Named = { id: string; name: string; text: string; source: Source | null };
export type ActView = {
  act: ActName;
  number: string;
  subject: string;
  text: string;
  language: Locale;
  kindName: string;
  bodyId: string;
  registeredDay: Day;
  due: DueFacts;
  /** The name and post under which the viewer acts. */
  signer: string;
  outcome: string | null;
  /** What the body answered, for whoever judges it. */
  answer: { text: string; language: Locale; signer: string } | null;
  /** What may be redacted, and the part that was chosen. */
  redact: RedactView | null;
  /** Templates that fit the case, and the form as the chosen one fills it. */
  templates: { id: string; name: string; language: Locale }[];
  fromTemplate: Record<string, string> | null;
  /** The drafted answer, for whoever writes it anew or decides on it. */
  draft: DraftView | null;
  proposed: { reason: string; until: Day; officer: string } | null;
  officials: Official[];
  tree: BodyNode[];
  /** A complaint: the body above gets it, which discharges the duty to forward. */
  forwards: boolean;
  /** The guide allows an extension only where several holders of the information are involved. */
  severalHolders: boolean;
  cap: { day: Day; sources: Source[] } | null;
  reply: {
    asked: Named[];
    system: Named[];
    notReplies: Named[];
    outcomes: Named[];
    executeBy: Day | null;
    /** Exceptions that an act may state: why nobody was heard, why a complaint does not suspend it. */
    unheard: Named[];
    enforced: Named[];
  } | null;

  grounds: (Named & { deciders: string[] })[];
  /** Grounds on which the appeal may be returned. */
  returns: Named[];
  /** Notices that are to be handed over on paper, under the ids of their letters. */
  unserved: Named[];
  today: Day;
  accept: string;
  /** What the other party said that this step is about. */
  said: { what: 'defects' | 'intended' | 'file' | 'execution' | 'objections' | 'remarks'; text: string } | null;
  steps: Steps;
  /** What was asked of others and waits for an answer that the viewer may give. */
  errands: Errand[];
  /** Sentences of the answer that may be noted as promises. */
  offered: Promised[];
  external: { system: string; number: string } | null;
  /** Of a private case: its files, and between which days it may become public. */
  publicity: { day: Day | null; last: Day; files: { id: string; name: string; withheld: boolean }[] } | null;
  /** The first day on which a decision announced today may be given. */
  earliestDecision: Day | null;
  /** The same of an oral hearing that is told today. */
  earliestHearing: Day | null;
};

/** `templateId`: a template to fill the form with; `part`: what is to be redacted. */
type Asked = { act: ActName; locale: Locale; templateId?: string | null; part?: string | null };

/** Everything the form of `act` shows; parts that other acts need are left empty. */
export async function actView(
  world: World,
  viewer: Viewer,
  facts: CaseFacts,
  { act, locale, templateId = null, part = null }: Asked,
): Promise<ActView> {
  const { appeal } = facts;
  const around = aroundOf(world, facts);
  const { procedure, edition, calendar, today } = around;
  const texts = edition.texts[locale];
  const named = (group: string, id: string, bases: readonly Basis[] = []): Named => ({
    id,
    name: texts[`${group}.${id}.name`] ?? id,
    text: texts[`${group}.${id}.text`] ?? '',
    source: bases[0] ? sourceOf(edition, locale, bases[0]) : null,
  });
  const answers = act === 'answer' || act === 'draft-answer';
  const templates = answers ? await templatesFor(world, facts.appeal) : [];
  const template = templates.find(({ id }) => id === templateId);
  const signer = signerOf(viewer, facts.appeal.bodyId);
  const { number, language, kind, bodyId, registeredDay, proposed, dueDay, endedDay, provisional } = appeal;
  return {
    // Whoever acts is a party, and reads what was written.
    subject: originalOf(facts.events, 'subject') ?? appeal.subject,
    text: originalOf(facts.events, 'text') ?? appeal.text,
    ...{ act, number, language, bodyId, registeredDay, today, accept: ACCEPTED_FILES },
    said: saidBefore(act, facts),
    steps: appeal.steps,
    offered: offeredIn(act, around, facts),
    external: appeal.externalNumber ? { system: appeal.externalSystem ?? '', number: appeal.externalNumber } : null,
    publicity: act === 'set-publicity' ? publicityOf(facts, today, world) : null,
    redact: act === 'redact' ? redactView(world, facts, { part, locale }) : null,
    errands: act === 'answer-errand' ? errandsFor(viewer, appeal) : [],
    earliestDecision: act === 'call-hearing' && procedure.rules.hearing_notice ? earliestDecision(around) : null,
    earliestHearing: HEARING_ACTS.includes(act) ? earliestHearing(around) : null,
    returns: act === 'return' ? (procedure.cure?.grounds ?? []).map(({ id, basis }) => named('return', id, basis)) : [],
    unserved: (appeal.steps.unserved ?? []).map(({ letterId, notice }) => ({
      ...named('notice', notice),
      id: letterId,
    })),
    kindName: texts[`kind.${kind}.name`] ?? kind,
    due: {
      standing: standingOf(appeal, today),
      late: isLate(appeal, today),
      dueDay,
      endedDay,
      provisional,
      daysLeft: workingDaysBetween(calendar, today, dueDay),
    },
    signer,
    templates: templates.map(({ id, name, language: one }) => ({ id, name, language: one })),
    fromTemplate: template ? filledFrom(template, facts, { signer, today }) : null,
    outcome: appeal.outcome && named('outcome', appeal.outcome).name,
    answer: act === 'judge' ? answerIn(facts) : null,
    draft: act === 'draft-answer' || act === 'decide-draft' ? draftView(facts, around, locale) : null,
    proposed: proposed && {
      reason: proposed.reason,
      until: proposed.until,
      officer: byline(proposed.officer),
    },
    officials: act === 'assign' ? await officialsAt(world, bodyId, dueDay < today ? today : dueDay) : [],
    tree: WITH_BODIES.includes(act) ? await bodyTree(world, locale) : [],
    forwards: procedure.rules.forward !== undefined,
    severalHolders: procedure.extension.allowed && procedure.extension.only_if === 'several_holders',
    cap:
      act === 'extend' || act === 'decide-extension'
        ? {
            day: capOf(around, appeal),
            sources: procedure.extension.basis.map((basis) => sourceOf(edition, locale, basis)),
          }
        : null,
    reply: answers ? replyOf(around, named, (outcome) => notYet(appeal, around, { outcome, locale })) : null,
    grounds:
      act === 'terminate'
        ? procedure.termination_grounds.map(({ id, basis, decided_by }) => ({
            ...named('termination', id, basis),
            deciders: decided_by.map((who) => texts[`decider.${who}.name`] ?? who),
          }))
        : [],
  };
}

function publicityOf(facts: CaseFacts, today: Day, { guide }: World): ActView['publicity'] {
  const months = guide.inForceOn(today).filing?.public_later.months ?? 0;
  const files = [...filesOf(facts).values()].map(({ id, name, withheld }) => ({
    id,
    name: name ?? '',
    withheld: withheld === true,
  }));
  return { day: facts.appeal.publicDay, last: addMonths(today, months), files };
}

/** What the other party said that a step is about. */
function saidBefore(act: ActName, { appeal: { steps }, events }: CaseFacts): ActView['said'] {
  switch (act) {
    case 'cure':
      return steps.cure ? { what: 'defects', text: steps.cure.defects } : null;
    case 'object':
      return steps.hearing ? { what: 'intended', text: steps.hearing.text } : null;
    case 'give-file': {
      const asked = events.findLast((event) => event.type === 'appeal.file_asked');
      return asked ? { what: 'file', text: asked.payload.what } : null;
    }
    case 'set-hearing': {
      const objected = events.findLast((event) => event.type === 'appeal.objected');
      return objected ? { what: 'objections', text: objected.payload.text } : null;
    }
    case 'decide-remarks': {
      const remarks = eventsOf(events, 'appeal').filter((event) => event.type === 'appeal.protocol_remarked');
      const waiting = remarks.slice(-(steps.hearing?.remarks ?? 0));
      return waiting.length > 0
        ? { what: 'remarks', text: waiting.map(({ payload }) => payload.text).join('\n\n') }
        : null;
    }
    case 'judge-execution': {
      const executed = events.findLast((event) => event.type === 'appeal.executed');
      return executed ? { what: 'execution', text: executed.payload.text } : null;
    }
    default:
      return null;
  }
}

/** Sentences that may be promises: of the answer that was given, or of the draft before it is signed. */
function offeredIn(act: ActName, around: Surroundings, { appeal, events }: CaseFacts): Promised[] {
  if (act === 'note-promises') return promisesOffered(around, appeal, events);
  const draft = act === 'decide-draft' ? draftIn(appeal, events) : null;
  return draft ? promisesOf(draft, { given: around.today, calendar: around.calendar }) : [];
}

function answerIn({ events }: CaseFacts): ActView['answer'] {
  const given = events.find((event) => event.type === 'appeal.answered' || event.type === 'appeal.noted');
  if (!given) return null;
  const { text, language, signatory } = given.payload;
  return { text, language, signer: byline(signatory) };
}

type Name = (group: string, id: string, bases?: readonly Basis[]) => Named;

/** What keeps the outcome from being given today, told before the answer is written: nobody was heard, or its day has not come. */
function notYet(
  appeal: CaseFacts['appeal'],
  around: Surroundings,
  { outcome, locale }: { outcome: string; locale: Locale },
): string | null {
  const why = whyNotBurden(appeal, around, { outcome, unheard: null });
  if (!why) return null;
  const { what, now } = refusalView(textFor(locale), why);
  return [what, ...now.steps].join(' ');
}

const replyOf = (
  around: Surroundings,
  named: Name,
  notYetFor: (outcome: string) => string | null,
): ActView['reply'] => {
  const { procedure, today } = around;
  const asked = askedOf(procedure);
  return {
    asked: asked.map(({ id, basis }) => named('requirement', id, basis)),
    system: procedure.reply.requirements
      .filter(({ id }) => !asked.some((one) => one.id === id))
      .map(({ id, basis }) => named('requirement', id, basis)),
    notReplies: procedure.not_a_reply.map((id) => named('non_reply', id)),
    outcomes: answersOf(procedure).map(({ id, basis }) => {
      const outcome = named('outcome', id, basis);
      return { ...outcome, text: [outcome.text, notYetFor(id)].filter(Boolean).join(' ') };
    }),
    unheard: (procedure.hearing?.exceptions ?? []).map(({ id, basis }) => named('hearing_exception', id, basis)),
    enforced: (suspensionOf(around)?.exceptions ?? []).map(({ id, basis }) => named('suspension_exception', id, basis)),
    // The day by which an act of today has to be carried out, where an outcome leaves something to do.
    executeBy: answersOf(procedure).some(({ id }) => isExecuted(id, procedure))
      ? reckonRule(around, 'execute', today).due
      : null,
  };
};
