// Every command as every role and as nobody: who may is written here once more, by hand, and held against the permission table
// through the commands themselves. A new command without its row fails the last test.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { addAddress } from '../../app/commands/accounts/add-address';
import { removeAddress } from '../../app/commands/accounts/remove-address';
import { addPasskey } from '../../app/commands/accounts/add-passkey';
import { beginAuthenticator } from '../../app/commands/accounts/begin-authenticator';
import { beginPasskey } from '../../app/commands/accounts/begin-passkey';
import { calendarAddress } from '../../app/commands/accounts/calendar-address';
import { changePassword } from '../../app/commands/accounts/change-password';
import { confirmAuthenticator } from '../../app/commands/accounts/confirm-authenticator';
import { editAccount } from '../../app/commands/accounts/edit-account';
import { editOrganisation } from '../../app/commands/accounts/edit-organisation';
import { endMembership } from '../../app/commands/accounts/end-membership';
import { handOverMandate } from '../../app/commands/accounts/hand-over-mandate';
import { inviteColleague } from '../../app/commands/accounts/invite-colleague';
import { inviteOfficial } from '../../app/commands/accounts/invite-official';
import { liftSecondFactor } from '../../app/commands/accounts/lift-second-factor';
import { removePasskey } from '../../app/commands/accounts/remove-passkey';
import { revokeSession } from '../../app/commands/accounts/revoke-session';
import { setLastDay } from '../../app/commands/accounts/set-last-day';
import { stopAuthenticator } from '../../app/commands/accounts/stop-authenticator';
import { applyTable } from '../../app/commands/imports/apply';
import { bringTable } from '../../app/commands/imports/bring';
import { undoTable } from '../../app/commands/imports/undo';
import { askExport } from '../../app/commands/exports/ask';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { decideDraft } from '../../app/commands/appeals/decide-draft';
import { draftAnswer as draftAppealAnswer } from '../../app/commands/appeals/draft-answer';
import { sendLetter } from '../../app/commands/appeals/send-letter';
import { settleLetter } from '../../app/commands/incoming/settle';
import { remarkOnAppeal } from '../../app/commands/appeals/remark';
import { announceAbsence } from '../../app/commands/absences/announce';
import { endAbsence } from '../../app/commands/absences/end';
import { handOver } from '../../app/commands/offices/hand-over';
import { retireTemplate } from '../../app/commands/templates/retire';
import { writeTemplate } from '../../app/commands/templates/write';
import { joinAppeals } from '../../app/commands/appeals/join';
import { partAppeal } from '../../app/commands/appeals/part';
import { redactAppeal } from '../../app/commands/appeals/redact';
import { chooseFourEyes } from '../../app/commands/offices/choose-four-eyes';
import { askCure } from '../../app/commands/appeals/ask-cure';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { assignAppeal } from '../../app/commands/appeals/assign';
import { cureAppeal } from '../../app/commands/appeals/cure';
import { decideExtension } from '../../app/commands/appeals/decide-extension';
import { judgePromise } from '../../app/commands/appeals/judge-promise';
import { notePromises } from '../../app/commands/appeals/note-promises';
import { reportPromise } from '../../app/commands/appeals/report-promise';
import { setExternal } from '../../app/commands/appeals/set-external';
import { setPublicity } from '../../app/commands/appeals/set-publicity';
import { fileAppeal } from '../../app/commands/appeals/file';
import { judgeAnswer } from '../../app/commands/appeals/judge';
import { proposeExtension } from '../../app/commands/appeals/propose-extension';
import { redirectAppeal } from '../../app/commands/appeals/redirect';
import { returnAppeal } from '../../app/commands/appeals/return';
import { callHearing } from '../../app/commands/appeals/call-hearing';
import { objectToDecision } from '../../app/commands/appeals/object';
import { decideRemarks } from '../../app/commands/appeals/decide-remarks';
import { setHearing } from '../../app/commands/appeals/set-hearing';
import { remarkOnProtocol } from '../../app/commands/appeals/remark-protocol';
import { recordHearing } from '../../app/commands/appeals/record-hearing';
import { askFile } from '../../app/commands/appeals/ask-file';
import { giveFile } from '../../app/commands/appeals/give-file';
import { recordPaper } from '../../app/commands/appeals/record-paper';
import { reportExecution } from '../../app/commands/appeals/report-execution';
import { judgeExecution } from '../../app/commands/appeals/judge-execution';
import { redirectPart } from '../../app/commands/appeals/redirect-part';
import { giveErrand } from '../../app/commands/appeals/give-errand';
import { answerErrand } from '../../app/commands/appeals/answer-errand';
import { terminateAppeal } from '../../app/commands/appeals/terminate';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import { approveCorrection } from '../../app/commands/corrections/approve';
import { proposeCorrection } from '../../app/commands/corrections/propose';
import { withdrawCorrection } from '../../app/commands/corrections/withdraw';
import { declareInterest } from '../../app/commands/contests/declare';
import { makeContest } from '../../app/commands/contests/make';
import { passOnContest } from '../../app/commands/contests/pass-on';
import { ruleOnContest } from '../../app/commands/contests/rule';
import { withdrawContest } from '../../app/commands/contests/withdraw';
import { codeAudit } from '../../app/commands/audits/code';
import { enterComment } from '../../app/commands/comments/enter';
import { makeComment } from '../../app/commands/comments/make';
import { moderateComment } from '../../app/commands/comments/moderate';
import { withdrawComment } from '../../app/commands/comments/withdraw';
import { addBody } from '../../app/commands/bodies/add-body';
import { closeBody } from '../../app/commands/bodies/close-body';
import { editBody } from '../../app/commands/bodies/edit-body';
import { addCouncil } from '../../app/commands/councils/add-council';
import { closeCouncil } from '../../app/commands/councils/close-council';
import { editCouncil } from '../../app/commands/councils/edit-council';
import { correctSeat } from '../../app/commands/councils/correct-seat';
import { inviteMember } from '../../app/commands/councils/invite-member';
import { nameHead } from '../../app/commands/bodies/name-head';
import { dropDraft } from '../../app/commands/drafts/drop';
import { saveDraft } from '../../app/commands/drafts/save';
import { beginUpload } from '../../app/commands/files/begin-upload';
import { continueUpload } from '../../app/commands/files/continue-upload';
import { uploadFile } from '../../app/commands/files/upload';
import { follow } from '../../app/commands/follows/follow';
import { unfollow } from '../../app/commands/follows/unfollow';
import { beginDraft } from '../../app/commands/instruments/begin';
import { changeDraft, discardDraft } from '../../app/commands/instruments/change';
import { publishInstrument } from '../../app/commands/instruments/publish';
import { mute } from '../../app/commands/letters/mute';
import { readLetters } from '../../app/commands/letters/read';
import { resendLetter } from '../../app/commands/letters/resend';
import { resendFailedLetters } from '../../app/commands/letters/resend-failed';
import { setDelivery } from '../../app/commands/letters/set-delivery';
import { decideAnswer } from '../../app/commands/points/decide-answer';
import { settleJob } from '../../app/commands/jobs/settle';
import { changeSetting } from '../../app/commands/settings/change';
import { askErasure } from '../../app/commands/records/ask-erasure';
import { decideErasure } from '../../app/commands/records/decide-erasure';
import { draftAnswer } from '../../app/commands/points/draft-answer';
import { groupComments } from '../../app/commands/points/group';
import { makePoint, renamePoint } from '../../app/commands/points/make-point';
import { addDocument } from '../../app/commands/rounds/add-document';
import { answerCouncil } from '../../app/commands/rounds/answer-council';
import { decideRound } from '../../app/commands/rounds/decide';
import { declareConflict } from '../../app/commands/rounds/declare-conflict';
import { followUp } from '../../app/commands/rounds/follow-up';
import { giveView } from '../../app/commands/rounds/give-view';
import { holdHearing } from '../../app/commands/rounds/hold-hearing';
import { inviteToRound } from '../../app/commands/rounds/invite';
import { judgeCommitment } from '../../app/commands/rounds/judge-commitment';
import { makeCommitment } from '../../app/commands/rounds/make-commitment';
import { movePeriod } from '../../app/commands/rounds/move-period';
import { openRound } from '../../app/commands/rounds/open';
import { prepareRound } from '../../app/commands/rounds/prepare';
import { publishOutcome } from '../../app/commands/rounds/publish-outcome';
import { reportCommitment } from '../../app/commands/rounds/report-commitment';
import { reviseRound } from '../../app/commands/rounds/revise';
import { signChecklist } from '../../app/commands/rounds/sign-checklist';
import { dropSearch } from '../../app/commands/searches/drop';
import { saveSearch } from '../../app/commands/searches/save';
import { seeSearch } from '../../app/commands/searches/see';
import { waiveCheck } from '../../app/commands/rounds/waive';
import { callMeeting, changeMeeting } from '../../app/commands/meetings/call';
import { holdMeeting } from '../../app/commands/meetings/hold';
import { cancelWave } from '../../app/commands/waves/cancel';
import { planWave } from '../../app/commands/waves/plan';
import { takeRight } from '../../app/commands/waves/take-right';
import { makeKey } from '../../app/commands/keys/make';
import { revokeKey } from '../../app/commands/keys/revoke';
import { removeWebhook } from '../../app/commands/webhooks/remove';
import { resumeWebhook } from '../../app/commands/webhooks/resume';
import { rotateSecret } from '../../app/commands/webhooks/rotate';
import { sendAgain } from '../../app/commands/webhooks/send-again';
import { subscribe } from '../../app/commands/webhooks/subscribe';
import { tryWebhook } from '../../app/commands/webhooks/try';
import type { Outcome } from '../../app/core/refusal';
import type { Viewer } from '../../app/core/viewer';
import { DECISION, must, OUTCOME, REASON, roundHouse } from '../help/rounds';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const test = testWorld();
const { world } = test;
let cast: Cast;
let appealId: string;
let withdrawnId: string;
let contestId: string;
let meetingId: string;
let waveId: string;
let erasureId: string;
let unmatchedId: string;
let mandateId: string;
/** Of the NGO, of the ministry, of the administrators. */
const webhooks = { ngo: '', ministry: '', administrators: '' };
const keys = { ngo: '', ministry: '' };
/** A draft that the council writes, and one that an administrator writes for everybody. */
const drafts = { council: '', everybody: '' };
const house = roundHouse(test, () => cast);
/** Rounds of the ministry: being prepared and open; and one that its council hosts. */
const rounds = { preparing: '', open: '', hosted: '' };
const comments = { stays: '', withdrawn: '', hosted: '' };
beforeAll(async () => {
  cast = await castInto(world);
  const file = async () => {
    const filed = await fileAppeal(world, cast.ngo, { ...anAppeal(cast), visibility: 'private' });
    if (!filed.ok) throw new Error('the case could not be filed');
    return filed.value.id;
  };
  appealId = await file();
  withdrawnId = await file();
  await must(makeContest(world, cast.head, { ...aContest(appealId), claim: 'not_counted' }));
  contestId = (await world.db.prisma.contest.findFirstOrThrow({ select: { id: true } })).id;
  rounds.preparing = await house.prepare();
  rounds.open = await house.open();
  const host = { kind: 'budget_plan' as const, councilId: cast.council.id };
  rounds.hosted = await house.open(host, { prepares: cast.secretary, opens: cast.chair });
  const ofNgo = { organisationId: cast.organisationId };
  comments.stays = await house.comment(rounds.open, ofNgo, cast.ngo);
  comments.withdrawn = await house.comment(rounds.open, ofNgo, cast.ngo);
  comments.hosted = await house.comment(rounds.hosted);
  const later = { day: '2026-03-02', time: '10:00', place: 'Астана', more: 'О грантах' };
  await must(callMeeting(world, cast.secretary, { councilId: cast.council.id, ...later }));
  meetingId = (await world.db.prisma.meeting.findFirstOrThrow({ select: { id: true } })).id;
  await must(planWave(world, cast.administrator, aWave));
  waveId = (await world.db.prisma.wave.findFirstOrThrow({ select: { id: true } })).id;
  const erasure = await world.db.prisma.erasure.create({
    data: {
      ...{ id: world.newId(), stream: `appeal:${appealId}`, number: 'none', bodyId: cast.ministry.id, events: [] },
      ...{ ground: 'court', reason: 'Сот шешімі', state: 'asked', askedAt: new Date(world.now()) },
      asked: { personId: world.newId(), name: 'Somebody', post: null },
    },
  });
  erasureId = erasure.id;
  const unmatched = await world.db.prisma.incoming.create({
    data: {
      ...{ id: world.newId(), receivedAt: new Date(world.now()), way: 'reply', letterId: world.newId(), envelope: '' },
      ...{ raw: world.newId(), size: 1, state: 'unmatched', appealId, bodyId: cast.ministry.id },
    },
  });
  unmatchedId = unmatched.id;
  const mandate = { personId: cast.ngo.personId, organisationId: cast.organisationId };
  mandateId = (await world.db.prisma.membership.findFirstOrThrow({ where: mandate })).id;
  keys.ngo = (await must(makeKey(world, cast.ngo, aKey(`organisation:${cast.organisationId}`)))).id;
  keys.ministry = (await must(makeKey(world, cast.head, aKey(`body:${cast.ministry.id}`)))).id;
  webhooks.ngo = (await must(subscribe(world, cast.ngo, aWebhook(`organisation:${cast.organisationId}`)))).webhookId;
  webhooks.ministry = (await must(subscribe(world, cast.head, aWebhook(`body:${cast.ministry.id}`)))).webhookId;
  webhooks.administrators = (await must(subscribe(world, cast.administrator, aWebhook('administrators')))).webhookId;
  drafts.council = (await must(beginDraft(world, cast.secretary, { ...aDraft, councilId: cast.council.id }))).id;
  drafts.everybody = (await must(beginDraft(world, cast.administrator, aDraft))).id;
});

