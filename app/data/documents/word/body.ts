// The body of a DOCX file as Markdown: headings, numbered paragraphs with the numbers that Word prints, lists, tables, text boxes,
// notes. Called by docx; takes block after block, so that a long document needs little memory.
import { inlineOf, type Reading } from './inline';
import type { NextLabel } from './numbering';
import { paragraphOf, type Style } from './styles';
import { child, countOf, elementsIn, valueOf, type XmlElement } from './xml';

type Blocks = { reading: Reading; nextLabel: NextLabel; write: (block: string) => void };

/** Writes the Markdown of a child of the body: a paragraph, a table, or what wraps them. */
export function writeBlock(element: XmlElement, blocks: Blocks): void {
  if (element.name === 'w:p') return writeParagraph(element, blocks);
  if (element.name === 'w:tbl') return writeTable(element, blocks);
  if (element.name === 'w:del' || element.name === 'w:moveFrom') return blocks.reading.warn('changes');
  if (element.name === 'mc:AlternateContent') return elementsIn(element).slice(0, 1).forEach((one) => writeBlock(one, blocks));
  if (WRAPPERS.includes(element.name)) for (const one of elementsIn(element)) writeBlock(one, blocks);
}
const WRAPPERS = ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo', 'w:txbxContent', 'mc:Choice', 'w:footnote', 'w:endnote'];

/** A numbered paragraph longer than this is text, whatever its style says. */
const HEADING_MAX = 500;

function writeParagraph(paragraph: XmlElement, { reading, nextLabel, write }: Blocks): void {
  const properties = child(paragraph, 'w:pPr');
  const style: Style = { ...reading.styles.get(valueOf(properties, 'w:pStyle') ?? 'Normal'), ...paragraphOf(properties) };
  const label = style.numId === undefined || style.numId === '0' ? null : nextLabel(style.numId, style.level ?? 0);
  const isHeading = style.heading !== undefined;
  const { text, boxes } = inlineOf(paragraph, reading, { look: style, marks: isHeading ? 'none' : 'emphasis' });
  if (text !== '') {
    const indent = '  '.repeat(Math.min(style.level ?? 0, 6));
    if (isHeading && text.length <= HEADING_MAX) {
      write(`${'#'.repeat(Math.max(1, style.heading ?? 1))} ${label && label !== '•' ? `${label} ` : ''}${text.replaceAll('\n', ' ')}`);
    } else if (label === '•') write(`${indent}- ${text.replaceAll('\n', `\n${indent}  `)}`);
    else write(label ? `${label} ${text}` : withoutMarks(text));
  }
  for (const box of boxes) writeBlock(box, { reading, nextLabel, write });
}

/** A table with one column is a frame around text; else each row is a line, and the first heads the others. */
function writeTable(table: XmlElement, blocks: Blocks): void {
  const rows = rowsIn(table).map((row) => cellsIn(row));
  const columns = Math.max(0, ...rows.map((cells) => cells.reduce((sum, cell) => sum + spanOf(cell), 0)));
  if (columns <= 1 || columns > COLUMNS_MAX) {
    for (const cell of rows.flat()) for (const one of elementsIn(cell)) writeBlock(one, blocks);
    return;
  }
  const lines = rows.map((cells) => {
    const texts = cells.flatMap((cell) => [textOf(cell, blocks), ...Array.from({ length: spanOf(cell) - 1 }, () => '')]);
    return `| ${[...texts, ...Array.from({ length: columns - texts.length }, () => '')].join(' | ')} |`;
  });
  const [head = '', ...body] = lines;
  blocks.write([head, `|${' --- |'.repeat(columns)}`, ...body].join('\n'));
}

const unwrapped = (parent: XmlElement, name: string): XmlElement[] =>
  elementsIn(parent).flatMap((element) => {
    if (element.name === name) return [element];
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(element.name) ? unwrapped(element, name) : [];
  });

const rowsIn = (table: XmlElement): XmlElement[] =>
  unwrapped(table, 'w:tr').filter((row) => !child(child(row, 'w:trPr'), 'w:del'));
const cellsIn = (row: XmlElement): XmlElement[] => unwrapped(row, 'w:tc');

/** No table of a draft is wider: what is, is no table. */
const COLUMNS_MAX = 60;
const spanOf = (cell: XmlElement): number => countOf(child(cell, 'w:tcPr'), 'w:gridSpan', COLUMNS_MAX) || 1;

/** All that a cell says in one line: breaks for its paragraphs; a table inside it row by row. */
function textOf(cell: XmlElement, { reading, nextLabel }: Blocks): string {
  const said: string[] = [];
  const write = (block: string) => said.push(block.replace(/^#{1,6} |^ *- /, '').replaceAll('\n', '<br>'));
  for (const one of elementsIn(cell)) {
    if (one.name === 'w:tbl') {
      for (const row of rowsIn(one)) said.push(cellsIn(row).map((inner) => textOf(inner, { reading, nextLabel, write })).filter(Boolean).join('; '));
    } else writeBlock(one, { reading, nextLabel, write });
  }
  return said.join('<br>').replaceAll(/(?<!\\)\|/g, '\\|');
}

/** A paragraph that only looks like a heading, a quotation or a list within a list: its first sign is said to be a sign. */
const withoutMarks = (text: string): string => text.replace(/^(?=[#>]|[-+] (?:[-+] )*\d+[.)](?:\s|$))/, '\\');
