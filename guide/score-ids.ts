/**
 * The ids of scores that code relies upon: measures, bands, why a case is left out. Each has its texts in Kazakh, Russian and English in
 * every edition that knows scores.
 */

export const MEASURES = [
  'lawful_term',
  'extended_term',
  'registered',
  'duties',
  'time_to_answer',
  'ends',
  'backlog',
  'extended',
  'redirected',
  'terminated',
  'taken_to_note',
  'deemed_refused',
  'satisfied',
  'comments',
  'coverage',
  'council_replies',
  'last_day',
  'composite',
] as const;
/** Measures that an edition may know besides: each stands in its scoring.yaml under its own name. */
export const FURTHER_MEASURES = ['promises', 'after_hours', 'association', 'brush_off'] as const;
/** Measures that are shares with a band or a weight: what a composite may be made of. */
export const COMPOSABLE = ['lawful_term', 'registered', 'satisfied', 'comments', 'council_replies'] as const;
/** From the best to the worst. */
export const BANDS = ['good', 'adequate', 'unsatisfactory'] as const;
/** Why a case is not in a share, or a figure not on a page. */
export const EXCLUSIONS = ['not_due', 'withdrawn', 'redirected', 'not_begun', 'withheld'] as const;
/** How a case ends, as time to an end is measured. */
export const CASE_ENDS = ['answered', 'taken_to_note', 'terminated', 'withdrawn', 'redirected'] as const;

export type Measure = (typeof MEASURES)[number];
export type Composable = (typeof COMPOSABLE)[number];
export type Band = (typeof BANDS)[number];
export type Exclusion = (typeof EXCLUSIONS)[number];
export type CaseEnd = (typeof CASE_ENDS)[number];