const aWebhook = (owner: string) => ({
  ...{ owner, url: 'https://example.kz/kenes', scope: 'public', kinds: 'case.answered' },
});
const aKey = (owner: string) => ({ owner, name: 'Program', scopes: 'read', days: '30' });
const aContest = (id: string) => ({
  ...{ appealId: id, claim: 'answered', reasonsKk: REASON.reasonKk, reasonsRu: REASON.reasonRu },
});
const aWave = {
  ...{ instrument: 'yearly', titleKk: 'Толқын', titleRu: 'Волна', titleEn: 'Wave', openness: 'closed' },
  ...{ opensDay: '2026-03-02', closesDay: '2026-03-30' },
};
const aDraft = { from: 'guide:draft_questions', nameKk: 'Сауалнама', nameRu: 'Анкета', nameEn: 'Questions' };
const inThreeLanguages = { reasonKk: 'Себебі', reasonRu: 'Причина', reasonEn: 'Reason' };

type Who =
  | 'nobody'
  | 'ngo'
  | 'stranger'
  | 'citizen'
  | 'registrar'
  | 'executor'
  | 'head'
  | 'committeeRegistrar'
  | 'administrator'
  | 'secretary'
  | 'chair'
  | 'member';
const EVERYONE: readonly Who[] = [
  'nobody',
  'ngo',
  'stranger',
  'citizen',
  'registrar',
  'executor',
  'head',
  'committeeRegistrar',
  'administrator',
  'secretary',
  'chair',
  'member',
];
const SIGNED_IN = EVERYONE.filter((who) => who !== 'nobody');
const viewerOf = (who: Who): Viewer | null => {
  if (who === 'nobody') return null;
  return who === 'member' ? cast.members[0] : cast[who];
};

