// Is this twelve-digit number a business (BIN) or an individual (IIN) identification number? Called by registration, the
// forms and the seed. A typing hint, never proof: the control digit misses most slips in the eleventh place (weight 11
// counts as 0 modulo 11). Sources: government decree No. 406 of 2007; law of 12 January 2007 No. 223.
import { isDay } from './day';

const FIRST_ROW = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/** Asked only when the first row gives 10. */
const SECOND_ROW = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];
/** Fifth digit of a BIN: resident legal entity, non-resident legal entity, joint individual entrepreneurship. */
const BIN_KINDS = '456';
/** Seventh digit of an IIN: sex and century of birth. 1 and 2, the nineteenth century, belong to nobody alive. */
const CENTURIES: Record<string, string> = { 3: '19', 4: '19', 5: '20', 6: '20' };

const remainder = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11;

/** The twelfth digit that belongs to eleven digits, or null where no number with these eleven is ever issued. */
export function controlDigit(eleven: string): number | null {
  const first = remainder(eleven, FIRST_ROW);
  if (first < 10) return first;
  const second = remainder(eleven, SECOND_ROW);
  return second < 10 ? second : null;
}

export type NumberSlip = 'length' | 'kind' | 'date' | 'control';

const twelve = (text: string): boolean => /^\d{12}$/.test(text);
const closes = (text: string): boolean => controlDigit(text.slice(0, 11)) === Number(text[11]);

/** What is wrong with a BIN, or null when nothing is. Digits: YYMM of registration, kind, unit 0..4, serial, control. */
export function binSlip(text: string): NumberSlip | null {
  if (!twelve(text)) return 'length';
  if (!BIN_KINDS.includes(text.charAt(4)) || text.charAt(5) > '4') return 'kind';
  const month = Number(text.slice(2, 4));
  if (month < 1 || month > 12) return 'date';
  return closes(text) ? null : 'control';
}

/** What is wrong with an IIN, or null when nothing is. Digits: YYMMDD of birth, sex and century, serial, control. */
export function iinSlip(text: string): NumberSlip | null {
  if (!twelve(text)) return 'length';
  const century = CENTURIES[text.charAt(6)];
  if (!century) return 'kind';
  if (!isDay(`${century}${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`)) return 'date';
  return closes(text) ? null : 'control';
}

export const isBin = (text: string): boolean => binSlip(text) === null;
export const isIin = (text: string): boolean => iinSlip(text) === null;
