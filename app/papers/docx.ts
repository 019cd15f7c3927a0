// A paper as DOCX, for those who go on writing in it: the same structure as the PDF, in the styles of Word, with headers of tables that
// stand on each page, page numbers and the language for the spelling checker. Called by pages and workers that give out a document.
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx';
import { LANGUAGE, type Paper, type PaperPart } from './paper';
import { modulesOf, pngOf } from './square-code';

/** The bytes of the file. Characters that XML forbids are left out. */
export function docxOf(paper: Paper): Promise<Buffer> {
  const language = { value: LANGUAGE[paper.lang] };
  const document = new Document({
    title: clean(paper.title),
    creator: 'Kenes',
    lastModifiedBy: 'Kenes',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 21, language } },
        title: { run: { bold: true, size: 34 }, paragraph: { spacing: { after: 240 } } },
        heading1: {
          run: { bold: true, size: 28 },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
        heading2: {
          run: { bold: true, size: 24 },
          paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
        },
        heading3: { run: { bold: true, size: 22 }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
      },
    },
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(paper.title) }),
          ...paper.parts.flatMap(written),
        ],
        footers: { default: pageNumbers() },
      },
    ],
  });
  return Packer.toBuffer(document);
}

const pageNumbers = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ size: 16, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });

/** Pixels of a square code: some four centimetres. */
const CODE_SIZE = { width: 150, height: 150 };
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function written(part: PaperPart): FileChild[] {
  switch (part.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[part.level], children: runsOf(part.text) })];
    case 'paragraph':
      return [new Paragraph({ spacing: { after: 120 }, children: runsOf(part.text) })];
    case 'list':
      return part.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runsOf(item) }));
    case 'table': {
      const columns = Math.max(part.head.length, ...part.rows.map((cells) => cells.length));
      const head = rowOf(part.head, { columns, isStrong: () => true, isHeader: true });
      return tableOf([
        head,
        ...part.rows.map((cells) => rowOf(cells, { columns, isStrong: () => false, isHeader: false })),
      ]);
    }
    case 'facts':
      return tableOf(
        part.rows.map((cells) => rowOf(cells, { columns: 2, isStrong: (at) => at === 0, isHeader: false })),
      );
    case 'code': {
      const data = pngOf(modulesOf(part.address), 4);
      const altText = { name: part.alt, title: part.alt, description: part.alt };
      return [
        new Paragraph({ children: [new ImageRun({ type: 'png', data, transformation: CODE_SIZE, altText })] }),
        new Paragraph({ spacing: { after: 120 }, children: runsOf(`${part.text}\n${part.address}`) }),
      ];
    }
  }
}

/** A table without rows is no file that Word opens; one without a paragraph behind it grows together with the next. */
const tableOf = (rows: TableRow[]): FileChild[] =>
  rows.length === 0
    ? []
    : [new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows }), new Paragraph({ children: [] })];

function rowOf(
  cells: readonly string[],
  { columns, isStrong, isHeader }: { columns: number; isStrong: (at: number) => boolean; isHeader: boolean },
): TableRow {
  return new TableRow({
    ...(isHeader && { tableHeader: true }),
    children: Array.from({ length: columns }, (_, at) => {
      const text = new Paragraph({ children: runsOf(cells[at] ?? '', isStrong(at) ? { bold: true } : {}) });
      return new TableCell({ margins: { top: 60, bottom: 60, left: 80, right: 80 }, children: [text] });
    }),
  });
}

/** The lines of a text: the second and the following after a break. */
const runsOf = (text: string, look: { bold?: true } = {}): TextRun[] =>
  clean(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 && { break: 1 }) }));

/** XML knows neither most control characters nor halves of pairs, and Word refuses a file that has them. */
const clean = (text: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?![\n\t])[\p{Cc}\uFFFE\uFFFF\p{Cs}]/gu, '');
