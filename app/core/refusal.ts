// A refusal is what Kenes says when a person asks for something that can't be done: a value, never an exception.
// Commands return it, pages show its three sentences (what, why, what now) from app/text. Codes are an open table:
// a code without its sentences in every language does not compile.

/** Where a refusal or a number stands in the law: an act of the edition (its id) and the article. */
export type Citation = { act: string; article: string };

export const REFUSALS = [
  'invalid',
  'not_signed_in',
  'not_allowed',
  'not_found',
  'changed_meanwhile',
  'form_taken',
  'body_closed',
  'already_ended',
  'not_ended',
  'already_accepted',
  'already_judged',
  'redirect_to_itself',
  'redirect_not_superior',
  'extension_not_allowed',
  'extension_used_up',
  'extension_pending',
  'extension_not_pending',
  'extension_after_due',
  'extension_beyond_cap',
  'extension_not_later',
  'reply_incomplete',
  'outcome_unknown',
  'ground_unknown',
  'official_not_here',
  'round_opened_already',
  'round_not_open',
  'round_still_open',
  'round_completed',
  'round_not_decided',
  'gate_barred',
  'waiver_not_possible',
  'period_too_short',
  'period_not_later',
  'period_not_shorter',
  'document_not_of_kind',
  'document_unreadable',
  'document_not_docx',
  'clause_unknown',
  'contributors_only',
  'comment_ended',
  'comment_grouped_elsewhere',
  'comments_unanswered',
  'point_unknown',
  'point_empty',
  'point_without_draft',
  'same_person',
  'change_missing',
  'change_not_different',
  'change_undone',
  'target_missing',
  'target_unanswered',
  'target_is_duplicate',
  'duplicate_circle',
  'personal_data_found',
  'nothing_to_moderate',
  'quorum_missing',
  'not_adopted',
  'recused',
  'view_given_already',
  'no_view',
  'view_not_asked',
  'council_answered_already',
  'hearing_not_called',
  'hearing_not_yet',
  'hearing_held_already',
  'hearing_protocol_missing',
  'report_incomplete',
  'outcome_not_published',
  'followed_up_already',
  'commitment_unknown',
  'commitment_reported_already',
  'commitment_not_reported',
  'already_decided',
  'contests_unknown',
  'contested_already',
  'contest_window_over',
  'contest_changes_nothing',
  'contest_ended',
  'no_council',
  'someone_may_rule',
  'meeting_held',
  'meeting_to_come',
  'instrument_unknown',
  'instrument_faulty',
  'instrument_unchanged',
  'instrument_unreadable',
  'wave_not_open',
  'wave_opened_already',
  'no_right',
  'right_taken',
  'credential_unreadable',
  'credential_foreign',
  'bin_taken',
  'wrong_credentials',
  'wrong_password',
  'link_spent',
  'too_many_attempts',
  'already_member',
  'last_administrator',
  'demo_account',
  'slug_taken',
  'tree_circle',
  'body_has_children',
  'council_closed',
  'seat_taken',
  'secretary_apart',
  'chair_is_official',
  'term_too_long',
  'term_ended',
  'letter_not_failed',
  'file_too_large',
  'too_many_files',
  'file_type',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** What is wrong with one field of a form. */
export const PROBLEMS = [
  'required',
  'too_short',
  'too_long',
  'bad_email',
  'bad_bin',
  'bad_day',
  'bad_choice',
  'bad_value',
  'too_many',
  'not_together',
  'weak_password',
  'personal_data',
] as const;
export type Problem = (typeof PROBLEMS)[number];

export type Refusal = {
  code: RefusalCode;
  /** The article that forbids or demands, where one does. */
  basis?: Citation;
  /** Values for the sentences: days, numbers, names. */
  params?: Record<string, string | number>;
  /** Field name -> problem, for forms. */
  fields?: Record<string, Problem>;
};

export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refuse = (code: RefusalCode, more: Omit<Refusal, 'code'> = {}): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, ...more },
});