type Row = {
  command: string;
  /** Where the same command is open to others. */ where?: string;
  may: readonly Who[];
  run: (viewer: Viewer | null) => Promise<Outcome<unknown>>;
};
/** Inputs are right in form and mostly wrong in substance, so that whoever may is refused for another reason and little changes. */
const nowhere = '01900000-0000-7000-8000-000000000000';
const ROWS: readonly Row[] = [
  {
    command: 'appeals/file',
    may: ['ngo'],
    run: (viewer) => fileAppeal(world, viewer, { ...anAppeal(cast), bodyId: nowhere }),
  },
  { command: 'appeals/accept', may: ['registrar'], run: (viewer) => acceptAppeal(world, viewer, { appealId }) },
  {
    command: 'appeals/assign',
    may: ['registrar', 'head'],
    run: (viewer) => assignAppeal(world, viewer, { appealId, officialId: nowhere }),
  },
  {
    command: 'appeals/redirect',
    may: ['registrar', 'head'],
    run: (viewer) =>
      redirectAppeal(world, viewer, { appealId, toBodyId: cast.ministry.id, reason: 'Не входит в нашу компетенцию.' }),
  },
  {
    command: 'appeals/propose-extension',
    may: ['executor', 'head'],
    run: (viewer) =>
      proposeExtension(world, viewer, { appealId, reason: 'Нужна экспертиза, она ещё идёт.', until: '2026-02-03' }),
  },
  {
    command: 'appeals/decide-extension',
    may: ['head'],
    run: (viewer) => decideExtension(world, viewer, { appealId, decision: 'approve' }),
  },
  {
    command: 'appeals/answer',
    may: ['executor', 'head'],
    run: (viewer) =>
      answerAppeal(world, viewer, { appealId, outcome: 'none', language: 'ru', text: 'Ответ по существу вопроса.' }),
  },
  { command: 'contests/make', may: ['head'], run: (viewer) => makeContest(world, viewer, aContest(withdrawnId)) },
  {
    command: 'audits/code',
    may: ['secretary', 'chair', 'member', 'administrator'],
    run: (viewer) => codeAudit(world, viewer, { period: '2026-Q1', position: 0, code: 'answers' }),
  },
  {
    command: 'contests/rule',
    may: ['secretary', 'chair'],
    run: (viewer) =>
      ruleOnContest(world, viewer, { ...aContest(appealId), contestId, ruling: 'upheld', claim: '', votes: [] }),
  },
  {
    command: 'contests/declare',
    may: ['member', 'chair'],
    run: (viewer) =>
      declareInterest(world, viewer, { contestId, conflict: 'kin', explanation: 'Родственник работает в органе.' }),
  },
  {
    command: 'contests/pass-on',
    may: ['secretary', 'chair', 'administrator'],
    run: (viewer) => passOnContest(world, viewer, { contestId, ...REASON }),
  },
  {
    command: 'contests/withdraw',
    may: ['head'],
    run: (viewer) => withdrawContest(world, viewer, { contestId, ...REASON }),
  },
  {
    command: 'appeals/terminate',
    may: ['head'],
    run: (viewer) => terminateAppeal(world, viewer, { appealId, ground: 'none', text: 'Основание не предусмотрено.' }),
  },
  {
    command: 'appeals/withdraw',
    may: ['ngo'],
    run: (viewer) => withdrawAppeal(world, viewer, { appealId: withdrawnId, statement: 'Отзываем обращение.' }),
  },
  {
    command: 'appeals/judge',
    may: ['ngo'],
    run: (viewer) => judgeAnswer(world, viewer, { appealId, verdict: 'answers' }),
  },
  ...stepRows(),
  ...officeRows(),
  {
    command: 'letters/read',
    may: SIGNED_IN,
    run: (viewer) => readLetters(world, viewer, { letterId: nowhere }),
  },
  ...(
    [
      ['of an organisation', 'ngo', ['ngo'], () => `organisation:${cast.organisationId}`],
      ['of a body', 'ministry', ['head'], () => `body:${cast.ministry.id}`],
      ['of the administrators', 'administrators', ['administrator'], () => 'administrators'],
    ] as const
  ).flatMap(([where, whose, may, owner]): Row[] => [
    { command: 'webhooks/subscribe', where, may, run: (viewer) => subscribe(world, viewer, aWebhook(owner())) },
    ...(
      [
        ['webhooks/rotate', rotateSecret],
        ['webhooks/try', tryWebhook],
        ['webhooks/resume', resumeWebhook],
        ['webhooks/send-again', sendAgain],
        ['webhooks/remove', removeWebhook],
      ] as const
    ).map(([command, act]) => ({
      ...{ command, where, may },
      run: (viewer: Viewer | null) => act(world, viewer, { webhookId: webhooks[whose], messageId: nowhere }),
    })),
  ]),
  ...(
    [
      ['of an organisation', 'ngo', ['ngo'], ['ngo'], () => `organisation:${cast.organisationId}`],
      ['of a body', 'ministry', ['registrar', 'executor', 'head'], ['head'], () => `body:${cast.ministry.id}`],
    ] as const
  ).flatMap(([where, whose, may, keepers, owner]): Row[] => [
    { command: 'keys/make', where, may, run: (viewer) => makeKey(world, viewer, aKey(owner())) },
    {
      ...{ command: 'keys/revoke', where, may: keepers },
      run: (viewer) => revokeKey(world, viewer, { keyId: keys[whose] }),
    },
  ]),
  { command: 'letters/set-delivery', may: SIGNED_IN, run: (viewer) => setDelivery(world, viewer, { pace: 'at_once' }) },
  { command: 'letters/mute', may: SIGNED_IN, run: (viewer) => mute(world, viewer, { letterId: nowhere }) },
  { command: 'bodies/add-body', may: ['administrator'], run: (viewer) => addBody(world, viewer, {}) },
  { command: 'bodies/edit-body', may: ['administrator'], run: (viewer) => editBody(world, viewer, {}) },
  {
    command: 'bodies/close-body',
    may: ['administrator'],
    run: (viewer) => closeBody(world, viewer, { bodyId: nowhere, step: 'close' }),
  },
  {
    command: 'bodies/name-head',
    may: ['administrator'],
    run: (viewer) => nameHead(world, viewer, { bodyId: nowhere, firstId: nowhere }),
  },
  { command: 'waves/plan', may: ['administrator'], run: (viewer) => planWave(world, viewer, aWave) },
  {
    command: 'waves/plan',
    where: '(of a council)',
    may: ['secretary', 'chair'],
    run: (viewer) => planWave(world, viewer, { ...aWave, councilId: cast.council.id, instrument: 'nothing' }),
  },
  {
    command: 'waves/cancel',
    may: ['administrator'],
    run: (viewer) => cancelWave(world, viewer, { waveId, ...inThreeLanguages }),
  },
  {
    command: 'waves/take-right',
    may: SIGNED_IN,
    run: (viewer) =>
      takeRight(world, viewer, { panelId: nowhere, blinded: Buffer.alloc(256, 1).toString('base64url') }),
  },
  { command: 'councils/add-council', may: ['administrator'], run: (viewer) => addCouncil(world, viewer, {}) },
  { command: 'councils/edit-council', may: ['administrator'], run: (viewer) => editCouncil(world, viewer, {}) },
  {
    command: 'councils/close-council',
    may: ['administrator'],
    run: (viewer) => closeCouncil(world, viewer, { councilId: nowhere, step: 'close' }),
  },
  { command: 'councils/correct-seat', may: ['administrator'], run: (viewer) => correctSeat(world, viewer, {}) },
  { command: 'councils/invite-member', may: ['administrator'], run: (viewer) => inviteMember(world, viewer, {}) },
  {
    command: 'letters/resend',
    may: ['administrator'],
    run: (viewer) => resendLetter(world, viewer, { letterId: nowhere }),
  },
  {
    command: 'jobs/settle',
    may: ['administrator'],
    run: (viewer) => settleJob(world, viewer, { jobId: '1', act: 'retry' }),
  },
  {
    command: 'settings/change',
    may: ['administrator'],
    run: (viewer) =>
      changeSetting(world, viewer, { name: 'notice', kk: '', ru: '', en: '', reason: 'Хабарландыру жоқ' }),
  },
  {
    command: 'accounts/lift-second-factor',
    may: ['administrator'],
    run: (viewer) =>
      liftSecondFactor(world, viewer, { email: 'nobody@kenes.test', reason: 'Жеке куәлігімен келіп растады' }),
  },
  {
    command: 'records/ask-erasure',
    may: ['administrator'],
    run: (viewer) =>
      askErasure(world, viewer, { number: 'none', fields: '1 text', ground: 'court', reason: 'Сот шешімі бойынша' }),
  },
  {
    command: 'records/decide-erasure',
    may: ['administrator', 'head'],
    run: (viewer) => decideErasure(world, viewer, { id: erasureId, step: 'decline' }),
  },
  { command: 'letters/resend-failed', may: ['administrator'], run: (viewer) => resendFailedLetters(world, viewer) },
  { command: 'accounts/invite-official', may: ['administrator'], run: (viewer) => inviteOfficial(world, viewer, {}) },
  {
    command: 'accounts/invite-colleague',
    may: ['ngo'],
    run: (viewer) =>
      inviteColleague(world, viewer, { organisationId: cast.organisationId, email: cast.ngo.email, locale: 'kk' }),
  },
  {
    command: 'accounts/set-last-day',
    may: ['ngo'],
    run: (viewer) => setLastDay(world, viewer, { membershipId: mandateId, lastDay: '2020-01-01' }),
  },
  {
    command: 'accounts/hand-over-mandate',
    may: ['ngo'],
    run: (viewer) => handOverMandate(world, viewer, { organisationId: cast.organisationId, membershipId: nowhere }),
  },
  {
    command: 'accounts/edit-organisation',
    may: ['ngo'],
    run: (viewer) => editOrganisation(world, viewer, { organisationId: cast.organisationId, region: 'KZ-75' }),
  },
  {
    command: 'accounts/end-membership',
    may: SIGNED_IN,
    run: (viewer) => endMembership(world, viewer, { membershipId: nowhere }),
  },
  {
    command: 'accounts/revoke-session',
    may: SIGNED_IN,
    run: (viewer) => revokeSession(world, viewer, { sessionId: nowhere }, null),
  },
  { command: 'accounts/edit-account', may: SIGNED_IN, run: (viewer) => editAccount(world, viewer, {}) },
  {
    command: 'accounts/begin-authenticator',
    may: SIGNED_IN,
    run: (viewer) => beginAuthenticator(world, viewer, { current: [] }),
  },
  {
    command: 'accounts/calendar-address',
    may: SIGNED_IN,
    run: (viewer) => calendarAddress(world, viewer, {}),
  },
  { command: 'imports/bring', may: ['administrator'], run: (viewer) => bringTable(world, viewer, {}, null) },
  { command: 'imports/apply', may: ['administrator'], run: (viewer) => applyTable(world, viewer, {}) },
  { command: 'imports/undo', may: ['administrator'], run: (viewer) => undoTable(world, viewer, {}) },
  { command: 'exports/ask', may: SIGNED_IN, run: (viewer) => askExport(world, viewer, {}) },
  {
    command: 'accounts/confirm-authenticator',
    may: SIGNED_IN,
    run: (viewer) => confirmAuthenticator(world, viewer, {}, null),
  },
  { command: 'accounts/stop-authenticator', may: SIGNED_IN, run: (viewer) => stopAuthenticator(world, viewer, {}) },
  {
    command: 'accounts/begin-passkey',
    may: SIGNED_IN,
    run: (viewer) => beginPasskey(world, viewer, { current: [] }),
  },
  {
    command: 'accounts/add-address',
    may: SIGNED_IN,
    run: (viewer) => addAddress(world, viewer, { email: 'no address' }),
  },
  {
    command: 'accounts/remove-address',
    may: SIGNED_IN,
    run: (viewer) => removeAddress(world, viewer, { addressId: nowhere }),
  },
  { command: 'accounts/add-passkey', may: SIGNED_IN, run: (viewer) => addPasskey(world, viewer, {}, null) },
  {
    command: 'accounts/remove-passkey',
    may: SIGNED_IN,
    run: (viewer) => removePasskey(world, viewer, { passkeyId: nowhere }),
  },
  { command: 'accounts/change-password', may: SIGNED_IN, run: (viewer) => changePassword(world, viewer, {}, null) },
  {
    command: 'drafts/save',
    may: SIGNED_IN,
    run: (viewer) => saveDraft(world, viewer, { key: nowhere, typed: { text: ['a', 'b'.repeat(100_001)] } }),
  },
  { command: 'drafts/drop', may: SIGNED_IN, run: (viewer) => dropDraft(world, viewer, { draftId: nowhere }) },
  {
    command: 'files/begin-upload',
    may: SIGNED_IN,
    run: (viewer) => beginUpload(world, viewer, { name: 'a.txt', size: 0 }),
  },
  {
    command: 'files/continue-upload',
    may: SIGNED_IN,
    run: (viewer) => continueUpload(world, viewer, { uploadId: nowhere, offset: 0, bytes: bytes() }),
  },
  {
    command: 'files/upload',
    may: SIGNED_IN,
    run: (viewer) => uploadFile(world, viewer, { name: 'program.exe', bytes: bytes() }),
  },
  ...roundRows(),
  ...meetingRows(),
  ...instrumentRows(),
];

