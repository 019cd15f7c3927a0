// How long a signed-in browser, a one-time link and an invitation live, and how often a session's last use is noted.
// Read by the commands that make them and by queries/viewer.
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A session ends this long after it was last used. */
export const SESSION_LIFE = 30 * DAY_MS;
/** And this long after signing in at the latest, however it is used. */
export const SESSION_WHOLE = 90 * DAY_MS;
/** Its last use is written down at most this often: reading a page should not cost a write. */
export const SESSION_TOUCH = 5 * MINUTE_MS;

export const SIGN_IN_MINUTES = 10;
export const CONFIRM_HOURS = 24;
export const INVITATION_DAYS = 7;
/** How long a browser that gave the right password may take to give the code of the second factor. */
export const CODE_LIFE = 10 * MINUTE_MS;

export const PASS_LIFE = {
  sign_in: SIGN_IN_MINUTES * MINUTE_MS,
  registration: CONFIRM_HOURS * HOUR_MS,
  invitation: INVITATION_DAYS * DAY_MS,
  address: CONFIRM_HOURS * HOUR_MS,
  authenticator: 15 * MINUTE_MS,
  passkey: 5 * MINUTE_MS,
} as const;
export type Purpose = keyof typeof PASS_LIFE;
/** Carried by the form of a page, not by a letter. */
export type FormPurpose = 'authenticator' | 'passkey';

/** Where a request comes from: the address limits attempts (null: no limit, as for the seed), the agent names the session. */
export type Visitor = { address: string | null; agent: string };
