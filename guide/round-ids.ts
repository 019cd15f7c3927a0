/**
 * The ids of consultation rounds that code relies upon: kinds, duties, starts, gate checks, dispositions ... and their types.
 * Each must have its texts in Kazakh, Russian and English in every edition that knows rounds.
 */
export const ROUND_KINDS = [
  'service_bylaw',
  'draft_act',
  'budget_plan',
  'council_recommendation',
  'public_control_document',
  'hearing',
  'early_dialogue',
] as const;

/** `comment_period` and `comment_floor` are limits; the rest are owed by someone. */
export const ROUND_RULES = [
  'comment_period',
  'comment_floor',
  'hearing_call',
  'hearing_materials',
  'dispose',
  'dispose_comment',
  'council_reply',
  'publish_outcome',
  'commitment',
  'follow_up',
] as const;

/** The days that terms of rounds are counted from. */
export const ROUND_STARTS = [
  'round_opened',
  'round_closed',
  'contribution',
  'council_view',
  'hearing',
  'decision_on_document',
  'stated_day',
] as const;

export const ROUND_PARTIES = ['body', 'participant', 'council', 'public'] as const;
export const ROUND_HOSTS = ['body', 'council'] as const;
export const CONTRIBUTORS = ['everyone', 'council', 'organisation'] as const;
export const DOCUMENT_ROLES = [
  'draft',
  'explanatory_note',
  'comparison_table',
  'recommendations',
  'materials',
] as const;
/** The languages that every document and every published answer must have. */
export const STATE_LANGUAGES = ['kk', 'ru'] as const;

/** What the gate looks at before a round opens. */
export const GATE_CHECKS = [
  'time_left',
  'languages',
  'documents',
  'machine_readable',
  'neutral',
  'invited',
  'decides',
  'fixed',
  'contact',
] as const;
/** The questions that a person signs for the check `neutral`. */
export const NEUTRAL_QUESTIONS = ['no_leading', 'both_sides', 'plain_words', 'open_outcome'] as const;

/** `change`: whether the disposition must show a clause of the next version whose text differs. */
export const DISPOSITIONS = ['accepted', 'partly', 'rejected', 'out_of_scope', 'already_covered', 'duplicate'] as const;
/** Where a round stands, in the guide's order. */
export const STAGES = [
  'announced',
  'open',
  'closed',
  'analysis',
  'replies',
  'council_view',
  'decision',
  'outcome_published',
  'follow_up',
] as const;
export const MODERATION_GROUNDS = ['insult', 'personal_data', 'advertising', 'unlawful'] as const;
export const CONFLICTS = ['employed', 'funded', 'kin', 'other'] as const;
/** How a contribution reached the round. */
export const ORIGINS = ['site', 'paper', 'hearing', 'phone'] as const;

export type RoundKind = (typeof ROUND_KINDS)[number];
export type RoundRuleId = (typeof ROUND_RULES)[number];
export type RoundHost = (typeof ROUND_HOSTS)[number];
export type DocumentRole = (typeof DOCUMENT_ROLES)[number];
export type StateLanguage = (typeof STATE_LANGUAGES)[number];
export type GateCheck = (typeof GATE_CHECKS)[number];
export type DispositionId = (typeof DISPOSITIONS)[number];
export type Stage = (typeof STAGES)[number];
export type Origin = (typeof ORIGINS)[number];