/** How a body does its own work. */
function officeRows(): Row[] {
  return [
    {
      ...{ command: 'appeals/draft-answer', may: ['executor', 'head'] },
      run: (viewer) =>
        draftAppealAnswer(world, viewer, {
          appealId,
          outcome: 'none',
          language: 'ru',
          text: 'Ответ по существу вопроса.',
        }),
    },
    {
      ...{ command: 'appeals/decide-draft', may: ['head'] },
      run: (viewer) => decideDraft(world, viewer, { appealId, decision: 'approve', version: '1' }),
    },
    {
      ...{ command: 'appeals/remark', may: ['registrar', 'executor', 'head'] },
      run: (viewer) => remarkOnAppeal(world, viewer, { appealId, text: 'Звонили юристам.' }),
    },
    {
      ...{ command: 'appeals/send-letter', may: ['ngo', 'registrar', 'head'] },
      run: (viewer) =>
        sendLetter(world, viewer, { appealId, incomingId: nowhere, receivedAt: 1, text: 'Хат', files: [nowhere] }),
    },
    {
      ...{ command: 'incoming/settle', may: ['registrar', 'head'] },
      run: (viewer) =>
        settleLetter(world, viewer, { incomingId: unmatchedId, how: 'returned', reason: 'Не относится к этому делу.' }),
    },
    {
      ...{ command: 'offices/hand-over', may: ['head'] },
      run: (viewer) =>
        handOver(world, viewer, {
          bodyId: cast.ministry.id,
          fromId: nowhere,
          toId: nowhere,
          reason: 'Уходит с должности',
        }),
    },
    {
      ...{ command: 'templates/write', may: ['executor', 'head'] },
      run: (viewer) =>
        writeTemplate(world, viewer, {
          ...{ bodyId: cast.ministry.id, kind: 'proposal', language: 'ru', name: 'Принято в план' },
          text: 'Предложение {{номер}} рассмотрено и включено в план.',
        }),
    },
    {
      ...{ command: 'templates/retire', may: SIGNED_IN },
      run: (viewer) => retireTemplate(world, viewer, { templateId: nowhere }),
    },
    {
      ...{ command: 'appeals/join', may: ['registrar', 'executor', 'head'] },
      run: (viewer) =>
        joinAppeals(world, viewer, { appealIds: [appealId, withdrawnId], reason: 'Оба обращения об одном и том же.' }),
    },
    {
      ...{ command: 'appeals/part', may: ['registrar', 'executor', 'head'] },
      run: (viewer) => partAppeal(world, viewer, { appealId, reason: 'Обращение о другом подъезде.' }),
    },
    {
      ...{ command: 'appeals/redact', may: ['registrar', 'head'] },
      run: (viewer) =>
        redactAppeal(world, viewer, {
          ...{ appealId, step: 'show', part: 'text' },
          reason: 'Ничего личного в тексте нет.',
        }),
    },
    {
      ...{ command: 'absences/announce', may: ['executor', 'head'] },
      run: (viewer) =>
        announceAbsence(world, viewer, {
          ...{ bodyId: cast.ministry.id, personId: cast.executor.personId, coverId: nowhere },
          ...{ fromDay: '2026-02-02', untilDay: '2026-02-06' },
        }),
    },
    {
      ...{ command: 'absences/end', may: SIGNED_IN },
      run: (viewer) => endAbsence(world, viewer, { absenceId: nowhere }),
    },
    {
      ...{ command: 'offices/choose-four-eyes', may: ['head'] },
      run: (viewer) => chooseFourEyes(world, viewer, { bodyId: cast.ministry.id, kinds: ['proposal'] }),
    },
  ];
}

