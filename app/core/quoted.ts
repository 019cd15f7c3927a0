// Which words of a letter are its sender's own? What mail programs add below or above of the letter that was answered is cut off, by the
// lines with which Gmail, Outlook, Apple Mail, Mail.ru and Yandex begin it in Kazakh, Russian and English. The whole letter is kept beside it.

/** A line of dashes with a name: Outlook and others. */
const DIVIDER =
  /^\s*[-_]{2,}\s*(original message|forwarded message|исходное сообщение|пересылаемое сообщение|пересланное сообщение|бастапқы хабар(лама)?|түпнұсқа хабар(лама)?|қайта жіберілген хабар(лама)?)\s*[-_]{2,}\s*$/iu;
/** Lines of a head that is written out: from whom, and when. */
const FROM = /^[\s>*]*(from|от|от кого|кімнен|жіберуші)\s*\*?\s*:\*?\s*\S/iu;
const WHEN = /^[\s>*]*(sent|date|отправлено|дата|жіберілді|жіберілген|жіберілген күні|күні)\s*\*?\s*:\*?\s*\S/iu;
/** 'On … wrote:', 'пн, 2 февр. 2026 г. в 10:15, Kenes <…>:', 'Kenes <…> мынаны жазды:': an address and a time, or a word of writing, before a colon. */
const ADDRESS = /<[^<>\s]+@[^<>\s]+>|\[mailto:/iu;
const TIME = /\d{1,2}[:.]\d{2}|\b\d{4}\b/u;
const WROTE = /(wrote|написал(а|и|\(а\))?|пишет|писал(а|\(а\))?|жазды|жазған|деп жазды)\s*:$/iu;
/** What phones put below. */
const PHONE =
  /^(sent from my |sent from |отправлено с |отправлено из |get outlook for |iphone құрылғы|.{0,40}құрылғы(м|с)?(ы)?нан жіберілді)/iu;
/** A line that introduces a quotation may be broken into this many. */
const BROKEN = 3;

/** Whether a quotation begins with the line at `i`; gives how many lines introduce it, 0 where none does. */
function introduces(lines: readonly string[], i: number): number {
  const line = lines[i] ?? '';
  if (DIVIDER.test(line)) return 1;
  if (FROM.test(line) && lines.slice(i + 1, i + 5).some((one) => WHEN.test(one))) return 1;
  if (!/\d/.test(line) || line.length > 300) return 0;
  for (let n = 1; n <= BROKEN; n++) {
    const some = lines.slice(i, i + n);
    if (some.some((one) => one.trim() === '')) return 0;
    // Where it begins further down, this line still is the sender's.
    if (n > 1 && says(some.slice(1))) return 0;
    if (says(some)) return n;
  }
  return 0;
}

function says(lines: readonly string[]): boolean {
  const joined = lines
    .map((one) => one.replace(/^[>\s]+/, ''))
    .join(' ')
    .trim();
  return joined.endsWith(':') && TIME.test(joined) && (ADDRESS.test(joined) || WROTE.test(joined));
}

const isQuoted = (line: string): boolean => /^\s*>/.test(line);

/** The sender's own words; empty where there are none. */
export function ownWords(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').replaceAll('\u00a0', ' ').split('\n');
  const at = lines.findIndex((_, i) => introduces(lines, i) > 0);
  const above = trimmed(at < 0 ? lines : lines.slice(0, at));
  if (at < 0 || above !== '') return above;
  // Who writes below what they answer: everything that is not quoted.
  const below = lines.slice(at + introduces(lines, at));
  return below.some(isQuoted) ? trimmed(below.filter((line) => !isQuoted(line))) : '';
}

/** Without a quotation at its end, a signature that is marked as one (RFC 3676), and what phones add. */
function trimmed(lines: readonly string[]): string {
  const marked = lines.findIndex((line) => /^-- ?$/.test(line));
  const kept = [...(marked > 0 ? lines.slice(0, marked) : lines)];
  for (;;) {
    const last = kept.at(-1);
    if (last === undefined || !(last.trim() === '' || isQuoted(last) || PHONE.test(last.trim()))) break;
    kept.pop();
  }
  return kept
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
