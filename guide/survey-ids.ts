/**
 * The ids of trust surveys that code relies upon: directions, occasions, constructs, forms of questions. Items, options, rows and
 * instruments have free ids: new instruments are made without changing code. Each id has its texts in Kazakh, Russian and English.
 */

/** Who says how far they trust whom: NGOs the bodies they deal with, officials the NGOs they deal with. */
export const DIRECTIONS = ['ngo_to_body', 'body_to_ngo'] as const;
/** When an instrument is asked: after a case closes, once a year, or when a council decides. */
export const OCCASIONS = ['after_case', 'yearly', 'free'] as const;
export const DIMENSIONS = ['competence', 'benevolence', 'integrity'] as const;
export const DRIVERS = ['reliability', 'responsiveness', 'openness', 'fairness'] as const;
/** What an item measures. `trust` and `distrust` are asked apart and never netted; `background` only divides; `other` stands for itself. */
export const CONSTRUCTS = ['trust', 'distrust', ...DIMENSIONS, ...DRIVERS, 'background', 'other'] as const;
/** Forms of a question. */
export const ITEM_KINDS = ['scale', 'choice', 'multiple', 'matrix', 'text'] as const;
/** The shares that answers on the trust scale are grouped into; `dont_know` stands beside them. */
export const TRUST_SHARES = ['trust', 'neutral', 'low'] as const;
/** Who may take part: only those invited (a response rate exists), or everyone with an account (it does not). */
export const OPENNESS = ['closed', 'open'] as const;
/** Why a cell of a published table is empty. */
export const SUPPRESSIONS = ['nobody', 'small', 'complementary'] as const;
/** How published answers may be divided. `background` is by the answer to an item that the instrument names. */
export const CUTS = ['total', 'level', 'region', 'body', 'background'] as const;

export type Direction = (typeof DIRECTIONS)[number];
export type Occasion = (typeof OCCASIONS)[number];
export type Construct = (typeof CONSTRUCTS)[number];
export type Dimension = (typeof DIMENSIONS)[number];
export type Driver = (typeof DRIVERS)[number];
export type ItemKind = (typeof ITEM_KINDS)[number];
export type TrustShare = (typeof TRUST_SHARES)[number];
export type Openness = (typeof OPENNESS)[number];
export type Suppression = (typeof SUPPRESSIONS)[number];
export type Cut = (typeof CUTS)[number];