/** Steps of a case beside its main line. */
function stepRows(): Row[] {
  const officials = ['registrar', 'executor', 'head'] as const;
  return [
    {
      ...{ command: 'appeals/ask-cure', may: officials },
      run: (viewer) =>
        askCure(world, viewer, { appealId, defects: 'Приложите устав организации.', until: '2026-01-05' }),
    },
    {
      ...{ command: 'appeals/set-external', may: ['ngo', ...officials] },
      run: (viewer) => setExternal(world, viewer, { appealId, system: 'e-Otinish', number: 'ЖТ-2026-1' }),
    },
    {
      ...{ command: 'appeals/note-promises', may: ['ngo', 'executor', 'head'] },
      run: (viewer) => notePromises(world, viewer, { appealId, sentences: ['0'] }),
    },
    {
      ...{ command: 'appeals/report-promise', may: ['executor', 'head'] },
      run: (viewer) => reportPromise(world, viewer, { appealId, promiseId: nowhere, kept: 'kept', text: 'Сделано.' }),
    },
    {
      ...{ command: 'appeals/judge-promise', may: ['ngo'] },
      run: (viewer) => judgePromise(world, viewer, { appealId, promiseId: nowhere, verdict: 'kept' }),
    },
    {
      ...{ command: 'appeals/set-publicity', may: ['ngo'] },
      run: (viewer) => setPublicity(world, viewer, { appealId, publicDay: '' }),
    },
    {
      ...{ command: 'appeals/cure', may: ['ngo'] },
      run: (viewer) => cureAppeal(world, viewer, { appealId, text: 'Устав приложен.' }),
    },
    {
      ...{ command: 'appeals/call-hearing', may: ['executor', 'head'] },
      run: (viewer) =>
        callHearing(world, viewer, {
          ...{ appealId, text: 'Намерены отказать: нет проекта.', decisionDay: '2026-01-05', how: 'written' },
        }),
    },
    {
      ...{ command: 'appeals/object', may: ['ngo'] },
      run: (viewer) => objectToDecision(world, viewer, { appealId, text: 'Проект приложен.' }),
    },
    {
      ...{ command: 'appeals/record-hearing', may: ['executor', 'head'] },
      run: (viewer) =>
        recordHearing(world, viewer, {
          appealId,
          heldDay: '2026-02-02',
          protocol: 'Заслушан представитель заявителя.',
        }),
    },
    {
      ...{ command: 'appeals/set-hearing', may: ['executor', 'head'] },
      run: (viewer) =>
        setHearing(world, viewer, {
          ...{ appealId, hearingDay: '2026-02-09', decisionDay: '2026-02-10', place: 'Каб. 214, 15:00' },
        }),
    },
    {
      ...{ command: 'appeals/decide-remarks', may: ['executor', 'head'] },
      run: (viewer) =>
        decideRemarks(world, viewer, {
          appealId,
          ruling: 'accepted',
          reason: 'Слова внесены дополнением к протоколу.',
        }),
    },
    {
      ...{ command: 'appeals/remark-protocol', may: ['ngo'] },
      run: (viewer) => remarkOnProtocol(world, viewer, { appealId, text: 'Слова о пандусе не вошли.' }),
    },
    {
      ...{ command: 'appeals/ask-file', may: ['ngo'] },
      run: (viewer) => askFile(world, viewer, { appealId: withdrawnId, what: 'Все материалы' }),
    },
    {
      ...{ command: 'appeals/give-file', may: officials },
      run: (viewer) => giveFile(world, viewer, { appealId, text: 'Материалы приложены.' }),
    },
    {
      ...{ command: 'appeals/report-execution', may: ['executor', 'head'] },
      run: (viewer) => reportExecution(world, viewer, { appealId, text: 'Пандус установлен.' }),
    },
    {
      ...{ command: 'corrections/propose', may: ['administrator'] },
      run: (viewer) =>
        proposeCorrection(world, viewer, {
          ...{
            cause: 'calendar',
            reasonKk: 'Ресми күнтізбе жарияланды.',
            reasonRu: 'Опубликован официальный календарь.',
          },
        }),
    },
    {
      ...{ command: 'corrections/approve', may: ['administrator'] },
      run: (viewer) => approveCorrection(world, viewer, { id: world.newId() }),
    },
    {
      ...{ command: 'corrections/withdraw', may: ['administrator'] },
      run: (viewer) => withdrawCorrection(world, viewer, { id: world.newId() }),
    },
    {
      ...{ command: 'appeals/record-paper', may: ['registrar', 'head'] },
      run: (viewer) =>
        recordPaper(world, viewer, { appealId, letterId: world.newId(), on: '2026-02-02', number: 'RR123456789KZ' }),
    },
    {
      ...{ command: 'appeals/judge-execution', may: ['ngo'] },
      run: (viewer) => judgeExecution(world, viewer, { appealId, done: 'yes' }),
    },
    {
      ...{ command: 'appeals/redirect-part', may: ['registrar', 'head'] },
      run: (viewer) =>
        redirectPart(world, viewer, {
          ...{ appealId, toBodyId: cast.ministry.id, part: 'Просим назвать ответственное подразделение.' },
          reason: 'Не входит в нашу компетенцию.',
        }),
    },
    {
      ...{ command: 'appeals/give-errand', may: officials },
      run: (viewer) =>
        giveErrand(world, viewer, { appealId, unit: 'Юристы', question: 'Есть ли проект?', until: '2026-01-05' }),
    },
    {
      ...{ command: 'appeals/answer-errand', may: officials },
      run: (viewer) => answerErrand(world, viewer, { appealId, errand: 'none', text: 'Проекта ещё нет.' }),
    },
    {
      ...{ command: 'appeals/return', may: ['registrar', 'head'] },
      run: (viewer) => returnAppeal(world, viewer, { appealId, ground: 'none', text: 'Основание не предусмотрено.' }),
    },
  ];
}

