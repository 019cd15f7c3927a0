// What an attachment says place by place: cells of a workbook, paragraphs of a document, pages of a PDF, lines of a text. Asked for personal data before a
// file is published. Nothing is unpacked beyond the limits; what can't be read says nothing. Time in proportion to what is read.
import { PDF, pdfWordsOf } from './documents/pdf/words';
import { BrokenFile } from './documents/word/broken';
import { openZip, type Zip } from './documents/word/zip';
import { decoded, LIMITS, withoutMarks } from './file-text';

/** `at`: 'Лист1!B12' for a cell, the number of a paragraph, page or line from 1. */
export type Place = { of: 'cell' | 'paragraph' | 'page' | 'line'; at: string; text: string };

/** Characters looked at in one file. */
const MOST = 2_000_000;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OPEN = ['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet'];

/** Whether files of this media type are looked into at all. */
export const isSearched = (type: string): boolean => type.startsWith('text/') || [PDF, WORD, EXCEL, ...OPEN].includes(type);

/** Every place that says something, in its order, until MOST characters were said. */
export async function placesIn(bytes: Buffer, type: string): Promise<Place[]> {
  if (type.startsWith('text/')) return upToMost(linesOf(decoded(bytes, MOST)));
  if (type === PDF) {
    const said = await pdfWordsOf(bytes);
    return 'pages' in said ? upToMost(numbered('page', said.pages)) : [];
  }
  const zip = openZip(bytes, LIMITS);
  if (typeof zip === 'string') return [];
  try {
    if (type === EXCEL) return upToMost(await cellsOf(zip));
    const parts = type === WORD ? /^word\/(?:document|comments|footnotes|endnotes|header\d*|footer\d*)\.xml$/ : /^content\.xml$/;
    return upToMost(await paragraphsOf(zip, parts));
  } catch (fault) {
    if (fault instanceof BrokenFile) return [];
    throw fault;
  }
}

function upToMost(places: readonly Place[]): Place[] {
  let said = 0;
  return places.filter(({ text }) => (said += text.length) <= MOST);
}

const numbered = (of: Place['of'], texts: readonly string[]): Place[] =>
  texts.flatMap((text, index) => (text.trim() ? [{ of, at: String(index + 1), text: text.trim() }] : []));
const linesOf = (text: string) => numbered('line', text.split(/\r\n|\r|\n/));

const read = async (zip: Zip, name: string): Promise<string> => (await zip.read(name))?.toString('utf8') ?? '';
/** Marks without the prefix that some writers give them: <x:c> is <c>. */
const plain = (xml: string) => xml.replaceAll(/<(\/?)\w{1,20}:/g, '<$1');

async function paragraphsOf(zip: Zip, parts: RegExp): Promise<Place[]> {
  const texts: string[] = [];
  // The document itself comes first: its paragraphs have the numbers that people count.
  const names = zip.names.filter((name) => parts.test(name)).toSorted((a, b) => Number(b.includes('document')) - Number(a.includes('document')) || (a < b ? -1 : 1));
  for (const name of names) texts.push(...plain(await read(zip, name)).split(/<\/p>|<\/h>/).map((part) => withoutMarks(part)));
  return numbered('paragraph', texts);
}

/** The part of a piece of XML between the end of its first mark and `end`. */
const inside = (piece: string, end: string): string => {
  const from = piece.indexOf('>') + 1;
  const to = piece.indexOf(end, from);
  return to === -1 ? '' : piece.slice(from, to);
};
const attribute = (mark: string, name: string): string => new RegExp(`\\b${name}="([^"]{0,300})"`).exec(mark)?.[1] ?? '';
const markOf = (piece: string): string => piece.slice(0, Math.min(2000, piece.indexOf('>') + 1));

async function cellsOf(zip: Zip): Promise<Place[]> {
  const shared = plain(await read(zip, 'xl/sharedStrings.xml'))
    .split('<si')
    .slice(1)
    .map((piece) => withoutMarks(inside(piece, '</si>')));
  const named = await sheetsOf(zip);
  const places: Place[] = [];
  for (const name of zip.names.filter((one) => /^xl\/worksheets\/[^/]+\.xml$/.test(one)).toSorted()) {
    const sheet = named.get(name) ?? name.replace(/^.*\//, '').replace(/\.xml$/, '');
    for (const piece of plain(await read(zip, name)).split('<c ').slice(1)) {
      const text = textOfCell(piece, shared);
      if (text) places.push({ of: 'cell', at: `${sheet}!${attribute(markOf(piece), 'r')}`, text });
    }
  }
  for (const name of zip.names.filter((one) => /^xl\/comments\d*\.xml$/.test(one)).toSorted())
    for (const piece of plain(await read(zip, name)).split('<comment ').slice(1)) {
      const text = withoutMarks(inside(piece, '</comment>')).trim();
      if (text) places.push({ of: 'cell', at: attribute(markOf(piece), 'ref'), text });
    }
  return places;
}

function textOfCell(piece: string, shared: readonly string[]): string {
  const mark = markOf(piece);
  if (mark.endsWith('/>')) return '';
  const cell = inside(piece, '</c>');
  if (attribute(mark, 't') === 'inlineStr') return withoutMarks(cell).trim();
  const at = cell.indexOf('<v');
  const value = at === -1 ? '' : withoutMarks(inside(cell.slice(at), '</v>')).trim();
  if (attribute(mark, 't') === 's') return (shared[Number(value)] ?? '').trim();
  // A number loses the noughts that an identification number begins with.
  return /^\d{10,11}$/.test(value) ? value.padStart(12, '0') : value;
}

/** The names that people see, by the part that holds the sheet. */
async function sheetsOf(zip: Zip): Promise<Map<string, string>> {
  const targets = new Map(
    plain(await read(zip, 'xl/_rels/workbook.xml.rels'))
      .split('<Relationship ')
      .slice(1)
      .map((piece) => [attribute(markOf(piece), 'Id'), attribute(markOf(piece), 'Target')] as const),
  );
  return new Map(
    (await read(zip, 'xl/workbook.xml'))
      .split(/<(?:\w{1,20}:)?sheet /)
      .slice(1)
      .map((piece) => [
        `xl/${(targets.get(attribute(markOf(piece), 'r:id')) ?? '').replace(/^\/?(?:xl\/)?/, '')}`,
        withoutMarks(attribute(markOf(piece), 'name')),
      ]),
  );
}
