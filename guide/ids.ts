/**
 * The ids of the guide that code relies upon: kinds, rules, starts, outcomes, requirements, reasons ... and their types.
 * Each id must have its texts in Kazakh, Russian and English; adding one without them fails `npm run guide`.
 */
import type { CONTEST_STARTS } from './contest-ids';
import type { ROUND_STARTS } from './round-ids';

export const LOCALES = ['kk', 'ru', 'en'] as const;
export const CONFIDENCES = ['read', 'secondary', 'unsure', 'platform'] as const;
export const UNITS = ['working_day', 'calendar_day', 'month'] as const;
export const KINDS = [
  'application',
  'complaint',
  'message',
  'proposal',
  'feedback',
  'request',
  'request_information',
  'service_complaint',
] as const;
export const FAMILIES = ['full', 'simplified', 'information', 'complaint', 'service_complaint'] as const;
export const PARTIES = ['body', 'applicant'] as const;

/** What a party owes, or may do only until a day. `decide_extended` is the longest an extended term may run. */
export const RULES = [
  'register',
  'decide',
  'decide_extended',
  'extension_notice',
  'redirect',
  'redirect_notice',
  'cure_return',
  'return',
  'hearing_notice',
  'objections',
  'file_access',
  'execute',
  'termination_notice',
  'forward',
  'send_back',
  'no_consideration_notice',
  'refuse',
  'already_published',
] as const;

/** Rules that later editions add: each has its texts in the editions that know it. */
export const FURTHER_RULES = ['hearing_protocol', 'protocol_remarks', 'oral_hearing', 'remarks_decision'] as const;
export const APPEAL_RULES = [...RULES, ...FURTHER_RULES] as const;

/** Duties whose day the parties set themselves, so that no rule of an edition counts it; their names are in guide/set-duties. */
export const SET_DUTIES = ['cure', 'errand', 'serve', 'promise', 'letter'] as const;

/** The day a term is counted from (the start day itself is not counted). */
export const STARTS = [
  'receipt',
  'registration',
  'arrival',
  'due',
  'redirect',
  'extension',
  'cure_lapse',
  'preliminary_decision',
  'request',
  'decision',
  'termination',
  'no_consideration',
] as const;
/** Starts of the rules that later editions add. */
export const FURTHER_STARTS = ['hearing_held', 'protocol_given', 'protocol_remarked'] as const;

export const OUTCOMES = [
  'act_favourable',
  'act_refusing',
  'answered',
  'taken_to_note',
  'terminated',
  'information_given',
  'already_published',
  'information_refused',
  'annul',
  'annul_and_new_act',
  'perform_action',
  'leave_unsatisfied',
  'send_back',
  'without_consideration',
  'complaint_upheld',
  'complaint_not_upheld',
] as const;
export const ENDINGS = ['decided', 'noted', 'terminated', 'refused', 'sent_back', 'without_consideration'] as const;

export const TERMINATION_GROUNDS = [
  'decision_exists',
  'court_act',
  'returned_identical',
  'withdrawn',
  'repeat_without_new_arguments',
  'anonymous',
  'no_substance',
  'pending_lawsuit',
] as const;
export const RETURN_GROUNDS = ['defects_not_cured', 'identical_terminated', 'obscene'] as const;
/** Why a burdening act may be given without a hearing, as an official states it. */
export const HEARING_EXCEPTIONS = ['urgent', 'applicant_asked'] as const;
/** Why a complaint does not suspend the execution of an act. */
export const SUSPENSION_EXCEPTIONS = ['protection', 'financial_supervision', 'other_law'] as const;
export const DECIDERS = ['head', 'deputy_head', 'head_of_office', 'authorised_person'] as const;

/** Requirements of a reply: `system` ones are filled from the record, `official` ones the form asks for. */
export const REQUIREMENTS = [
  'written',
  'body_and_official',
  'date',
  'applicant',
  'questions',
  'reasoning',
  'signature',
  'superior_body',
  'complaint_term',
  'complaint_order',
  'language',
  'cites_law',
  'concrete_facts',
  'measures_taken',
  'right_to_complain',
  'requested_form',
  'language_of_request',
  'holder_name',
  'holder_address',
  'signatory_post',
  'registration_number',
  'registration_date',
  'act_summary',
  'substance',
  'reasoning_with_law',
] as const;
export const NON_REPLIES = [
  'acknowledgement',
  'redirect_notice',
  'extension_notice',
  'preliminary_decision',
  'hearing_notice',
  'forwarding_notice',
] as const;
export const ESCALATIONS = ['complaint', 'court', 'other_complaint_body', 'service_quality_body'] as const;
export const OVERDUE_STATUSES = ['deemed_refused', 'overdue'] as const;
/** Where a case stands, for "what either party may do next". */
export const SITUATIONS = ['open', 'extended', 'redirected', 'overdue', 'replied', 'returned', 'terminated'] as const;

export const REMINDER_PLANS = ['standard', 'short', 'same_day', 'applicant', 'none'] as const;
export const REMINDER_POINTS = ['half_term', 'minus_3', 'minus_1', 'due_day', 'plus_1', 'weekly_overdue'] as const;

export const HOLIDAYS = [
  'new_year',
  'christmas',
  'womens_day',
  'constitution_day',
  'nauryz',
  'unity_day',
  'defender_day',
  'victory_day',
  'kurban_ait',
  'capital_day',
  'constitution_day_1995',
  'republic_day',
  'independence_day',
] as const;
/** Why a day of a term counts or does not. */
export const DAY_REASONS = [
  'start',
  'working_day',
  'calendar_day',
  'weekend',
  'holiday',
  'substitute',
  'moved_off',
  'moved_work',
  'rolled',
] as const;
export const RECEIVED = ['in_hours', 'after_hours', 'day_off'] as const;

export type Locale = (typeof LOCALES)[number];
export type Confidence = (typeof CONFIDENCES)[number];
export type Kind = (typeof KINDS)[number];
export type Party = (typeof PARTIES)[number];
export type RuleId = (typeof APPEAL_RULES)[number];
export type SetDuty = (typeof SET_DUTIES)[number];
export type Start =
  (typeof STARTS | typeof FURTHER_STARTS)[number] | (typeof ROUND_STARTS)[number] | (typeof CONTEST_STARTS)[number];
export type OutcomeId = (typeof OUTCOMES)[number];
export type HearingException = (typeof HEARING_EXCEPTIONS)[number];
export type SuspensionException = (typeof SUSPENSION_EXCEPTIONS)[number];
export type Requirement = (typeof REQUIREMENTS)[number];
export type Situation = (typeof SITUATIONS)[number];
export type Holiday = (typeof HOLIDAYS)[number];
export type DayReason = (typeof DAY_REASONS)[number];
export type ReceivedWhy = (typeof RECEIVED)[number];
