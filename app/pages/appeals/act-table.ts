// Acts on a case: for each the command that does it, the form that asks for it, and the names of its fields. An act without
// one of them does not compile.
import type { ReactNode } from 'react';
import { acceptAppeal } from '../../commands/appeals/accept';
import { askCure } from '../../commands/appeals/ask-cure';
import { answerAppeal } from '../../commands/appeals/answer';
import { assignAppeal } from '../../commands/appeals/assign';
import { decideDraft } from '../../commands/appeals/decide-draft';
import { draftAnswer } from '../../commands/appeals/draft-answer';
import { partAppeal } from '../../commands/appeals/part';
import { redactAppeal } from '../../commands/appeals/redact';
import { remarkOnAppeal } from '../../commands/appeals/remark';
import { cureAppeal } from '../../commands/appeals/cure';
import { decideExtension } from '../../commands/appeals/decide-extension';
import { judgeAnswer } from '../../commands/appeals/judge';
import { judgePromise } from '../../commands/appeals/judge-promise';
import { notePromises } from '../../commands/appeals/note-promises';
import { reportPromise } from '../../commands/appeals/report-promise';
import { setExternal } from '../../commands/appeals/set-external';
import { setPublicity } from '../../commands/appeals/set-publicity';
import { proposeExtension } from '../../commands/appeals/propose-extension';
import { redirectAppeal } from '../../commands/appeals/redirect';
import { returnAppeal } from '../../commands/appeals/return';
import { callHearing } from '../../commands/appeals/call-hearing';
import { objectToDecision } from '../../commands/appeals/object';
import { remarkOnProtocol } from '../../commands/appeals/remark-protocol';
import { decideRemarks } from '../../commands/appeals/decide-remarks';
import { setHearing } from '../../commands/appeals/set-hearing';
import { recordHearing } from '../../commands/appeals/record-hearing';
import { askFile } from '../../commands/appeals/ask-file';
import { giveFile } from '../../commands/appeals/give-file';
import { recordPaper } from '../../commands/appeals/record-paper';
import { reportExecution } from '../../commands/appeals/report-execution';
import { judgeExecution } from '../../commands/appeals/judge-execution';
import { redirectPart } from '../../commands/appeals/redirect-part';
import { giveErrand } from '../../commands/appeals/give-errand';
import { answerErrand } from '../../commands/appeals/answer-errand';
import { terminateAppeal } from '../../commands/appeals/terminate';
import { withdrawAppeal } from '../../commands/appeals/withdraw';
import type { Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { Text } from '../../text';
import type { World } from '../../world';
import type { ActView } from './act-view';
import { AcceptForm } from './acts/accept';
import { AnswerForm } from './acts/answer';
import { AssignForm } from './acts/assign';
import { DecideDraftForm } from './acts/decide-draft';
import { DecideExtensionForm } from './acts/decide-extension';
import { ExtendForm } from './acts/extend';
import type { ActForm } from './acts/form';
import { JudgeForm } from './acts/judge';
import { RedactForm } from './acts/redact';
import { RedirectForm } from './acts/redirect';
import { StepForm } from './acts/step';
import { TerminateForm } from './acts/terminate';
import { WithdrawForm } from './acts/withdraw';
import type { ActName, StepAct } from './open-acts';

type Row = {
  command: (world: World, viewer: Viewer | null, raw: unknown) => Promise<Outcome<{ number: string }>>;
  Form: (props: ActForm) => ReactNode;
  lead: (t: Text, view: ActView) => string;
  labels: (t: Text, view: ActView) => Record<string, string>;
};

const step = (act: StepAct, command: Row['command']): Row => ({
  command,
  Form: StepForm,
  lead: (t) => t.steps.forms[act].lead,
  labels: (t) => ({
    ...Object.fromEntries(Object.entries(t.steps.forms[act].fields).map(([name, { label }]) => [name, label])),
    files: t.filing.files.label,
  }),
});

const statedLabels = ({ steps: { stated } }: Text) => ({
  ...{ unheard: stated.unheard.legend, unheardReason: stated.unheard.reason },
  ...{ enforced: stated.enforced.legend, enforcedReason: stated.enforced.reason },
});

const answerLabels: Row['labels'] = (t, { reply }) => ({
  outcome: t.acts.answer.outcome,
  language: t.acts.answer.language,
  text: t.acts.answer.text,
  ...Object.fromEntries((reply?.asked ?? []).map(({ id, name }) => [`requirements.${id}`, name])),
  execution: t.steps.execution.legend,
  executeBy: t.steps.execution.by,
  ...statedLabels(t),
  files: t.filing.files.label,
});

export const ACT_TABLE: Record<ActName, Row> = {
  accept: { command: acceptAppeal, Form: AcceptForm, lead: (t) => t.acts.accept.lead, labels: () => ({}) },
  assign: {
    command: assignAppeal,
    Form: AssignForm,
    lead: (t) => t.acts.assign.lead,
    labels: (t) => ({ officialId: t.acts.assign.who }),
  },
  redirect: {
    command: redirectAppeal,
    Form: RedirectForm,
    lead: (t, { forwards }) => (forwards ? t.acts.redirect.leadForward : t.acts.redirect.lead),
    labels: (t) => ({ toBodyId: t.acts.redirect.to, reason: t.acts.redirect.reason }),
  },
  extend: {
    command: proposeExtension,
    Form: ExtendForm,
    lead: (t) => t.acts.extend.lead,
    labels: (t) => ({
      until: t.acts.extend.until,
      reason: t.acts.extend.reason,
      severalHolders: t.acts.extend.severalHolders,
    }),
  },
  'decide-extension': {
    command: decideExtension,
    Form: DecideExtensionForm,
    lead: (t) => t.acts.decideExtension.lead,
    labels: (t) => ({ decision: t.acts.decideExtension.decision, reason: t.acts.decideExtension.why }),
  },
  answer: { command: answerAppeal, Form: AnswerForm, lead: (t) => t.acts.answer.lead, labels: answerLabels },
  'draft-answer': { command: draftAnswer, Form: AnswerForm, lead: (t) => t.office.draft.lead, labels: answerLabels },
  'decide-draft': {
    command: decideDraft,
    Form: DecideDraftForm,
    lead: (t) => t.office.decide.lead,
    labels: (t) => ({ decision: t.office.decide.decision, remark: t.office.decide.remark }),
  },
  terminate: {
    command: terminateAppeal,
    Form: TerminateForm,
    lead: (t) => t.acts.terminate.lead,
    labels: (t) => ({ ground: t.acts.terminate.ground, text: t.acts.terminate.text }),
  },
  judge: {
    command: judgeAnswer,
    Form: JudgeForm,
    lead: (t) => t.acts.judge.lead,
    labels: (t) => ({ verdict: t.acts.judge.legend, comment: t.acts.judge.comment }),
  },
  'ask-cure': step('ask-cure', askCure),
  cure: step('cure', cureAppeal),
  return: step('return', returnAppeal),
  redact: {
    command: redactAppeal,
    Form: RedactForm,
    lead: (t) => t.office.redaction.lead,
    labels: (t) => ({
      text: t.office.redaction.text,
      ground: t.moderation.act.ground,
      reason: t.moderation.act.reason,
    }),
  },
  remark: step('remark', remarkOnAppeal),
  part: step('part', partAppeal),
  'answer-errand': step('answer-errand', answerErrand),
  'give-errand': step('give-errand', giveErrand),
  'redirect-part': step('redirect-part', redirectPart),
  'judge-execution': step('judge-execution', judgeExecution),
  'record-paper': step('record-paper', recordPaper),
  'report-execution': step('report-execution', reportExecution),
  'give-file': step('give-file', giveFile),
  'ask-file': step('ask-file', askFile),
  'set-hearing': step('set-hearing', setHearing),
  'decide-remarks': step('decide-remarks', decideRemarks),
  'record-hearing': step('record-hearing', recordHearing),
  'remark-protocol': step('remark-protocol', remarkOnProtocol),
  object: step('object', objectToDecision),
  'call-hearing': step('call-hearing', callHearing),
  'set-publicity': step('set-publicity', setPublicity),
  'set-external': step('set-external', setExternal),
  'note-promises': step('note-promises', notePromises),
  'report-promise': step('report-promise', reportPromise),
  'judge-promise': step('judge-promise', judgePromise),
  withdraw: {
    command: withdrawAppeal,
    Form: WithdrawForm,
    lead: (t) => t.acts.withdraw.lead,
    labels: (t) => ({ statement: t.acts.withdraw.statement }),
  },
};
