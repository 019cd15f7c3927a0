// How the answers that many forms ask for are read: an e-mail address, a name, a password, a BIN. Used by the schemas of
// commands; each says by its message which problem (core/refusal) the reader is told.
import { z } from 'zod';
import { isBin } from './bin';
import { isDay, type Day } from './day';
import { isEasy } from './easy-password';
import { REGIONS } from './region';
import { TOPICS } from './topic';

/** Trimmed and in small letters: two spellings of one address are one account. */
export const emailField = z
  .string()
  .trim()
  .min(1, 'required')
  .max(254, 'too_long')
  .toLowerCase()
  .pipe(z.email('bad_email'));

export const personName = z.string().trim().min(1, 'required').min(2, 'too_short').max(120, 'too_long');
/** A civil day, 'YYYY-MM-DD'. */
export const dayField = z
  .string()
  .trim()
  .min(1, 'required')
  .refine(isDay, 'bad_day')
  .transform((day) => day as Day)
  .meta({ format: 'date' });
/** A box that is ticked or not; a form sends none of it where it is not. */
export const tick = z.union([z.boolean(), z.stringbool()]).default(false).meta({ type: 'boolean', default: false });
export const localeField = z.enum(['kk', 'ru', 'en']);
/** A region's code, or empty for none. */
export const regionField = z.union([z.enum(REGIONS), z.literal('')]).default('');

/** Fields of work, as a form sends them: nothing, one, or several. In the order of the list, each once. */
export const topicsField = z
  .union([z.enum(TOPICS).transform((topic) => [topic]), z.array(z.enum(TOPICS))])
  .default([])
  .transform((chosen) => TOPICS.filter((topic) => chosen.includes(topic)));

/** Spaces and dashes people put between the digits are forgiven. */
export const binField = z
  .string()
  .transform((text) => text.replaceAll(/[\s-]/g, ''))
  .pipe(z.string().min(1, 'required').refine(isBin, 'bad_bin'));

export const PASSWORD_MIN = 10;
const PASSWORD_MAX = 200;
/** No rule about kinds of signs; what is easy to guess by whose it is, or was leaked, the command refuses (commands/accounts/own). */
export const newPassword = z
  .string()
  .min(PASSWORD_MIN, 'weak_password')
  .max(PASSWORD_MAX, 'too_long')
  .refine((password) => !isEasy(password), 'weak_password');
/** A password that one may leave out: the account is then opened by one-time links. */
export const optionalPassword = z.union([z.literal('').transform(() => null), newPassword]).default(null);

/** A one-time link's secret. What can't be one is treated as spent. */
export const linkToken = z.string().max(100).default('');
