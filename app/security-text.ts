// /.well-known/security.txt (RFC 9116): to whom a weakness is told, and until when that holds. Used by server.ts; where nobody is named in
// the configuration there is no such file.
import type { World } from './world';

const DAY = 86_400_000;
/** RFC 9116, 2.5.5 recommends less than a year; whoever runs Kenes still answers in a quarter. */
const HOLDS_DAYS = 90;

/** The file, or null. It holds for a quarter from the beginning of today (UTC). */
export function securityText({
  securityContact,
  origin,
  now,
}: Pick<World, 'securityContact' | 'origin' | 'now'>): string | null {
  if (securityContact === null) return null;
  const today = Math.floor(now() / DAY) * DAY;
  const contact = /^(?:mailto:|https:)/.test(securityContact) ? securityContact : `mailto:${securityContact}`;
  const expires = new Date(today + HOLDS_DAYS * DAY).toISOString().replace('.000Z', 'Z');
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: kk, ru, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    `Policy: ${origin}/en/security`,
    '',
  ].join('\n');
}