/** Instruments: a council's people write for it, its chair publishes; an administrator does both for anybody. */
function instrumentRows(): Row[] {
  const rowsOf = (
    where: string | undefined,
    may: Record<'writes' | 'publishes', Row['may']>,
    at: { draft: () => string; councilId: () => string },
  ): Row[] => [
    {
      ...{ command: 'instruments/begin', where, may: may.writes },
      run: (viewer) => beginDraft(world, viewer, { ...aDraft, from: 'guide:nothing', councilId: at.councilId() }),
    },
    {
      ...{ command: 'instruments/change', where, may: may.writes },
      run: (viewer) => changeDraft(world, viewer, { draftId: at.draft(), version: 99, intent: 'add_page' }),
    },
    {
      ...{ command: 'instruments/publish', where, may: may.publishes },
      run: (viewer) =>
        publishInstrument(world, viewer, { draftId: at.draft(), version: 99, reason: 'Для раунда о парках' }),
    },
  ];
  return [
    ...rowsOf(
      undefined,
      { writes: ['secretary', 'chair', 'administrator'], publishes: ['chair', 'administrator'] },
      { draft: () => drafts.council, councilId: () => cast.council.id },
    ),
    ...rowsOf(
      'for everybody',
      { writes: ['administrator'], publishes: ['administrator'] },
      { draft: () => drafts.everybody, councilId: () => '' },
    ),
    {
      command: 'instruments/change',
      where: '(discard)',
      may: ['administrator'],
      run: (viewer) => discardDraft(world, viewer, { draftId: drafts.everybody }),
    },
  ];
}

/** Meetings of a council, called and recorded by its secretary or chair. */
function meetingRows(): Row[] {
  const may = ['secretary', 'chair'] as const;
  const called = { day: '2020-01-01', time: '10:00', place: 'Астана', more: 'О грантах' };
  const minutes = { minutesKk: 'Отырыс өтті, мәселелер қаралды.', minutesRu: 'Заседание прошло, вопросы рассмотрены.' };
  return [
    {
      ...{ command: 'meetings/call', may },
      run: (viewer) => callMeeting(world, viewer, { councilId: cast.council.id, ...called }),
    },
    {
      ...{ command: 'meetings/call', where: '(change)', may },
      run: (viewer) => changeMeeting(world, viewer, { meetingId, ...called }),
    },
    {
      ...{ command: 'meetings/hold', may },
      run: (viewer) => holdMeeting(world, viewer, { meetingId, ...minutes }),
    },
  ];
}

