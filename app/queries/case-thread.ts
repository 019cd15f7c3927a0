// The thread of a case: its events in order as the page tells them, each with just what this viewer may see. A hidden name is
// left out here, proposals are for the parties, and the passing of the due day comes from the facts, not from a worker's record.
import type { Edition, Locale, Procedure } from '../../guide/schema';
import type { Verdict } from '../core/appeal';
import { inPlaceOf } from '../core/acting';
import { addDays, instantOf, type Day, type Instant } from '../core/day';
import { eventsOf, type ErasureGround, type EventOf, type FactOf, type Signatory } from '../core/event';
import type { Viewer } from '../core/viewer';
import type { CaseFacts } from './case-facts';
import { isByApplicant } from './case-sides';
import { correctedTold, type CorrectedTold } from './case-corrected';
import { filesOf, type CaseFile } from './case-files';
import { linkedView, type Linked } from './case-links';
import { sourceOf, type Source } from './reasons';
import { statedWithLaw } from './stated-parts';
import { besideTold, stepTold, type ToldStep } from './case-steps';

/** `actingFor`: the colleague in whose place it was done. */
export type Who = { name: string; post: string | null; actingFor?: string | null };
export type Part = { id: string; label: string; text: string; source: Source | null };
export type Reply = {
  outcome: string;
  outcomeText: string;
  language: Locale;
  text: string;
  parts: Part[];
  signatory: Who;
  drafter: Who | null;
};

type Told =
  | {
      type: 'filed';
      arrivedBy: 'filing' | 'redirect' | 'forwarding';
      from: Linked | null;
      about: Linked | null;
      /** The case that it is filed again after. */
      after: Linked | null;
      text: string;
      language: Locale;
      registeredDay: Day;
      registeredText: string;
    }
  | { type: 'accepted' }
  | { type: 'assigned'; official: Who }
  | { type: 'redirected'; to: Linked; reason: string; forwarded: boolean; part: string | null }
  | { type: 'extension_proposed' | 'extended'; reason: string; until: Day; was: Day }
  | { type: 'extension_declined'; reason: string }
  | ({ type: 'answered' | 'noted' } & Reply)
  | { type: 'terminated'; ground: string; groundText: string; text: string; signatory: Who; source: Source | null }
  | { type: 'withdrawn'; statement: string }
  | { type: 'judged'; verdict: Verdict; comment: string }
  | { type: 'erased'; count: number; ground: ErasureGround; reason: string; asked: Who; approved: Who }
  | ({ type: 'step' } & ToldStep)
  | CorrectedTold
  | { type: 'overdue'; name: string; text: string; dueDay: Day; sources: Source[] };
export type ThreadItem = Told & {
  id: string;
  side: 'body' | 'applicant' | 'time';
  actor: Who | null;
  at: Instant;
  day: Day;
  files: CaseFile[];
};

export type Scene = {
  facts: CaseFacts;
  viewer: Viewer | null;
  edition: Edition;
  procedure: Procedure;
  locale: Locale;
  today: Day;
};

const who = ({ name, post, ...one }: Signatory): Who => ({
  name,
  post,
  ...(one.actingFor && { actingFor: inPlaceOf(one) }),
});

/** Everything that happened, oldest first. */
export function threadOf(scene: Scene): ThreadItem[] {
  const { facts, today } = scene;
  const known = filesOf(facts);
  const items = eventsOf(facts.events, 'appeal').flatMap((event) => itemOf(event, scene, known) ?? []);
  const { dueDay, endedDay } = facts.appeal;
  if ((endedDay ?? today) <= dueDay) return items;
  const passed = overdueItem(scene, addDays(dueDay, 1));
  const later = items.findIndex(({ day }) => day >= passed.day);
  return later < 0 ? [...items, passed] : items.toSpliced(later, 0, passed);
}

