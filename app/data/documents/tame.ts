// Markdown whose reading takes time in proportion to its length, whoever wrote it. Parsers of Markdown need time by the square for
// thousands of opened and never closed brackets or stars, for lists in lists in lists and for tables with thousands of columns; no
// draft has these. Called by markdown.
import { cellsOf, isDelimiter } from './table';

/** More marks, or more lines, than this in one paragraph are no markup: they are read as they stand. */
const MARKS = 400;
const LINES = 400;
/** Lists and quotations deeper than this, and tables wider, are no structure of a draft. */
const DEPTH = 8;
const COLUMNS = 40;

const BEGINS = /^\s*(?:[-+*]|\d{1,9}[.)]|#{1,6})\s+\S/;
const MARKED = '*_~`[]<>!&\\@:.|';
const MARK = /[*_~`[\]<>!&\\@:|]|(?<=www)\./gi;
/** In place of marks that are none stand characters that no text has and no parser minds: the first is U+E000. */
const VEILED = /[\uE000-\uE0FF]/g;
const veiled = (mark: string): string => String.fromCharCode(0xe000 + MARKED.indexOf(mark));

/**
 * The same text for a parser; afterwards, `untamed` of every text that it found. Each item and heading stands by itself, so that
 * marks pair inside a paragraph only. Characters that no text needs are left out.
 */
export function tame(markdown: string): string {
  const lines = markdown
    .replaceAll(VEILED, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\0\uFEFF\u2028\u2029\v\f]/g, ' ')
    .split('\n')
    .map(shallow);
  const tamed: string[] = [];
  let paragraph: string[] = [];
  const end = () => {
    tamed.push(...bounded(paragraph));
    paragraph = [];
  };
  let inTable = false;
  for (const [at, line] of lines.entries()) {
    inTable = line.trim() !== '' && (inTable || beginsTable(line, lines[at + 1] ?? ''));
    if (inTable || line.trim() === '' || BEGINS.test(line)) end();
    if (!inTable && BEGINS.test(line)) tamed.push('');
    paragraph.push(line);
  }
  end();
  return tamed.join('\n');
}

/** A text as it was written before it was tamed. */
export const untamed = (text: string): string =>
  text.replaceAll(VEILED, (veil) => MARKED.charAt(veil.charCodeAt(0) - 0xe000));

function bounded(paragraph: readonly string[]): readonly string[] {
  const marks = paragraph.reduce((sum, line) => sum + (line.match(MARK)?.length ?? 0), 0);
  if (marks <= MARKS && paragraph.length <= LINES) return paragraph;
  return [paragraph.map((line) => line.replaceAll(MARK, veiled)).join(' ')];
}

const beginsTable = (line: string, next: string): boolean => {
  if (!line.includes('|') || !isDelimiter(next)) return false;
  const columns = cellsOf(next).length;
  return columns <= COLUMNS && cellsOf(line).length === columns;
};

/** With no more than so many marks of lists and quotations before its text, and as little indentation as these need. */
function shallow(line: string): string {
  const before = /^(?:\s|>|[-+*]\s|\d{1,9}[.)]\s)*/.exec(line)?.[0] ?? '';
  const marks = before.match(/>|[-+*]|\d+[.)]/g) ?? [];
  const kept = marks.length > DEPTH ? `${marks.slice(0, DEPTH).join(' ')} ` : before.replaceAll(TOO_FAR, ' '.repeat(4 * DEPTH));
  return kept + line.slice(before.length);
}
const TOO_FAR = new RegExp(`\\s{${4 * DEPTH + 1},}`, 'g');
