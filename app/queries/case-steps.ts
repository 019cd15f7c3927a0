// What the thread of a case tells of the steps beside the main line: each with the words somebody gave, and a day where there is one.
// What passes between the parties before the decision only they read; everyone sees that it happened.
import type { Basis, Edition, Locale, Procedure } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import type { EventOf } from '../core/event';
import type { StepEvent } from '../core/step-event';
import { sourceOf, type Source } from './reasons';

export const TOLD_STEPS = [
  'cure_asked',
  'cured',
  'returned',
  'decision_announced',
  'hearing_called',
  'objected',
  'hearing_set',
  'asked_to_be_heard',
  'heard',
  'protocol_remarked',
  'remarks_accepted',
  'remarks_partly',
  'remarks_rejected',
  'act_suspended',
  'act_goes_on',
  'suspension_lifted',
  'act_annulled',
  'file_asked',
  'file_given',
  'executed',
  'execution_confirmed',
  'execution_denied',
  'errand_given',
  'errand_answered',
  'answer_drafted',
  'draft_returned',
  'remarked',
  'letter_received',
  'letter_set_aside',
  'letter_settled',
  'joined',
  'redacted',
  'restored',
  'parted',
  'notice_unread',
  'notice_lost',
  'notice_seen',
  'notice_posted',
  'promise_noted',
  'promise_reported',
  'promise_judged',
  'external_set',
  'external_dropped',
  'public_day_set',
  'public_day_dropped',
] as const;
export type ToldStep = {
  step: (typeof TOLD_STEPS)[number];
  /** The guide's word for what was chosen, such as the ground of a return. */
  name: string | null;
  text: string;
  /** The day that it is about: until which something may be done, on which it is decided or was held. */
  on: Day | null;
  source: Source | null;
};
type Scene = { edition: Edition; procedure: Procedure; locale: Locale; isParty: boolean; isBody: boolean };
/** A part that was redirected is told beside the redirect of a whole. */
type StepToTell = Extract<EventOf<'appeal'>, { type: Exclude<StepEvent, 'appeal.part_redirected'> }>;
type Told = Pick<ToldStep, 'step' | 'text'> & { name?: string; on?: Day; basis?: readonly Basis[] };

export function stepTold(event: StepToTell, scene: Scene): ToldStep & { type: 'step' } {
  const { edition, locale } = scene;
  const { step, text, name = null, on = null, basis = [] } = tell(event, scene);
  const [first] = basis;
  const source = first ? sourceOf(edition, locale, first) : null;
  return { type: 'step', step, text, name, on, source };
}