function overdueItem({ facts: { appeal }, edition, procedure, locale }: Scene, day: Day): ThreadItem {
  const { status, basis } = procedure.overdue;
  const texts = edition.texts[locale];
  return {
    ...{
      id: 'overdue',
      type: 'overdue',
      side: 'time',
      actor: null,
      day,
      at: instantOf(day, '00:00'),
      files: [],
      dueDay: appeal.dueDay,
    },
    name: texts[`overdue.${status}.name`] ?? status,
    text: texts[`overdue.${status}.text`] ?? '',
    sources: basis.map((one) => sourceOf(edition, locale, one)),
  };
}

/** The applicant as this viewer may know them: an organisation stands for itself, its people are known to the parties. */
export function applicantName({ appeal, applicant, side }: CaseFacts): string | null {
  if (appeal.nameHidden && side === null) return null;
  return applicant.organisation ?? applicant.person;
}

function actorOf(event: EventOf<'appeal'>, { appeal, side, applicant }: CaseFacts): Who | null {
  // Who ended a complaint is told in its own case.
  if (event.actor.kind === 'time' || event.type === 'appeal.complaint_ended') return null;
  const { personId, name } = event.actor;
  if (!isByApplicant(event)) return who(event.actor);
  if (side === null) return appeal.nameHidden ? null : { name: applicant.organisation ?? applicant.person, post: null };
  const own = personId === appeal.personId && applicant.organisation === null;
  return { name, post: own ? null : applicant.organisation };
}

function itemOf(event: EventOf<'appeal'>, scene: Scene, known: ReturnType<typeof filesOf>): ThreadItem | null {
  const told = tell(event, scene);
  if (!told) return null;
  const carried = 'files' in event.payload ? event.payload.files : [];
  const files = carried.flatMap(({ id }) => known.get(id) ?? []);
  return {
    ...told,
    id: `event-${event.version}`,
    side: event.actor.kind === 'time' ? 'time' : isByApplicant(event) ? 'applicant' : 'body',
    actor: actorOf(event, scene.facts),
    at: event.at,
    day: event.day,
    files,
  };
}