/** The commands of rounds: a body's own round, and where its council hosts one. */
function roundRows(): Row[] {
  const officials = ['executor', 'head'] as const;
  const council = ['secretary', 'chair'] as const;
  const today = house.dayNow();
  const hosting = 'in a round that the council hosts';
  const noDays = () => ({ ...house.said(), opensDay: '2020-01-01' });
  const preparing = (): Row[] => [
    {
      command: 'rounds/prepare',
      may: officials,
      run: (viewer) => prepareRound(world, viewer, house.said({ kind: 'council_recommendation' })),
    },
    {
      command: 'rounds/prepare',
      where: hosting,
      may: council,
      run: (viewer) =>
        prepareRound(world, viewer, { ...house.said({ kind: 'draft_act' }), councilId: cast.council.id }),
    },
    {
      command: 'rounds/revise',
      may: officials,
      run: (viewer) => reviseRound(world, viewer, { roundId: rounds.preparing, ...noDays() }),
    },
  ];
  const documents = (where: string | undefined, roundId: () => string, may: Row['may']): Row[] => [
    {
      ...{ command: 'rounds/add-document', where, may },
      run: (viewer) =>
        addDocument(world, viewer, {
          ...{ roundId: roundId(), role: 'draft', language: 'kk', title: 'Жоба', markdown: '1. Жаңа тармақ.' },
        }),
    },
  ];
  const hosted = (
    where: string | undefined,
    roundId: () => string,
    may: Record<'hosts' | 'heads' | 'opens', Row['may']>,
  ): Row[] => [
    {
      ...{ command: 'rounds/invite', where, may: may.hosts },
      run: (viewer) => inviteToRound(world, viewer, { roundId: roundId(), organisationIds: nowhere }),
    },
    {
      ...{ command: 'rounds/sign-checklist', where, may: may.hosts },
      run: (viewer) => signChecklist(world, viewer, { roundId: roundId(), answers: [] }),
    },
    {
      ...{ command: 'rounds/hold-hearing', where, may: may.hosts },
      run: (viewer) =>
        holdHearing(world, viewer, {
          ...{ roundId: roundId(), protocolKk: 'Тыңдау хаттамасының мәтіні.', protocolRu: 'Текст протокола слушания.' },
          ...{ present: 3, chair: 'А. Б.' },
        }),
    },
    {
      ...{ command: 'rounds/waive', where, may: may.heads },
      run: (viewer) =>
        waiveCheck(world, viewer, {
          ...{ roundId: roundId(), check: 'contact', reason: 'Контакт появится в день открытия раунда.' },
        }),
    },
    {
      ...{ command: 'rounds/open', where, may: may.opens },
      run: (viewer) => openRound(world, viewer, { roundId: roundId() }),
    },
    {
      ...{ command: 'rounds/move-period', where, may: may.heads },
      run: async (viewer) =>
        movePeriod(world, viewer, {
          roundId: roundId(),
          closesDay: (await house.state(roundId())).settings.closesDay,
          reasonKk: 'Ұйымдар уақыт сұрады, уақыт беріледі.',
          reasonRu: 'Организации просили времени, оно даётся.',
        }),
    },
  ];
  const entering = (
    where: string | undefined,
    roundId: () => string,
    commentId: () => string,
    secretary: readonly Who[],
  ): Row[] => [
    {
      ...{ command: 'comments/enter', where, may: ['registrar', 'executor', 'head', ...secretary] },
      run: (viewer) =>
        enterComment(world, viewer, {
          ...{ roundId: roundId(), origin: 'paper', receivedDay: '2030-01-01', text: 'С бумаги.', language: 'ru' },
        }),
    },
    {
      ...{ command: 'comments/moderate', where, may: ['registrar', 'head', ...secretary] },
      run: (viewer) =>
        moderateComment(world, viewer, { step: 'show', commentId: commentId(), reason: 'Оснований скрывать нет.' }),
    },
  ];
  const analysing = (where: string | undefined, roundId: () => string): Row[] => {
    const point = () => ({ roundId: roundId(), pointId: nowhere });
    return [
      {
        ...{ command: 'points/make-point', where, may: officials },
        run: (viewer) =>
          makePoint(world, viewer, { roundId: roundId(), title: 'Срок рассмотрения', commentIds: nowhere }),
      },
      {
        ...{ command: 'points/make-point', where: `${where ?? ''} (rename)`, may: officials },
        run: (viewer) => renamePoint(world, viewer, { ...point(), title: 'Срок рассмотрения' }),
      },
      {
        ...{ command: 'points/group', where, may: officials },
        run: (viewer) => groupComments(world, viewer, { ...point(), commentIds: nowhere }),
      },
      {
        ...{ command: 'points/draft-answer', where, may: officials },
        run: (viewer) => draftAnswer(world, viewer, { ...point(), code: 'rejected', ...REASON }),
      },
      {
        ...{ command: 'points/decide-answer', where, may: ['head'] },
        run: (viewer) => decideAnswer(world, viewer, { ...point(), decision: 'approve' }),
      },
      {
        ...{ command: 'rounds/answer-council', where, may: ['head'] },
        run: (viewer) =>
          answerCouncil(world, viewer, {
            ...{
              roundId: roundId(),
              textKk: 'Қорытындыға уәжді жауап.',
              textRu: 'Мотивированный ответ на заключение.',
            },
          }),
      },
      {
        ...{ command: 'rounds/decide', where, may: ['head'] },
        run: (viewer) => decideRound(world, viewer, { roundId: roundId(), ...DECISION }),
      },
      {
        ...{ command: 'rounds/make-commitment', where, may: ['head'] },
        run: (viewer) =>
          makeCommitment(world, viewer, {
            ...{ roundId: roundId(), dueDay: today, textKk: 'Пандус орнатамыз.', textRu: 'Установим пандус.' },
          }),
      },
      {
        ...{ command: 'rounds/report-commitment', where, may: officials },
        run: (viewer) =>
          reportCommitment(world, viewer, {
            ...{ roundId: roundId(), commitmentId: nowhere, kept: 'kept' },
            ...{ evidenceKk: 'Пандус орнатылды, актіге қол қойылды.', evidenceRu: 'Пандус установлен, акт подписан.' },
          }),
      },
      {
        ...{ command: 'rounds/follow-up', where, may: officials },
        run: (viewer) =>
          followUp(world, viewer, {
            ...{ roundId: roundId(), textKk: 'Шешімнің салдары туралы есеп.', textRu: 'Отчёт о последствиях решения.' },
          }),
      },
      {
        ...{ command: 'rounds/publish-outcome', where, may: ['head'] },
        run: (viewer) => publishOutcome(world, viewer, { roundId: roundId(), ...OUTCOME }),
      },
    ];
  };
  const open = () => rounds.open;
  const ofCouncil = () => rounds.hosted;
  return [
    ...preparing(),
    ...documents(undefined, open, officials),
    ...documents(hosting, ofCouncil, [...council, ...officials]),
    ...hosted(undefined, open, { hosts: officials, heads: ['head'], opens: ['head'] }),
    ...hosted(hosting, ofCouncil, { hosts: council, heads: ['chair'], opens: council }),
    ...entering(undefined, open, () => comments.stays, []),
    ...entering(hosting, ofCouncil, () => comments.hosted, ['secretary']),
    ...analysing(undefined, open),
    ...analysing(hosting, ofCouncil),
    {
      command: 'rounds/declare-conflict',
      where: 'as one of the council’s people',
      may: ['secretary', 'chair', 'member'],
      run: (viewer) =>
        declareConflict(world, viewer, {
          ...{ roundId: rounds.open, councilId: cast.council.id, conflict: 'kin', explanation: 'Родство.' },
        }),
    },
    {
      command: 'rounds/declare-conflict',
      where: 'as an official of the body',
      may: ['executor', 'head'],
      run: (viewer) =>
        declareConflict(world, viewer, { roundId: rounds.open, conflict: 'employed', explanation: 'Родство.' }),
    },
    {
      command: 'rounds/give-view',
      may: council,
      run: (viewer) =>
        giveView(world, viewer, {
          ...{ roundId: rounds.open, councilId: cast.council.id, votes: [] },
          ...{ textKk: 'Кеңес жобаны қарады, қолдайды.', textRu: 'Совет рассмотрел проект, поддерживает.' },
        }),
    },
    {
      command: 'rounds/judge-commitment',
      may: ['ngo'],
      run: (viewer) => judgeCommitment(world, viewer, { roundId: rounds.open, commitmentId: nowhere, verdict: 'kept' }),
    },
    {
      command: 'comments/make',
      may: ['ngo'],
      run: (viewer) =>
        makeComment(world, viewer, {
          ...{ roundId: rounds.open, organisationId: cast.organisationId, documentId: nowhere },
          ...{ text: 'О пункте, которого нет.', language: 'ru' },
        }),
    },
    {
      command: 'comments/withdraw',
      may: ['ngo'],
      run: (viewer) => withdrawComment(world, viewer, { commentId: comments.withdrawn }),
    },
    {
      command: 'follows/follow',
      may: SIGNED_IN,
      run: (viewer) => follow(world, viewer, { what: 'topic', value: '?' }),
    },
    {
      command: 'follows/unfollow',
      may: SIGNED_IN,
      run: (viewer) => unfollow(world, viewer, { what: 'topic', value: 'health' }),
    },
    {
      command: 'searches/save',
      may: SIGNED_IN,
      run: (viewer) => saveSearch(world, viewer, { value: 'q=пандус' }),
    },
    {
      command: 'searches/see',
      may: SIGNED_IN,
      run: (viewer) => seeSearch(world, viewer, { value: 'q=пандус' }),
    },
    {
      command: 'searches/drop',
      may: SIGNED_IN,
      run: (viewer) => dropSearch(world, viewer, { value: 'q=пандус' }),
    },
  ];
}