function tell(event: StepToTell, { edition, procedure, locale, isParty, isBody }: Scene): Told {
  const { rules, cure, hearing } = procedure;
  const own = (text: string) => (isParty ? text : '');
  const noticeName = (id: string) => edition.texts[locale][`notice.${id}.name`] ?? id;
  switch (event.type) {
    case 'appeal.cure_asked': {
      const { defects, until } = event.payload;
      return { step: 'cure_asked', text: defects, on: until, basis: cure?.basis };
    }
    case 'appeal.cured':
      return { step: 'cured', text: event.payload.text };
    case 'appeal.returned': {
      const { ground, text } = event.payload;
      const name = edition.texts[locale][`return.${ground}.name`] ?? ground;
      return { step: 'returned', text, name, basis: cure?.grounds.find(({ id }) => id === ground)?.basis };
    }
    case 'appeal.hearing_called': {
      const { how, text, place, decisionDay } = event.payload;
      return {
        step: how === 'oral' ? 'hearing_called' : 'decision_announced',
        ...{ text: own([text, place].filter(Boolean).join('\n\n')), on: decisionDay, basis: hearing?.basis },
      };
    }
    case 'appeal.objected': {
      const { oral, text } = event.payload;
      return { step: oral ? 'asked_to_be_heard' : 'objected', text: own(text), basis: rules.objections?.basis };
    }
    case 'appeal.heard':
      return {
        step: 'heard',
        ...{ text: own(event.payload.protocol), on: event.payload.heldDay, basis: rules.hearing_protocol?.basis },
      };
    case 'appeal.protocol_remarked':
      return { step: 'protocol_remarked', text: own(event.payload.text), basis: rules.protocol_remarks?.basis };
    case 'appeal.hearing_set': {
      const { hearingDay, place } = event.payload;
      return { step: 'hearing_set', text: own(place), on: hearingDay, basis: rules.oral_hearing?.basis };
    }
    case 'appeal.remarks_decided': {
      const { ruling, reason } = event.payload;
      return { step: `remarks_${ruling}`, text: own(reason), basis: rules.protocol_remarks?.basis };
    }
    case 'appeal.complained': {
      const { exception } = event.payload;
      const { suspension } = edition.procedures.complaint;
      if (!exception) return { step: 'act_suspended', text: '', basis: suspension?.basis };
      const found = suspension?.exceptions.find(({ id }) => id === exception.ground);
      const name = edition.texts[locale][`suspension_exception.${exception.ground}.name`] ?? exception.ground;
      return { step: 'act_goes_on', text: exception.reason, name, basis: found?.basis };
    }
    case 'appeal.complaint_ended':
      return { step: event.payload.stands ? 'suspension_lifted' : 'act_annulled', text: '' };
    case 'appeal.file_asked':
      return { step: 'file_asked', text: own(event.payload.what), basis: rules.file_access?.basis };
    case 'appeal.file_given':
      return { step: 'file_given', text: own(event.payload.text) };
    case 'appeal.errand_given': {
      const { unit, question, until } = event.payload;
      return { step: 'errand_given', text: question, name: unit, on: until };
    }
    case 'appeal.errand_answered':
      return { step: 'errand_answered', text: event.payload.text };
    case 'appeal.answer_drafted': {
      const { outcome, text } = event.payload;
      return { step: 'answer_drafted', text, name: edition.texts[locale][`outcome.${outcome}.name`] ?? outcome };
    }
    case 'appeal.draft_returned':
      return { step: 'draft_returned', text: event.payload.remark };
    case 'appeal.joined':
      return { step: 'joined', text: event.payload.reason, ...(isBody && { name: event.payload.with.join(', ') }) };
    case 'appeal.redacted': {
      const { ground, reason } = event.payload;
      return { step: 'redacted', text: reason, name: edition.texts[locale][`moderation.${ground}.name`] };
    }
    case 'appeal.restored':
      return { step: 'restored', text: event.payload.reason };
    case 'appeal.parted':
      return { step: 'parted', text: event.payload.reason };
    case 'appeal.letter_received':
      return { step: 'letter_received', text: own(event.payload.text), on: dayOf(event.payload.receivedAt) };
    case 'appeal.letter_set_aside':
      return { step: 'letter_set_aside', text: '' };
    case 'appeal.letter_settled':
      return { step: 'letter_settled', text: event.payload.reason };
    case 'appeal.remarked':
      return { step: 'remarked', text: event.payload.text };
    case 'appeal.notice_unserved': {
      const { notice, why } = event.payload;
      return { step: why === 'lost' ? 'notice_lost' : 'notice_unread', text: '', name: noticeName(notice) };
    }
    case 'appeal.notice_served': {
      const { notice, how, on, number } = event.payload;
      return { step: how === 'paper' ? 'notice_posted' : 'notice_seen', text: number, name: noticeName(notice), on };
    }
    case 'appeal.executed':
      return { step: 'executed', text: event.payload.text, basis: rules.execute?.basis };
    case 'appeal.execution_judged': {
      const { done, comment } = event.payload;
      return { step: done ? 'execution_confirmed' : 'execution_denied', text: comment };
    }
    case 'appeal.promised': {
      const { promises } = event.payload;
      return { step: 'promise_noted', text: promises.map((one) => one.text).join('\n\n'), on: promises[0]?.day };
    }
    case 'appeal.promise_reported':
      return { step: 'promise_reported', text: event.payload.text };
    case 'appeal.promise_judged':
      return { step: 'promise_judged', text: event.payload.comment };
  }
}

/** What is set beside the procedure: the number elsewhere, which every reader sees, and the day of publication, which the parties do. */
export function besideTold(
  event: Extract<EventOf<'appeal'>, { type: 'appeal.external_set' | 'appeal.publicity_set' }>,
  isParty: boolean,
): (ToldStep & { type: 'step' }) | null {
  const plain = { type: 'step', name: null, source: null } as const;
  if (event.type === 'appeal.external_set') {
    const { system, number } = event.payload;
    const text = [system, number].filter(Boolean).join(': ');
    return { ...plain, step: number ? 'external_set' : 'external_dropped', text, on: null };
  }
  const { publicDay: on } = event.payload;
  return isParty ? { ...plain, step: on ? 'public_day_set' : 'public_day_dropped', text: '', on } : null;
}