function tell(event: EventOf<'appeal'>, scene: Scene): Told | null {
  const { facts, viewer, edition, locale } = scene;
  const texts = edition.texts[locale];
  const { appeal, side } = facts;
  const told = { ...scene, isParty: side !== null, isBody: side === 'body' };
  switch (event.type) {
    case 'appeal.filed': {
      const { arrivedBy, text, language, registeredDay, registeredWhy } = event.payload;
      const linked = linkedView(viewer, facts.origin, locale);
      const registeredText = texts[`received.${registeredWhy}.text`] ?? '';
      return {
        type: 'filed',
        arrivedBy,
        from: arrivedBy !== 'filing' ? linked : null,
        about: arrivedBy === 'filing' && appeal.kind === 'complaint' ? linked : null,
        after: arrivedBy === 'filing' && appeal.kind !== 'complaint' ? linked : null,
        text: side === null ? appeal.text : text,
        language,
        registeredDay,
        registeredText,
      };
    }
    case 'appeal.accepted':
      return { type: 'accepted' };
    case 'appeal.assigned':
      return { type: 'assigned', official: who(event.payload.official) };
    case 'appeal.redirected':
    case 'appeal.part_redirected': {
      const to = linkedView(
        viewer,
        facts.followers.find(({ id }) => id === event.payload.toAppealId),
        locale,
      );
      return {
        type: 'redirected',
        to: to ?? { number: event.payload.toNumber, body: '', open: false },
        reason: event.payload.reason,
        forwarded: event.type === 'appeal.redirected' && event.payload.forwarded,
        part: event.type === 'appeal.part_redirected' ? event.payload.part : null,
      };
    }
    case 'appeal.extension_proposed':
      return side === null
        ? null
        : {
            type: 'extension_proposed',
            reason: event.payload.reason,
            until: event.payload.until,
            was: appeal.lawfulDue,
          };
    case 'appeal.extension_declined':
      return side === null ? null : { type: 'extension_declined', reason: event.payload.reason };
    case 'appeal.extended':
      return { type: 'extended', reason: event.payload.reason, until: event.payload.until, was: appeal.lawfulDue };
    case 'appeal.answered':
    case 'appeal.noted':
      return { type: event.type === 'appeal.noted' ? 'noted' : 'answered', ...replyOf(event, scene) };
    case 'appeal.terminated': {
      const { ground, text, signatory } = event.payload;
      const basis = scene.procedure.termination_grounds.find(({ id }) => id === ground)?.basis[0];
      const named = {
        ground: texts[`termination.${ground}.name`] ?? ground,
        groundText: texts[`termination.${ground}.text`] ?? '',
      };
      return {
        type: 'terminated',
        ...named,
        text,
        signatory: who(signatory),
        source: basis ? sourceOf(edition, locale, basis) : null,
      };
    }
    case 'appeal.withdrawn':
      return { type: 'withdrawn', statement: event.payload.statement };
    case 'appeal.judged':
      return { type: 'judged', ...event.payload };
    case 'appeal.external_set':
    case 'appeal.publicity_set':
      return besideTold(event, side !== null);
    case 'appeal.cure_asked':
    case 'appeal.cured':
    case 'appeal.returned':
    case 'appeal.hearing_called':
    case 'appeal.objected':
    case 'appeal.heard':
    case 'appeal.protocol_remarked':
    case 'appeal.hearing_set':
    case 'appeal.remarks_decided':
    case 'appeal.complained':
    case 'appeal.complaint_ended':
    case 'appeal.file_asked':
    case 'appeal.file_given':
    case 'appeal.executed':
    case 'appeal.execution_judged':
    case 'appeal.promise_reported':
    case 'appeal.promise_judged':
    case 'appeal.joined':
    case 'appeal.letter_received':
    case 'appeal.redacted':
    case 'appeal.restored':
      return stepTold(event, told);
    case 'appeal.promised':
      return side === null && appeal.steps.redacted?.answer ? null : stepTold(event, { ...told, isParty: true });
    // Internal: for the body that asked alone.
    case 'appeal.errand_given':
    case 'appeal.errand_answered':
    case 'appeal.answer_drafted':
    case 'appeal.draft_returned':
    case 'appeal.remarked':
    case 'appeal.letter_set_aside':
    case 'appeal.letter_settled':
    case 'appeal.parted':
      return side === 'body' ? stepTold(event, told) : null;
    // How notices reached the applicant is between the parties.
    case 'appeal.notice_unserved':
    case 'appeal.notice_served':
      return side === null ? null : stepTold(event, told);
    case 'record.erased': {
      const { events, ground, reason, asked, approved } = event.payload;
      const count = events.reduce((sum, { fields }) => sum + fields.length, 0);
      return { type: 'erased', count, ground, reason, asked: who(asked), approved: who(approved) };
    }
    case 'obligation.corrected':
      return correctedTold(event.payload, texts);
    case 'obligation.lapsed':
      return null;
    default:
      return event satisfies never;
  }
}

function replyOf(
  { payload }: FactOf<'appeal.answered' | 'appeal.noted'>,
  { procedure, edition, locale, facts: { side, appeal } }: Scene,
): Reply {
  const instead = side === null ? appeal.steps.redacted?.answer : undefined;
  const { outcome, language, requirements, signatory, drafter } = payload;
  const texts = edition.texts[locale];
  const parts = procedure.reply.requirements.flatMap(({ id, basis }) => {
    const given = requirements[id];
    const [first] = basis;
    const source = first ? sourceOf(edition, locale, first) : null;
    return given ? [{ id, label: texts[`requirement.${id}.name`] ?? id, text: given, source }] : [];
  });
  return {
    outcome: texts[`outcome.${outcome}.name`] ?? outcome,
    outcomeText: texts[`outcome.${outcome}.text`] ?? '',
    language,
    text: instead?.text ?? payload.text,
    parts: instead ? [] : [...parts, ...statedWithLaw(payload, { edition, procedure, locale })],
    signatory: who(signatory),
    // Who wrote it is the body's own affair; who signed it is everybody's.
    drafter: drafter && side === 'body' ? who(drafter) : null,
  };
}
