// Which acts are open in a case for this viewer: what the permission table allows and the facts admit. Asked by the case page
// before it offers a button and by the act page before it shows a form; the commands decide again.
import { whyNotExtend, capOf } from '../../commands/appeals/propose-extension';
import { promisesOffered } from '../../commands/appeals/note-promises';
import { surroundingsOf } from '../../commands/appeals/around';
import { whyForward, whyNotConsider } from '../../core/complaint';
import type { Surroundings } from '../../core/owing';
import { may, type Action } from '../../core/permission';
import { asksForHearing, mayRemark, openCure, openErrands, waitingDraft } from '../../core/steps';
import type { Viewer } from '../../core/viewer';
import type { CaseFacts } from '../../queries/case-facts';
import type { World } from '../../world';

/** Steps beside the main line: one form serves them all (acts/step). */
const STEP_ACTS = [
  'cure',
  'object',
  'give-file',
  'set-hearing',
  'record-hearing',
  'decide-remarks',
  'remark-protocol',
  'call-hearing',
  'ask-cure',
  'return',
  'report-execution',
  'judge-execution',
  'ask-file',
  'redirect-part',
  'give-errand',
  'answer-errand',
  'remark',
  'part',
  'record-paper',
  'set-publicity',
  'set-external',
  'note-promises',
  'report-promise',
  'judge-promise',
] as const;
export type StepAct = (typeof STEP_ACTS)[number];
export const isStepAct = (act: string): act is StepAct => STEP_ACTS.some((one) => one === act);

/** In the order in which a case meets them. */
export const ACTS = [
  'accept',
  'assign',
  'cure',
  'object',
  'give-file',
  'decide-draft',
  'answer',
  'draft-answer',
  'answer-errand',
  'give-errand',
  'set-hearing',
  'record-hearing',
  'decide-remarks',
  'remark-protocol',
  'decide-extension',
  'extend',
  'call-hearing',
  'ask-cure',
  'redirect',
  'redirect-part',
  'return',
  'terminate',
  'judge',
  'report-execution',
  'judge-execution',
  'note-promises',
  'report-promise',
  'judge-promise',
  'ask-file',
  'remark',
  'part',
  'redact',
  'record-paper',
  'set-publicity',
  'set-external',
  'withdraw',
] as const;
export type ActName = (typeof ACTS)[number];

export const ACTION_OF = {
  accept: 'appeal.accept',
  assign: 'appeal.assign',
  answer: 'appeal.answer',
  'draft-answer': 'appeal.draft_answer',
  'decide-draft': 'appeal.decide_draft',
  remark: 'appeal.remark',
  part: 'appeal.join',
  redact: 'appeal.redact',
  'decide-extension': 'appeal.decide_extension',
  extend: 'appeal.propose_extension',
  'ask-cure': 'appeal.ask_cure',
  cure: 'appeal.cure',
  return: 'appeal.return',
  'call-hearing': 'appeal.call_hearing',
  object: 'appeal.object',
  'set-hearing': 'appeal.set_hearing',
  'record-hearing': 'appeal.record_hearing',
  'decide-remarks': 'appeal.decide_remarks',
  'remark-protocol': 'appeal.remark_protocol',
  'redirect-part': 'appeal.redirect_part',
  'give-errand': 'appeal.give_errand',
  'answer-errand': 'appeal.answer_errand',
  'ask-file': 'appeal.ask_file',
  'give-file': 'appeal.give_file',
  'record-paper': 'appeal.record_paper',
  'report-execution': 'appeal.report_execution',
  'judge-execution': 'appeal.judge_execution',
  redirect: 'appeal.redirect',
  terminate: 'appeal.terminate',
  judge: 'appeal.judge',
  'set-publicity': 'appeal.set_publicity',
  'set-external': 'appeal.set_external',
  'note-promises': 'appeal.note_promises',
  'report-promise': 'appeal.report_promise',
  'judge-promise': 'appeal.judge_promise',
  withdraw: 'appeal.withdraw',
} as const satisfies Record<ActName, Action>;

export const isAct = (text: string | undefined): text is ActName =>
  (ACTS as readonly (string | undefined)[]).includes(text);

