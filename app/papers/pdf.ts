// A paper as PDF: tagged for readers who listen (title, paragraphs, lists, tables with headed rows and columns), with its language,
// bookmarks and page numbers, in Noto Sans, which has every Kazakh letter. Called by pages and workers that give out a document.
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { LANGUAGE, type Paper, type PaperPart } from './paper';
import { LEAST_TABLE, writeTable } from './pdf-table';
import { darkRuns, modulesOf } from './square-code';
import {
  ACCENT,
  AT_ONCE,
  BOTTOM,
  MARGIN,
  STRONG,
  TEXT,
  asArtifact,
  breath,
  drawLines,
  fullWidth,
  lineHeight,
  linesOf,
  printable,
  roomBelow,
  widthOfText,
  writeLines,
  type Face,
  type Sheet,
  type Tag,
} from './sheet';

const packages = createRequire(import.meta.url);
const FONTS = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
};

/** The bytes of the PDF: the same for the same paper. Signs that the font has not are printed as "�"; nothing else is lost. */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  const options: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    margins: { top: MARGIN, bottom: BOTTOM, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    tagged: true,
    lang: LANGUAGE[paper.lang],
    displayTitle: true,
    bufferPages: true,
    // None by default: pdfkit would read a font again for each use of a second name for it.
    font: '',
    info: { Title: paper.title, Creator: 'Kenes', Producer: 'Kenes', CreationDate: paper.made },
  };
  // The types of pdfkit know the subsets for archives only.
  const doc = new PDFDocument(Object.assign(options, { subset: 'PDF/UA' }));
  for (const [name, file] of Object.entries(FONTS)) doc.registerFont(name, packages.resolve(file));
  doc.font(TEXT.font);
  const bytes = collected(doc);
  await write(doc, paper);
  doc.end();
  return bytes;
}

const collected = (doc: Sheet): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });

async function write(doc: Sheet, { title, parts }: Paper): Promise<void> {
  const root = doc.struct('Document');
  doc.addStructure(root);
  const bookmarks: PDFKit.PDFOutline[] = [doc.outline];
  const heading = (level: number, text: string, below: number) => {
    writeHeading(doc, root, { level, text, below });
    bookmarks.length = Math.min(bookmarks.length, level);
    const bookmark = bookmarks.at(-1)?.addItem(text.replaceAll('\n', ' '));
    if (bookmark) bookmarks.push(bookmark);
  };
  heading(1, printable(doc, title), 0);
  for (const [at, part] of parts.entries()) {
    if (at % AT_ONCE === 0) await breath();
    if (part.kind === 'heading') heading(part.level + 1, printable(doc, part.text), needBelow(parts, at));
    else await writePart(doc, root, part);
    doc.y += part.kind === 'heading' ? 0 : TEXT.size * 0.8;
  }
  root.end();
  numberPages(doc, printable(doc, title).replaceAll('\n', ' '));
}

const HEADINGS: readonly Face[] = [
  { ...STRONG, size: 18 },
  { ...STRONG, size: 14, color: ACCENT },
  { ...STRONG, size: 12, color: ACCENT },
  { ...STRONG, size: 10.5, color: ACCENT },
];

/** How much of what follows a heading must stand below it on the same page, in points; more where another heading comes first. */
function needBelow(parts: readonly PaperPart[], at: number): number {
  const next = parts[at + 1];
  switch (next?.kind) {
    case undefined:
      return 0;
    case 'heading':
      return 40 + needBelow(parts, at + 1);
    case 'table':
      return LEAST_TABLE;
    default:
      return 5 * TEXT.size * 1.4;
  }
}

type Headed = { level: number; text: string; below: number };

function writeHeading(doc: Sheet, root: Tag, { level, text, below }: Headed): void {
  const face = HEADINGS[level - 1] ?? STRONG;
  const lines = linesOf(doc, face, { text, width: fullWidth(doc) });
  if (doc.y > MARGIN) doc.y += face.size * 0.7;
  // A heading stays with what follows it.
  if (roomBelow(doc) < lines.length * lineHeight(doc, face) + face.size * 0.4 + below) doc.addPage();
  const tag = doc.struct(`H${level}`);
  root.add(tag);
  writeLines(doc, tag, face, { lines, x: MARGIN });
  tag.end();
  doc.y += face.size * 0.4;
}

