// Who is looking or acting: a signed-in person with the roles held today, or nobody (null). Built by queries/viewer.
export const ROLES = [
  'representative',
  'registrar',
  'executor',
  'approver',
  'council_secretary',
  'council_chair',
  'council_member',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];
/** Roles held at a state body. */
export const OFFICIAL_ROLES = ['registrar', 'executor', 'approver'] as const satisfies readonly Role[];

/** Roles on a public council. The secretary is not a member (Public Councils Law 12(2)). */
export const COUNCIL_ROLES = [
  'council_secretary',
  'council_chair',
  'council_member',
] as const satisfies readonly Role[];

/** Of a body's heads: its first head, or who acts for the first head now. */
export type Head = 'first' | 'acting';
export type Mandate = {
  role: Role;
  post: string | null;
  bodyId: string | null;
  organisationId: string | null;
  councilId?: string | null;
  /** The short address of the council, where it is known. */
  councilSlug?: string | null;
  head?: Head | null;
  /** The colleague who is away today and in whose place the viewer holds this one; absent for an office of one's own. */
  lentBy?: { personId: string; name: string } | null;
};
export type Viewer = {
  personId: string;
  name: string;
  email: string;
  locale: 'kk' | 'ru' | 'en';
  mandates: readonly Mandate[];
  /** Some of their mandates rest, and are not among these, until they prove a second factor (core/second-factor). */
  resting?: boolean;
  /** The key of the API through which the person acts: for an organisation or a body (core/key), never in one's own name. */
  keyId?: string;
  /** The letter by which they act, where they do by e-mail: it is settled in the act's own statement. */
  incomingId?: string;
};

/** Whether it is the person in their own name. */
export const isSelf = (viewer: Viewer, personId: string | null): boolean =>
  viewer.keyId === undefined && viewer.personId === personId;

/** The mandate under which a person acts at a body, if one of `roles` is held there. */
export const mandateAt = (viewer: Viewer, bodyId: string, roles: readonly Role[]): Mandate | undefined =>
  viewer.mandates.find((mandate) => mandate.bodyId === bodyId && roles.includes(mandate.role));

export const isAdministrator = (viewer: Viewer): boolean => viewer.mandates.some((m) => m.role === 'administrator');

/** The mandate under which a person acts on a council, if one of `roles` is held there. */
export const mandateOn = (viewer: Viewer, councilId: string, roles: readonly Role[]): Mandate | undefined =>
  viewer.mandates.find((mandate) => mandate.councilId === councilId && roles.includes(mandate.role));

/** The short address of the council whose desk is theirs: the first on which a person sits, or null. */
export const councilSeat = (viewer: Viewer): string | null =>
  viewer.mandates.find(({ councilSlug }) => councilSlug)?.councilSlug ?? null;
