// What of an error may be shown to administrators and kept: the sentence of the machine, without what may be somebody's name, address or number.
// Asked by the queue's desk, the workers and the operations page.

const LONGEST = 300;
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*/gu;
/** Machines speak English: words in other letters are somebody's. */
const FOREIGN = /[^\p{ASCII}\s…“”‘’«»—–]+(?:\s+[^\p{ASCII}\s…“”‘’«»—–]+)*/gu;
/** Six digits and more, also in groups: individual numbers, phones, accounts. */
const NUMBER = /\+?\d(?:[\s()-]?\d){5,}/g;
const BLANK = '…';

/** One line of at most 300 signs. */
export const errorTold = (error: string): string =>
  error
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(EMAIL, BLANK)
    .replaceAll(FOREIGN, BLANK)
    .replaceAll(NUMBER, BLANK)
    .slice(0, LONGEST);

/** A fault for the log: its name, code, words without what stands in quotes either, and the places it came through. */
export function faultTold(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  const words = errorTold(error.message.replaceAll(/"[^"]*"|'[^']*'|`[^`]*`/g, BLANK));
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}: ${words}`, ...places].join('\n');
}
