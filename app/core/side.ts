// On whose side somebody stands towards a case, a round or a body: the applicant's, the body's, the council's, the house's. The bricks of the
// permission table, and the facts of each object that it turns on. Pure.
import type { Direction } from '../../guide/schema';
import { isAdministrator, isSelf, mandateAt, mandateOn, OFFICIAL_ROLES, type Role, type Viewer } from './viewer';

/** The facts of an appeal on which permission turns. */
export type AppealParties = {
  bodyId: string;
  personId: string;
  organisationId: string | null;
  /** As it is today (core/publicity). */
  visibility: string;
  /** Its steps (core/steps), folded or as their row has them: other bodies read what they are asked about. */
  steps?: unknown;
};
/** The facts of a round on which permission turns. */
export type RoundParties = { bodyId: string; councilId: string | null; phase: string };
/** The facts of a contest on which permission turns: the case's, the body's and the council that rules. */
export type ContestParties = AppealParties & { councilId: string };
/** Who made a contribution. */
export type ContributorParties = { personId: string | null; organisationId: string | null; councilId: string | null };
/** The facts of a contribution. */
export type CommentParties = RoundParties & { personId: string | null; organisationId: string | null };
/** A right to answer: `holderId` is null where the wave is open and nobody was invited. */
export type RightFacts = { direction: Direction; bodyId: string; holderId: string | null };
export type BodyFacts = { bodyId: string };
/** Whose webhook it is; both null for the administrators'. */
export type WebhookOwner = { organisationId: string | null; bodyId: string | null };
export type PersonFacts = { personId: string };

export const represents = (viewer: Viewer, organisationId: string | null): boolean =>
  organisationId !== null &&
  viewer.mandates.some((m) => m.role === 'representative' && m.organisationId === organisationId);

/** The applicant's side: who filed it, or whoever represents the organisation in whose name it was filed. */
export const isApplicant = (viewer: Viewer, appeal: AppealParties): boolean =>
  appeal.organisationId === null ? isSelf(viewer, appeal.personId) : represents(viewer, appeal.organisationId);

export const at =
  (...roles: Role[]) =>
  (viewer: Viewer | null, facts: BodyFacts): boolean =>
    viewer !== null && mandateAt(viewer, facts.bodyId, roles) !== undefined;
export const on =
  (...roles: Role[]) =>
  (viewer: Viewer | null, { councilId }: { councilId: string | null }): boolean =>
    viewer !== null && councilId !== null && mandateOn(viewer, councilId, roles) !== undefined;
/** The host's side of a round: the council's people where a council hosts, else the body's. */
export const host =
  (officials: readonly Role[], council: readonly Role[]) =>
  (viewer: Viewer | null, facts: { bodyId: string; councilId: string | null }): boolean =>
    facts.councilId === null ? at(...officials)(viewer, facts) : on(...council)(viewer, facts);
export const contributor = (
  viewer: Viewer | null,
  { personId, organisationId }: Omit<ContributorParties, 'councilId'>,
): boolean =>
  viewer !== null && (organisationId === null ? isSelf(viewer, personId) : represents(viewer, organisationId));
export const applicant = (viewer: Viewer | null, facts: AppealParties): boolean =>
  viewer !== null && isApplicant(viewer, facts);
/** Who may answer in an open wave: of a body's officials, or of those who represent an NGO. */
export const eligible = (viewer: Viewer, { direction, bodyId }: RightFacts): boolean =>
  direction === 'body_to_ngo'
    ? mandateAt(viewer, bodyId, OFFICIAL_ROLES) !== undefined
    : viewer.mandates.some(({ role }) => role === 'representative');
/** An official of a body that was asked something in the case. */
export const askedIn = (viewer: Viewer | null, { steps }: AppealParties): boolean =>
  ((steps as { errands?: readonly BodyFacts[] } | undefined)?.errands ?? []).some((errand) =>
    at(...OFFICIAL_ROLES)(viewer, errand),
  );
/** For an organisation that one represents, or in one's own name (null), which nobody does through a key. */
export const speaksFor = (viewer: Viewer | null, { organisationId }: { organisationId: string | null }): boolean =>
  viewer !== null && (organisationId === null ? isSelf(viewer, viewer.personId) : represents(viewer, organisationId));
export const administrator = (viewer: Viewer | null): boolean => viewer !== null && isAdministrator(viewer);
