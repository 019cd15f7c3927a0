// The words for what becomes of a letter that came in: lists that letters, pages and rows share.
/** Done on the record in the sender's name, or kept for the sender to finish. */
export const TAKEN = [
  'cured',
  'objected',
  'protocol_remarked',
  'errand_answered',
  'recorded',
  'noted',
  'for_answer',
] as const;
export type Taken = (typeof TAKEN)[number];
/** `put`: put to a case by a registrar. */
export const WHATS = [
  ...TAKEN,
  'automatic',
  'bounced',
  'delayed',
  'duplicate',
  'put',
  'returned',
  'discarded',
] as const;
/** Why a letter could not be matched. */
export const UNMATCHED = ['sender', 'not_allowed', 'unreadable', 'no_report'] as const;
export type Unmatched = (typeof UNMATCHED)[number];
/** What a registrar makes of it. */
export const SETTLEMENTS = ['matched', 'returned', 'discarded'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];
/** Why an attachment was not taken. */
export const NOT_TAKEN = ['type', 'too_large', 'too_many', 'no_place', 'infected'] as const;
export type NotTaken = { name: string; why: (typeof NOT_TAKEN)[number] };
