// The second factor: what a code looks like, which one counts, and how recovery codes are written. Pure; the code itself is reckoned by
// data/totp. Asked by the commands of accounts.
import { z } from 'zod';
import type { Role } from './viewer';

/** Digits of a code, and the seconds for which one is shown (RFC 6238: the values that every authenticator takes). */
export const TOTP = { digits: 6, period: 30 } as const;
/** Steps before and after the present one that count too: clocks go wrong, people type slowly (RFC 6238, 5.2 allows one). */
export const TOTP_WINDOW = 1;
export const RECOVERY_CODES = 10;

/** Without letters and digits that are taken for each other (Crockford's base 32). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const HALF = 5;

/** A recovery code of 50 random bits, 'k7f2m-9x0qd'. `bytes`: ten of them. */
export function recoveryCode(bytes: readonly number[]): string {
  const letters = bytes.map((byte) => ALPHABET[byte % ALPHABET.length] ?? '');
  return `${letters.slice(0, HALF).join('')}-${letters.slice(HALF).join('')}`;
}
export const RECOVERY_BYTES = 2 * HALF;

/**
 * Of whom an administrator may ask a second factor: of nobody, of administrators, of whoever holds an office of the state or on a council
 * too, or of everybody who acts for others, NGOs' representatives among them.
 */
export const ASKED_OF = ['nobody', 'administrators', 'offices', 'mandates'] as const;
export type AskedOf = (typeof ASKED_OF)[number];

/** Whether a mandate rests while its holder has proved one thing only. */
export function restsUnproved(askedOf: AskedOf, { role }: { role: Role }): boolean {
  if (askedOf === 'nobody') return false;
  if (role === 'administrator') return true;
  return askedOf === 'mandates' || (askedOf === 'offices' && role !== 'representative');
}

export type Code = { kind: 'totp' | 'recovery'; code: string };

/** What somebody typed for a code: spaces, capitals, a missing dash and letters that look like digits are forgiven. Null where it can be neither. */
export function codeIn(typed: string): Code | null {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  if (/^\d{6}$/.test(code)) return { kind: 'totp', code };
  if (code.length !== RECOVERY_BYTES || [...code].some((letter) => !ALPHABET.includes(letter))) return null;
  return { kind: 'recovery', code: `${code.slice(0, HALF)}-${code.slice(HALF)}` };
}

/** A code as a form sends it; problem `bad_code` where it can't be one. */
export const codeField = z
  .string()
  .trim()
  .min(1, 'required')
  .max(40, 'too_long')
  .transform((typed, context) => {
    const code = codeIn(typed);
    if (code) return code;
    context.addIssue({ code: 'custom', message: 'bad_code' });
    return z.NEVER;
  });

/** How a passkey is called by its owner. */
export const passkeyName = z.string().trim().min(1, 'required').max(60, 'too_long');