async function writePart(doc: Sheet, root: Tag, part: Exclude<PaperPart, { kind: 'heading' }>): Promise<void> {
  switch (part.kind) {
    case 'paragraph':
      return writeText(doc, root, { type: 'P', text: printable(doc, part.text), indent: 0 });
    case 'list':
      return writeList(
        doc,
        root,
        part.items.map((item) => printable(doc, item)),
      );
    case 'table':
      return writeTable(doc, root, { ...printed(doc, part.head, part.rows), rowHeads: 'none' });
    case 'facts':
      return writeTable(doc, root, { ...printed(doc, null, part.rows), rowHeads: 'first' });
    case 'code':
      return writeCode(doc, root, { ...part, text: printable(doc, part.text) });
  }
}

const printed = (doc: Sheet, head: readonly string[] | null, rows: readonly (readonly string[])[]) => ({
  head: head && head.map((text) => printable(doc, text)),
  rows: rows.map((cells) => cells.map((text) => printable(doc, text))),
});

function writeText(
  doc: Sheet,
  parent: Tag,
  { type, text, indent }: { type: 'P' | 'LBody'; text: string; indent: number },
): void {
  const tag = doc.struct(type);
  parent.add(tag);
  const lines = linesOf(doc, TEXT, { text, width: fullWidth(doc) - indent });
  writeLines(doc, tag, TEXT, { lines, x: MARGIN + indent });
  tag.end();
}

/** So wide a square code is, in points: some four centimetres. */
const CODE_WIDTH = 120;

/** The code, and beside it what it is for. */
function writeCode(doc: Sheet, root: Tag, { address, alt, text }: Extract<PaperPart, { kind: 'code' }>): void {
  const x = MARGIN + CODE_WIDTH + 12;
  const lines = linesOf(doc, TEXT, { text: `${text}\n${address}`, width: fullWidth(doc) + MARGIN - x });
  const height = Math.max(CODE_WIDTH, lines.length * lineHeight(doc, TEXT));
  if (roomBelow(doc) < height) doc.addPage();
  const top = doc.y;
  const modules = modulesOf(address);
  const size = CODE_WIDTH / modules.length;
  // The types of pdfkit don't know the place of a figure yet.
  const seen = { alt, bbox: [MARGIN, top, MARGIN + CODE_WIDTH, top + CODE_WIDTH] };
  const figure = doc.struct('Figure', seen);
  root.add(figure);
  figure.add(() => {
    for (const run of darkRuns(modules)) doc.rect(MARGIN + run.x * size, top + run.y * size, run.width * size, size);
    doc.fill('#000000');
  });
  figure.end();
  const beside = doc.struct('P');
  root.add(beside);
  beside.add(() => drawLines(doc, TEXT, { lines, x, y: top }));
  beside.end();
  doc.y = top + height;
}

function writeList(doc: Sheet, root: Tag, items: readonly string[]): void {
  const list = doc.struct('L');
  root.add(list);
  for (const text of items) {
    const item = doc.struct('LI');
    list.add(item);
    if (roomBelow(doc) < lineHeight(doc, TEXT)) doc.addPage();
    const top = doc.y;
    const mark = doc.struct('Lbl');
    item.add(mark);
    mark.add(() => drawLines(doc, TEXT, { lines: ['•'], x: MARGIN + 4, y: top }));
    mark.end();
    doc.y = top;
    writeText(doc, item, { type: 'LBody', text, indent: 16 });
    item.end();
    doc.y += 2;
  }
  list.end();
}

function numberPages(doc: Sheet, title: string): void {
  const face = { ...TEXT, size: 8, color: '#5b6670' };
  const { start, count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(start + page);
    const number = `${page + 1} / ${count}`;
    const width = widthOfText(doc, face, number);
    const [name = '', more] = linesOf(doc, face, { text: title, width: fullWidth(doc) - width - 20 });
    const y = doc.page.height - BOTTOM + 16;
    asArtifact(doc, { type: 'Pagination', attached: ['Bottom'] }, () => {
      drawLines(doc, face, { lines: [more === undefined ? name : `${name} …`], x: MARGIN, y });
      drawLines(doc, face, { lines: [number], x: MARGIN + fullWidth(doc) - width, y });
    });
  }
}
