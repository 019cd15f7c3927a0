// What an attachment says in words: plain text, Word, Excel, OpenDocument and PDF files, read with limits that hold whatever they contain.
// Pictures, scans and whatever can't be read say nothing. Never throws for what a file contains. Called by the job search.
import { PDF, pdfWordsOf } from './documents/pdf/words';
import { BrokenFile } from './documents/word/broken';
import { openZip, type Zip } from './documents/word/zip';

/** Characters kept of one file: nobody looks for what stands behind. */
const MOST = 400_000;
export const LIMITS = { parts: 3_000, total: 200_000_000, part: 20_000_000 };

/** The parts of a packed document that hold its words. */
const PARTS: Record<string, RegExp> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': /^word\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$/,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': /^xl\/(?:sharedStrings|worksheets\/[^/]+)\.xml$/,
  'application/vnd.oasis.opendocument.text': /^content\.xml$/,
  'application/vnd.oasis.opendocument.spreadsheet': /^content\.xml$/,
};

/** Whether files of this media type are read at all. */
export const isRead = (type: string): boolean => type.startsWith('text/') || type === PDF || type in PARTS;

/** The words of a file in its order, at most MOST characters. */
export async function textOfFile(bytes: Buffer, type: string): Promise<string> {
  if (type === PDF) {
    const said = await pdfWordsOf(bytes);
    return 'pages' in said ? storable(said.pages.join(' ')) : '';
  }
  const parts = PARTS[type];
  if (!parts) return type.startsWith('text/') ? storable(decoded(bytes)) : '';
  const zip = openZip(bytes, LIMITS);
  if (typeof zip === 'string') return '';
  try {
    return storable(await wordsIn(zip, parts));
  } catch (fault) {
    if (fault instanceof BrokenFile) return '';
    throw fault;
  }
}

async function wordsIn(zip: Zip, parts: RegExp): Promise<string> {
  let text = '';
  for (const name of zip.names.filter((one) => parts.test(one)).toSorted()) {
    if (text.length >= MOST) break;
    const xml = (await zip.read(name))?.toString('utf8') ?? '';
    text += `${withoutMarks(xml)}\n`;
  }
  return text;
}

/** Marks that stand between words; all others may stand within one: Word cuts words where their look changes. */
const BETWEEN = /<\/?(?:\w+:)?(?:p|h|tab|br|cr|s|si|c|row|tc|table-cell|line-break)(?:\s[^<>]{0,2000})?\/?>/g;

/** The text between the marks of XML. */
export const withoutMarks = (xml: string): string =>
  xml
    .replaceAll(BETWEEN, ' ')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** UTF-8, or the code page that Russian and Kazakh spreadsheets are saved in. */
export function decoded(bytes: Buffer, most = MOST): string {
  const some = bytes.subarray(0, 2 * most);
  try {
    // The cut may go through a letter: the last few bytes don't decide.
    return new TextDecoder('utf-8', { fatal: true }).decode(some.subarray(0, some.length < bytes.length ? lastWhole(some) : undefined));
  } catch {
    return new TextDecoder('windows-1251').decode(some);
  }
}

const lastWhole = (bytes: Buffer): number => {
  let at = bytes.length - 1;
  while (at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
};

const storable = (text: string): string =>
  text.slice(0, MOST).replaceAll('\0', '').replace(/\p{Surrogate}/gu, '').replaceAll(/\s+/g, ' ').trim();
