// A table of a PDF, over as many pages as it takes: its header stands on each of them, and a row longer than a page goes on on the
// next with nothing cut off. Tagged: readers who listen hear what heads a cell. Called by pdf.
import {
  STRONG,
  TEXT,
  MARGIN,
  AT_ONCE,
  asArtifact,
  breath,
  drawLines,
  fullWidth,
  lineHeight,
  linesOf,
  roomBelow,
  widthOfText,
  wordsOf,
  type Face,
  type Sheet,
  type Tag,
} from './sheet';

/** `rowHeads`: the first cell of a row heads it. Texts are printable, rows may be shorter than the header. */
export type Grid = { head: readonly string[] | null; rows: readonly (readonly string[])[]; rowHeads: 'first' | 'none' };
type Column = { x: number; width: number };
type Cell = { lines: string[]; face: Face };

const PAD = 4;
const GAP = 8;
const LINE = '#b8c4cc';
/** The least of a row that may stand at the foot of a page, in points: a short row is never torn. */
const LEAST = 90;
/** So much room a table wants below a heading: its own header and the least of a row. */
export const LEAST_TABLE = LEAST + 60;

export async function writeTable(doc: Sheet, parent: Tag, { head, rows, rowHeads }: Grid): Promise<void> {
  if (!head && rows.length === 0) return;
  const columns = columnsOf(doc, head ? [head, ...rows] : rows);
  const faceOf = (at: number) => (rowHeads === 'first' && at === 0 ? STRONG : TEXT);
  const broken = (cells: readonly string[], face: (at: number) => Face): Cell[] =>
    columns.map(({ width }, at) => ({
      lines: linesOf(doc, face(at), { text: cells[at] ?? '', width }),
      face: face(at),
    }));
  const header = head ? broken(head, () => STRONG) : null;
  const table = doc.struct('Table');
  parent.add(table);
  const nextPage = () => {
    doc.addPage();
    if (header) drawRow(doc, columns, header, (_at, draw) => asArtifact(doc, { type: 'Pagination' }, draw));
  };
  const write = (cells: readonly Cell[], tagOf: (at: number) => Tag) => {
    const row = doc.struct('TR');
    table.add(row);
    const tags = cells.map((_cell, at) => tagOf(at));
    for (const tag of tags) row.add(tag);
    if (Math.min(heightOf(doc, cells), LEAST) > roomBelow(doc)) nextPage();
    for (let rest = cells; ; nextPage()) {
      const room = Math.max(1, Math.floor((roomBelow(doc) - 2 * PAD) / lineHeight(doc, TEXT)));
      const here = rest.map(({ lines, face }) => ({ lines: lines.slice(0, room), face }));
      drawRow(doc, columns, here, (at, draw) => void tags[at]?.add(draw));
      rest = rest.map(({ lines, face }) => ({ lines: lines.slice(room), face }));
      if (rest.every(({ lines }) => lines.length === 0)) break;
    }
    row.end();
  };
  if (header) {
    // No header stands alone at the foot of a page.
    if (heightOf(doc, header) + LEAST > roomBelow(doc)) doc.addPage();
    write(header, () => doc.struct('TH', HEADS.column));
  }
  for (const [at, cells] of rows.entries()) {
    if (at % AT_ONCE === 0) await breath();
    write(broken(cells, faceOf), (at) => (faceOf(at) === STRONG ? doc.struct('TH', HEADS.row) : doc.struct('TD')));
  }
  table.end();
}

/** The types of pdfkit don't know the scope of a header yet. */
const HEADS = { column: { title: undefined, scope: 'Column' }, row: { title: undefined, scope: 'Row' } };

const heightOf = (doc: Sheet, cells: readonly Cell[]): number =>
  Math.max(...cells.map(({ lines, face }) => lines.length * lineHeight(doc, face))) + 2 * PAD;

function drawRow(
  doc: Sheet,
  columns: readonly Column[],
  cells: readonly Cell[],
  each: (at: number, draw: () => void) => void,
): void {
  const top = doc.y;
  const height = heightOf(doc, cells);
  for (const [at, { lines, face }] of cells.entries()) {
    if (lines.some((line) => line.trim() !== ''))
      each(at, () => drawLines(doc, face, { lines, x: columns[at]?.x ?? MARGIN, y: top + PAD }));
  }
  doc.y = top + height;
  asArtifact(doc, { type: 'Layout' }, () => {
    doc
      .moveTo(MARGIN, doc.y)
      .lineTo(MARGIN + fullWidth(doc), doc.y)
      .lineWidth(0.5)
      .stroke(LINE);
  });
}

const [SPACE, LINE_END] = [32, 10];
const longer = (a: string, b: string): string => (b.length > a.length ? b : a);
/** The longest piece of a text that stays whole on a line, or `most` where none is longer. A long table has many texts: nothing is cut up. */
function longestIn(text: string, most: string): string {
  let longest = most;
  for (let from = 0; from < text.length;) {
    let to = from;
    while (to < text.length && text.charCodeAt(to) !== SPACE && text.charCodeAt(to) !== LINE_END) to++;
    if (to - from > longest.length) longest = wordsOf(text.slice(from, to)).reduce(longer, longest);
    from = to + 1;
  }
  return longest;
}

/** No column narrower than its longest word (up to a limit); what is left is shared by how much each has to say. */
function columnsOf(doc: Sheet, rows: readonly (readonly string[])[]): Column[] {
  const count = Math.max(1, ...rows.map((cells) => cells.length));
  const all = fullWidth(doc) - GAP * (count - 1);
  const wants = Array.from({ length: count }, (_, at) => {
    const longest = rows.reduce((most, cells) => longestIn(cells[at] ?? '', most), '');
    const letters = rows.reduce((most, cells) => Math.max(most, (cells[at] ?? '').length), 1);
    return { least: Math.min(all / count, widthOfText(doc, STRONG, longest) + 1), share: Math.min(letters, 400) };
  });
  const spare = all - wants.reduce((sum, { least }) => sum + least, 0);
  const shares = wants.reduce((sum, { share }) => sum + share, 0);
  let x = MARGIN;
  return wants.map(({ least, share }) => {
    const width = least + (spare * share) / shares;
    const column = { x, width };
    x += width + GAP;
    return column;
  });
}
