// What the log tells of how people are let in and kept out: an open table of events, each with whom it concerns by an id that says
// nothing outside of the database, never by a name, an address, a secret or what was typed. Called by the commands of accounts and by
// data/attempts; refusals of pages are told by told.ts. app/SECURITY.md says where it goes and how long it is kept.
import type { World } from '../world';

/** The words beside each event, for whoever reads the log. */
const EVENTS = {
  session_opened: 'somebody was let in',
  sessions_ended: 'sessions ended before their time',
  signed_out: 'somebody signed out',
  sign_in_refused: 'a password did not open an account',
  proof_refused: 'a code or a present password was wrong',
  passkey_refused: 'a passkey did not open an account',
  link_refused: 'a link was spent, too old or made up',
  sign_in_changed: 'somebody signs in otherwise from now on',
  key_made: 'a key of the API was made',
  key_revoked: 'a key of the API was revoked',
  limit_reached: 'somebody tried too often',
} as const;
type SecurityEvent = keyof typeof EVENTS;

type Facts = Readonly<Record<string, string | number | boolean | null>>;

export const noted = ({ log }: Pick<World, 'log'>, security: SecurityEvent, facts: Facts = {}): void =>
  log.info({ security, ...facts }, EVENTS[security]);
