// What a key of the API may be made for: the one table of scopes, whose keys have them, and how long a key lives. A key acts for an
// organisation or a body, and for the person who made it; which act is open to it, core/permission says as for that person.
import { OFFICIAL_ROLES, type Role, type Viewer } from './viewer';

export type KeyOwner = 'organisation' | 'body';

/** Each scope with whose keys may have it; but for `read` it is the permission (core/permission) that it lets through. */
export const SCOPE_OF = {
  /** What only the organisation, or the body's officials, read. */
  read: ['organisation', 'body'],
  'appeal.file': ['organisation'],
  'appeal.withdraw': ['organisation'],
  'appeal.set_external': ['organisation', 'body'],
  'appeal.accept': ['body'],
  'appeal.answer': ['body'],
  'appeal.propose_extension': ['body'],
  'comment.make': ['organisation'],
  'comment.withdraw': ['organisation'],
} as const satisfies Record<string, readonly KeyOwner[]>;
export type Scope = keyof typeof SCOPE_OF;
export const SCOPES = Object.keys(SCOPE_OF) as Scope[];

/** Acts that not every official of a body may do: whose keys have them. */
const ONLY_OF: Partial<Record<Scope, readonly Role[]>> = {
  'appeal.accept': ['registrar', 'approver'],
  'appeal.answer': ['executor', 'approver'],
  'appeal.propose_extension': ['executor', 'approver'],
};
/** Whose keys are theirs alone: each for their own acts, and dead without such a role. Heads and representatives look after all of them. */
export const MAKERS: Record<KeyOwner, readonly Role[]> = { organisation: ['representative'], body: OFFICIAL_ROLES };
/** Who sees every key of the organisation or body, revokes any, and is told of each. */
export const KEEPER: Record<KeyOwner, Role> = { organisation: 'representative', body: 'approver' };

/** What a key may be made for by whoever holds these roles there. */
export const scopesFor = (owner: KeyOwner, roles: readonly Role[] = MAKERS[owner]): Scope[] =>
  SCOPES.filter(
    (scope) =>
      SCOPE_OF[scope].some((one: KeyOwner) => one === owner) &&
      (ONLY_OF[scope] ?? MAKERS[owner]).some((role) => roles.includes(role)),
  );

/** The roles that a person holds there in their own right: nobody makes a key in the place of a colleague who is away. */
export const rolesThere = ({ mandates }: Viewer, { organisationId, bodyId }: KeyFacts): Role[] =>
  mandates.flatMap((one) =>
    !one.lentBy &&
    (organisationId === null ? bodyId !== null && one.bodyId === bodyId : one.organisationId === organisationId)
      ? [one.role]
      : [],
  );

/** Days that a key may live: an office that forgets its keys forgets them for a year at most. */
export const KEY_DAYS = ['30', '90', '180', '365'] as const;
/** Living keys of one person at one organisation or body. */
export const KEYS_LIMIT = 10;

const HOUR = 3_600_000;
/** For how long what a write was answered is remembered under its Idempotency-Key. */
export const REMEMBERED_HOURS = 48;
/** From when on a remembered answer is none any more. */
export const rememberedFrom = (now: number): number => now - REMEMBERED_HOURS * HOUR;
/** A write that has had no answer for so long was cut off by a fault: its key may be used again. */
export const CUT_OFF_AFTER = 5 * 60_000;

/** Whose a key is: exactly one of both. */
export type KeyFacts = { organisationId: string | null; bodyId: string | null };
export const ownerOf = ({ organisationId }: KeyFacts): KeyOwner => (organisationId === null ? 'body' : 'organisation');

/** The viewer that a key is: the person who made it with no other mandate than those at the key's organisation or body; null where none of those that keys are made under is among them. */
export function keyViewer(keyId: string, { organisationId, bodyId }: KeyFacts, maker: Viewer): Viewer | null {
  const mandates = maker.mandates.filter((one) =>
    organisationId === null ? bodyId !== null && one.bodyId === bodyId : one.organisationId === organisationId,
  );
  const makers = MAKERS[ownerOf({ organisationId, bodyId })];
  return mandates.some(({ role }) => makers.includes(role)) ? { ...maker, mandates, keyId } : null;
}