async function* bytes() {
  yield Buffer.from('MZ');
}

/** Done by whoever has the token or nothing at all: sign-in, links of letters, registration. */
const OPEN_TO_ALL = [
  'accounts/ask-link',
  'accounts/ask-passkey',
  'accounts/enter-by-passkey',
  // By whoever holds a session that waits for it.
  'accounts/give-code',
  'accounts/register',
  'accounts/sign-in',
  'accounts/sign-out',
  'accounts/take-invitation',
  'accounts/take-link',
  'accounts/confirm-address',
  // By whoever holds a credential: nobody is known there.
  'waves/cast',
  'follows/stop-letters',
  'notices/open',
  'letters/stop-by-link',
  'searches/ask',
];
const BY_TIME_OR_START = [
  'waves/count',
  'waves/invite',
  'waves/open',
  'accounts/first-administrator',
  // By whoever runs the house: npm run sessions.
  'accounts/end-all-sessions',
  'obligations/lapse',
  'corrections/apply',
  'imports/go-on',
  'reminders/cover',
  'incoming/set-aside',
  'incoming/tell',
  'notices/watch',
  'register/publish',
  'scores/publish-dump',
  'register/publish',
  'audits/draw',
  'scores/reckon',
  'scores/recount',
  'reminders/write',
  'letters/gather',
  'reminders/mandates',
];
/** Parts of commands, called by commands that stand in this walk. */
const PARTS = [
  'templates/record',
  'webhooks/held',
  'absences/record',
  'accounts/own',
  'appeals/act',
  'appeals/around',
  'appeals/suspend',
  'appeals/would-publish',
  'appeals/case-at',
  'audits/act',
  'appeals/case-there',
  'appeals/origin',
  'appeals/filed-before',
  'appeals/complained-of',
  'comments/act',
  'contests/act',
  'comments/new-comment',
  // Around the commands that the API calls; test/pages/api-doors walks those as every key.
  'keys/once',
  'keys/tell',
  'meetings/act',
  'notices/time-act',
  'obligations/silence',
  'rounds/act',
  'scores/figures',
  'waves/act',
  'waves/tabulate',
];
const BARRED = ['not_signed_in', 'not_allowed', 'not_found'];

describe.each(ROWS.map((row) => [`${row.command} ${row.where ?? ''}`.trim(), row] as const))('%s', (_command, row) => {
  it.each(EVERYONE.filter((who) => !row.may.includes(who)))('is closed to %s', async (who) => {
    const outcome = await row.run(viewerOf(who));
    expect(outcome.ok).toBe(false);
    expect(BARRED, JSON.stringify(outcome)).toContain(outcome.ok ? 'done' : outcome.refusal.code);
  });

  it.each(row.may)('is open to %s', async (who) => {
    const outcome = await row.run(viewerOf(who));
    expect(outcome.ok ? 'done' : outcome.refusal.code).not.toMatch(/^(not_signed_in|not_allowed)$/);
  });
});

it('every command stands in this walk', () => {
  const commands = readdirSync('app/commands', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /export async function \w+\(\s*world/.test(readFileSync(`app/commands/${file}`, 'utf8')))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((command) => !PARTS.includes(command));
  const walked = [...ROWS.map(({ command }) => command), ...OPEN_TO_ALL, ...BY_TIME_OR_START];
  expect(commands.filter((command) => !walked.includes(command))).toEqual([]);
});