/** What a decision about this case looks at, as of now. */
export const aroundOf = (world: World, { appeal, body }: CaseFacts): Surroundings =>
  surroundingsOf(world, {
    edition: appeal.edition,
    kind: appeal.kind,
    body: { id: appeal.bodyId, names: body.names },
    other: null,
    actor: { kind: 'time' },
  });

function admits(act: ActName, { appeal, body, events, fourEyes }: CaseFacts, around: Surroundings): boolean {
  const { procedure } = around;
  const open = appeal.phase === 'open';
  const considers = open && whyNotConsider(appeal, around, body) === null;
  const { hearing, fileAsked, execution, unserved, promises = [] } = appeal.steps;
  switch (act) {
    case 'accept':
      return open && appeal.acceptedBy === null;
    case 'assign':
    case 'draft-answer':
    case 'withdraw':
      return open;
    case 'remark':
    case 'redact':
      return true;
    case 'part':
      return open && appeal.steps.joined !== undefined;
    case 'answer':
      return open && !fourEyes;
    case 'decide-draft':
      return open && waitingDraft(appeal.steps) !== null;
    case 'decide-extension':
      return open && appeal.proposed !== null;
    case 'extend':
      return appeal.proposed === null && whyNotExtend(appeal, around, capOf(around, appeal)) === null;
    case 'ask-cure':
      return considers && procedure.cure !== null && openCure(appeal.steps) === null;
    case 'cure':
      return open && openCure(appeal.steps) !== null;
    case 'return':
      return considers && procedure.cure !== null;
    case 'call-hearing':
      return considers && procedure.rules.hearing_notice !== undefined && !hearing;
    case 'object':
      return open && hearing !== undefined && !hearing.objected && around.today <= hearing.objectBy;
    case 'record-hearing':
      return open && hearing?.heldDay === null && (hearing.how === 'oral' || Boolean(hearing.hearingDay));
    case 'set-hearing':
      return open && asksForHearing(appeal.steps);
    case 'decide-remarks':
      return (hearing?.remarks ?? 0) > 0;
    case 'remark-protocol':
      return mayRemark(appeal, around.today);
    case 'ask-file':
      return procedure.rules.file_access !== undefined && appeal.phase !== 'redirected';
    case 'give-file':
      return (fileAsked ?? 0) > 0;
    case 'report-execution':
      return execution?.executedDay === null;
    case 'judge-execution':
      return execution !== undefined && execution.executedDay !== null && execution.confirmed === null;
    case 'record-paper':
      return (unserved ?? []).length > 0;
    case 'redirect-part':
      return open && procedure.redirect?.partial === true;
    case 'give-errand':
      return open;
    case 'answer-errand':
      return open && openErrands(appeal.steps).length > 0;
    case 'redirect':
      return open && (procedure.redirect !== null || procedure.rules.forward !== undefined);
    case 'terminate':
      return (
        open &&
        procedure.termination_grounds.length > 0 &&
        whyForward(appeal, around, { outcome: 'terminated', hasSuperior: body.hasSuperior }) === null
      );
    case 'set-external':
      return true;
    case 'note-promises':
      return promisesOffered(around, appeal, events).length > 0;
    case 'report-promise':
      return promises.some(({ report }) => report === null);
    case 'judge-promise':
      return promises.length > 0;
    case 'set-publicity':
      return around.edition.filing !== null && appeal.visibility === 'private';
    case 'judge':
      return (appeal.phase === 'answered' || appeal.phase === 'taken_to_note') && appeal.verdict === null;
  }
}

/** Acts open to the viewer now. */
export function openActs(world: World, viewer: Viewer | null, facts: CaseFacts): ActName[] {
  if (!viewer) return [];
  const around = aroundOf(world, facts);
  const ownDraft = facts.appeal.steps.draft?.drafter.personId === viewer.personId;
  const open = ACTS.filter(
    (act) =>
      may(viewer, ACTION_OF[act], facts.appeal) &&
      admits(act, facts, around) &&
      // Of four eyes, the two that wrote it do not decide.
      !(act === 'decide-draft' && ownDraft),
  );
  // A case that has its executor waits for the answer first.
  return facts.appeal.officialId === null
    ? open
    : [...open.filter((act) => act !== 'assign'), ...open.filter((act) => act === 'assign')];
}
