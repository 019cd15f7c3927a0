/**
 * The ids of notices: letters that the law asks a body to send to the applicant, and whose service can be proved. Each has its name in
 * Kazakh, Russian and English in every edition that knows notices.
 */
export const NOTICES = [
  'appeal_accepted',
  'appeal_redirected',
  'part_redirected',
  'extension_notice',
  'cure_asked',
  'returned',
  'decision_announced',
  'hearing_called',
  'heard',
  'file_given',
  'appeal_terminated',
  'appeal_answered',
] as const;
export type NoticeId = (typeof NOTICES)[number];
