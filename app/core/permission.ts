// The one permission table: which act is open to whom. Commands ask it before anything else, pages ask it before they
// offer a button. Rules see the viewer and the facts of the object, never the database.
import { KEEPER, MAKERS, ownerOf, rolesThere, type KeyFacts } from './key';
import {
  administrator,
  applicant,
  askedIn,
  at,
  contributor,
  eligible,
  host,
  on,
  represents,
  speaksFor,
  type AppealParties,
  type BodyFacts,
  type ContestParties,
  type ContributorParties,
  type PersonFacts,
  type RightFacts,
  type RoundParties,
  type WebhookOwner,
} from './side';
import { COUNCIL_ROLES, isAdministrator, isSelf, OFFICIAL_ROLES, type Viewer } from './viewer';

export const PERMISSIONS = {
  /** In one's own name (organisationId null) or for an organisation that one represents. */
  'appeal.file': speaksFor,
  'appeal.read': (viewer: Viewer | null, facts: AppealParties) =>
    facts.visibility === 'public' ||
    applicant(viewer, facts) ||
    at(...OFFICIAL_ROLES)(viewer, facts) ||
    askedIn(viewer, facts),
  'appeal.accept': (viewer: Viewer | null, facts: AppealParties) => at('registrar')(viewer, facts),
  'appeal.assign': (viewer: Viewer | null, facts: AppealParties) => at('registrar', 'approver')(viewer, facts),
  'appeal.redirect': (viewer: Viewer | null, facts: AppealParties) => at('registrar', 'approver')(viewer, facts),
  'appeal.propose_extension': (viewer: Viewer | null, facts: AppealParties) =>
    at('executor', 'approver')(viewer, facts),
  /** APPC 76(3): only the head, a deputy head or the head of the office. */
  'appeal.decide_extension': (viewer: Viewer | null, facts: AppealParties) => at('approver')(viewer, facts),
  'appeal.answer': (viewer: Viewer | null, facts: AppealParties) => at('executor', 'approver')(viewer, facts),
  'appeal.draft_answer': (viewer: Viewer | null, facts: AppealParties) => at('executor', 'approver')(viewer, facts),
  /** Of four eyes the second two. */
  'appeal.decide_draft': (viewer: Viewer | null, facts: AppealParties) => at('approver')(viewer, facts),
  'appeal.join': (viewer: Viewer | null, facts: AppealParties) => at(...OFFICIAL_ROLES)(viewer, facts),
  /** What the public reads of it; the parties read everything. */
  'appeal.redact': (viewer: Viewer | null, facts: AppealParties) => at('registrar', 'approver')(viewer, facts),
  /** What comes by e-mail: the applicant's, or what a registrar puts to the case. */
  'appeal.send_letter': (viewer: Viewer | null, facts: AppealParties) =>
    applicant(viewer, facts) || at('registrar', 'approver')(viewer, facts),
  /** A letter that could not be matched is its body's. */
  'appeal.settle_letter': (viewer: Viewer | null, facts: AppealParties) => at('registrar', 'approver')(viewer, facts),
  /** Letters that nobody could match: whoever settles them, and administrators, who see that they wait. */
  'incoming.read': (viewer: Viewer | null) =>
    viewer !== null && viewer.mandates.some(({ role }) => ['registrar', 'approver', 'administrator'].includes(role)),
  'appeal.remark': (viewer: Viewer | null, facts: AppealParties) => at(...OFFICIAL_ROLES)(viewer, facts),
  /** One's own absence, or that of a colleague by the head. */
  'absence.announce': (viewer: Viewer | null, facts: BodyFacts & PersonFacts) =>
    at('approver')(viewer, facts) || (viewer?.personId === facts.personId && at(...OFFICIAL_ROLES)(viewer, facts)),
  'template.write': (viewer: Viewer | null, facts: BodyFacts) => at('executor', 'approver')(viewer, facts),
  /** How a body arranges its own work is its head's to say. */
  'office.arrange': (viewer: Viewer | null, facts: BodyFacts) => at('approver')(viewer, facts),
  /** APPC 88(2): the head or a deputy. */
  'appeal.terminate': (viewer: Viewer | null, facts: AppealParties) => at('approver')(viewer, facts),
  'appeal.withdraw': applicant,
  /** The number elsewhere: whoever has it before them. */
  'appeal.set_external': (viewer: Viewer | null, facts: AppealParties) =>
    applicant(viewer, facts) || at(...OFFICIAL_ROLES)(viewer, facts),
  /** Either party, of what the answer says. */
  'appeal.note_promises': (viewer: Viewer | null, facts: AppealParties) =>
    applicant(viewer, facts) || at('executor', 'approver')(viewer, facts),
  'appeal.report_promise': (viewer: Viewer | null, facts: AppealParties) => at('executor', 'approver')(viewer, facts),
  'appeal.judge_promise': applicant,
  /** From which day a private appeal is everybody's, and which of its files never are. */
  'appeal.set_publicity': applicant,
  'appeal.judge': applicant,
  'appeal.ask_cure': (viewer: Viewer | null, facts: AppealParties) => at(...OFFICIAL_ROLES)(viewer, facts),
  'appeal.cure': applicant,
  'appeal.call_hearing': (viewer: Viewer | null, facts: AppealParties) => at('executor', 'approver')(viewer, facts),
  'appeal.object': applicant,
  'appeal.record_hearing': (viewer: Viewer | null, facts: AppealParties) => at('executor', 'approver')(viewer, facts),
  /** An oral hearing that was asked for gets its day; whoever presided decides on remarks. */
  'appeal.set_hearing': (viewer: Viewer | null, facts: AppealParties) => at('executor', 'approver')(viewer, facts),
  'appeal.decide_remarks': (viewer: Viewer | null, facts: AppealParties) => at('executor', 'approver')(viewer, facts),
  'appeal.remark_protocol': applicant,
  'appeal.ask_file': applicant,
  'appeal.give_file': (viewer: Viewer | null, facts: AppealParties) => at(...OFFICIAL_ROLES)(viewer, facts),
  'appeal.report_execution': (viewer: Viewer | null, facts: AppealParties) => at('executor', 'approver')(viewer, facts),
  'appeal.judge_execution': applicant,
  'appeal.redirect_part': (viewer: Viewer | null, facts: AppealParties) => at('registrar', 'approver')(viewer, facts),
  'appeal.give_errand': (viewer: Viewer | null, facts: AppealParties) => at(...OFFICIAL_ROLES)(viewer, facts),
  'appeal.answer_errand': (viewer: Viewer | null, facts: AppealParties) =>
    at(...OFFICIAL_ROLES)(viewer, facts) || askedIn(viewer, facts),
  'appeal.record_paper': (viewer: Viewer | null, facts: AppealParties) => at('registrar', 'approver')(viewer, facts),
  /** How a notice reached the applicant is the parties' to know. */
  'appeal.read_notices': (viewer: Viewer | null, facts: AppealParties) =>
    applicant(viewer, facts) || at(...OFFICIAL_ROLES)(viewer, facts) || administrator(viewer),
  'appeal.return': (viewer: Viewer | null, facts: AppealParties) => at('registrar', 'approver')(viewer, facts),
  /** The head signs what the body says of its own figures. */
  'contest.make': (viewer: Viewer | null, facts: BodyFacts) => at('approver')(viewer, facts),
  'contest.read': (viewer: Viewer | null, facts: ContestParties) =>
    facts.visibility === 'public' ||
    applicant(viewer, facts) ||
    at(...OFFICIAL_ROLES)(viewer, facts) ||
    on(...COUNCIL_ROLES)(viewer, facts) ||
    administrator(viewer),
  'contest.withdraw': (viewer: Viewer | null, facts: BodyFacts) => at('approver')(viewer, facts),
  'contest.rule': (viewer: Viewer | null, facts: { councilId: string }) =>
    on('council_secretary', 'council_chair')(viewer, facts),
  'contest.declare': (viewer: Viewer | null, facts: { councilId: string }) =>
    on('council_member', 'council_chair')(viewer, facts),
  /** Also an administrator: on a council that was closed nobody sits. */
  'contest.pass_on': (viewer: Viewer | null, facts: { councilId: string }) =>
    administrator(viewer) || on('council_secretary', 'council_chair')(viewer, facts),
  'round.read': (viewer: Viewer | null, facts: RoundParties) =>
    facts.phase !== 'preparing' || at(...OFFICIAL_ROLES)(viewer, facts) || on(...COUNCIL_ROLES)(viewer, facts),
  'round.prepare': host(['executor', 'approver'], ['council_secretary', 'council_chair']),
  'round.open': host(['approver'], ['council_chair', 'council_secretary']),
  'round.waive': host(['approver'], ['council_chair']),
  'round.move_period': host(['approver'], ['council_chair']),
  /** Input that came on paper, by phone or at a hearing. */
  'round.enter': (viewer: Viewer | null, facts: RoundParties) =>
    at(...OFFICIAL_ROLES)(viewer, facts) || on('council_secretary')(viewer, facts),
  'round.moderate': (viewer: Viewer | null, facts: RoundParties) =>
    at('registrar', 'approver')(viewer, facts) || on('council_secretary')(viewer, facts),
  'round.hold_hearing': host(['executor', 'approver'], ['council_secretary', 'council_chair']),
  'round.analyse': (viewer: Viewer | null, facts: RoundParties) => at('executor', 'approver')(viewer, facts),
  'round.approve': (viewer: Viewer | null, facts: RoundParties) => at('approver')(viewer, facts),
  'round.decide': (viewer: Viewer | null, facts: RoundParties) => at('approver')(viewer, facts),
  /** An interest of one's own, by whoever answers or decides. */
  'round.declare': (viewer: Viewer | null, facts: RoundParties) => at('executor', 'approver')(viewer, facts),
  'round.report': (viewer: Viewer | null, facts: RoundParties) => at('executor', 'approver')(viewer, facts),
  /** Whoever contributed says whether a commitment was kept: the person, the organisation's people, the council's. */
  'round.judge': (viewer: Viewer | null, facts: ContributorParties) =>
    facts.councilId === null ? contributor(viewer, facts) : on(...COUNCIL_ROLES)(viewer, facts),
  'council.record_view': (viewer: Viewer | null, facts: { councilId: string }) =>
    on('council_secretary', 'council_chair')(viewer, facts),
  /** The secretary too, who does not vote and yet records. */
  'council.declare': (viewer: Viewer | null, facts: { councilId: string }) => on(...COUNCIL_ROLES)(viewer, facts),
  'council.read_desk': (viewer: Viewer | null, facts: { councilId: string }) => on(...COUNCIL_ROLES)(viewer, facts),
  'council.manage': administrator,
  /** In one's own name, or for an organisation that one represents. */
  'comment.make': speaksFor,
  'comment.withdraw': contributor,
  /** A council's secretary and chair write instruments for it, administrators for anybody. */
  'instrument.edit': (viewer: Viewer | null, facts: { councilId: string | null }) =>
    administrator(viewer) || on('council_secretary', 'council_chair')(viewer, facts),
  'instrument.publish': (viewer: Viewer | null, facts: { councilId: string | null }) =>
    administrator(viewer) || on('council_chair')(viewer, facts),
  /** A wave for the whole country is the administrator's; one of a council is its secretary's or chair's. */
  'wave.plan': (viewer: Viewer | null, facts: { councilId: string | null }) =>
    facts.councilId === null ? administrator(viewer) : on('council_secretary', 'council_chair')(viewer, facts),
  /** Takes the right to answer that they hold themselves; in an open wave, one that their role gives them. */
  'right.take': (viewer: Viewer | null, facts: RightFacts) =>
    viewer !== null && (facts.holderId === null ? eligible(viewer, facts) : facts.holderId === viewer.personId),
  'round.follow': (viewer: Viewer | null) => viewer !== null,
  'search.save': (viewer: Viewer | null) => viewer !== null,
  /** One's own appeals that are not sent yet. */
  'draft.write': (viewer: Viewer | null, facts: PersonFacts) => viewer !== null && viewer.personId === facts.personId,
  'desk.read': (viewer: Viewer | null, facts: BodyFacts) => at(...OFFICIAL_ROLES)(viewer, facts),
  /** Judges answers in an audit: of councils or administrators, and nobody who is an official anywhere. */
  'audit.code': (viewer: Viewer | null, _facts: null) =>
    viewer !== null &&
    viewer.mandates.some(({ role }) => role === 'administrator' || COUNCIL_ROLES.some((one) => one === role)) &&
    !viewer.mandates.some(({ role }) => OFFICIAL_ROLES.some((one) => one === role)),
  /** Figures of responsiveness before they are everybody's, with every case behind them. */
  'score.read_own': (viewer: Viewer | null, facts: BodyFacts) => at(...OFFICIAL_ROLES)(viewer, facts),
  /** Figures about a body that are not public: its officials', and nobody else's. */
  'trust.read_own': (viewer: Viewer | null, facts: BodyFacts) => at(...OFFICIAL_ROLES)(viewer, facts),
  'today.read': (viewer: Viewer | null) => viewer !== null,
  'letter.read': (viewer: Viewer | null, facts: { personId: string | null }) =>
    administrator(viewer) || (viewer !== null && viewer.personId === facts.personId),
  'letter.resend': administrator,
  'setting.change': administrator,
  /** Never one's own: the command looks whose it is. */
  'second_factor.lift': administrator,
  'queue.settle': administrator,
  'record.ask_erasure': administrator,
  /** Never whoever asked for it: the command looks who that was. */
  'record.decide_erasure': (viewer: Viewer | null, facts: BodyFacts) =>
    administrator(viewer) || at('approver')(viewer, facts),
  'operations.read': administrator,
  'correction.manage': administrator,
  'body.manage': administrator,
  /** Tables of bodies and organisations. */
  'register.import': administrator,
  'person.invite': administrator,
  /** An administrator ends any; a representative that of a colleague in the same organisation; anybody their own. */
  'membership.end': (viewer: Viewer | null, facts: { personId: string; organisationId: string | null }) =>
    viewer !== null &&
    (isAdministrator(viewer) || viewer.personId === facts.personId || represents(viewer, facts.organisationId)),
  /** A colleague's; one's own to an earlier day alone, so that nobody puts off the day that others set. Instants, null for none. */
  'mandate.set_last_day': (
    viewer: Viewer | null,
    {
      organisationId,
      personId,
      present,
      until,
    }: { organisationId: string; personId: string; present: number | null; until: number | null },
  ) =>
    viewer !== null &&
    represents(viewer, organisationId) &&
    (viewer.personId !== personId || present === null || (until !== null && until <= present)),
  'mandate.hand_over': (viewer: Viewer | null, facts: { organisationId: string }) =>
    viewer !== null && represents(viewer, facts.organisationId),
  'colleague.invite': (viewer: Viewer | null, facts: { organisationId: string }) =>
    viewer !== null && represents(viewer, facts.organisationId),
  /** Whoever represents the organisation, or is an official of the body, for their own acts; never a key. */
  'key.make': (viewer: Viewer | null, facts: KeyFacts) =>
    viewer !== null &&
    viewer.keyId === undefined &&
    rolesThere(viewer, facts).some((role) => MAKERS[ownerOf(facts)].includes(role)),
  /** One's own, and every key by whoever represents the organisation or heads the body. */
  'key.revoke': (viewer: Viewer | null, facts: KeyFacts & PersonFacts) =>
    viewer !== null &&
    viewer.keyId === undefined &&
    (viewer.personId === facts.personId || rolesThere(viewer, facts).includes(KEEPER[ownerOf(facts)])),
  'organisation.edit': (viewer: Viewer | null, facts: { organisationId: string }) =>
    viewer !== null && represents(viewer, facts.organisationId),
  /** An organisation's people, a body's head, or for neither an administrator. */
  'webhook.manage': (viewer: Viewer | null, { organisationId, bodyId }: WebhookOwner) =>
    viewer !== null &&
    (bodyId !== null
      ? at('approver')(viewer, { bodyId })
      : organisationId !== null
        ? represents(viewer, organisationId)
        : isAdministrator(viewer)),
  'session.revoke': (viewer: Viewer | null, facts: PersonFacts) =>
    viewer !== null && viewer.personId === facts.personId,
  /** One's own data; those of an organisation that one represents; the cases of a body by its head or registrar, who answer for its records. */
  'data.export': (viewer: Viewer | null, { bodyId, ...whose }: WebhookOwner & PersonFacts) =>
    bodyId !== null
      ? at('registrar', 'approver')(viewer, { bodyId })
      : viewer !== null && speaksFor(viewer, whose) && isSelf(viewer, whose.personId),
  'account.edit': (viewer: Viewer | null, facts: PersonFacts) => viewer !== null && viewer.personId === facts.personId,
} as const;

export type Action = keyof typeof PERMISSIONS;

/** Whether the viewer may do it, given the facts that the action turns on. */
export const may = <A extends Action>(
  viewer: Viewer | null,
  action: A,
  facts: Parameters<(typeof PERMISSIONS)[A]>[1],
): boolean => (PERMISSIONS[action] as (viewer: Viewer | null, facts: unknown) => boolean)(viewer, facts);
